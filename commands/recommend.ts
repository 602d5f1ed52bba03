import { itemNumber, numbered } from '../src/domain/items.ts';
import { notHere } from '../src/domain/kinds.ts';
import { standingRecommendations } from '../src/domain/matters/recommendation.ts';
import { whyNotRecommended } from '../src/domain/matters/remedy.ts';
import { timetableOf } from '../src/domain/timetable.ts';
import { actionPlan, planDueInWords } from '../src/words/action-plan.ts';
import { itemButtons } from '../src/words/item-acts.ts';
import { listing, pageOf } from '../src/words/listing.ts';
import { matterRows } from '../src/words/matter-rows.ts';
import { message, paragraph } from '../src/words/message.ts';
import { recommendationParts, remedyButtons, remedyGaps } from '../src/words/recommendation.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import type { About, Values } from './form.ts';
import { namedItem } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import {
  correctedRecommendation,
  longRecommendationTexts,
  recommendCommand,
  recommendForm,
  searchConcerns,
  withdrawnRecommendation,
} from './forms/recommendation.ts';
import { textAfter } from './forms/typed.ts';
import { receiptOf } from './receipt.ts';
import { keeps, notAllowed, opens, sealedReply, tells, todayOf, where } from './reply.ts';

const act = 'recommend what must be done';

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, longRecommendationTexts, recommendForm) ??
  keeps(recommendCommand(values, about), receiptOf(ask));

const timetable = (ask: AskOfInspection) => timetableOf(ask.inspection, todayOf(ask), ask.holidays);

const listed = (ask: AskOfInspection, page = 1): Reply => {
  const all = standingRecommendations(ask.inspection);
  const open = matterRows(remedyGaps(ask.inspection), ask.member.role);
  const recommends = ask.inspection.sealed ? [] : where(ask, act, 'Recommend', 'recommend');
  if (all.length === 0)
    return { say: message(paragraph('Nothing is recommended yet.'), ...open, { buttons: recommends }) };
  const buttons = [
    ...where(ask, 'export the record', 'Action plan as a file', 'recommend plan'),
    { label: 'The plan and its answers', does: 'plan' },
  ];
  return {
    say: listing(
      ask,
      'What must be done, most urgent first:',
      all.map(({ item }) => item),
      { words: 'recommend list', page },
      ...open,
      { note: planDueInWords(ask.inspection, timetable(ask)) },
      { buttons },
    ),
  };
};

const plan = (ask: AskOfInspection): Reply => {
  const no = notAllowed(ask, 'export the record');
  if (no) return no;
  if (standingRecommendations(ask.inspection).length === 0) return listed(ask);
  return { send: actionPlan(ask.inspection, timetable(ask)) };
};

const one = (ask: AskOfInspection, word: string, item: string): Reply => {
  const found = ask.inspection.recommendations.get(item);
  if (!found) return tells(notHere(ask.inspection, item));
  if (word === '' || found.withdrawn)
    return {
      say: message(...recommendationParts(ask.inspection, found, ask.at), itemButtons(ask.inspection, item, ask.by)),
    };
  const form = word === 'withdraw' ? withdrawnRecommendation : correctedRecommendation;
  return sealedReply(ask) ?? notAllowed(ask, act) ?? opens(form)(ask, item);
};

/** A finding's remedy as a recommendation: asked how soon by buttons, or said with it. */
const ofFinding = (ask: AskOfInspection, finding: string, urgency: string): Reply => {
  const no = notAllowed(ask, act) ?? sealedReply(ask);
  if (no) return no;
  if (urgency !== '') return keeps({ type: 'RecommendRemedy', finding, urgency }, receiptOf(ask));
  const whyNot = whyNotRecommended(ask.inspection, finding);
  if (whyNot !== null) return tells(whyNot);
  const remedy = ask.inspection.findings.get(finding)?.content.remedy ?? '';
  return {
    say: message(
      paragraph({ strong: `The remedy of ${finding}` }),
      { quote: remedy },
      ...remedyButtons(ask.inspection, finding),
    ),
  };
};

/** What may follow: the items of evidence that it answers, then what must be done. */
const make = (ask: AskOfInspection, words: string): Reply => {
  const no = notAllowed(ask, act) ?? sealedReply(ask, words);
  if (no) return no;
  const [, items = '', text = ''] = words.match(/^((?:e-?\d{1,6}[,\s]*)*)([\s\S]*)$/i) ?? [];
  const evidence = [...items.matchAll(/\d+/g)].map(([number]) => numbered('E', itemNumber(number)));
  const missing = evidence.filter((item) => !ask.inspection.evidence.has(item));
  const about = missing.length > 0 ? { missing: missing.slice(0, 5).join(', ') } : {};
  return { open: recommendForm(ask, { text: text.trim(), evidence }, about) };
};

export const recommend: InspectionSubcommand = {
  of: 'inspection',
  word: 'recommend',
  usage: '[E-014 or F-002] [text]',
  about:
    'Says what must be done about a weakness, and how soon; F-002 takes that finding’s remedy. list shows all; plan is the action plan’s shell.',
  brief: 'what must be done, and how soon',
  offers: [
    { label: 'Recommend what must be done', act },
    { label: 'What must be done', words: 'list', sealed: true },
  ],
  example: '/judge recommend E-014',
  act: 'read',
  asked: (ask) => {
    const words = ask.words.trim();
    const list = pageOf(words.toLowerCase());
    if (list.words === 'list') return listed(ask, list.page);
    if (words.toLowerCase() === 'plan') return plan(ask);
    const [, finding, urgency = ''] = words.match(/^f-?(\d{1,6})(?:\s+(\S+))?$/i) ?? [];
    if (finding) return ofFinding(ask, numbered('F', itemNumber(finding)), urgency.toLowerCase());
    const named = namedItem('A', ['change', 'withdraw'], words);
    return named ? one(ask, named.word, named.item) : make(ask, textAfter(words));
  },
  form: { draw: recommendForm, submitted, search: searchConcerns },
};

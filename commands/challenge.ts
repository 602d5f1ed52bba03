import { areaByWord } from '../src/domain/framework.ts';
import { notHere } from '../src/domain/kinds.ts';
import { type Challenge, challengeable, openChallenges } from '../src/domain/matters/challenge.ts';
import { may } from '../src/domain/roles.ts';
import { challengeLine, challengeParts } from '../src/words/challenge.ts';
import { changeButtons } from '../src/words/items.ts';
import { listing } from '../src/words/listing.ts';
import { type Button, followedBy, message } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import type { About, Values } from './form.ts';
import { challengeCommand, challengeForm, longChallengeTexts } from './forms/challenge.ts';
import { namedItem } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import { textAfter } from './forms/typed.ts';
import { receiptOf } from './receipt.ts';
import { keeps, notAllowed, tells } from './reply.ts';

const receipt = receiptOf(({ challenges }) => challenges, challengeParts);

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, longChallengeTexts, challengeForm) ??
  keeps(challengeCommand(ask, values, about), receipt);

/** So many may be answered out of the list. */
const mostButtons = 5;

/** A button for each of these that this person may answer; the first to be answered stands out. */
const answerButtons = ({ member }: AskOfInspection, open: readonly Challenge[]): Button[] =>
  may(member.role, 'answer a challenge')
    ? open.map(({ item }, place) => ({ label: `Answer ${item}`, does: `challenge answer ${item}`, main: place === 0 }))
    : [];

const list = (ask: AskOfInspection): Reply => {
  const { inspection, at } = ask;
  const open = openChallenges(inspection).sort((one, other) => one.due.localeCompare(other.due));
  const answered = [...inspection.challenges.values()].filter((each) => each.answered).reverse();
  const all = [...open, ...answered];
  if (all.length === 0) return tells('No judgement was challenged. To record a challenge: /judge challenge');
  const opening = `Challenges: ${open.length} to be answered, ${answered.length} answered.`;
  const line = (each: (typeof all)[number], most: number) => challengeLine(inspection, each, at, most);
  const said = listing(opening, all, line, 'See one with /judge challenge H-001.');
  return { say: followedBy(said, { buttons: answerButtons(ask, open.slice(0, mostButtons)) }) };
};

const shown = (ask: AskOfInspection, item: string): Reply => {
  const challenge = ask.inspection.challenges.get(item);
  if (!challenge) return tells(notHere(ask.inspection, item));
  const answer = answerButtons(ask, challenge.answered ? [] : [challenge]);
  return {
    say: message(...challengeParts(ask.inspection, challenge, ask.at), ...changeButtons(ask, item, ...answer)),
  };
};

const answer = (ask: AskOfInspection, item: string): Reply => {
  const no = notAllowed(ask, 'answer a challenge');
  if (no) return no;
  const challenge = ask.inspection.challenges.get(item);
  if (!challenge || challenge.answered) return shown(ask, item);
  return { open: challengeForm(ask, {}, { act: 'answer', item }) };
};

/** What may follow: the word of the judgement's area, then what is challenged. */
const raise = (ask: AskOfInspection, words: string): Reply => {
  const no = notAllowed(ask, 'challenge a judgement');
  if (no) return no;
  if (challengeable(ask.inspection).length === 0)
    return tells('No judgement was given yet, so there is none to challenge.');
  const [, first = '', rest = ''] = words.match(/^(\S*)\s*([\s\S]*)$/) ?? [];
  const area = areaByWord(ask.inspection.framework, first);
  const text = area ? rest : words;
  if (!area) return { open: challengeForm(ask, { text }, {}) };
  const judged = challengeable(ask.inspection).some(({ id }) => id === area.id);
  return { open: challengeForm(ask, { text }, judged ? { against: area.id } : { unjudged: area.short }) };
};

export const challenge: InspectionSubcommand = {
  of: 'inspection',
  word: 'challenge',
  usage: '[area] [text]',
  about: 'Records a challenge to a judgement, by those inspected or in the team, and its answer. list shows them all.',
  brief: 'a judgement is challenged, and the answer',
  offers: [
    {
      label: 'Challenge a judgement',
      act: 'challenge a judgement',
      sealed: true,
      only: (inspection) => challengeable(inspection).length > 0,
    },
    { label: 'Challenges', words: 'list', sealed: true },
  ],
  example: '/judge challenge help',
  act: 'read',
  asked: (ask) => {
    const words = ask.words.trim();
    if (words.toLowerCase() === 'list') return list(ask);
    const named = namedItem('H', ['answer'], words);
    if (!named) return raise(ask, textAfter(words));
    return named.word === 'answer' ? answer(ask, named.item) : shown(ask, named.item);
  },
  form: { draw: challengeForm, submitted },
};

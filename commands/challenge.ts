import { areaByWord } from '../src/domain/framework.ts';
import { challengeable, openChallenges } from '../src/domain/matters/challenge.ts';
import type { Comment } from '../src/domain/matters/comment.ts';
import { listing, pageOf } from '../src/words/listing.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import type { About, Values } from './form.ts';
import { challengeCommand, challengeForm, longChallengeTexts } from './forms/challenge.ts';
import { namedItem } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import { textAfter } from './forms/typed.ts';
import { receiptOf } from './receipt.ts';
import { keeps, notAllowed, offers, shownItem, tells, where } from './reply.ts';

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, longChallengeTexts, challengeForm) ??
  keeps(challengeCommand(ask, values, about), receiptOf(ask));

const listed = (ask: AskOfInspection, page: number): Reply => {
  const { inspection } = ask;
  const open = openChallenges(inspection).sort((one, other) => one.due.localeCompare(other.due));
  const answered = [...inspection.challenges.values()].filter((each) => each.answered).reverse();
  const all = [...open, ...answered];
  if (all.length === 0)
    return offers(
      'No judgement was challenged.',
      where(ask, 'challenge a judgement', 'Record a challenge', 'challenge'),
    );
  const opening = `Challenges: ${open.length} to be answered, ${answered.length} answered.`;
  return {
    say: listing(
      ask,
      opening,
      all.map(({ item }) => item),
      { words: 'challenge list', page },
    ),
  };
};

const answer = (ask: AskOfInspection, item: string): Reply => {
  const no = notAllowed(ask, 'answer a challenge');
  if (no) return no;
  const challenge = ask.inspection.challenges.get(item);
  if (!challenge || challenge.answered) return shownItem(ask, item);
  return { open: challengeForm(ask, {}, { act: 'answer', item }) };
};

/** What may follow: the word of the judgement's area, then what is challenged; or a comment on accuracy, by its number, that touches a grade. */
const raise = (ask: AskOfInspection, words: string, comment?: Comment): Reply => {
  const no = notAllowed(ask, 'challenge a judgement');
  if (no) return no;
  if (challengeable(ask.inspection).length === 0)
    return tells('No judgement was given yet, so there is none to challenge.');
  if (comment) {
    const { item, text, receivedOn, due } = comment;
    return { open: challengeForm(ask, { from: 'authority', text, receivedOn, due }, { comment: item }) };
  }
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
    const list = pageOf(words.toLowerCase());
    if (list.words === 'list') return listed(ask, list.page);
    const comment = ask.inspection.comments.get(namedItem('D', [], words)?.item ?? '');
    if (comment) return raise(ask, comment.text, comment);
    const named = namedItem('H', ['answer'], words);
    if (!named) return raise(ask, textAfter(words));
    return named.word === 'answer' ? answer(ask, named.item) : shownItem(ask, named.item);
  },
  form: { draw: challengeForm, submitted },
};

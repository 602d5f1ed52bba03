import { inWordsOf } from '../src/domain/field.ts';
import { openConcerns } from '../src/domain/matters/concern.ts';
import { readReport } from '../src/domain/recording/line.ts';
import { mostCharacters } from '../src/domain/text/typed.ts';
import { doubtsInWords } from '../src/words/doubts.ts';
import { listing, pageOf } from '../src/words/listing.ts';
import { counted, givingBack } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import type { About, Values } from './form.ts';
import {
  type ConcernAct,
  concernActs,
  concernCommand,
  concernForm,
  concernReceipt,
  longTexts,
} from './forms/concern.ts';
import { namedItem } from './forms/named-item.ts';
import { askAboutNames, openAgain } from './forms/names.ts';
import { isOneWord, textAfter } from './forms/typed.ts';
import { keeps, notAllowed, offers, shownItem } from './reply.ts';

const listed = (ask: AskOfInspection, page: number): Reply => {
  const { inspection } = ask;
  const open = openConcerns(inspection);
  const closed = [...inspection.concerns.values()].filter((concern) => concern.closed);
  if (open.length + closed.length === 0)
    return offers(inWordsOf(inspection, 'No {child} at risk was recorded.'), [
      { label: 'Record one', does: 'concern' },
    ]);
  const all = [...open, ...closed.reverse()];
  const opening = `${inWordsOf(inspection, '{Children} at risk')}: ${open.length} open, ${closed.length} closed.`;
  return {
    say: listing(
      ask,
      opening,
      all.map(({ item }) => item),
      { words: 'concern list', page },
    ),
  };
};

/** Keeps what stands in the form, or asks about names first; a refusal without a form opens one with everything in it. */
const keep = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const names = askAboutNames(ask, values, about, longTexts, concernForm);
  if (names) return names;
  const refused = openAgain(ask, values, about, concernForm);
  return keeps(concernCommand(values, about), concernReceipt(ask), { refused });
};

const act = (ask: AskOfInspection, item: string, word: ConcernAct): Reply => {
  const concern = ask.inspection.concerns.get(item);
  if (!concern || concern.closed) return shownItem(ask, item);
  const needed = word === 'close' ? 'close {a child} at risk' : 'refer {a child} at risk back';
  return notAllowed(ask, needed) ?? { open: concernForm(ask, {}, { item, act: word }) };
};

const tooShort = 'Not saved yet: one word is little to act on. Say what you saw.';

const asked = (ask: AskOfInspection): Reply => {
  const words = ask.words.trim();
  const list = pageOf(words.toLowerCase());
  if (list.words === 'list') return listed(ask, list.page);
  const named = namedItem('K', concernActs, words);
  if (named) {
    const word = concernActs.find((each) => each === named.word);
    return word ? act(ask, named.item, word) : shownItem(ask, named.item);
  }
  const { case: reference, text, doubts } = readReport(textAfter(words));
  if (text === '') return { open: concernForm(ask, { case: reference }, {}) };
  if (isOneWord(text)) return { open: concernForm(ask, { text, case: reference }, { told: tooShort }) };
  if (doubts.length > 0)
    return { open: concernForm(ask, { text }, { told: ['Not saved yet.', ...doubtsInWords(doubts)].join('\n') }) };
  const over = text.length - mostCharacters;
  if (over > 0) {
    const long = `This is ${counted(over, 'character')} too long to keep. Nothing was saved; here it is whole, to shorten:`;
    return { say: givingBack(long, ask.words) };
  }
  return keep(ask, { text, case: reference }, {});
};

export const concern: InspectionSubcommand = {
  of: 'inspection',
  word: 'concern',
  usage: '[C-017] [text]',
  about: 'Records somebody at risk and tells lead and deputy at once; then follows the referral. list shows them all.',
  alsoCalled: ['{child} at risk'],
  apart: true,
  brief: 'somebody at risk: lead and deputy hear at once',
  offers: [
    { label: 'Record {a child} at risk', sealed: true },
    { label: '{Children} at risk', words: 'list', sealed: true },
  ],
  example: '/judge concern C-017 left with an adult who must not see them, nobody has visited',
  act: 'record {a child} at risk',
  asked,
  form: { draw: concernForm, submitted: keep },
};

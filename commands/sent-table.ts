import type { Withdrawn } from '../src/domain/changing.ts';
import { itemIn } from '../src/domain/kinds.ts';
import { taking } from '../src/domain/taking-in.ts';
import type { TabledPaper } from '../src/words/export.ts';
import { pageOf } from '../src/words/listing.ts';
import type { AskOfInspection, Reply } from './contract.ts';
import type { About, Form, Values } from './form.ts';
import { namedItem } from './forms/named-item.ts';
import { textAfter } from './forms/typed.ts';
import { notAllowed, shownItem } from './reply.ts';

/** Who sees to what was sent, one by one. */
export const answering = 'answer comments and judge the {authority}’s plan';

type SentTable = {
  /** The letter of its items, and the word that sees to one. */
  letter: 'D' | 'N';
  word: string;
  paper: TabledPaper;
  listed: (ask: AskOfInspection, page: number) => Reply;
  form: (ask: AskOfInspection, values: Values, about: About) => Form;
};

/** What is sent after an inspection as a table: all of it, one item, the same as files, or the form that takes it in. */
export const askedOfTable =
  ({ letter, word, paper, listed, form }: SentTable) =>
  (ask: AskOfInspection): Reply => {
    const words = ask.words.trim();
    const list = pageOf(words.toLowerCase());
    if (['', 'list'].includes(list.words)) return listed(ask, list.page);
    if (words.toLowerCase() === 'file')
      return notAllowed(ask, 'export the record') ?? { takeOut: { restricted: false, only: paper } };
    const named = namedItem(letter, [word], words);
    if (!named) return notAllowed(ask, taking) ?? { open: form(ask, { rows: textAfter(words) }, {}) };
    const found = itemIn(ask.inspection, named.item) as { withdrawn?: Withdrawn | null } | null;
    if (!found || found.withdrawn || named.word === '') return shownItem(ask, named.item);
    return notAllowed(ask, answering) ?? { open: form(ask, {}, { act: word, item: named.item }) };
  };

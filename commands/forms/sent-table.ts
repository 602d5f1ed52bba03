import { inWordsOf } from '../../src/domain/field.ts';
import { lookedThrough } from '../../src/domain/looking-through.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { taking } from '../../src/domain/taking-in.ts';
import { typedOrNothing } from '../../src/domain/text/typed.ts';
import { pastedRows } from '../../src/tables/pasted.ts';
import { type SentKind, sentIn } from '../../src/tables/sent.ts';
import { message, paragraph } from '../../src/words/message.ts';
import { itemsInWords, unreadInWords } from '../../src/words/taking-in.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { box, saidLines } from '../fields.ts';
import { type About, type Form, one, type Piece, type Values } from '../form.ts';
import { savedItem } from '../receipt.ts';
import { notAllowed, tells } from '../reply.ts';
import { askAboutNames } from './names.ts';

/** A table of the authority's, pasted into a form, longer ones in parts; each row of it becomes an item of its own. */

const parts = ['rows', 'further', 'last'] as const;

/** At most as many at once: well within the time Slack gives. */
const mostAtOnce = 40;

export const tableBoxes = (values: Values, hint: string): Piece[] => [
  box('rows', 'The table', one(values, 'rows'), { hint }),
  box('further', 'Further rows', one(values, 'further'), {
    required: false,
    hint: 'Where a box holds no more. The row of headings stands once.',
  }),
  box('last', 'More rows', one(values, 'last'), { required: false }),
];

type Way = {
  kind: SentKind;
  draw: (ask: AskOfInspection, values: Values, about: About) => Form;
  /** What goes with each row. */
  said: Record<string, unknown>;
};

/** What no record holds, such as a child’s number, at the box that it stands in. */
const unfit = ({ inspection }: AskOfInspection, values: Values): Refusal[] =>
  parts.flatMap((part) =>
    (typedOrNothing.safeParse(one(values, part)).error?.issues ?? []).map(({ message: words }) => ({
      field: part,
      words: inWordsOf(inspection, words),
    })),
  );

const unsaved = (words: string): Reply => ({ refusals: [{ field: 'rows', words }] });

/** What saving the form comes to: nothing of a table that has a row in it which cannot be kept. */
export const tableTaken = (ask: AskOfInspection, values: Values, about: About, way: Way): Reply => {
  const no = notAllowed(ask, taking) ?? askAboutNames(ask, values, about, parts, way.draw);
  if (no) return no;
  const refusals = unfit(ask, values);
  if (refusals.length > 0) return { refusals };
  const text = parts.flatMap((part) => one(values, part) ?? []).join('\n');
  const table = sentIn(way.kind, pastedRows(text), way.said);
  if ('wrong' in table) return unsaved(`${table.wrong} Nothing was saved.`);
  if (table.rows.length > mostAtOnce)
    return unsaved(
      `This has ${table.rows.length} rows, and at most ${mostAtOnce} are taken in at once. Nothing was saved.`,
    );
  const looked = lookedThrough(table.rows, ask.inspection, { person: ask.by, at: ask.at });
  if ('refusals' in looked) return looked;
  const { fresh, again } = looked;
  if (fresh.length === 0) return tells('All of it is here already. Nothing was saved again.');
  return {
    several: fresh.map((command) => ({ in: 'inspection', command })),
    receipts: (kept) =>
      message(paragraph({ strong: 'Saved ' }, `${itemsInWords(kept.map(savedItem))}.`), {
        lines: unreadInWords(again, table.unread).map((words) => [words]),
      }),
    another: null,
    // Taken in again, what is kept already is not kept twice.
    stopped: (kept, words) => {
      const told = `Saved ${itemsInWords(kept.map(savedItem))}; the rest is not saved yet. Save again for it.\n${words}`;
      const form = way.draw(ask, values, about);
      return { open: { ...form, pieces: [saidLines([told]), ...form.pieces] } };
    },
  };
};

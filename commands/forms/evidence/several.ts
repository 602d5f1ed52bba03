import { inWordsOf } from '../../../src/domain/field.ts';
import { decide, inspectionCommand } from '../../../src/domain/inspection.ts';
import type { EvidenceContent } from '../../../src/domain/matters/evidence-content.ts';
import { isCommand, isDashedList, linesOf, partsOf, severalLines } from '../../../src/domain/recording/lines.ts';
import type { Refusal } from '../../../src/domain/refusal.ts';
import { refusalsOf } from '../../../src/domain/refusals.ts';
import { decideRestricted, emptyRestricted, restrictedCommand } from '../../../src/domain/restricted.ts';
import { contentInWords } from '../../../src/words/evidence.ts';
import { counted, type Part, paragraph } from '../../../src/words/message.ts';
import type { AskOfInspection, Receipt, ToKeep } from '../../contract.ts';
import { radio, said, saidLines } from '../../fields.ts';
import { type About, one, type Piece, type Values } from '../../form.ts';
import { fieldsOf, toKeep } from './keep.ts';
import { contentIn } from './line.ts';
import { itemsSaved } from './receipts.ts';

/** Several lines in one box: the items that they become, what is shown of them before they are kept, and what is left of them. */

/** One item out of several lines: how it stood in the box, and what is sent for it. */
type LineItem = { typed: string; keep: ToKeep };

/** At most as many at once: what a person can look through before saving, well within the time Slack gives. */
const mostAtOnce = 20;

/** Whether a text may become several items. What is left of several is treated so even where it is one line. */
export const hasSeveral = ({ inspection }: AskOfInspection, values: Values, about: About): boolean =>
  partsOf(inspection, one(values, 'text') ?? '').length > (about.rest ? 0 : 1);

/** One command a line. What a line does not say of itself is as the form's fields say. */
export const itemsIn = (ask: AskOfInspection, values: Values, about: About): LineItem[] => {
  const { framework } = ask.inspection;
  const fields = fieldsOf(values);
  const lines = severalLines(
    ask.inspection,
    partsOf(ask.inspection, one(values, 'text') ?? ''),
    about.dashes === 'sign',
  );
  return lines.map((line, index) => {
    const known = framework.areas.find(({ id }) => id === line.area)?.criteria.map(({ id }) => id);
    const content = {
      ...contentIn(fields, line),
      // The criteria chosen are those of the form's areas; a line of another area has none of them.
      criteria: known ? fields.criteria.filter((id) => known.includes(id)) : fields.criteria,
    };
    const keep = toKeep(ask, values, about, content, index > 0 || about.further === 'yes');
    return { typed: line.typed, keep: { ...keep, sent: { ...values, text: line.typed } } };
  });
};

const anotherCommand: Refusal = { field: 'text', words: 'this is another command. Send it by itself.' };

type Foreseen = { contents: EvidenceContent[] } | { refusals: Refusal[] };

/** What each would be kept as, decided on how things stand now; nothing is kept by this. */
export const foreseen = (ask: AskOfInspection, items: readonly LineItem[]): Foreseen => {
  const decided = items.map(({ typed, keep }) =>
    isCommand(ask.inspection, typed) ? { refusals: [anotherCommand] } : foreseenOne(ask, keep),
  );
  const refusals = decided.flatMap((outcome, index) =>
    'refusals' in outcome ? outcome.refusals.map((refusal) => atLine(refusal, index + 1)) : [],
  );
  const once = refusals.filter(
    (refusal, index) =>
      refusals.findIndex((each) => each.field === refusal.field && each.words === refusal.words) === index,
  );
  if (once.length > 0) return { refusals: once };
  return { contents: decided.flatMap((outcome) => ('content' in outcome ? [outcome.content] : [])) };
};

const foreseenOne = (ask: AskOfInspection, keep: ToKeep): { content: EvidenceContent } | { refusals: Refusal[] } => {
  const by = { person: ask.by, at: ask.at };
  const door = keep.in === 'restricted' ? restrictedCommand : inspectionCommand;
  const read = door.safeParse(keep.command);
  if (!read.success) return refusalsOf(read.error, ask.inspection);
  const outcome =
    read.data.type === 'RecordRestrictedEvidence'
      ? decideRestricted(read.data, ask.restricted ?? emptyRestricted(), ask.inspection, by)
      : read.data.type === 'RecordEvidence'
        ? decide(read.data, ask.inspection, by)
        : { events: [] };
  if ('refusals' in outcome) return outcome;
  const [event] = outcome.events;
  if (event?.type !== 'EvidenceRecorded' && event?.type !== 'RestrictedEvidenceRecorded')
    throw new Error(`Recording evidence came to ${event?.type ?? 'nothing'}`);
  return { content: event.content };
};

/** A text is refused by its line; everything else is refused once for all. */
const atLine = ({ field, words }: Refusal, line: number): Refusal =>
  field === 'text' ? { field, words: `Line ${line}: ${words}` } : { field, words };

/** What several lines would be saved as, above the fields they come from; `mark` tells whether it is still true. */
type Preview = { pieces: Piece[]; mark: string };

/** The same items have the same mark (FNV-1a of 32 bits): what is saved is what was shown. */
export const markOf = (contents: readonly EvidenceContent[]): string => {
  let mark = 0x811c9dc5;
  for (const character of JSON.stringify(contents))
    mark = Math.imul(mark ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (mark >>> 0).toString(36);
};

const asOne = { value: 'one', label: 'Save as one item' };

const tooMany = (count: number): Preview => ({
  mark: 'too many',
  pieces: [
    saidLines([
      `Not saved yet. This has ${count} lines, and at most ${mostAtOnce} items can be saved at once. Take some lines out and save them next, or save it all as one item.`,
    ]),
    radio('as', 'Save as', [asOne], null, { required: false, fresh: 'too many' }),
  ],
});

/** Null where there is but one line, or where a line could not be saved as it stands. */
export const previewOf = (ask: AskOfInspection, values: Values, about: About): Preview | null => {
  if (!hasSeveral(ask, values, about)) return null;
  const items = itemsIn(ask, values, about);
  if (items.length > mostAtOnce) return tooMany(items.length);
  const outcome = foreseen(ask, items);
  if ('refusals' in outcome) return null;
  const { contents } = outcome;
  const mark = markOf(contents);
  const asSeveral = { value: 'several', label: `Save as ${counted(contents.length, 'item')}` };
  const listing = contents.flatMap((content, index): Part[] => [
    paragraph({ strong: `${index + 1}` }, ` · ${contentInWords(ask.inspection, content, ask.at)}`),
    { quote: content.text },
  ]);
  const choices = contents.length > 1 ? [asSeveral, asOne] : [asSeveral];
  return {
    mark,
    pieces: [
      saidLines([{ strong: 'Not saved yet.' }, ' Each line becomes an item of its own:']),
      said(...listing),
      radio('as', 'Save as', choices, one(values, 'as') ?? 'several', {
        // Another preview asks anew; a field that stays keeps what was chosen in it.
        fresh: mark,
        hint: inWordsOf(
          ask.inspection,
          'A line may begin with an area word, + or - or !, a {case}, and {child}: or another source. Where every line has a dash, it is read as a list.',
        ),
      }),
    ],
  };
};

/**
 * The form once some of several are kept and the next could not be: it holds the lines that are left, so that saving again
 * keeps nothing twice.
 */
export const restOf = (
  values: Values,
  about: About,
  items: readonly LineItem[],
  kept: readonly Receipt[],
  words: string,
): [Values, About] => {
  const lines = items.map((item) => item.typed);
  const left = lines.slice(kept.length).join('\n');
  // Where a dash was a sign among all the lines, it stays one among those that are left.
  const dashes = about.dashes === 'sign' || !isDashedList(linesOf(lines.join('\n'))) ? { dashes: 'sign' } : {};
  return [
    { ...values, text: left, as: null },
    {
      ...about,
      ...dashes,
      preview: 'left',
      ...(about.link ? { further: 'yes' } : {}),
      // What was typed stays in a field until the field is a new one.
      rest: `${about.rest ?? ''}+${kept.length}`,
      told: `Saved ${itemsSaved(kept)}. What is left stands below and is not saved yet.\n${words}`,
    },
  ];
};

import type { EvidenceContent } from '../../src/domain/matters/evidence.ts';
import { contentInWords } from '../../src/words/evidence.ts';
import { counted, type Part } from '../../src/words/message.ts';
import type { AskOfInspection } from '../contract.ts';
import { type About, one, type Piece, radio, said, saidLines, type Values } from '../form.ts';
import { foreseen, hasSeveral, itemsIn, mostAtOnce } from './several-items.ts';

/** What several lines would be saved as, above the fields they come from; `mark` tells whether it is still true. */
export type Preview = { pieces: Piece[]; mark: string };

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
  if (!hasSeveral(values, about)) return null;
  const items = itemsIn(ask, values, about);
  if (items.length > mostAtOnce) return tooMany(items.length);
  const outcome = foreseen(ask, items);
  if ('refusals' in outcome) return null;
  const { contents } = outcome;
  const mark = markOf(contents);
  const asSeveral = { value: 'several', label: `Save as ${counted(contents.length, 'item')}` };
  const listing = contents.flatMap((content, index): Part[] => [
    { lines: [[{ strong: `${index + 1}` }, ` · ${contentInWords(ask.inspection, content, ask.at)}`]] },
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
        hint: 'A line may begin with an area word, + for a strength, - for a concern, ! for a priority concern and a case. Where every line has a dash, it is read as a list.',
      }),
    ],
  };
};

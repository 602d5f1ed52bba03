import { longDay } from '../domain/day-words.ts';
import type { Inspection } from '../domain/inspection.ts';
import { standingPractice } from '../domain/matters/practice.ts';
import { publishedOn } from '../domain/published.ts';
import { counted } from '../words/message.ts';
import { practiceAbout, practiceTexts } from '../words/practice.ts';
import type { Block, Paper } from './tree.ts';

/** Good practice of inspections whose reports are published, put together for whoever could take something from it. */

/** What one inspection gives to it. `at` is when its record last grew. */
export type SharedBy = { authority: string; published: string; at: string; blocks: readonly Block[] };

/** Null where nothing is marked that stands, or where the report is not published on this day, or the inspection is open again. */
export const sharedBy = (inspection: Inspection, today: string): SharedBy | null => {
  const { authority, framework, recordedAt: at, sealed, incomplete } = inspection;
  const practice = standingPractice(inspection);
  const published = sealed && !incomplete ? publishedOn(inspection, today) : null;
  if (published === null || practice.length === 0) return null;
  const blocks = practice.flatMap((each): Block[] => [
    { heading: practiceAbout(inspection, each), level: 2 },
    ...practiceTexts(inspection, each).flatMap(({ title, text }): Block[] => [
      { heading: title, level: 3 },
      ...text.split(/\n+/).map((line) => ({ paragraph: line })),
    ]),
  ]);
  const where = `${framework.title}, published ${longDay(published)}`;
  return { authority, published, at, blocks: [{ heading: authority, level: 1 }, { note: where }, ...blocks] };
};

/** The latest published first. The same records give the same paper. */
export const practicePaper = (all: readonly SharedBy[]): Paper => {
  const order = ({ published, authority }: SharedBy): string => `${published} ${authority}`;
  const from = counted(all.length, 'published inspection');
  return {
    title: 'Good practice',
    foot: { standing: 'GOOD PRACTICE', head: from },
    at:
      all
        .map(({ at }) => at)
        .sort()
        .at(-1) ?? '',
    blocks: [
      { paragraph: `What ${from} found that others could take something from, in the words of those who saw it.` },
      ...[...all].sort((one, other) => order(other).localeCompare(order(one))).flatMap(({ blocks }) => blocks),
    ],
  };
};

import { type Area, gradeInWords } from '../domain/framework.ts';
import { givenInWords } from '../words/given.ts';
import { eventsOf } from './events.ts';
import { blocks, inline, list } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whenAndWho } from './who.ts';

/** Every result given for an input, latest first: the first of them stands. */
export const givenLines = (record: OrdinaryRecord, area: Area): string[] => {
  const { inspection } = record;
  const all = inspection.given.get(area.id) ?? [];
  const kept = eventsOf(record, 'ResultGiven').filter(({ event }) => all.some(({ item }) => item === event.item));
  const lines = kept.reverse().map(({ entry, event }) => {
    const given = all.find(({ item }) => item === event.item);
    const words = given ? givenInWords(inspection, given, 3000) : gradeInWords(inspection.framework, event.grade);
    return `${inline(words)}. Recorded ${whenAndWho(inspection, entry)}.`;
  });
  return blocks(
    ['Given from elsewhere, and not judged by the team.'],
    lines.length > 0 ? list(lines) : ['Nothing was given.'],
  );
};

import type { Area } from '../domain/framework.ts';
import { givenInWords } from '../words/given.ts';
import { eventsOf } from './events.ts';
import { blocks, inline, list } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';

/** Every result given for an input, latest first: the first of them stands. */
export const givenLines = (record: OrdinaryRecord, area: Area): string[] => {
  const { inspection } = record;
  const all = inspection.given.get(area.id) ?? [];
  const lines = eventsOf(record, 'ResultGiven').flatMap(({ event, when }) => {
    const given = all.find(({ item }) => item === event.item);
    return given ? [`${inline(givenInWords(inspection, given, 3000))}. Recorded ${when}.`] : [];
  });
  return blocks(
    ['Given from elsewhere, and not judged by the team.'],
    lines.length > 0 ? list(lines.reverse()) : ['Nothing was given.'],
  );
};

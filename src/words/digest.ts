import type { Daily } from '../domain/daily.ts';
import { inWordsOf } from '../domain/field.ts';
import { lineCount } from '../domain/lines.ts';
import { dayOfFieldwork, standingWord } from './board.ts';
import { caseCountInWords } from './case.ts';
import type { Told } from './daily/part.ts';
import { recordedPart } from './daily/recorded.ts';
import { lineCountInWords } from './line.ts';
import { counted, type Line, lineIf, type Message, message, paragraph } from './message.ts';
import { overallLine } from './overall.ts';
import { dayOf } from './times.ts';

/** A day in counts, for the team channel: not a word of anybody's evidence, and nobody's name. */
export const digestMessage = (daily: Daily, told: Told): Message => {
  const { summary } = daily;
  const { inspection, areas, overalls } = summary;
  const day = dayOfFieldwork(inspection, told.of, told.holidays);
  const lines = lineCountInWords(lineCount(inspection));
  const cases = caseCountInWords(inspection);
  const judged = areas.filter(({ judgement }) => judgement !== null).length;
  const facts: Line[] = [
    ...recordedPart(daily, told),
    ...lineIf(cases, { strong: inWordsOf(inspection, '{Cases}: ') }, cases),
    ...lineIf(lines, { strong: 'Lines of enquiry: ' }, lines),
    ...lineIf(judged > 0, { strong: 'Judged: ' }, `${judged} of ${counted(areas.length, 'area')}`),
    ...overalls.map((overall) => overallLine(inspection, overall)),
  ];
  return message(
    { heading: `${inspection.authority}${day === '' ? '' : `, ${day}`}: the day in counts` },
    paragraph({ strong: standingWord(summary) }, ` · ${dayOf(inspection, told.of)}`),
    { list: facts },
    {
      note: `Record ${told.head.hash.slice(0, 6)} · ${counted(told.head.version, 'entry', 'entries')}.`,
    },
  );
};

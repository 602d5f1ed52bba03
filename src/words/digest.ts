import type { Daily } from '../domain/daily.ts';
import { inWordsOf } from '../domain/field.ts';
import { lineCount } from '../domain/lines.ts';
import { caseCountInWords } from './case.ts';
import { recordedInWords } from './daily/recorded.ts';
import { standingInWords } from './daily/standing.ts';
import { dayHeading, headInWords, type Told } from './daily.ts';
import { lineCountInWords } from './line.ts';
import { type Line, lineIf, type Message, message } from './message.ts';

/** A day in counts, for the team channel: not a word of anybody's evidence, and nobody's name. */
export const digestMessage = (daily: Daily, told: Told): Message => {
  const { summary } = daily;
  const { inspection } = summary;
  const said = (name: string, words: string): Line[] => lineIf(words, { strong: `${name}: ` }, words);
  return message(
    { heading: `${dayHeading(summary, told)}: the day in counts` },
    {
      lines: [
        ...said('Today', recordedInWords(daily, told.of)),
        ...said(inWordsOf(inspection, '{Cases}'), caseCountInWords(inspection)),
        ...said('Lines of enquiry', lineCountInWords(lineCount(inspection))),
        ...said('Standing', standingInWords(summary)),
      ],
    },
    { note: headInWords(told.head) },
  );
};

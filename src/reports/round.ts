import { areaOf, listed } from '../domain/framework.ts';
import type { Round } from '../domain/matters/round.ts';
import { isToDiscuss } from '../domain/matters/round-answers.ts';
import { gradeWords } from '../words/areas.ts';
import { gradesInOneLine, spreadInWords } from '../words/round.ts';
import { momentOf } from '../words/times.ts';
import { blocks, indented, quoted } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whoDid } from './who.ts';

const roundLines = ({ inspection }: OrdinaryRecord, round: Round): string[] => {
  const { item, area, asked, by, at, withNames, closed } = round;
  const who = listed(
    asked.map((person) => whoDid(inspection, person)),
    'and',
  );
  const opened = `Opened ${momentOf(at, inspection.timeZone)}, by ${whoDid(inspection, by)}. Asked: ${who}. Shown ${withNames ? 'by person' : 'without names'}.`;
  const title = [`### ${item}: ${areaOf(inspection.framework, area).short}`];
  if (!closed) return blocks(title, [opened], ['Open: what was answered so far is shown to nobody.']);
  const how = closed.because === 'all-answered' ? 'once all had answered' : 'by the lead before all had answered';
  const spread = spreadInWords(inspection, round);
  const outcome = `${gradesInOneLine(inspection, round)}${spread ? ` (${spread})` : ''}.${isToDiscuss(inspection, round) ? ' To discuss.' : ''}`;
  return blocks(
    title,
    [`${opened} Closed ${momentOf(closed.at, inspection.timeZone)}, ${how}.`],
    [`Answers: ${outcome}`],
    ...closed.answers.map((answer) => [
      `- ${answer.by ? `${whoDid(inspection, answer.by)}: ` : ''}${answer.grade === null ? 'cannot say' : gradeWords(inspection, answer.grade)}`,
      ...indented(['', ...quoted(answer.reason)]),
    ]),
  );
};

/** Every blind round: who was asked, and what was shown once it closed. */
export const roundsInFull = (record: OrdinaryRecord): string[] => {
  const all = [...record.inspection.rounds.values()];
  return all.length === 0 ? [] : blocks(['## Blind rounds'], ...all.map((round) => roundLines(record, round)));
};

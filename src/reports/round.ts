import { areaOf, listed } from '../domain/framework.ts';
import type { Round } from '../domain/matters/round.ts';
import { isToDiscuss } from '../domain/matters/round-answers.ts';
import { gradeWords } from '../words/areas.ts';
import { gradesInOneLine, spreadInWords } from '../words/round.ts';
import { momentOf } from '../words/times.ts';
import { blocks, listItem, quoted } from './markdown.ts';
import { whenAndWho, whoDid } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { itemsInFull } from './section.ts';

const inFull = (round: Round, { inspection }: OrdinaryRecord): string[] => {
  const { item, area, asked, by, at, withNames, closed } = round;
  const people = asked.map((person) => whoDid(inspection, person));
  const opened = `Opened ${whenAndWho(inspection, at, by)}. Asked: ${listed(people, 'and')}. Shown ${withNames ? 'by person' : 'without names'}.`;
  const title = [`### ${item}: ${areaOf(inspection.framework, area).short}`];
  if (!closed) return blocks(title, [opened], ['Open: what was answered so far is shown to nobody.']);
  const how = closed.because === 'all-answered' ? 'once all had answered' : 'by the lead before all had answered';
  const spread = spreadInWords(inspection, round);
  const outcome = `${gradesInOneLine(inspection, round)}${spread ? ` (${spread})` : ''}.${isToDiscuss(inspection, round) ? ' To discuss.' : ''}`;
  return blocks(
    title,
    [`${opened} Closed ${momentOf(inspection, closed.at)}, ${how}.`],
    [`Answers: ${outcome}`],
    ...closed.answers.map((answer) => {
      const grade = answer.grade === null ? 'cannot say' : gradeWords(inspection, answer.grade);
      const who = answer.by ? `${whoDid(inspection, answer.by)}: ` : '';
      return listItem(`${who}${grade}`, ['', ...quoted(answer.reason)]);
    }),
  );
};

/** Every blind round: who was asked, and what was shown once it closed. */
export const roundsInFull = itemsInFull('## Blind rounds', ({ rounds }) => rounds.values(), inFull);

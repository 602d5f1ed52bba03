import { areaOf, listed } from '../domain/framework.ts';
import type { Round } from '../domain/matters/round.ts';
import { isToDiscuss } from '../domain/matters/round-answers.ts';
import { gradeWords } from '../words/areas.ts';
import { gradesInOneLine, spreadInWords } from '../words/round.ts';
import { momentOf } from '../words/times.ts';
import { whenAndWho, whoDid } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { itemsInFull } from './section.ts';
import type { Block } from './tree.ts';

const inFull = (round: Round, { inspection }: OrdinaryRecord): Block[] => {
  const { item, area, asked, by, at, withNames, closed } = round;
  const people = asked.map((person) => whoDid(inspection, person));
  const opened = `Opened ${whenAndWho(inspection, at, by)}. Asked: ${listed(people, 'and')}. Shown ${withNames ? 'by person' : 'without names'}.`;
  const title: Block = { heading: `${item}: ${areaOf(inspection.framework, area).short}`, level: 2 };
  if (!closed)
    return [title, { paragraph: opened }, { paragraph: 'Open: what was answered so far is shown to nobody.' }];
  const how = closed.because === 'all-answered' ? 'once all had answered' : 'by the lead before all had answered';
  const spread = spreadInWords(inspection, round);
  const outcome = `${gradesInOneLine(inspection, round)}${spread ? ` (${spread})` : ''}.${isToDiscuss(inspection, round) ? ' To discuss.' : ''}`;
  const answers = closed.answers.map((answer) => {
    const grade = answer.grade === null ? 'cannot say' : gradeWords(inspection, answer.grade);
    const who = answer.by ? `${whoDid(inspection, answer.by)}: ` : '';
    return { line: `${who}${grade}`, under: [{ quote: answer.reason }] };
  });
  return [
    title,
    { paragraph: `${opened} Closed ${momentOf(inspection, closed.at)}, ${how}.` },
    { paragraph: `Answers: ${outcome}` },
    { list: answers },
  ];
};

/** Every blind round: who was asked, and what was shown once it closed. */
export const roundsInFull = itemsInFull('Blind rounds', ({ rounds }) => rounds.values(), inFull);

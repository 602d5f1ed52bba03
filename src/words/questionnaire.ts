import type { Inspection } from '../domain/inspection.ts';
import { type Answers, agreementLabels } from '../domain/matters/questionnaire.ts';
import type { Counted, CountedStatement } from '../domain/questionnaires.ts';
import { correctedMark, withdrawnLine } from './correction.ts';
import { within } from './fitting.ts';
import { counted, type Line, type Part } from './message.ts';
import { momentOf } from './times.ts';

/** How questionnaires are put, one by one and counted. */

/** "9 directors and 1 manager"; "9 people" where roles are many. */
const whoAnswered = ({ from }: Counted): string =>
  from.map(({ label, many, count }) => `${count} ${count === 1 ? label.toLowerCase() : many}`).join(', ');

/** "9 asked, 8 answered (8 directors)". */
export const returnedInWords = (count: Counted): string =>
  `${count.asked} asked, ${count.answered} answered${count.answered > 0 ? ` (${whoAnswered(count)})` : ''}`;

/** "89 %", beside what it is a share of. */
export const shareOf = ({ agreed, answered }: CountedStatement): string =>
  answered === 0 ? '–' : `${Math.round((100 * agreed) / answered)} %`;

/** "8 of 9 directors agreed (89 %; 10 asked), 5 of them strongly: ..."; whom it was said by only where all have one role. */
export const statementInWords = (statement: CountedStatement, { asked, from }: Counted): string => {
  const { label, answered, agreed, strongly } = statement;
  if (answered === 0) return `Nobody of ${asked} asked answered: ${label}`;
  const who = from.length === 1 && answered > 1 ? ` ${from[0]?.many}` : '';
  const howMuch = strongly > 0 ? `, ${strongly} of them strongly` : '';
  return `${agreed} of ${answered}${who} agreed (${shareOf(statement)}; ${asked} asked)${howMuch}: ${label}`;
};

const roleOf = ({ framework }: Inspection, { from }: Pick<Answers, 'from'>): string =>
  framework.questionnaire?.asked.find(({ id }) => id === from)?.label ?? from;

/** What was answered, statement by statement. */
const answersGiven = ({ framework }: Inspection, { answers }: Answers): string[] =>
  (framework.questionnaire?.statements ?? []).flatMap(({ id, label }) =>
    answers[id] ? [`${label}: ${agreementLabels[answers[id]].toLowerCase()}`] : [],
  );

export const answersLine = (inspection: Inspection, each: Answers, _: string, most: number): Line => [
  { strong: each.item },
  ` · questionnaire of a ${roleOf(inspection, each).toLowerCase()} · ${counted(Object.keys(each.answers).length, 'answer')}`,
  `${correctedMark(inspection, each.item)}${each.withdrawn ? ' · withdrawn' : ''}`,
  each.words === null ? '' : ` — ${within(each.words, most)}`,
];

/** One in full: what was answered, by which role. */
export const answersParts = (inspection: Inspection, each: Answers): Part[] => [
  { heading: `${each.item}: questionnaire of a ${roleOf(inspection, each).toLowerCase()}` },
  { lines: [[`Recorded: ${momentOf(inspection, each.recordedAt)}`], ...withdrawnLine(each.withdrawn)] },
  { list: answersGiven(inspection, each).map((line) => [line]) },
  ...(each.words === null ? [] : [{ quote: each.words }]),
];

/** The same on a line, as far as it can be told from itself. */
export const answersRead = ({ from, answers, words }: Pick<Answers, 'from' | 'answers' | 'words'>): string =>
  [from, ...Object.entries(answers).map(([id, answer]) => `${id}: ${agreementLabels[answer].toLowerCase()}`), words]
    .filter(Boolean)
    .join(' · ');

import { longDay } from '../domain/day-words.ts';
import { fieldOf, inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { areasOf, type Recommendation, standingRecommendations } from '../domain/matters/recommendation.ts';
import { draftOfPlan } from '../domain/standing-steps.ts';
import type { DatedStep, Timetable } from '../domain/timetable.ts';
import type { SentFile } from './export.ts';
import { urgencyInWords } from './recommendation.ts';
import { countingInWords } from './timetable.ts';

/** The shell of the authority's action plan: a row for each recommendation, owner and day left to the authority. */

/** A cell of a CSV file (RFC 4180). What a spreadsheet would take for a formula is text here. */
const cell = (text: string): string => {
  const harmless = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

const row = (...cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

/** The framework's step by which the authority answers with its plan. */
const answered = ({ framework }: Inspection, { steps }: Timetable): DatedStep | null =>
  steps.find(({ id }) => id === fieldOf(framework).plan.step) ?? null;

/** "Its draft is asked for by 12 May 2014: 20 working days after 10 April 2014."; nothing where none is. */
const draftInWords = (inspection: Inspection, { steps }: Timetable): string[] => {
  const step = steps.find(({ id }) => id === draftOfPlan(inspection)?.id);
  const how = step && countingInWords(step);
  return step?.days ? [`Its draft is asked for by ${longDay(step.days.last)}${how ? `: ${how}` : ''}.`] : [];
};

/** By which days the plan is due, its draft first. */
export const planDaysInWords = (inspection: Inspection, timetable: Timetable): string[] => [
  ...draftInWords(inspection, timetable),
  planDueInWords(inspection, timetable),
];

/** By which day the plan is due, and how that is counted; or what is to be known first. */
export const planDueInWords = (inspection: Inspection, timetable: Timetable): string => {
  const step = answered(inspection, timetable);
  if (!step) return inWordsOf(inspection, 'This framework names no day by which the {authority} sends its plan.');
  const due = inWordsOf(inspection, 'The {authority}’s {statement of action} is due');
  const how = countingInWords(step);
  if (!step.days) {
    const first = step.counted?.from === 'receipt' ? 'Keep that day in the timetable.' : '';
    return `${due} ${how?.replace(/“.*”$/, first ? 'it receives the report' : '$&') ?? 'on a day not known yet'}. ${first}`.trim();
  }
  const printed = inspection.dates.get(step.id)?.day;
  if (printed !== undefined) {
    const counted = step.planned && step.planned.last !== printed ? `; counted, ${longDay(step.planned.last)}` : '';
    return `${due} on ${longDay(printed)}, the day that was kept for it${counted}.`;
  }
  const unknown = step.beyond ? ' Bank holidays of these days are not known yet, so it may be later.' : '';
  return `${due} on ${longDay((step.planned ?? step.days).last)}${how ? `: ${how}` : ''}.${unknown}`;
};

/** What a recommendation answers: where it was found, and in which words, as far as a finding has them. No evidence. */
export const weaknessOf = (inspection: Inspection, recommendation: Recommendation): string =>
  [
    areasOf(inspection, recommendation).join('; '),
    inspection.findings.get(recommendation.finding ?? '')?.content.text ?? '',
  ]
    .filter(Boolean)
    .join(': ');

/** The plan as a CSV file for a spreadsheet. It holds what is recommended and no evidence. */
export const actionPlan = (inspection: Inspection, timetable: Timetable): SentFile => {
  const due = answered(inspection, timetable)?.days?.last ?? '';
  const rows = standingRecommendations(inspection).map((each) =>
    row(each.item, urgencyInWords(inspection, each), each.text, areasOf(inspection, each).join('; '), '', '', due),
  );
  const answer = inWordsOf(inspection, '{Statement of action} due');
  const heads = row('Number', 'How soon', 'What must be done', 'Areas', 'Owner', 'By when', answer);
  return {
    name: `${inspection.id}.action-plan.csv`,
    content: `\uFEFF${heads}${rows.join('')}`,
    note: `${inspection.authority}: ${inWordsOf(inspection, 'the shell of the {authority}’s action plan')}. ${planDueInWords(inspection, timetable)}`,
  };
};

import { speaksInFindings } from '../domain/findings.ts';
import { gradeInWords, gradesInWords } from '../domain/framework.ts';
import { changesInWords } from '../domain/grading.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type OverallSummary, summaryOf } from '../domain/summary.ts';
import { gradeWords } from '../words/areas.ts';
import { plainLine } from '../words/message.ts';
import { overallLine } from '../words/overall.ts';
import { momentOf } from '../words/times.ts';
import { gradeCell } from './areas.ts';
import { type EventOf, eventsOf, type InRecord } from './events.ts';
import type { OrdinaryRecord } from './record.ts';
import { type Block, type Cell, section } from './tree.ts';

/** What a rule says, on whose word, and what it ruled out. */
const ruleLine = ({ framework }: Inspection, id: string, ruledOut: readonly string[]): string => {
  const rule = framework.rules.find((each) => each.id === id);
  const effect = `It ruled out ${gradesInWords(framework, ruledOut)}.`;
  if (!rule) return `${id}. ${effect}`;
  return `${id} (${rule.force}; ${rule.status}; ${rule.source}): ${rule.because}. ${effect}`;
};

const answerBlocks = ({ framework }: Inspection, answers: Record<string, string>): Block[] =>
  Object.entries(answers).flatMap(([id, answer]) => {
    const rule = framework.rules.find((each) => each.id === id);
    const asked = rule?.force === 'consider' ? ` asked: ${rule.ask}` : ' was answered:';
    return [{ paragraph: `${id}${asked}` }, { quote: answer }];
  });

const setBlocks = (inspection: Inspection, { event, when }: InRecord<EventOf<'OverallSet'>>): Block[] => {
  const { framework } = inspection;
  const { permitted, expected, because } = event.derived;
  const left = `expected, ${gradesInWords(framework, expected)}; permitted, ${gradesInWords(framework, permitted)}`;
  const rules = because.map(({ rule, ruledOut }) => ruleLine(inspection, rule, ruledOut));
  return [
    { paragraph: [{ strong: `${gradeWords(inspection, event.grade)}.` }, ` Set ${when}.`] },
    { paragraph: `What the rules left then: ${left}.` },
    { paragraph: rules.length > 0 ? 'The rules that ruled something out:' : 'No rule ruled anything out.' },
    { list: rules },
    ...(event.reason === null ? [] : [{ paragraph: 'Reason given:' }, { quote: event.reason }]),
    ...answerBlocks(inspection, event.answers),
  ];
};

const overallBlocks = (record: OrdinaryRecord, summary: OverallSummary): Block[] => {
  const { inspection } = record;
  const { overall, outcome, set } = summary;
  const all = eventsOf(record, 'OverallSet').filter(({ event }) => event.overall === overall.id);
  const now = set ? all.at(-1) : undefined;
  const earlier = now ? all.slice(0, -1) : all;
  const change = `What would change it: ${changesInWords(inspection.framework, outcome).join(' ')}`;
  return [
    { heading: `${overall.title}: ${set ? gradeWords(inspection, set.grade) : 'not set'}`, level: 1 },
    ...(now
      ? [...setBlocks(inspection, now), { paragraph: change }]
      : [{ paragraph: plainLine(overallLine(inspection, summary)).replace(/\.?$/, '.') }]),
    ...section(
      2,
      'Set earlier, and stands no more',
      earlier.flatMap((each) => setBlocks(inspection, each)),
    ),
  ];
};

/** The overall grades with rules and reasons, or why this framework gives none. */
export const overallsInFull = (record: OrdinaryRecord): Block[] => {
  const { overalls, inspection } = summaryOf(record.inspection);
  if (overalls.length > 0) return overalls.flatMap((overall) => overallBlocks(record, overall));
  // Where nothing is graded, the findings say so.
  if (speaksInFindings(inspection)) return [];
  return [
    { heading: 'No overall grade', level: 1 },
    { paragraph: inspection.framework.noOverall ?? 'This framework gives none.' },
  ];
};

/** Each overall with its grade, or what the judgements so far leave. */
export const overallRows = ({ inspection }: OrdinaryRecord): Cell[][] =>
  summaryOf(inspection).overalls.map(({ overall, set, outcome }) => {
    if (set) return [overall.title, gradeCell(inspection, set.grade), momentOf(inspection, set.at)];
    const left = outcome.expected.map((grade) => gradeInWords(inspection.framework, grade)).join(' or ');
    return [overall.title, `not set; the judgements so far leave ${left}`, '–'];
  });

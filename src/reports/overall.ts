import { speaksInFindings } from '../domain/findings.ts';
import { gradeInWords, gradesInWords } from '../domain/framework.ts';
import { changesInWords } from '../domain/grading.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type OverallSummary, summaryOf } from '../domain/summary.ts';
import { gradeWords } from '../words/areas.ts';
import { plainLine } from '../words/message.ts';
import { overallLine } from '../words/overall.ts';
import { type EventOf, eventsOf, type InRecord } from './events.ts';
import { blocks, inline, list, quoted, section } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';

/** What a rule says, on whose word, and what it ruled out. */
const ruleLine = ({ framework }: Inspection, id: string, ruledOut: readonly string[]): string => {
  const rule = framework.rules.find((each) => each.id === id);
  const effect = `It ruled out ${gradesInWords(framework, ruledOut)}.`;
  if (!rule) return `${id}. ${effect}`;
  return `${id} (${rule.force}; ${rule.status}; ${rule.source}): ${inline(rule.because)}. ${effect}`;
};

const answerLines = ({ framework }: Inspection, answers: Record<string, string>): string[][] =>
  Object.entries(answers).map(([id, answer]) => {
    const rule = framework.rules.find((each) => each.id === id);
    const asked = rule?.force === 'consider' ? ` asked: ${inline(rule.ask)}` : ' was answered:';
    return blocks([`${id}${asked}`], quoted(answer));
  });

const setLines = (inspection: Inspection, { event, when }: InRecord<EventOf<'OverallSet'>>): string[] => {
  const { framework } = inspection;
  const { permitted, expected, because } = event.derived;
  const left = `expected, ${gradesInWords(framework, expected)}; permitted, ${gradesInWords(framework, permitted)}`;
  const rules = because.map(({ rule, ruledOut }) => ruleLine(inspection, rule, ruledOut));
  return blocks(
    [`**${gradeWords(inspection, event.grade)}.** Set ${when}.`],
    [`What the rules left then: ${left}.`],
    rules.length > 0 ? blocks(['The rules that ruled something out:'], list(rules)) : ['No rule ruled anything out.'],
    event.reason === null ? [] : blocks(['Reason given:'], quoted(event.reason)),
    ...answerLines(inspection, event.answers),
  );
};

const overallLines = (record: OrdinaryRecord, summary: OverallSummary): string[] => {
  const { inspection } = record;
  const { overall, outcome, set } = summary;
  const all = eventsOf(record, 'OverallSet').filter(({ event }) => event.overall === overall.id);
  const now = set ? all.at(-1) : undefined;
  const earlier = now ? all.slice(0, -1) : all;
  const change = `What would change it: ${changesInWords(inspection.framework, outcome).join(' ')}`;
  return blocks(
    [`## ${overall.title}: ${set ? gradeWords(inspection, set.grade) : 'not set'}`],
    now
      ? blocks(setLines(inspection, now), [change])
      : [plainLine(overallLine(inspection, summary)).replace(/\.?$/, '.')],
    ...section(
      '### Set earlier, and stands no more',
      earlier.map((each) => setLines(inspection, each)),
    ),
  );
};

/** The overall grades with rules and reasons, or why this framework gives none. */
export const overallsInFull = (record: OrdinaryRecord): string[][] => {
  const { overalls, inspection } = summaryOf(record.inspection);
  if (overalls.length > 0) return overalls.map((overall) => overallLines(record, overall));
  // Where nothing is graded, the findings say so.
  if (speaksInFindings(inspection)) return [];
  return [['## No overall grade'], [inline(inspection.framework.noOverall ?? 'This framework gives none.')]];
};

/** "Overall effectiveness: Inadequate ▼", for each overall. */
export const overallsAtAGlance = ({ inspection }: OrdinaryRecord): string[] =>
  list(
    summaryOf(inspection).overalls.map(({ overall, set, outcome }) => {
      const left = outcome.expected.map((grade) => gradeInWords(inspection.framework, grade)).join(' or ');
      const stands = set ? gradeWords(inspection, set.grade) : `not set; the judgements so far leave ${left}`;
      return `${overall.title}: **${stands}**`;
    }),
  );

import { adoptedFindings, speaksInFindings } from '../../domain/findings.ts';
import { gradesInWords } from '../../domain/framework.ts';
import { decidingRules } from '../../domain/grading.ts';
import type { Inspection } from '../../domain/inspection.ts';
import type { OverallSummary, Summary } from '../../domain/summary.ts';
import { gradeWords } from '../areas.ts';
import { counted } from '../message.ts';

/** How far the judging or the finding has come. */
const judgedInWords = ({ inspection, areas }: Summary): string => {
  const judged = areas.filter(({ area }) => area.kind !== 'input');
  const done = judged.filter(({ judgement }) => judgement !== null).length;
  if (speaksInFindings(inspection)) {
    const findings = adoptedFindings(inspection).filter(({ content }) => !content.none).length;
    return findings > 0 ? counted(findings, 'finding') : '';
  }
  return done > 0 && done < judged.length ? `${done} of ${counted(judged.length, 'area')} judged` : '';
};

/** "good or requires improvement (IL-5)", or the grade as it is set; empty where nothing that counts is known of it. */
const overallInWords = (inspection: Inspection, { overall, outcome, set }: OverallSummary): string => {
  const { framework } = inspection;
  const which = framework.overalls.length > 1 ? `${overall.title} ` : '';
  if (set) return `${which}${gradeWords(inspection, set.grade)}`;
  if (outcome.judged.length === 0 || outcome.rules.length === 0) return '';
  const rules = decidingRules(framework, outcome).map(({ rule }) => rule.id);
  const open = outcome.missing.length > 0;
  if (rules.length === 0) return open ? '' : `${which}any grade`;
  const sure = open && outcome.certain !== null ? ' is certain already' : '';
  return `${which}${gradesInWords(framework, outcome.expected)}${sure} (${rules.join(', ')})`;
};

/** How far it has come and which grades are left, by the rules that decide. An inspection that ended incomplete has no result. */
export const standingInWords = (summary: Summary): string =>
  summary.inspection.incomplete
    ? ''
    : [judgedInWords(summary), ...summary.overalls.map((overall) => overallInWords(summary.inspection, overall))]
        .filter(Boolean)
        .join(' · ');

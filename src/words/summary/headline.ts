import { basedOn } from '../../domain/based-on.ts';
import { speaksInFindings } from '../../domain/findings.ts';
import type { Inspection } from '../../domain/inspection.ts';
import { countedSource } from '../../domain/sources.ts';
import { nameOfPerson } from '../../domain/standing.ts';
import type { AreaSummary, Summary } from '../../domain/summary.ts';
import { countedCases, gradeWords, printedTitle } from '../areas.ts';
import { signatureLine, standingWord } from '../board.ts';
import { frameworkInWords } from '../carried-out.ts';
import { sayingSoInText } from '../fitting.ts';
import { judgedAreas } from '../given.ts';
import { counted, type Line, lineIf, type Message, message, type Part, paragraph } from '../message.ts';
import { overallLine } from '../overall.ts';
import { beforeInWords, movedInWords } from '../previous.ts';
import { sampleBriefly } from '../sample.ts';
import { momentOf } from '../times.ts';
import { findingsTable } from './findings.ts';
import { recommendedInWords } from './recommendations.ts';
import { whyInSentences } from './why.ts';

/** Where a record stands. */
type Head = { version: number; hash: string };

const headingOf = ({ inspection, overalls }: Summary): string => {
  const [only, ...others] = overalls;
  if (inspection.incomplete) return `${inspection.authority} · incomplete`;
  if (!only || others.length > 0)
    return `${inspection.authority} · ${speaksInFindings(inspection) ? 'findings' : 'judgements'}`;
  const grade = only.set ? gradeWords(inspection, only.set.grade) : 'not set yet';
  return `${inspection.authority} · ${only.overall.title.toLowerCase()}: ${grade}`;
};

/** Every judgement under its printed title, a part of another behind a dash, with its grade and the one before where one is known. */
const gradesTable = ({ inspection, areas }: Summary): Part => {
  const rows = judgedAreas(areas).map((area: AreaSummary) => ({
    title: `${area.area.kind === 'sub' ? '– ' : ''}${printedTitle(inspection, area)}`,
    grade: gradeWords(inspection, area.judgement?.grade ?? null),
    before: beforeInWords(inspection, area.area.id),
    moved: movedInWords(inspection, area.area.id),
  }));
  const known = rows.some(({ before }) => before !== '');
  return {
    table: {
      columns: ['Judgement', 'Grade', ...(known ? ['Before'] : [])].map((head) => ({ head, is: 'words' })),
      rows: rows.map(({ title, grade, before, moved }) => ({
        cells: [[title], [{ strong: grade }], ...(known ? [[before || '–']] : [])],
        sentence: [`${title}: `, { strong: grade }, moved && ` · ${moved}`],
      })),
    },
  };
};

/** "3 things must be done: … · 14 cases, 11 talks with children". */
const countsLine = (inspection: Inspection): Line[] => {
  const { cases, heard } = basedOn(inspection);
  const spoken = heard.filter(({ count }) => count > 0);
  const read = [
    cases.all > 0 ? countedCases(inspection, cases.all) : '',
    ...spoken.map(({ source, count }) => countedSource(inspection.framework, source, count)),
  ];
  const facts = [recommendedInWords(inspection), read.filter(Boolean).join(', '), sampleBriefly(inspection)];
  const counts = facts.filter(Boolean).join(' · ');
  return lineIf(counts, counts);
};

const cameTo = (summary: Summary): Part[] => {
  const { inspection, overalls, areas } = summary;
  if (inspection.incomplete) {
    const standing = [...inspection.evidence.values()].filter(({ withdrawn }) => !withdrawn).length;
    return [
      paragraph(
        `It ended without a result, and no grade is given. ${counted(standing, 'item')} of evidence ${standing === 1 ? 'stays' : 'stay'} in the record. Why it ended is in the thread.`,
      ),
    ];
  }
  const found = speaksInFindings(inspection);
  const open = overalls.flatMap((overall) => (overall.set ? [] : [overallLine(inspection, overall)]));
  const grades = overalls.length > 1 ? overalls.map((overall) => overallLine(inspection, overall)) : open;
  return [
    ...(found ? [findingsTable(summary)] : judgedAreas(areas).length > 0 ? [gradesTable(summary)] : []),
    { lines: grades },
    { lines: whyInSentences(summary) },
    { lines: lineIf(overalls.length === 0, inspection.framework.noOverall ?? '') },
    { lines: countsLine(inspection) },
  ];
};

const decided = ({ inspection, overalls }: Summary): string => {
  const [first] = overalls.flatMap(({ set }) => (set ? [set.by] : []));
  const who = first && !inspection.incomplete ? `Decided by ${nameOfPerson(inspection, first)}. ` : '';
  return `${who}${inspection.incomplete ? '' : signatureLine(inspection)}`;
};

/** What a summary comes to, for the team channel: everything else is in its thread. `head` is where the record stands. */
export const headlineOf = (summary: Summary, at: string, head: Head): Message =>
  sayingSoInText(
    message(
      { heading: headingOf(summary) },
      paragraph(
        { strong: standingWord(summary) },
        ` · ${frameworkInWords(summary.inspection)} · as at ${momentOf(summary.inspection, at)}`,
      ),
      ...cameTo(summary),
      { note: `${decided(summary)} Record ${head.hash.slice(0, 12)} · ${head.version}`.trim() },
    ),
  );

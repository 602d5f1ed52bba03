import type { Recorded } from '../domain/changing.ts';
import { cohortLabel } from '../domain/cohorts.ts';
import { inWordsOf } from '../domain/field.ts';
import { nameOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { kinds, type Letter, letters } from '../domain/kinds.ts';
import { caseKindLabels } from '../domain/matters/case.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import { allGiven, givenFor } from '../domain/matters/given.ts';
import { allJudgements, allProposals } from '../domain/matters/judgement.ts';
import { bearingOn, originsIn, standingLabels } from '../domain/matters/line-content.ts';
import { areasOf } from '../domain/matters/recommendation.ts';
import { requestKindLabels } from '../domain/matters/request.ts';
import type { Round, ShownAnswer } from '../domain/matters/round.ts';
import { dayIn } from '../domain/moments.ts';
import type { Person } from '../domain/people.ts';
import { aboutLabels, signLabels, sourceLabel } from '../domain/sources.ts';
import { timetableOf } from '../domain/timetable.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { placeInWords } from '../words/finding.ts';
import { itemReads } from '../words/items.ts';
import { urgencyInWords } from '../words/recommendation.ts';
import { countingInWords } from '../words/timetable.ts';
import { gradeCell } from './areas.ts';
import { changesIn } from './changes.ts';
import { areasNamed, whoDid } from './phrases.ts';
import { standingFirst } from './recommendation.ts';
import type { OrdinaryRecord, RestrictedReport } from './record.ts';
import { titleOf } from './section.ts';
import { momentCell, sheet } from './sheet.ts';
import type { Sheet, Workbook } from './tree.ts';

/** What of a record is counted, sorted and filtered: a sheet for each kind of item, and one for every change. */

type Ended = { reason: string } | null;
const ended = (how: string, end: Ended): string => (end ? `${how}: ${end.reason}` : '');
const number = { head: 'Number', wide: 0.7, of: ({ item }: { item: string }) => item };
const by = { head: 'By', of: ({ by }: { by: Person }, inspection: Inspection) => whoDid(inspection, by) };

const evidence = (inspection: Inspection, items: Iterable<Evidence>): Sheet =>
  sheet(inspection, 'Evidence', items, [
    number,
    { head: 'Areas', wide: 2, of: ({ content }) => areasNamed(inspection, content.areas) },
    { head: 'It is', of: ({ content }) => signLabels[content.sign] },
    { head: 'What was found', wide: 6, of: ({ content }) => content.text },
    { head: 'Source', wide: 1.5, of: ({ content }) => sourceLabel(inspection.framework, content.source) },
    { head: inWordsOf(inspection, '{Case}'), wide: 0.7, of: ({ content }) => content.case ?? '' },
    { head: 'About', of: ({ content }) => (content.about ? aboutLabels[content.about] : '') },
    { head: 'Criteria', of: ({ content }) => content.criteria.join(', ') },
    { head: 'Lines', of: ({ content }) => content.lines.join(', ') },
    { head: 'Site', of: ({ content }) => content.site ?? '' },
    { head: 'Agency', of: ({ content }) => content.agency ?? '' },
    { head: 'Observed', holds: 'moment', wide: 1.5, of: ({ content }) => momentCell(inspection, content.observedAt) },
    { head: 'Recorded', holds: 'moment', wide: 1.5, of: ({ recordedAt }) => momentCell(inspection, recordedAt) },
    by,
    { head: 'Withdrawn', wide: 2, of: (each) => each.withdrawn?.reason ?? '' },
  ]);

type Graded = {
  item: string;
  of: string;
  grade: string;
  why: string;
  rests: readonly string[];
  at: string;
  by: Person;
  stands: string;
};

/** Every grade that was given, proposed, taken from elsewhere or set over all, and whether it stands. */
const graded = (inspection: Inspection): Graded[] => {
  const { framework, overalls, areas } = inspection;
  const stands = (item: string, area: string): string =>
    areas.get(area)?.judgements.at(-1)?.item === item ? 'stands' : 'given before';
  return [
    ...[...overalls.values()].map(({ overall, grade, reason, at, by }) => {
      return {
        item: '',
        of: nameOf(framework, overall),
        grade,
        why: reason ?? '',
        rests: [],
        at,
        by,
        stands: 'stands',
      };
    }),
    ...allJudgements(inspection).map(({ narrative: why, evidence: rests, area, ...each }) => {
      return { ...each, why, rests, of: nameOf(framework, area), stands: stands(each.item, area) };
    }),
    ...allProposals(inspection).map(({ narrative: why, evidence: rests, area, ...each }) => {
      return {
        ...each,
        why,
        rests,
        of: nameOf(framework, area),
        stands: each.answered ? 'proposed, and answered' : 'proposed',
      };
    }),
    ...allGiven(inspection).map(({ source: why, area, ...each }) => {
      const now = givenFor(inspection, area)?.item === each.item;
      return {
        ...each,
        why,
        rests: [],
        of: nameOf(framework, area),
        stands: now ? 'given from elsewhere' : 'given before',
      };
    }),
  ];
};

const judgements = (inspection: Inspection): Sheet =>
  sheet(inspection, 'Judgements', graded(inspection), [
    number,
    { head: 'Judgement', wide: 2.5, of: ({ of }) => of },
    { head: 'Grade', wide: 1.5, of: ({ grade }) => gradeCell(inspection, grade) },
    { head: 'Why, or where it comes from', wide: 6, of: ({ why }) => why },
    { head: 'Evidence', wide: 2, of: ({ rests }) => rests.join(', ') },
    { head: 'It is', wide: 1.5, of: ({ stands }) => stands },
    { head: 'When', holds: 'moment', wide: 1.5, of: ({ at }) => momentCell(inspection, at) },
    by,
  ]);

const findings = (inspection: Inspection): Sheet =>
  sheet(inspection, 'Findings', inspection.findings.values(), [
    number,
    { head: 'Where', wide: 3, of: (finding) => placeInWords(inspection, finding) },
    { head: 'What was found', wide: 6, of: ({ content }) => content.text },
    { head: 'Remedy', wide: 4, of: ({ content }) => content.remedy ?? '' },
    { head: 'Evidence', wide: 2, of: ({ content }) => content.evidence.join(', ') },
    { head: 'It is', of: ({ adopted }) => (adopted ? 'adopted' : 'proposed') },
    by,
    { head: 'Withdrawn', wide: 2, of: (each) => each.withdrawn?.reason ?? '' },
  ]);

const cases = (inspection: Inspection, { byCase }: OrdinaryRecord): Sheet =>
  sheet(inspection, inWordsOf(inspection, '{Cases}'), inspection.cases.registered.values(), [
    number,
    { head: 'How it is read', wide: 1.5, of: ({ kind }) => inWordsOf(inspection, caseKindLabels[kind]) },
    { head: 'Cohort', wide: 2, of: ({ cohort }) => cohortLabel(inspection.framework, cohort) },
    { head: 'Site', wide: 1.5, of: ({ site }) => site ?? '' },
    { head: 'Read by', wide: 1.5, of: ({ reader }) => (reader ? whoDid(inspection, reader) : 'nobody yet') },
    { head: 'Evidence that names it', wide: 3, of: ({ item }) => (byCase.get(item) ?? []).join(', ') },
    { head: 'Registered', holds: 'moment', wide: 1.5, of: ({ registeredAt }) => momentCell(inspection, registeredAt) },
    by,
    { head: 'Taken off', wide: 2, of: ({ removed }) => removed?.reason ?? '' },
  ]);

const lines = (inspection: Inspection): Sheet =>
  sheet(inspection, 'Lines', inspection.lines.values(), [
    number,
    { head: 'What is tested', wide: 6, of: ({ content }) => content.hypothesis },
    {
      head: 'From',
      wide: 2,
      of: ({ content }) => originsIn(inspection).find(({ id }) => id === content.origin)?.label ?? '',
    },
    { head: 'Areas', wide: 2, of: ({ content }) => areasNamed(inspection, content.areas) },
    { head: 'Followed by', of: ({ content }) => whoDid(inspection, content.owner) },
    { head: 'For it', wide: 2, of: (line) => bearingOn(line, 'for', inspection).join(', ') },
    { head: 'Against it', wide: 2, of: (line) => bearingOn(line, 'against', inspection).join(', ') },
    { head: 'It stands', of: ({ standing }) => standingLabels[standing] },
    { head: 'Why', wide: 4, of: ({ settled }) => settled?.reason ?? '' },
    { head: 'Opened', holds: 'moment', wide: 1.5, of: ({ openedAt }) => momentCell(inspection, openedAt) },
    by,
  ]);

const recommendations = (inspection: Inspection): Sheet =>
  sheet(inspection, 'Recommendations', standingFirst(inspection), [
    number,
    { head: 'How soon', wide: 2, of: (each) => urgencyInWords(inspection, each) },
    { head: 'What must be done', wide: 6, of: ({ text }) => text },
    { head: 'Areas', wide: 2, of: (each) => areasOf(inspection, each).join('; ') },
    { head: 'Evidence', wide: 2, of: ({ evidence: items }) => items.join(', ') },
    { head: 'Remedy of', of: ({ finding }) => finding ?? '' },
    { head: 'Made', holds: 'moment', wide: 1.5, of: ({ recordedAt }) => momentCell(inspection, recordedAt) },
    by,
    { head: 'Withdrawn', wide: 2, of: (each) => each.withdrawn?.reason ?? '' },
  ]);

const requests = (inspection: Inspection): Sheet =>
  sheet(inspection, 'Requests', inspection.requests.values(), [
    number,
    { head: 'What kind', wide: 2, of: ({ kind }) => inWordsOf(inspection, requestKindLabels[kind]) },
    { head: 'What was asked for', wide: 5, of: ({ what }) => what },
    { head: 'Of whom', wide: 1.5, of: ({ askedOf }) => askedOf ?? '' },
    { head: 'Asked', holds: 'moment', wide: 1.5, of: ({ askedAt }) => momentCell(inspection, askedAt) },
    by,
    { head: 'Needed by', holds: 'day', of: ({ due }) => due },
    { head: 'Received', holds: 'day', of: ({ received }) => received?.on ?? '' },
    { head: 'What is said of it', wide: 3, of: (each) => each.received?.note ?? ended('Taken back', each.withdrawn) },
  ]);

/** A row for each answer that was shown; one for a round that is open, of which nothing is. */
const rounds = (inspection: Inspection): Sheet => {
  const rows = [...inspection.rounds.values()].flatMap((round): (Round & { answer: ShownAnswer | null })[] => {
    const answers = round.closed?.answers ?? [];
    return answers.length > 0 ? answers.map((answer) => ({ ...round, answer })) : [{ ...round, answer: null }];
  });
  return sheet(inspection, 'Rounds', rows, [
    number,
    { head: 'Judgement', wide: 2.5, of: ({ area }) => nameOf(inspection.framework, area) },
    { head: 'Who', wide: 1.5, of: ({ answer }) => (answer?.by ? whoDid(inspection, answer.by) : '') },
    {
      head: 'Grade',
      wide: 1.5,
      of: ({ answer }) => (answer?.grade ? gradeCell(inspection, answer.grade) : answer ? 'cannot say' : ''),
    },
    { head: 'Why', wide: 6, of: ({ answer }) => answer?.reason ?? '' },
    { head: 'Opened', holds: 'moment', wide: 1.5, of: ({ at }) => momentCell(inspection, at) },
    { head: 'Closed', holds: 'moment', wide: 1.5, of: ({ closed }) => momentCell(inspection, closed?.at) },
  ]);
};

const timetable = (inspection: Inspection, holidays: BankHolidays): Sheet =>
  sheet(inspection, 'Timetable', timetableOf(inspection, dayIn(inspection, inspection.recordedAt), holidays).steps, [
    { head: 'What', wide: 5, of: ({ what }) => what },
    { head: 'Who', wide: 2, of: ({ who }) => who ?? '' },
    { head: 'From', holds: 'day', of: ({ days }) => days?.first ?? '' },
    { head: 'To', holds: 'day', of: ({ days }) => days?.last ?? '' },
    { head: 'Kept', holds: 'day', of: ({ kept }) => kept ?? '' },
    { head: 'How it is counted', wide: 3, of: (step) => countingInWords(step) ?? '' },
    { head: 'How sure', of: ({ confidence }) => confidence },
    { head: 'Source', wide: 3, of: ({ source }) => source ?? '' },
  ]);

/** What has no sheet of its own making: its number, what it says, and who recorded it. */
const asRead = (letter: Letter, inspection: Inspection): Sheet => {
  const { all } = kinds[letter];
  const name = inWordsOf(inspection, titleOf(letter));
  return sheet<Recorded>(inspection, name, all(inspection).values(), [
    number,
    { head: 'What it says', wide: 8, of: ({ item }) => itemReads(inspection, item) },
    by,
  ]);
};

/** Which sheet tells of the items of a letter; several letters may stand in one. */
const sheets = {
  E: (inspection) => evidence(inspection, inspection.evidence.values()),
  J: judgements,
  P: judgements,
  G: judgements,
  C: cases,
  L: lines,
  A: recommendations,
  Q: requests,
  R: rounds,
  F: findings,
} satisfies Partial<Record<Letter, (inspection: Inspection, record: OrdinaryRecord) => Sheet>>;

/** The record as tables. What nobody recorded in this inspection has a sheet only where every record has it. */
export const workbook = (record: OrdinaryRecord, holidays: BankHolidays): Workbook => {
  const { inspection } = record;
  const own = new Set<(inspection: Inspection, record: OrdinaryRecord) => Sheet>(Object.values(sheets));
  const others = letters.filter((letter) => !(letter in sheets)).map((letter) => asRead(letter, inspection));
  return {
    at: inspection.recordedAt,
    sheets: [
      ...[...own]
        .map((of) => of(inspection, record))
        .filter(({ name, table }) => name !== 'Findings' || table.rows.length > 0),
      ...others.filter(({ table }) => table.rows.length > 0),
      timetable(inspection, holidays),
      { name: 'Changes', table: changesIn(record) },
    ],
  };
};

/** Restricted evidence, for those whom a copy of it is for. */
export const restrictedWorkbook = (inspection: Inspection, { record, entries }: RestrictedReport): Workbook => ({
  at: entries.at(-1)?.at ?? inspection.recordedAt,
  sheets: [evidence(inspection, record.evidence.values())],
});

import { z } from 'zod';
import { seen } from '../corrections.ts';
import { type Area, areaOf, gradeLabel, gradesFor, notJudged, type Rule } from '../framework.ts';
import { outcomeOf, standsApart } from '../grading.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import type { By, Person } from '../people.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { may } from '../roles.ts';
import { areaRecord, gradesSoFar, roleOf } from '../standing.ts';
import { typed } from '../text/typed.ts';
import { chosenIds } from './evidence-content.ts';
import { lapseOveralls } from './overall.ts';
import { wrongToRestOn } from './resting.ts';

/** The grade of one area. By lead or deputy it is the team's; by an inspector it is a proposal for them to adopt. */
const gradeArea = z.strictObject({
  type: z.literal('GradeArea'),
  seen,
  area: z.string('Choose a judgement area.'),
  grade: z.string('Choose a grade.'),
  narrative: typed('Say why this grade: what you saw and what it means for {children}.'),
  evidence: chosenIds,
});
type GradeArea = z.infer<typeof gradeArea>;

const words = { area: z.string(), grade: z.string(), narrative: z.string(), evidence: z.array(z.string()) };

const gradeProposed = z.strictObject({ type: z.literal('GradeProposed'), item: z.string(), ...words });
const areaGraded = z.strictObject({
  type: z.literal('AreaGraded'),
  item: z.string(),
  ...words,
  /** The proposal that this grade adopts, where it is the same grade. */
  adopts: z.string().nullable(),
  /** Expected rules that this grade is outside of; the narrative is the written reason. */
  outside: z.array(z.string()),
});
const events = [gradeProposed, areaGraded] as const;

type Words = { area: string; grade: string; narrative: string; evidence: string[] };

/** A grade as given, by whom and when. It is never changed: a revised one is a new judgement. */
export type Judgement = Words & { item: string; by: Person; at: string; adopts: string | null; outside: string[] };
/** `answered`: the team has given the area its grade since. */
export type Proposal = Words & { item: string; by: Person; at: string; answered: boolean };

/** What was proposed for an area and the team has not decided on. */
export const openProposals = (inspection: Inspection, area: string): Proposal[] =>
  areaRecord(inspection, area).proposals.filter(({ answered }) => !answered);

/** Every grade that was given, area by area and then as they were given; the last of an area stands. */
export const allJudgements = ({ areas }: Inspection): Judgement[] =>
  [...areas.values()].flatMap(({ judgements }) => judgements);

export const allProposals = ({ areas }: Inspection): Proposal[] =>
  [...areas.values()].flatMap(({ proposals }) => proposals);

/** Leaves nothing of a judgement or a proposal: the grade given before it stands again. */
export const forgetJudgement = ({ areas }: Inspection, item: string): void => {
  for (const record of areas.values()) {
    record.judgements = record.judgements.filter((each) => each.item !== item);
    record.proposals = record.proposals.filter((each) => each.item !== item);
  }
};

const wrongEvidence = ({ evidence, grade }: GradeArea, area: Area, inspection: Inspection): string | null =>
  evidence.length === 0 && grade !== notJudged
    ? `A grade rests on evidence from ${area.short}. Choose at least one item, or record one first.`
    : wrongToRestOn(inspection, evidence, area);

/** The rules limiting an area that a grade of it is against, as the other grades stand. Musts first. */
export const rulesAgainst = (inspection: Inspection, area: string, grade: string): Rule[] => {
  if (grade === notJudged) return [];
  const outcome = outcomeOf(inspection.framework, area, { ...gradesSoFar(inspection), [area]: grade });
  return outcome.because.filter(({ ruledOut }) => ruledOut.includes(grade)).map(({ rule }) => rule);
};

/** A must refuses a grade; an expected rule is named beside it, so that the reason is shown. */
const limits = (command: GradeArea, inspection: Inspection): { refusals: Refusal[]; outside: string[] } => {
  const against = rulesAgainst(inspection, command.area, command.grade);
  const musts = against.filter((rule) => rule.force === 'must');
  return {
    refusals: musts.slice(0, 1).map((rule) => ({
      field: 'grade',
      words: `Not possible under this framework: ${gradeLabel(inspection.framework, command.grade)}. ${rule.id} (must): ${rule.because}.`,
    })),
    outside: against.filter((rule) => rule.force === 'expected').map((rule) => rule.id),
  };
};

const decide = (command: GradeArea, inspection: Inspection, by: By): Decision<Of<typeof events>> => {
  const { framework } = inspection;
  const role = roleOf(inspection, by.person);
  if (framework.output === 'findings')
    return refuse(null, `${framework.short} gives no grades. What was found is recorded as a finding.`);
  const area = framework.areas.find((each) => each.id === command.area);
  if (area?.kind === 'input')
    return refuse('area', `${area.short} is given from elsewhere and not judged by the team.`);
  if (!area) return refuse('area', `${framework.short} has no such judgement area. Choose one from the list.`);
  if (!gradesFor(framework, area).includes(command.grade)) {
    const legal = gradesFor(framework, area).map((grade) => gradeLabel(framework, grade));
    return refuse('grade', `${area.short} is graded ${legal.join(', ')}. Choose one of these.`);
  }
  const { refusals, outside } = limits(command, inspection);
  const wrong = wrongEvidence(command, area, inspection);
  if (wrong !== null) refusals.push({ field: 'evidence', words: wrong });
  if (refusals.length > 0) return { refusals };
  const { type: _, seen: __, ...said } = command;
  if (!may(role, 'give a grade')) {
    return { events: [{ type: 'GradeProposed', item: nextItem(inspection.items, 'P'), ...said }] };
  }
  const adopts = openProposals(inspection, area.id).findLast((proposal) => proposal.grade === command.grade);
  const item = nextItem(inspection.items, 'J');
  return { events: [{ type: 'AreaGraded', item, ...said, adopts: adopts?.item ?? null, outside }] };
};

export const judgementMatter = matter({
  commands: [gradeArea],
  events,
  act: 'propose a grade',
  sealed: true,
  begins: () => ({}),
  decide,
  evolve: {
    GradeProposed: (inspection, event, { person: by, at }) =>
      void areaRecord(inspection, event.area).proposals.push({ ...event, by, at, answered: false }),
    AreaGraded: (inspection, event, { person: by, at }) => {
      const record = areaRecord(inspection, event.area);
      const before = record.judgements.at(-1)?.grade;
      record.judgements.push({ ...event, by, at });
      // What was proposed before the team decided is answered by its decision.
      record.proposals = record.proposals.map((proposal) => ({ ...proposal, answered: true }));
      // An area that stands apart never moves the overall grade; nor does a grade that stays.
      const { framework } = inspection;
      if (event.grade !== before && !standsApart(framework, areaOf(framework, event.area)))
        lapseOveralls(inspection, event.area);
    },
  },
  moves: (_, { type }) => (type === 'AreaGraded' ? 'signature' : 'nothing'),
  corrects: ['AreaGraded'],
  about: ({ area }) => `grade ${area}`,
});

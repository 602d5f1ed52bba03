import { z } from 'zod';
import { seen } from '../corrections.ts';
import { areaOf, gradeLabel, nameOf } from '../framework.ts';
import { areasUnder, counting, inSentence, type Outcome, outcomeOf } from '../grading.ts';
import type { Inspection } from '../inspection.ts';
import { matter } from '../matter.ts';
import type { Person } from '../people.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { gradesSoFar } from '../standing.ts';
import { typedOrNothing } from '../text/typed.ts';

const setOverall = z.strictObject({
  type: z.literal('SetOverall'),
  seen,
  overall: z.string(),
  grade: z.string('Choose a grade.'),
  reason: typedOrNothing,
  /** Answers to the questions that `consider` rules ask, by rule id. */
  answers: z.record(z.string(), typedOrNothing),
});
export type SetOverall = z.infer<typeof setOverall>;

/** What the rules left at the time, kept beside what the lead recorded. */
const derived = z.strictObject({
  permitted: z.array(z.string()),
  expected: z.array(z.string()),
  because: z.array(z.strictObject({ rule: z.string(), ruledOut: z.array(z.string()) })),
});

const overallSet = z.strictObject({
  type: z.literal('OverallSet'),
  overall: z.string(),
  grade: z.string(),
  reason: z.string().nullable(),
  answers: z.record(z.string(), z.string()),
  derived,
});
export type OverallSet = z.infer<typeof overallSet>;

export type OverallJudgement = Omit<OverallSet, 'type'> & { by: Person; at: string };

/** The field that a `consider` rule's question has in the form, and in a refusal. */
export const answerField = (rule: string): string => `answers.${rule}`;

/** Why no overall grade can be set yet or at all; null when it can. */
export const whyNoOverall = (inspection: Inspection, overall: string): string | null => {
  const { framework } = inspection;
  if (framework.overalls.length === 0)
    return `${inspection.chosen.narrative ? 'This inspection' : framework.short} gives no overall effectiveness. ${framework.noOverall ?? ''}`.trim();
  if (!framework.overalls.some((each) => each.id === overall))
    return `${framework.short} has no overall called ${overall}.`;
  const { missing } = outcomeOf(framework, overall, gradesSoFar(inspection));
  if (missing.length === 0) return null;
  const areas = missing.map((id) => areaOf(framework, id));
  const named = (given: boolean): string =>
    areas
      .filter(({ kind }) => (kind === 'input') === given)
      .map(({ short }) => short)
      .join(', ');
  const [judged, given] = [named(false), named(true)];
  return [
    judged && `Not yet judged: ${judged}.`,
    given && `Not yet given: ${given}.`,
    `${judged ? 'Give the grade' : 'Record the result, or that there is none,'} first.`,
  ]
    .filter(Boolean)
    .join(' ');
};

const forbidden = (framework: Inspection['framework'], outcome: Outcome, grade: string): string => {
  const rule = outcome.because.find((result) => result.rule.force === 'must' && result.ruledOut.includes(grade))?.rule;
  const judged = outcome.judged
    .filter(({ area, grade: given }) =>
      rule?.when.some((condition) => counting(framework, condition, { [area]: given }, rule.limits).length > 0),
    )
    .map(
      ({ area, grade: given }) => `${areaOf(framework, area).short} is ${gradeLabel(framework, given).toLowerCase()}`,
    );
  return [
    `Not possible under this framework: ${gradeLabel(framework, grade)} for ${nameOf(framework, outcome.of).toLowerCase()}.`,
    rule ? `${rule.id} (must): ${inSentence(rule.because)}.` : '',
    judged.length > 0 ? `${judged.join('; ')}.` : '',
  ]
    .filter(Boolean)
    .join(' ');
};

/** Whether this grade needs a reason in words: outside what is expected, or where several are. */
export const needsReason = (outcome: Outcome, grade: string): boolean =>
  !(outcome.fixed && outcome.expected[0] === grade);

const decide = (command: SetOverall, inspection: Inspection): Decision<OverallSet> => {
  const { framework } = inspection;
  const notNow = whyNoOverall(inspection, command.overall);
  if (notNow) return refuse('grade', notNow);
  const outcome = outcomeOf(framework, command.overall, gradesSoFar(inspection));
  if (!framework.scale.some((grade) => grade.id === command.grade))
    return refuse('grade', 'Choose a grade from the list.');
  if (!outcome.permitted.includes(command.grade)) return refuse('grade', forbidden(framework, outcome, command.grade));
  const refusals: Refusal[] = [];
  if (needsReason(outcome, command.grade) && !command.reason) {
    const expected = outcome.expected.map((grade) => gradeLabel(framework, grade).toLowerCase()).join(' or ');
    const why = outcome.expected.includes(command.grade)
      ? 'More than one grade is expected'
      : 'This grade is outside the expected ones';
    refusals.push({
      field: 'reason',
      words: `${why} (${expected}), so say why it is this one. The summary shows your words.`,
    });
  }
  for (const rule of outcome.questions) {
    if (!command.answers[rule.id])
      refusals.push({ field: answerField(rule.id), words: 'Answer in a sentence or two. It moves no grade.' });
  }
  if (refusals.length > 0) return { refusals };
  const { overall, grade, reason } = command;
  const because = outcome.because.map(({ rule, ruledOut }) => ({ rule: rule.id, ruledOut }));
  const answers = Object.fromEntries(outcome.questions.map((rule) => [rule.id, command.answers[rule.id] ?? '']));
  const { permitted, expected } = outcome;
  return {
    events: [{ type: 'OverallSet', overall, grade, reason, answers, derived: { permitted, expected, because } }],
  };
};

/** A changed grade lapses the overall grade; of several, those that the area is under. */
export const lapseOveralls = ({ framework, overalls }: Inspection, area: string): void => {
  const alone = framework.overalls.length < 2;
  for (const { id } of framework.overalls) if (alone || areasUnder(framework, id).includes(area)) overalls.delete(id);
};

declare module '../inspection.ts' {
  interface Inspection {
    /** The overall grades that stand; a change to an area's grade lapses them. */
    overalls: Map<string, OverallJudgement>;
  }
}

export const overallMatter = matter({
  commands: [setOverall],
  events: [overallSet],
  act: 'set overall effectiveness',
  sealed: true,
  begins: () => ({ overalls: new Map() }),
  decide,
  evolve: {
    OverallSet: ({ overalls }, { type: _, ...said }, { person: by, at }) =>
      void overalls.set(said.overall, { ...said, by, at }),
  },
  moves: 'signature',
  corrects: ['OverallSet'],
  about: ({ overall }) => `overall ${overall}`,
});

import { type Area, type Framework, gradeLabel, listed, nameOf } from '../../src/domain/framework.ts';
import { areasUnder, type Outcome, outcomeOf } from '../../src/domain/grading.ts';
import type { Inspection } from '../../src/domain/inspection.ts';
import { givenFor } from '../../src/domain/matters/given.ts';
import { answerField, needsReason } from '../../src/domain/matters/overall.ts';
import { gradesSoFar, judgementOf } from '../../src/domain/standing.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { areasBriefly, gradeWords } from '../../src/words/areas.ts';
import { thinlyGraded } from '../../src/words/based-on.ts';
import { givenInWords } from '../../src/words/given.ts';
import { type Line, lineIf } from '../../src/words/message.ts';
import { becauseInWords, leftInWords } from '../../src/words/overall.ts';
import type { AskOfInspection } from '../contract.ts';
import { box, groupedMenu, menu, redrawing, said, saidLines } from '../fields.ts';
import { type About, type ChoiceGroup, type Field, type Form, one, type Piece, type Values } from '../form.ts';
import { seenNow } from './meanwhile.ts';

/** What an overall grade is given over: of several, each shows its own part. */
const areasShown = ({ framework }: Inspection, overall: string): Area[] => {
  const under = areasUnder(framework, overall);
  return framework.overalls.length < 2 ? framework.areas : framework.areas.filter(({ id }) => under.includes(id));
};

/** What it is given over, a line for each grade and for each result from elsewhere. */
const judgedLines = (inspection: Inspection, overall: string): Line[] => {
  const areas = areasShown(inspection, overall);
  const given = areas.flatMap((area): Line[] => {
    const there = givenFor(inspection, area.id);
    return there ? [[`${area.short}: `, givenInWords(inspection, there, 80)]] : [];
  });
  const grades = new Map<string, string[]>();
  for (const { id, short } of areas) {
    const grade = judgementOf(inspection, id)?.grade;
    if (grade !== undefined) grades.set(grade, [...(grades.get(grade) ?? []), short]);
  }
  const judged = [...grades].map(
    ([grade, named]): Line => [{ strong: `${gradeWords(inspection, grade)}: ` }, listed(named, 'and')],
  );
  return [...judged, ...given];
};

const gradeGroups = ({ framework }: Inspection, outcome: Outcome): ChoiceGroup[] => {
  const choices = (grades: readonly string[]) =>
    grades.map((value) => ({ value, label: gradeLabel(framework, value) }));
  const others = outcome.permitted.filter((grade) => !outcome.expected.includes(grade));
  return [
    { label: 'Expected', choices: choices(outcome.expected) },
    { label: 'Permitted with a reason', choices: choices(others) },
  ].filter((group) => group.choices.length > 0);
};

/** Which of the framework's overall grades the form is about. */
export const overallAsked = (inspection: Inspection, values: Values, about: About): string =>
  one(values, 'overall') ?? about.overall ?? inspection.framework.overalls[0]?.id ?? '';

/** Which of the judgements rest on thin evidence. It forbids no grade. */
export const thinLines = (inspection: Inspection): Line[] => {
  const thin = areasBriefly(inspection, thinlyGraded(summaryOf(inspection)));
  return lineIf(thin, `Thin evidence: ${thin}.`);
};

/** Why the reason is needed, or what becomes of one that is not: the box says so as the grade chosen has it. */
const reasonHint = (framework: Framework, outcome: Outcome, grade: string | null): string => {
  if (grade !== null && !needsReason(outcome, grade))
    return 'The rules expect this grade, so it needs no reason. The summary shows what you write.';
  if (grade !== null && !outcome.expected.includes(grade)) {
    const expected = outcome.expected.map((each) => gradeLabel(framework, each).toLowerCase());
    return `Needed: the rules expect ${listed(expected, 'or')}. The summary shows your words.`;
  }
  return outcome.fixed || outcome.rules.length === 0
    ? 'Needed. The summary shows your words.'
    : 'Needed: the rules expect more than one grade. The summary shows your words.';
};

/** The grade chosen so far: as it stands in the form, else the one that is expected, or that was set, or the only one left. */
const gradeChosen = (values: Values, outcome: Outcome, set: string | undefined): string | null => {
  const { permitted, expected, fixed } = outcome;
  const [only = null] = permitted.length === 1 ? permitted : [];
  const chosen = one(values, 'grade') ?? (fixed ? expected[0] : set) ?? null;
  return chosen !== null && permitted.includes(chosen) ? chosen : only;
};

/** The box for it, as the grade chosen has it. */
const reasonBox = (framework: Framework, outcome: Outcome, grade: string | null, initial: string | null): Field =>
  box('reason', 'Why this grade?', initial, {
    required: grade === null || needsReason(outcome, grade),
    fresh: outcome.of,
    hint: reasonHint(framework, outcome, grade),
  });

/** Why these grades are left, where all the rules stand, and what it is given over. */
const whyPiece = (inspection: Inspection, outcome: Outcome): Piece => {
  const because = becauseInWords(inspection.framework, outcome);
  const all = { label: 'All rules and the closest changes', does: `overall rules ${outcome.of}` };
  return said(
    { lines: lineIf(because, { strong: 'Because: ' }, `${because}.`) },
    { buttons: outcome.rules.length > 0 ? [all] : [] },
    { list: judgedLines(inspection, outcome.of) },
  );
};

/** The rules' questions, each with a box for its answer. */
const questionBoxes = ({ questions }: Outcome, values: Values): Piece[] =>
  questions.map((rule) =>
    box(answerField(rule.id), rule.force === 'consider' ? rule.ask : rule.because, one(values, answerField(rule.id)), {
      hint: `${rule.id} asks for an answer in words. It moves no grade.`,
    }),
  );

/** That the word typed names no overall grade; nothing once something is chosen. */
const unknownOverall = ({ short }: Framework, { unknown }: About, values: Values, name: string): Piece[] =>
  unknown && one(values, 'grade') === null
    ? [saidLines([`“${unknown}” is no overall grade of ${short}. This is the form for ${name.toLowerCase()}.`])]
    : [];

/** Which overall grade, where the framework has several. */
const whichMenu = ({ overalls }: Framework, overall: string): Piece[] => {
  const choices = overalls.map(({ id, title }) => ({ value: id, label: title }));
  return choices.length < 2 ? [] : [redrawing(menu('overall', 'Which overall grade?', choices, overall))];
};

/** The form for an overall grade: what the rules leave, the choice, the reason where one is needed, and then why. */
export const overallForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const { inspection } = ask;
  const { framework } = inspection;
  const overall = overallAsked(inspection, values, about);
  const outcome = outcomeOf(framework, overall, gradesSoFar(inspection));
  const set = inspection.overalls.get(overall);
  const chosen = gradeChosen(values, outcome, set?.grade);
  const name = nameOf(framework, overall);
  const grades = groupedMenu('grade', name, gradeGroups(inspection, outcome), chosen, { fresh: overall });
  return {
    of: 'overall',
    title: 'Overall effectiveness',
    submit: 'Save',
    pieces: [
      ...unknownOverall(framework, about, values, name),
      ...whichMenu(framework, overall),
      saidLines(leftInWords(framework, outcome), ...thinLines(inspection)),
      // Another grade may need a reason where this one needs none.
      redrawing(grades, outcome.fixed && outcome.permitted.length > 1),
      reasonBox(framework, outcome, chosen, one(values, 'reason') ?? set?.reason ?? null),
      ...questionBoxes(outcome, values),
      whyPiece(inspection, outcome),
    ],
    // What stands of another overall grade is seen when it is drawn.
    about: { ...about, overall, ...(about.seen === undefined || about.overall !== overall ? seenNow(ask) : {}) },
  };
};

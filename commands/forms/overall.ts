import { type Area, gradeLabel, nameOf } from '../../src/domain/framework.ts';
import { areasUnder, changesInWords, type Outcome, outcomeOf } from '../../src/domain/grading.ts';
import type { Inspection } from '../../src/domain/inspection.ts';
import { givenFor } from '../../src/domain/matters/given.ts';
import { answerField } from '../../src/domain/matters/overall.ts';
import { gradesSoFar, judgementOf } from '../../src/domain/standing.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { gradeWords } from '../../src/words/areas.ts';
import { thinJudgements } from '../../src/words/based-on.ts';
import { givenInWords } from '../../src/words/given.ts';
import { counted, type Line, type Part } from '../../src/words/message.ts';
import { leftInWords, ruleLine } from '../../src/words/overall.ts';
import type { AskOfInspection } from '../contract.ts';
import {
  type About,
  box,
  type ChoiceGroup,
  type Form,
  one,
  type Piece,
  said,
  saidLines,
  type Values,
} from '../form.ts';
import { seenNow } from './meanwhile.ts';
import { namesPieces } from './names.ts';
import { gradeChosen, reasonBox } from './overall-reason.ts';

/** What an overall grade is given over: of several, each shows its own part. */
const areasShown = ({ framework }: Inspection, overall: string): Area[] => {
  const under = areasUnder(framework, overall);
  return framework.overalls.length < 2 ? framework.areas : framework.areas.filter(({ id }) => under.includes(id));
};

const judgementLines = (inspection: Inspection, overall: string): Line[] =>
  areasShown(inspection, overall).flatMap((area): Line[] => {
    const given = givenFor(inspection, area.id);
    if (given) return [[`${area.short}: `, givenInWords(inspection, given, 80)]];
    const judgement = judgementOf(inspection, area.id);
    if (!judgement) return [];
    return [
      [
        `${area.short}: `,
        { strong: gradeWords(inspection, judgement.grade) },
        ` (${judgement.item}, ${counted(judgement.evidence.length, 'item')})`,
      ],
    ];
  });

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
export const thinParts = (inspection: Inspection): Part[] => {
  const thin = thinJudgements(summaryOf(inspection));
  return thin === '' ? [] : [{ lines: [[`${thin}. It forbids no grade; the summary says so.`]] }];
};

/** A list under its title; nothing where the list is empty. */
const titled = (title: string, list: readonly Line[]): Part[] =>
  list.length > 0 ? [{ lines: [[{ strong: title }]] }, { list }] : [];

/** The form for an overall grade: what the rules leave and why, the choice, and the reason where one is needed. */
export const overallForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const { inspection } = ask;
  const { framework } = inspection;
  const overall = overallAsked(inspection, values, about);
  const outcome = outcomeOf(framework, overall, gradesSoFar(inspection));
  const set = inspection.overalls.get(overall);
  const chosen = gradeChosen(values, outcome, set?.grade);
  const fired = outcome.rules.filter((result) => result.fired === 'yes');
  const others = outcome.rules.filter((result) => result.fired !== 'yes');
  const which: Piece[] =
    framework.overalls.length < 2
      ? []
      : [
          {
            is: 'choice',
            field: 'overall',
            label: 'Which overall grade?',
            hint: null,
            required: true,
            fresh: '',
            shown: 'menu',
            groups: [
              { label: null, choices: framework.overalls.map(({ id, title }) => ({ value: id, label: title })) },
            ],
            initial: overall,
            redraws: true,
          },
        ];
  return {
    of: 'overall',
    title: 'Overall effectiveness',
    submit: 'Save',
    pieces: [
      ...(about.unknown && one(values, 'grade') === null
        ? [
            saidLines([
              `“${about.unknown}” is no overall grade of ${framework.short}. This is the form for ${nameOf(framework, overall).toLowerCase()}.`,
            ]),
          ]
        : []),
      ...which,
      said(
        { lines: [leftInWords(inspection, outcome)] },
        { list: judgementLines(inspection, overall) },
        ...thinParts(inspection),
        ...titled(
          'Why',
          fired.map((result) => ruleLine(inspection, result)),
        ),
        ...titled(
          'What would change it',
          outcome.rules.length > 0 ? changesInWords(framework, outcome).map((words) => [words]) : [],
        ),
      ),
      {
        is: 'choice',
        field: 'grade',
        label: nameOf(framework, overall),
        hint: null,
        required: true,
        fresh: overall,
        shown: 'menu',
        groups: gradeGroups(inspection, outcome),
        initial: chosen,
        // Another grade may need a reason where this one needs none.
        redraws: outcome.fixed && outcome.permitted.length > 1,
      },
      reasonBox(framework, outcome, chosen, one(values, 'reason') ?? set?.reason ?? null),
      ...outcome.questions.map(
        (rule): Piece =>
          box(
            answerField(rule.id),
            rule.force === 'consider' ? rule.ask : rule.because,
            one(values, answerField(rule.id)),
            {
              hint: `${rule.id} asks for an answer in words. It moves no grade.`,
            },
          ),
      ),
      ...namesPieces(about),
      // Last, so that the choice stands near what decides it.
      ...(others.length > 0
        ? [
            said(
              ...titled(
                'Rules that did not fire',
                others.map((result) => ruleLine(inspection, result)),
              ),
            ),
          ]
        : []),
    ],
    // What stands of another overall grade is seen when it is drawn.
    about: { ...about, overall, ...(about.seen === undefined || about.overall !== overall ? seenNow(ask) : {}) },
  };
};

import { type Area, gradeLabel, nameOf } from '../src/domain/framework.ts';
import { areasUnder, changesInWords, type Outcome, outcomeOf } from '../src/domain/grading.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import { givenFor } from '../src/domain/matters/given.ts';
import { answerField, whyNoOverall } from '../src/domain/matters/overall.ts';
import { gradesSoFar, judgementOf } from '../src/domain/standing.ts';
import { summaryOf } from '../src/domain/summary.ts';
import { gradeWords } from '../src/words/areas.ts';
import { thinJudgements } from '../src/words/based-on.ts';
import { savedAs } from '../src/words/evidence.ts';
import { givenInWords } from '../src/words/given.ts';
import { counted, type Line, type Message, type Part, says, shortened } from '../src/words/message.ts';
import { leftInWords, ruleLine } from '../src/words/overall.ts';
import {
  type AskOfInspection,
  type InspectionSubcommand,
  noSearch,
  type Receipt,
  type Reply,
  sayRefusals,
} from './contract.ts';
import { type About, box, type ChoiceGroup, type Form, one, type Piece, said, saidLines, type Values } from './form.ts';
import { askAboutChange, seenIn, seenNow } from './forms/meanwhile.ts';
import { askAboutNames, namesPieces } from './forms/names.ts';
import { gradeChosen, reasonBox } from './forms/overall-reason.ts';
import { sealedReply } from './forms/sealed.ts';

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

const overallAsked = (inspection: Inspection, values: Values, about: About): string =>
  one(values, 'overall') ?? about.overall ?? inspection.framework.overalls[0]?.id ?? '';

/** Which of the judgements rest on thin evidence. It forbids no grade. */
const thinParts = (inspection: Inspection): Part[] => {
  const thin = thinJudgements(summaryOf(inspection));
  return thin === '' ? [] : [{ lines: [[`${thin}. It forbids no grade; the summary says so.`]] }];
};

/** A list under its title; nothing where the list is empty. */
const titled = (title: string, list: readonly Line[]): Part[] =>
  list.length > 0 ? [{ lines: [[{ strong: title }]] }, { list }] : [];

const draw = (ask: AskOfInspection, values: Values, about: About): Form => {
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

const receipt = ({ events, hash, inspection }: Receipt): Message => {
  const [event] = events;
  if (event?.type !== 'OverallSet') return says(`Saved (${hash.slice(0, 6)})`);
  const title = nameOf(inspection.framework, event.overall);
  return {
    parts: [
      {
        lines: [
          [
            { strong: savedAs(title.toLowerCase(), hash) },
            ` · ${gradeWords(inspection, event.grade)}. Post it with /judge summary.`,
          ],
        ],
      },
      ...thinParts(inspection),
      { buttons: [{ label: 'Summary', does: 'summary', main: true }] },
    ],
  };
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const { inspection } = ask;
  const overall = overallAsked(inspection, values, about);
  if (about.overall !== overall) return { open: draw(ask, values, about) };
  const set = inspection.overalls.get(overall);
  const changed = {
    subject: `overall ${overall}`,
    did: `set ${nameOf(inspection.framework, overall).toLowerCase()}${set ? `, ${gradeWords(inspection, set.grade).toLowerCase()},` : ''}`,
    now: [],
  };
  const meanwhile = askAboutChange(ask, about, changed, (asking) => draw(ask, values, asking));
  if (meanwhile) return meanwhile;
  const prefix = answerField('');
  const answered = Object.keys(values).filter((field) => field.startsWith(prefix));
  const names = askAboutNames(ask, values, about, ['reason', ...answered], (asking) => draw(ask, values, asking));
  if (names) return names;
  const answers = Object.fromEntries(answered.map((field) => [field.slice(prefix.length), one(values, field)]));
  const command = {
    type: 'SetOverall',
    seen: seenIn(about),
    overall,
    grade: one(values, 'grade'),
    reason: one(values, 'reason'),
    answers,
  };
  return { keep: { in: 'inspection', command }, receipt, another: null, refused: sayRefusals };
};

export const overall: InspectionSubcommand = {
  of: 'inspection',
  word: 'overall',
  usage: '',
  about: 'Sets overall effectiveness: shows which grades the rules leave, and why.',
  brief: 'set overall effectiveness, with the rules',
  example: '/judge overall',
  act: 'set overall effectiveness',
  asked: (ask) => {
    const sealed = sealedReply(ask, '');
    if (sealed) return sealed;
    const { overalls } = ask.inspection.framework;
    const typed = ask.words.trim().toLowerCase();
    const named = overalls.find(({ id, title }) => id === typed || title.toLowerCase() === typed);
    const about: About = named
      ? { overall: named.id }
      : typed === ''
        ? {}
        : { unknown: shortened(ask.words.trim(), 60) };
    const overall = overallAsked(ask.inspection, {}, about);
    const why = whyNoOverall(ask.inspection, overall);
    return why ? { say: says(why) } : { open: draw(ask, {}, about) };
  },
  form: { draw, submitted, search: noSearch },
};

import { speaksInFindings } from '../src/domain/findings.ts';
import { type Area, areaByWord, areaOf, areaWord, gradeLabel, gradesFor } from '../src/domain/framework.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import { may, onlyFor } from '../src/domain/roles.ts';
import { areaRecord, judgementOf, nameOfPerson } from '../src/domain/standing.ts';
import { basisOver } from '../src/domain/summary.ts';
import { thinness } from '../src/domain/thin.ts';
import { itemsOf } from '../src/domain/weight.ts';
import { gradeWords } from '../src/words/areas.ts';
import { thereInWords, thinSoFar } from '../src/words/based-on.ts';
import { contextParts } from '../src/words/context.ts';
import { savedAs } from '../src/words/evidence.ts';
import { counted, type Line, type Message, type Part, says, shortened } from '../src/words/message.ts';
import { gradesInOneLine } from '../src/words/rounds.ts';
import { thinInWords } from '../src/words/settings.ts';
import { type AskOfInspection, type InspectionSubcommand, type Receipt, type Reply, sayRefusals } from './contract.ts';
import {
  type About,
  box,
  type Choice,
  type Form,
  one,
  type Piece,
  radio,
  said,
  saidLines,
  type Values,
} from './form.ts';
import { drawFinding, findingAsked, searchFinding, submittedFinding } from './forms/finding.ts';
import { givenFields, submittedGiven } from './forms/given.ts';
import { askAboutChange, seenIn, seenNow } from './forms/meanwhile.ts';
import { askAboutNames, namesPieces } from './forms/names.ts';

import { type Pool, reliedOn, reliedOnField, searchReliedOn, sidesOf } from './forms/relied-on.ts';
import { sealedReply } from './forms/sealed.ts';
import { unknownPieces, unknownWord } from './forms/unknown-word.ts';

/** The evidence that a grade of this area may rest on. */
const poolOf = ({ inspection }: AskOfInspection, area: Area): Pool => ({
  items: itemsOf(inspection, area.id),
  one: `item of ${area.short}`,
  many: `items of ${area.short}`,
});

/** What the latest blind rounds on an area showed. */
const roundsOn = (inspection: Inspection, area: string): Line[] =>
  [...inspection.rounds.values()]
    .filter((round) => round.area === area && round.closed)
    .slice(-3)
    .map((round): Line => [`Round ${round.item}: ${gradesInOneLine(inspection, round)}`]);

/** What stands and what was proposed, before a new grade is given. */
const earlier = ({ inspection }: AskOfInspection, area: Area): Part[] => {
  const stands = judgementOf(inspection, area.id);
  const lines: Line[] = [
    ...(stands
      ? [[`Now: ${gradeWords(inspection, stands.grade)} (${stands.item}, ${nameOfPerson(inspection, stands.by)})`]]
      : []),
    ...areaRecord(inspection, area.id).proposals.map(
      (proposal): Line => [
        `${nameOfPerson(inspection, proposal.by)} proposes ${gradeWords(inspection, proposal.grade)}: ${shortened(proposal.narrative, 160)}`,
      ],
    ),
    ...roundsOn(inspection, area.id),
  ];
  return lines.length > 0 ? [{ lines }] : [];
};

/** What is thin about what a grade was given upon. */
const thinLines = (inspection: Inspection, id: string, evidence: readonly string[]): string[] => {
  const area = areaOf(inspection.framework, id);
  const { items, cases } = basisOver(inspection, evidence);
  const thin = evidence.length === 0 ? [] : thinness(inspection, area, { items, cases: cases.all });
  if (thin.length === 0) return [];
  return [
    `It rests on thin evidence: ${thereInWords(thin)}. Here ${thinInWords(inspection)} is thin; the summary says so.`,
  ];
};

const gradeFields = (ask: AskOfInspection, area: Area, values: Values): Piece[] => {
  const { inspection } = ask;
  const pool = poolOf(ask, area);
  const proposal = areaRecord(inspection, area.id).proposals.at(-1);
  const adopting = may(ask.member.role, 'give a grade') ? proposal : undefined;
  const grades = gradesFor(inspection.framework, area).map((grade) => ({
    value: grade,
    label: gradeLabel(inspection.framework, grade),
  }));
  return [
    said(...earlier(ask, area), ...contextParts(inspection), ...sidesOf(pool.items), ...thinSoFar(inspection, area)),
    radio('grade', 'Grade', grades, one(values, 'grade') ?? adopting?.grade ?? null, { fresh: area.id }),
    box('narrative', 'Why this grade?', one(values, 'narrative') ?? adopting?.narrative ?? null, {
      fresh: area.id,
      hint: 'What you saw and what it means for children. It is shown in the summary.',
    }),
    reliedOnField(inspection, pool, values, area.id, `/judge evidence ${areaWord(area)}`),
  ];
};

/** What goes on when another area is chosen: the asker's own words, but no grade, no evidence and nobody's proposal. */
const goingOn = ({ inspection }: AskOfInspection, values: Values, from: string): Values => {
  const narrative = one(values, 'narrative');
  const proposed = areaRecord(inspection, from).proposals.some((proposal) => proposal.narrative === narrative);
  return { narrative: proposed ? null : narrative };
};

/** The areas that this person may say something about: judgements are one act, results from elsewhere another. */
const areasFor = ({ inspection, member: { role } }: AskOfInspection): Area[] =>
  inspection.framework.areas.filter(({ kind }) =>
    may(role, kind === 'input' ? 'give a result from elsewhere' : 'propose a grade'),
  );

/** What the form becomes once its owner may say nothing about any area: the role was taken away meanwhile. */
const closedForm = (about: About): Form => ({
  of: 'grade',
  title: 'Propose a grade',
  submit: 'Close',
  pieces: [saidLines([onlyFor('propose a grade')])],
  about,
});

const draw = (ask: AskOfInspection, values: Values, about: About): Form => {
  const areas = areasFor(ask);
  if (areas.length === 0) return closedForm(about);
  const area = areas.find((each) => each.id === (one(values, 'area') ?? about.area));
  const from = about.area;
  const standing = from !== undefined && from !== area?.id ? goingOn(ask, values, from) : values;
  const given = area?.kind === 'input';
  const proposes = !given && !may(ask.member.role, 'give a grade');
  return {
    of: 'grade',
    title: given ? 'Record a result' : proposes ? 'Propose a grade' : 'Give a judgement',
    submit: proposes ? 'Propose' : 'Save',
    pieces: [
      ...unknownPieces(ask.inspection.framework, areas, about, area !== undefined),
      {
        is: 'choice',
        field: 'area',
        label: 'Judgement area',
        hint: area ? null : 'Choose one to see its evidence.',
        required: true,
        fresh: '',
        shown: 'menu',
        groups: [{ label: null, choices: areas.map((each) => ({ value: each.id, label: each.short })) }],
        initial: area?.id ?? null,
        redraws: true,
      },
      ...(area ? (given ? givenFields : gradeFields)(ask, area, standing) : []),
      ...namesPieces(about),
    ],
    // What stands of another area is seen when it is drawn.
    about: area ? { ...about, area: area.id, ...(area.id === from && about.seen ? {} : seenNow(ask)) } : about,
  };
};

const receipt = ({ events, hash, inspection }: Receipt): Message => {
  const [event] = events;
  if (event?.type === 'GradeProposed') {
    return says(
      `${savedAs(event.item, hash)} · proposed ${gradeWords(inspection, event.grade)}. The lead or deputy adopts it with /judge grade.`,
      ...thinLines(inspection, event.area, event.evidence),
    );
  }
  if (event?.type !== 'AreaGraded') return says(`Saved (${hash.slice(0, 6)})`);
  const area = inspection.framework.areas.find((each) => each.id === event.area);
  const rests = event.evidence.length > 0 ? ` · rests on ${counted(event.evidence.length, 'item')}` : '';
  const outside =
    event.outside.length > 0
      ? [`It is outside what ${event.outside.join(' and ')} expects; the summary shows your reason.`]
      : [];
  return says(
    `${savedAs(event.item, hash)} · ${area?.short}: ${gradeWords(inspection, event.grade)}${rests}`,
    ...outside,
    ...thinLines(inspection, event.area, event.evidence),
  );
};

/** The form again where somebody else graded the area meanwhile; it shows the grade that now stands. */
const askAboutGrade = (ask: AskOfInspection, values: Values, about: About, area: Area): Reply | null => {
  const changed = { subject: `grade ${area.id}`, did: `graded ${area.short}`, now: [] };
  return askAboutChange(ask, about, changed, (asking) => draw(ask, values, asking));
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  // The role was taken away while the form stood open.
  if (areasFor(ask).length === 0) return { refusals: [{ field: null, words: onlyFor('propose a grade') }] };
  const area = areasFor(ask).find((each) => each.id === one(values, 'area'));
  // Sent before the form had drawn the area's evidence, or while it still showed another area's.
  if (!area || !('grade' in values) || about.area !== area.id) return { open: draw(ask, values, about) };
  if (area.kind === 'input') return submittedGiven(ask, area, values);
  const gives = may(ask.member.role, 'give a grade');
  const meanwhile = gives ? askAboutGrade(ask, values, about, area) : null;
  if (meanwhile) return meanwhile;
  const names = askAboutNames(ask, values, about, ['narrative'], (asking) => draw(ask, values, asking));
  if (names) return names;
  const command = {
    type: 'GradeArea',
    seen: gives ? seenIn(about) : null,
    area: area.id,
    grade: one(values, 'grade'),
    narrative: one(values, 'narrative'),
    evidence: reliedOn(poolOf(ask, area), values),
  };
  return { keep: { in: 'inspection', command }, receipt, another: 'grade', refused: sayRefusals };
};

const search = (ask: AskOfInspection, about: About, query: string): Choice[] => {
  const area = ask.inspection.framework.areas.find((each) => each.id === about.area);
  return area ? searchReliedOn(poolOf(ask, area), query) : [];
};

/** Where a framework speaks in findings, the word opens their form. */
const inFindings = ({ inspection }: AskOfInspection): boolean => speaksInFindings(inspection);

export const grade: InspectionSubcommand = {
  of: 'inspection',
  word: 'grade',
  usage: '[area]',
  about:
    'Gives an area its grade, with the reason and the evidence relied on; where the framework gives none, records a finding. An inspector’s is a proposal.',
  brief: 'give an area its grade, or its findings',
  example: '/judge grade help',
  act: 'read',
  asked: (ask) => {
    const sealed = sealedReply(ask, '');
    if (sealed) return sealed;
    if (inFindings(ask)) return findingAsked(ask);
    const typed = ask.words.trim();
    const area = areaByWord(ask.inspection.framework, typed);
    const act = area?.kind === 'input' ? 'give a result from elsewhere' : 'propose a grade';
    if (area ? !may(ask.member.role, act) : areasFor(ask).length === 0) return { say: says(onlyFor(act)) };
    return { open: draw(ask, {}, area ? { area: area.id } : unknownWord(typed)) };
  },
  form: {
    draw: (ask, values, about) => (inFindings(ask) ? drawFinding : draw)(ask, values, about),
    submitted: (ask, values, about) => (inFindings(ask) ? submittedFinding : submitted)(ask, values, about),
    search: (ask, about, query) => (inFindings(ask) ? searchFinding : search)(ask, about, query),
  },
};

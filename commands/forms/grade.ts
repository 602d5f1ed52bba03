import { inWordsOf } from '../../src/domain/field.ts';
import { type Area, areaWord, gradeLabel, gradesFor } from '../../src/domain/framework.ts';
import type { Inspection } from '../../src/domain/inspection.ts';
import { openProposals } from '../../src/domain/matters/judgement.ts';
import { onlyFor } from '../../src/domain/only-for.ts';
import { may } from '../../src/domain/roles.ts';
import { itemsOf } from '../../src/domain/sorted-evidence.ts';
import { judgementOf, nameOfPerson } from '../../src/domain/standing.ts';
import { gradeWords } from '../../src/words/areas.ts';
import { thinSoFar } from '../../src/words/based-on.ts';
import { contextParts } from '../../src/words/context.ts';
import { criteriaButton } from '../../src/words/criteria.ts';
import { sidesParts } from '../../src/words/evidence.ts';
import { shortened } from '../../src/words/fitting.ts';
import { type Line, type Part, readRow } from '../../src/words/message.ts';
import { gradesInOneLine } from '../../src/words/round.ts';
import type { AskOfInspection } from '../contract.ts';
import { areasToChoose, box, menu, radio, redrawing, said, saidLines } from '../fields.ts';
import { type About, type Form, one, type Piece, type Values } from '../form.ts';
import { givenFields } from './given.ts';
import { seenNow } from './meanwhile.ts';
import { type Pool, reliedOnField } from './relied-on.ts';
import { unknownPieces } from './typed.ts';

/** The evidence that a grade of this area may rest on. */
export const poolOf = ({ inspection }: AskOfInspection, area: Area): Pool => ({
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
    ...roundsOn(inspection, area.id),
  ];
  const proposed = openProposals(inspection, area.id).map(({ item, by, grade, narrative }) =>
    readRow(item, [
      `${nameOfPerson(inspection, by)} proposes ${gradeWords(inspection, grade)}: ${shortened(narrative, 160)}`,
    ]),
  );
  return [{ lines }, ...proposed];
};

const gradeFields = (ask: AskOfInspection, area: Area, values: Values): Piece[] => {
  const { inspection } = ask;
  const pool = poolOf(ask, area);
  const proposal = openProposals(inspection, area.id).at(-1);
  const adopting = may(ask.member.role, 'give a grade') ? proposal : undefined;
  const grades = gradesFor(inspection.framework, area).map((grade) => ({
    value: grade,
    label: gradeLabel(inspection.framework, grade),
  }));
  return [
    said(
      ...earlier(ask, area),
      ...contextParts(inspection),
      ...sidesParts(pool.items, `find ${areaWord(area)}`, ...criteriaButton(inspection, area)),
      ...thinSoFar(inspection, area),
    ),
    radio('grade', 'Grade', grades, one(values, 'grade') ?? adopting?.grade ?? null, { fresh: area.id }),
    box('narrative', 'Why this grade?', one(values, 'narrative') ?? adopting?.narrative ?? null, {
      fresh: area.id,
      hint: inWordsOf(inspection, 'What you saw and what it means for {children}. It is shown in the summary.'),
    }),
    reliedOnField(inspection, pool, values, area.id),
  ];
};

/** What goes on when another area is chosen: the asker's own words, but no grade, no evidence and nobody's proposal. */
const goingOn = ({ inspection }: AskOfInspection, values: Values, from: string): Values => {
  const narrative = one(values, 'narrative');
  const proposed = openProposals(inspection, from).some((proposal) => proposal.narrative === narrative);
  return { narrative: proposed ? null : narrative };
};

/** The areas that this person may say something about: judgements are one act, results from elsewhere another. */
export const areasFor = ({ inspection, member: { role } }: AskOfInspection): Area[] =>
  inspection.framework.areas.filter(({ kind }) =>
    may(role, kind === 'input' ? 'give a result from elsewhere' : 'propose a grade'),
  );

/** What the form becomes once its owner may say nothing about any area: the role was taken away meanwhile. */
const closedForm = ({ inspection }: AskOfInspection, about: About): Form => ({
  of: 'grade',
  title: 'Propose a grade',
  submit: 'Close',
  pieces: [saidLines([onlyFor(inspection, 'propose a grade')])],
  about,
});

/** The form for an area's grade, or for a result from elsewhere: what stands and what was found, then the grade, why, and upon what. */
export const gradeForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const areas = areasFor(ask);
  if (areas.length === 0) return closedForm(ask, about);
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
      redrawing(
        menu('area', 'Judgement area', areasToChoose(areas), area?.id ?? null, {
          hint: area ? null : 'Choose one to see its evidence.',
        }),
      ),
      ...(area ? (given ? givenFields : gradeFields)(ask, area, standing) : []),
    ],
    // What stands of another area is seen when it is drawn.
    about: area ? { ...about, area: area.id, ...(area.id === from && about.seen ? {} : seenNow(ask)) } : about,
  };
};

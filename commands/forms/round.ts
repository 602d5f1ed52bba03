import { areaOf, gradeLabel, scaleOf } from '../../src/domain/framework.ts';
import type { Inspection } from '../../src/domain/inspection.ts';
import type { Round } from '../../src/domain/matters/round.ts';
import { thinSoFar } from '../../src/words/based-on.ts';
import { paragraph } from '../../src/words/message.ts';
import { progressOf } from '../../src/words/round.ts';
import type { AskOfInspection } from '../contract.ts';
import { areasToChoose, box, menu, radio, said, saidLines } from '../fields.ts';
import { type About, type Form, one, type Values } from '../form.ts';
import { unknownPieces } from './typed.ts';

/** The three forms of a blind round; `about.does` says which it is, `about.item` which round. */

/** What is chosen by somebody who saw too little to grade. */
export const cannotSay = 'cannot-say';

const opening = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const areas = inspection.framework.areas.filter(({ kind }) => kind !== 'input');
  return {
    of: 'round',
    title: 'Open a blind round',
    submit: 'Ask everybody',
    pieces: [
      ...unknownPieces(inspection.framework, areas, about, one(values, 'area') !== null),
      saidLines([
        'Each inspector, you included, gives a grade and a reason in private. Nobody sees any until all have answered or you close the round.',
      ]),
      menu('area', 'Judgement area', areasToChoose(areas), one(values, 'area') ?? about.area ?? null),
      radio(
        'shown',
        'Then the answers are shown',
        [
          { value: 'by-person', label: 'By person' },
          { value: 'without-names', label: 'Without names' },
        ],
        one(values, 'shown') ?? 'by-person',
        { hint: 'This cannot be changed later. Without names, fewer than three answers are not shown at all.' },
      ),
    ],
    about: { ...about, does: 'open' },
  };
};

const answering = ({ inspection, by }: AskOfInspection, round: Round, values: Values, about: About): Form => {
  const { framework } = inspection;
  const before = round.answers.get(by.user);
  const grades = scaleOf(framework, round.area).map(({ id }) => ({ value: id, label: gradeLabel(framework, id) }));
  const gradeBefore = before ? (before.grade ?? cannotSay) : null;
  return {
    of: 'round',
    title: `Answer ${round.item}`,
    submit: 'Answer',
    pieces: [
      saidLines([
        { strong: areaOf(framework, round.area).short },
        before ? ': your answer so far. You can change it until the round closes.' : ': what would you say now?',
      ]),
      said(...thinSoFar(inspection, areaOf(framework, round.area))),
      radio(
        'grade',
        'Grade',
        [...grades, { value: cannotSay, label: 'I cannot say: I saw too little of it' }],
        one(values, 'grade') ?? gradeBefore,
      ),
      box('reason', 'Why?', one(values, 'reason') ?? before?.reason ?? null, {
        hint: round.withNames
          ? 'A sentence or two. Shown with your name, and not before the round closes.'
          : 'A sentence or two. Shown without your name: write so that it does not tell who you are.',
      }),
    ],
    about: { ...about, does: 'answer', item: round.item },
  };
};

const closing = (inspection: Inspection, round: Round, about: About): Form => ({
  of: 'round',
  title: `Close ${round.item}`,
  submit: 'Close the round',
  pieces: [
    said(
      paragraph({ strong: areaOf(inspection.framework, round.area).short }, `: ${progressOf(inspection, round)}.`),
      paragraph('Once closed, the answers are shown to the team, and nobody can answer or change an answer.'),
    ),
  ],
  about: { ...about, does: 'close', item: round.item },
});

/** The round that a form is about; null for one that is opened, or that is gone meanwhile. */
export const roundOf = ({ inspection }: AskOfInspection, about: About): Round | null =>
  inspection.rounds.get(about.item ?? '') ?? null;

export const drawRound = (ask: AskOfInspection, values: Values, about: About): Form => {
  const round = roundOf(ask, about);
  if (round === null) return opening(ask, values, about);
  return about.does === 'close' ? closing(ask.inspection, round, about) : answering(ask, round, values, about);
};

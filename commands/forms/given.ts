import { type Area, areaWord, gradeLabel, gradesFor, notJudged } from '../../src/domain/framework.ts';
import { givenFor } from '../../src/domain/matters/given.ts';
import { dayIn } from '../../src/domain/moments.ts';
import { savedAs } from '../../src/words/evidence.ts';
import { givenInWords } from '../../src/words/given.ts';
import { type Message, says } from '../../src/words/message.ts';
import { type AskOfInspection, type Next, type Receipt, type Reply, sayRefusals } from '../contract.ts';
import { line, one, type Piece, radio, saidLines, type Values } from '../form.ts';

/** The part of the grade form that takes a result from elsewhere: the result, where it comes from, and of which day it is. */

export const givenFields = ({ inspection, at }: AskOfInspection, area: Area, values: Values): Piece[] => {
  const { framework, timeZone } = inspection;
  const now = givenFor(inspection, area.id);
  const results = gradesFor(framework, area).map((value) => ({
    value,
    label: value === notJudged ? 'No result' : gradeLabel(framework, value),
  }));
  return [
    ...(now ? [saidLines([`Now: ${givenInWords(inspection, now, 160)}`])] : []),
    radio('grade', 'Result', results, one(values, 'grade'), {
      fresh: area.id,
      hint: 'As it was given elsewhere. The team does not judge it.',
    }),
    line('source', 'Where it comes from', one(values, 'source'), {
      hint: 'The report, letter or data, so that others find it.',
    }),
    {
      is: 'day',
      field: 'on',
      label: 'Result of',
      hint: null,
      required: true,
      fresh: '',
      initial: one(values, 'on') ?? dayIn(timeZone, at),
      redraws: false,
    },
  ];
};

const receipt = ({ events: [event], hash, inspection }: Receipt): Message => {
  if (event?.type !== 'ResultGiven') return says(`Saved (${hash.slice(0, 6)})`);
  const area = inspection.framework.areas.find(({ id }) => id === event.area);
  const given = givenFor(inspection, event.area);
  return says(`${savedAs(event.item, hash)} · ${area?.short}: ${given ? givenInWords(inspection, given, 160) : ''}`);
};

/** The next result that is still to be given; null once all are. */
const nextFor = ({ inspection }: AskOfInspection, area: Area): Next | null => {
  const next = inspection.framework.areas.find(
    (each) => each.kind === 'input' && each.id !== area.id && !givenFor(inspection, each.id),
  );
  return next ? { label: 'Record another', does: `grade ${areaWord(next)}` } : null;
};

export const submittedGiven = (ask: AskOfInspection, area: Area, values: Values): Reply => ({
  keep: {
    in: 'inspection',
    command: {
      type: 'GiveResult',
      area: area.id,
      grade: one(values, 'grade'),
      source: one(values, 'source'),
      on: one(values, 'on'),
    },
  },
  receipt,
  another: nextFor(ask, area),
  refused: sayRefusals,
});

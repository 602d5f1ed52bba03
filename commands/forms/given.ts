import { type Area, areaWord, gradeLabel, gradesFor, notJudged } from '../../src/domain/framework.ts';
import { givenFor } from '../../src/domain/matters/given.ts';
import { savedAs } from '../../src/words/evidence.ts';
import { givenInWords } from '../../src/words/given.ts';
import { type Message, says } from '../../src/words/message.ts';
import type { AskOfInspection, Next, Receipt, Reply } from '../contract.ts';
import { day, line, radio, saidLines } from '../fields.ts';
import { fieldsIn, one, type Piece, type Values } from '../form.ts';
import { keeps, todayOf } from '../reply.ts';

/** The part of the grade form that takes a result from elsewhere: the result, where it comes from, and of which day it is. */

export const givenFields = (ask: AskOfInspection, area: Area, values: Values): Piece[] => {
  const { inspection } = ask;
  const { framework } = inspection;
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
    day('on', 'Result of', one(values, 'on') ?? todayOf(ask)),
  ];
};

const receipt = ({ inspection, events: [event] }: Receipt): Message => {
  if (event?.type !== 'ResultGiven') return says('Saved.');
  const area = inspection.framework.areas.find(({ id }) => id === event.area);
  const given = givenFor(inspection, event.area);
  return says(`${savedAs(event.item)} · ${area?.short}: ${given ? givenInWords(inspection, given, 160) : ''}`);
};

/** The next result that is still to be given; null once all are. */
const nextFor = ({ inspection }: AskOfInspection, area: Area): Next | null => {
  const next = inspection.framework.areas.find(
    (each) => each.kind === 'input' && each.id !== area.id && !givenFor(inspection, each.id),
  );
  return next ? { label: 'Record another', does: `grade ${areaWord(next)}` } : null;
};

export const submittedGiven = (ask: AskOfInspection, area: Area, values: Values): Reply => {
  const command = { type: 'GiveResult', area: area.id, ...fieldsIn(values, 'grade', 'source', 'on') };
  return keeps(command, receipt, { another: nextFor(ask, area) });
};

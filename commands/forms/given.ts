import { inWordsOf } from '../../src/domain/field.ts';
import { type Area, areaByWord, areaWord, gradeLabel, gradesFor, notJudged } from '../../src/domain/framework.ts';
import { givenFor } from '../../src/domain/matters/given.ts';
import type { Published } from '../../src/domain/published.ts';
import { type Taking, takingAreas, takingsFrom } from '../../src/domain/taking.ts';
import { gradeWords } from '../../src/words/areas.ts';
import { savedAs } from '../../src/words/evidence.ts';
import { givenInWords } from '../../src/words/given.ts';
import {
  andMore,
  type Button,
  followedBy,
  lineIf,
  type Message,
  message,
  type Part,
  paragraph,
  says,
} from '../../src/words/message.ts';
import { previousTitle, recordInWords } from '../../src/words/previous.ts';
import type { AskOfInspection, Next, Receipt, Reply } from '../contract.ts';
import { day, line, radio, said, saidLines } from '../fields.ts';
import { fieldsIn, one, type Piece, type Values } from '../form.ts';
import { keeps, notAllowed, tells, todayOf, where } from '../reply.ts';

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
    said({ buttons: takingButtons(ask, area) }),
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

const act = 'give a result from elsewhere';

/** So many are offered. */
const most = 20;

/** The way to results of inspections in this store, where inputs take any: of one input, or of all. */
export const takingButtons = (ask: AskOfInspection, area?: Area): Button[] =>
  (area ? area.takes : takingAreas(ask.inspection).length > 0) && !ask.inspection.sealed
    ? where(ask, act, 'Results in this store', area ? `grade ${areaWord(area)} from` : 'grade from')
    : [];

/** What one inspection gives, under which it is, when it was made, and where its record stands. */
const takeParts = ({ inspection }: AskOfInspection, result: Published, takings: readonly Taking[]): Part[] => {
  const own = takings.filter((taking) => taking.result === result);
  const title = paragraph({ strong: previousTitle(result) }, ` · ${recordInWords(result)}`);
  const rows = own.map(({ area, grade }) => ({
    row: [`${area.short}: ${gradeWords(inspection, grade)}`],
    acts: [{ label: 'Take', does: `grade ${areaWord(area)} from ${result.id}` }],
  }));
  return own.length === 0 ? [] : [title, ...rows];
};

const taken = (ask: AskOfInspection, { area, grade, result }: Taking): Reply => {
  const source = `${previousTitle(result)}, from ${recordInWords(result)}`;
  const from = { inspection: result.id, head: result.head };
  const command = { type: 'GiveResult', area: area.id, grade, source, on: result.published, from };
  const buttons = takingButtons(ask);
  return keeps(command, (kept) => followedBy(receipt(kept), { buttons }));
};

/**
 * What inputs take from signed inspections of the same authority, each by a press; null where no such input is asked for. What the asker
 * may know of them is looked at when they are offered, and again when one is taken. `form` is where a result is typed.
 */
export const takingAsked = (ask: AskOfInspection, form: (area: Area) => Reply): Reply | null => {
  const { inspection, frameworks } = ask;
  const [word = '', how, id] = ask.words.trim().split(/\s+/);
  const named = takingAreas(inspection).filter((area) => area === areaByWord(inspection.framework, word));
  const areas = word === 'from' ? takingAreas(inspection) : named;
  const [area] = areas;
  if (!area) return null;
  const typing = { label: 'Type it', does: `grade ${areaWord(area)} typed` };
  const answer = (results: readonly Published[]): Reply => {
    const takings = takingsFrom(inspection, areas, results, frameworks);
    const found = takings.find(({ result }) => result.id === id);
    if (found) return taken(ask, found);
    if (id !== undefined) return tells(`${area.short} can take nothing from ${id} that you may know.`);
    if (takings.length === 0 && how !== 'from' && word !== 'from') return form(area);
    const none = inWordsOf(
      inspection,
      'No signed inspection of this {authority} that you may know gives what is missing.',
    );
    const shown = message(
      { lines: lineIf(takings.length === 0, none) },
      ...results.flatMap((result) => takeParts(ask, result, takings.slice(0, most))),
      andMore(takings.length - most, 'before these.'),
      { buttons: named.length > 0 ? [typing] : [] },
    );
    return { show: { title: 'Results in this store', does: `grade ${word} from`, message: shown } };
  };
  return notAllowed(ask, act) ?? (how === 'typed' ? form(area) : { results: inspection.authority, seen: answer });
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

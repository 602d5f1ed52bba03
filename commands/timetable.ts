import { longDay } from '../src/domain/day-words.ts';
import { datable } from '../src/domain/matters/dates.ts';
import { timetableOf } from '../src/domain/timetable.ts';
import { calendarFile } from '../src/words/calendar-file.ts';
import { shortened } from '../src/words/fitting.ts';
import { type Message, says } from '../src/words/message.ts';
import { countingInWords, nextSteps, timetableMessage } from '../src/words/timetable.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import { day, menu } from './fields.ts';
import { type About, type Form, one, type Values } from './form.ts';
import { savedSaying } from './receipt.ts';
import { keeps, notAllowed, todayOf, where } from './reply.ts';

const act = 'keep the timetable';

/** What is next, or the whole of it, with what can be done about it. */
const shown = (ask: AskOfInspection, whole: boolean): Message => {
  const { inspection, holidays } = ask;
  const today = todayOf(ask);
  const buttons = [
    ...(whole ? [] : [{ label: 'All steps', does: 'timetable all' }]),
    ...where(ask, act, 'Keep a date', 'timetable date'),
    { label: 'Send it for a calendar', does: 'timetable calendar' },
  ];
  const said = whole ? timetableMessage : nextSteps;
  return said(inspection, timetableOf(inspection, today, holidays), today, holidays, [{ buttons }]);
};

const draw = (ask: AskOfInspection, values: Values, about: About): Form => ({
  of: 'timetable',
  title: 'Keep a date',
  submit: 'Save',
  pieces: [
    menu(
      'step',
      'What happened, or is to happen',
      datable(ask.inspection)
        .slice(0, 100)
        .map(({ id, what }) => ({ value: id, label: shortened(what, 75) })),
      one(values, 'step') ?? 'receipt',
      { hint: 'The day that was counted stays beside it.' },
    ),
    day('day', 'Day', one(values, 'day') ?? todayOf(ask)),
  ],
  about,
});

/** What follows from the day that was kept, each with its counting: "70 working days after 28 November 2016: 9 March 2017". */
const receiptFor =
  (ask: AskOfInspection) =>
  (receipt: Receipt): Message => {
    const { inspection } = receipt;
    const [event] = receipt.events;
    if (event?.type !== 'DateKept') return says('Saved.');
    const { steps } = timetableOf(inspection, todayOf(ask), ask.holidays);
    const what = datable(inspection).find(({ id }) => id === event.step)?.what ?? event.step;
    const follow = steps.filter(({ counted, days }) => counted?.from === event.step && days !== null);
    const kept = event.day === null ? 'the day that is counted holds again' : longDay(event.day);
    const following = follow.map((each) => [
      `${each.what}: ${longDay(each.days?.last ?? '')}, ${countingInWords(each) ?? 'the same day'}`,
    ]);
    return savedSaying(`${what}: ${kept}.`, ...(following.length > 0 ? [{ list: following }] : []), {
      buttons: [{ label: 'Timetable', does: 'timetable', main: true }],
    });
  };

const keep = (ask: AskOfInspection, step: string | null, on: string | null): Reply =>
  keeps({ type: 'KeepDate', step, day: on }, receiptFor(ask));

const submitted = (ask: AskOfInspection, values: Values): Reply =>
  one(values, 'day') === null
    ? { refusals: [{ field: 'day', words: 'Choose the day.' }] }
    : keep(ask, one(values, 'step'), one(values, 'day'));

const asked = (ask: AskOfInspection): Reply => {
  const [word = '', said = '', ...more] = ask.words.trim().toLowerCase().split(/\s+/);
  if ((word === '' || word === 'all') && said === '') return { say: shown(ask, word === 'all') };
  if (word === 'calendar' && said === '')
    return { send: calendarFile(ask.inspection, timetableOf(ask.inspection, todayOf(ask), ask.holidays), ask.at) };
  const no = notAllowed(ask, act);
  if (no) return no;
  if (word === 'date' && more.length === 0) {
    const known = datable(ask.inspection).some(({ id }) => id === said);
    return { open: draw(ask, known ? { step: said } : {}, {}) };
  }
  if (said === '' || more.length > 0) return { say: shown(ask, false) };
  return keep(ask, word === 'received' ? 'receipt' : word, said === 'none' ? null : said);
};

export const timetable: InspectionSubcommand = {
  of: 'inspection',
  word: 'timetable',
  usage: '[calendar, or a step and its day]',
  about:
    'Shows what is next, and all steps with how each is counted; sends it for a calendar; the lead or deputy keeps dates.',
  brief: 'every dated step',
  offers: [
    { label: 'Timetable', sealed: true },
    { label: 'Timetable for a calendar', words: 'calendar', sealed: true },
    { label: 'Change a date', words: 'date', act, sealed: true },
  ],
  example: '/judge timetable received 2016-11-28',
  act: 'read',
  asked,
  form: { draw, submitted },
};

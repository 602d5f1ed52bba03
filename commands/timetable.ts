import { datable } from '../src/domain/matters/dates.ts';
import { dayIn } from '../src/domain/moments.ts';
import { may, onlyFor } from '../src/domain/roles.ts';
import { timetableOf } from '../src/domain/timetable.ts';
import { calendarFile } from '../src/words/calendar-file.ts';
import { type Message, type Part, says, shortened } from '../src/words/message.ts';
import { longDay } from '../src/words/times.ts';
import { countingInWords, timetableMessage } from '../src/words/timetable.ts';
import {
  type AskOfInspection,
  type InspectionSubcommand,
  noSearch,
  type Receipt,
  type Reply,
  sayRefusals,
} from './contract.ts';
import { type About, day, type Form, menu, one, type Values } from './form.ts';

const keeps = ({ member }: AskOfInspection): boolean => may(member.role, 'keep the timetable');

const todayOf = ({ inspection, at }: AskOfInspection): string => dayIn(inspection.timeZone, at);

const shown = (ask: AskOfInspection): Message => {
  const { inspection, holidays } = ask;
  const today = todayOf(ask);
  const end: Part[] = [
    {
      buttons: [
        ...(keeps(ask) ? [{ label: 'Keep a date', does: 'timetable date' }] : []),
        { label: 'Send it for a calendar', does: 'timetable calendar' },
      ],
    },
  ];
  return timetableMessage(inspection, timetableOf(inspection, today, holidays), today, holidays, end);
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
    day('day', 'Day', one(values, 'day') ?? todayOf(ask), {}),
  ],
  about,
});

/** What follows from the day that was kept, each with its counting: "70 working days after 28 November 2016: 9 March 2017". */
const receiptFor =
  (ask: AskOfInspection) =>
  ({ inspection, events, hash }: Receipt): Message => {
    const [event] = events;
    if (event?.type !== 'DateKept') return says(`Saved (${hash.slice(0, 6)}).`);
    const { steps } = timetableOf(inspection, todayOf(ask), ask.holidays);
    const what = datable(inspection).find(({ id }) => id === event.step)?.what ?? event.step;
    const follow = steps.filter(({ counted, days }) => counted?.from === event.step && days !== null);
    const kept = event.day === null ? 'the day that is counted holds again' : longDay(event.day);
    return {
      parts: [
        { lines: [[{ strong: `Saved (${hash.slice(0, 6)}). ` }, `${what}: ${kept}.`]] },
        ...(follow.length > 0
          ? [
              {
                list: follow.map((step) => [
                  `${step.what}: ${longDay(step.days?.last ?? '')}, ${countingInWords(step) ?? 'the same day'}`,
                ]),
              },
            ]
          : []),
        { buttons: [{ label: 'Timetable', does: 'timetable', main: true }] },
      ],
    };
  };

const keep = (ask: AskOfInspection, step: string | null, on: string | null): Reply => ({
  keep: { in: 'inspection', command: { type: 'KeepDate', step, day: on } },
  receipt: receiptFor(ask),
  another: null,
  refused: sayRefusals,
});

const submitted = (ask: AskOfInspection, values: Values): Reply =>
  one(values, 'day') === null
    ? { refusals: [{ field: 'day', words: 'Choose the day.' }] }
    : keep(ask, one(values, 'step'), one(values, 'day'));

const howAsked =
  'Use /judge timetable on its own, /judge timetable calendar for a file, or /judge timetable received 2016-11-28 to keep a date (none in place of the day takes it back).';

const asked = (ask: AskOfInspection): Reply => {
  const [word = '', said = '', ...more] = ask.words.trim().toLowerCase().split(/\s+/);
  if (word === '') return { say: shown(ask) };
  if (word === 'calendar' && said === '')
    return { send: calendarFile(ask.inspection, timetableOf(ask.inspection, todayOf(ask), ask.holidays), ask.at) };
  if (!keeps(ask)) return { say: says(onlyFor('keep the timetable')) };
  if (word === 'date' && said === '') return { open: draw(ask, {}, {}) };
  if (said === '' || more.length > 0) return { say: says(howAsked) };
  return keep(ask, word === 'received' ? 'receipt' : word, said === 'none' ? null : said);
};

export const timetable: InspectionSubcommand = {
  of: 'inspection',
  word: 'timetable',
  usage: '[calendar, or a step and its day]',
  about:
    'Shows when each step is, who acts and how it is counted; sends it for a calendar; the lead or deputy keeps dates.',
  brief: 'every dated step',
  example: '/judge timetable received 2016-11-28',
  act: 'read',
  asked,
  form: { draw, submitted, search: noSearch },
};

import type { Awaiting } from '../domain/awaiting.ts';
import { speaksInFindings } from '../domain/findings.ts';
import type { AtHome } from '../domain/home.ts';
import type { Inspection } from '../domain/inspection.ts';
import { dayIn } from '../domain/moments.ts';
import { type Act, may, roleInWords } from '../domain/roles.ts';
import { summaryOf } from '../domain/summary.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { standingWord } from './board.ts';
import { givingWords } from './finding-standing.ts';
import { shortened } from './fitting.ts';
import { itemRows } from './listing.ts';
import {
  andMore,
  type Button,
  counted,
  eachPressed,
  type Line,
  type Message,
  message,
  type Part,
  type Pressed,
  paragraph,
} from './message.ts';
import { dayOf, dueBriefly } from './times.ts';
import { dayCountInWords } from './timetable.ts';

/** An inspection that is over, as one line of somebody's Home. */
export type OverAtHome = { id: string; authority: string; at: string; timeZone: string };

/** So many running inspections are shown whole; of more, one line each. Slack's Home holds a hundred blocks. */
const whole = 4;
/** So many things that wait are listed in an inspection, each with its button. */
const listed = 5;
const endedShown = 5;

/** What people do most, in this order, for those who may. */
const commonest = (inspection: Inspection): (Button & { act: Act })[] => [
  { label: 'Record evidence', does: 'evidence', main: true, act: 'record evidence' },
  {
    label: givingWords(inspection),
    does: 'grade',
    act: speaksInFindings(inspection) ? 'propose a finding' : 'propose a grade',
  },
  { label: 'Progress', does: 'progress', act: 'read' },
  { label: 'Summary', does: 'summary', act: 'read' },
  { label: 'Do something…', does: 'do', act: 'read' },
];

/** Buttons of a Home say which inspection they are about: it is shown in no channel. */
const aboutIt =
  (id: string) =>
  <Any extends Pressed>(pressed: Any): Any => ({ ...pressed, does: `in ${id} ${pressed.does}` });

/** What waits for somebody, each with its act beside it. */
export const waitingRows = (waiting: readonly Awaiting[], today: string): Part[] =>
  waiting.map(({ words, due, label, does }) => {
    const when = due === null || due === 'at once' ? '' : ` · ${dueBriefly(due, today)}`;
    return { row: [`${shortened(words, 200)}${when}`], acts: [{ label, does }] };
  });

const waitingParts = ({ inspection, waiting }: AtHome, today: string): Part[] => {
  if (waiting.length === 0) return [paragraph({ strong: 'Waiting for you: ' }, 'nothing.')];
  const first = waitingRows(waiting.slice(0, listed), today);
  return [
    paragraph({ strong: `Waiting for you: ${counted(waiting.length, 'thing')}` }),
    ...first.map((part) => eachPressed(part, aboutIt(inspection.id))),
    andMore(waiting.length - first.length),
  ];
};

const lastParts = ({ inspection, member, last }: AtHome, at: string): Part[] => {
  if (last.length === 0) return [];
  const rows = itemRows({ inspection, by: member.person, at }, last, 120);
  return [paragraph({ strong: 'You recorded last' }), ...rows.map((row) => eachPressed(row, aboutIt(inspection.id)))];
};

const inspectionParts = (here: AtHome, at: string, today: string, holidays: BankHolidays): Part[] => {
  const { inspection, member } = here;
  const facts = [
    dayCountInWords(inspection, dayIn(inspection, at), holidays),
    `you are ${roleInWords(inspection, member)}`,
    `today: ${counted(here.today.all, 'item')} recorded${here.today.own > 0 ? `, ${here.today.own} of them yours` : ''}`,
  ];
  return [
    { heading: `${inspection.authority} · ${inspection.framework.short}` },
    paragraph({ strong: standingWord(summaryOf(inspection)) }, ` · ${facts.filter(Boolean).join(' · ')}`),
    {
      buttons: commonest(inspection)
        .filter(({ act }) => may(member.role, act))
        .map(aboutIt(inspection.id)),
    },
    ...waitingParts(here, today),
    ...lastParts(here, at),
    { buttons: [{ label: 'My settings', does: 'settings mine' }].map(aboutIt(inspection.id)) },
    { divider: true },
  ];
};

const lineOf = ({ inspection, waiting }: AtHome): Line => [
  { strong: inspection.authority },
  ` · ${inspection.framework.short} · ${waiting.length > 0 ? `${counted(waiting.length, 'thing')} waiting for you` : 'nothing waiting for you'}`,
];

const endedParts = (ended: readonly OverAtHome[]): Part[] =>
  ended.length === 0
    ? []
    : [
        paragraph({ strong: 'Over' }),
        {
          list: ended
            .slice(0, endedShown)
            .map(({ authority, at, timeZone }): Line => [`${authority} · over since ${dayOf({ timeZone }, at)}`]),
        },
        {
          buttons: ended
            .slice(0, endedShown)
            .map(({ id, authority }) => ({ label: `Summary of ${authority}`, does: `in ${id} summary` })),
        },
      ];

const none: Part[] = [
  { heading: 'Fortnight' },
  paragraph('You are on the team of no running inspection.'),
  {
    list: [
      ['To begin one: make a private channel for the team, type /invite @Fortnight there, then /judge start.'],
      ['To join one: ask its lead inspector to add you.'],
    ],
  },
  { buttons: [{ label: 'All commands', does: 'help' }] },
];

/**
 * The Home of one person: their running inspections with what waits for them, today's numbers and what they recorded last;
 * then those that are over. `today` is the day where they are. Somebody on no team is told how to begin.
 */
export const homeMessage = (
  running: readonly AtHome[],
  ended: readonly OverAtHome[],
  at: string,
  today: string,
  holidays: BankHolidays,
): Message => {
  const rest = running.slice(whole);
  return message(
    ...(running.length === 0 ? none : []),
    ...running.slice(0, whole).flatMap((here) => inspectionParts(here, at, today, holidays)),
    ...rest
      .slice(0, 20)
      .map((here): Part => ({ row: lineOf(here), acts: [{ label: 'Open', does: `in ${here.inspection.id} status` }] })),
    ...endedParts(ended),
  );
};

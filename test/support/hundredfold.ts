import { people, type Who } from './people.ts';
import type { Sent } from './sent.ts';
import { challenge, recommend, request } from './sent-concern.ts';

/**
 * A hundred times what an inspection usually holds, with texts as long as they may be and signs that Slack escapes. A usual
 * fortnight: a hundred items of evidence a week, and of everything else between two and thirty.
 */

const at = '2013-11-19T09:00:00.000Z';
const areas = ['help-and-protection', 'looked-after-and-permanence', 'adoption', 'care-leavers', 'leadership'];
const one = <Item>(items: readonly Item[], place: number): Item => items[place % items.length] as Item;

/** Long, with what markup stands for, right to left, and beyond the basic plane. */
const long = (words: string, place: number): string =>
  `${words} ${place} <seen> & "read" שלום 🙂 ${'what it means for the child '.repeat(place % 7 === 0 ? 95 : 2)}`
    .slice(0, 2900)
    .trim();

const evidence = (place: number): Sent => ({
  type: 'RecordEvidence',
  areas: [one(areas, place)],
  text: long('Seen', place),
  sign: one(['strength', 'concern', 'priority-concern', 'context'], place),
  source: one(['case-tracked', 'case-sampled', 'observation', 'child', 'data'], place),
  observedAt: at,
  case: `C-${place % 2000 || 2000}`,
  about: one(['experience', 'practice', 'process'], place),
  site: long('Office', place).slice(0, 200),
  agency: null,
  criteria: [],
});

const line = (place: number): Sent => ({
  type: 'OpenLine',
  hypothesis: long('Leaders know', place),
  origin: one(['self-evaluation', 'data', 'inspectors'], place),
  areas: [one(areas, place)],
  owner: people.lead,
});

const registered = (place: number): Sent => ({
  type: 'RegisterCase',
  reference: `C-${place}`,
  kind: one(['tracked', 'sampled', 'audited'], place),
  cohort: one(['front-door', 'protection-plan', 'in-care'], place),
  site: long('Office', place).slice(0, 200),
  reader: people.inspector,
});

const concern = (place: number): Sent => ({ type: 'RecordConcern', text: long('At risk', place), case: `C-${place}` });

const meeting = (place: number): Sent => ({
  type: 'RecordMeeting',
  kind: 'keep-in-touch',
  heldAt: at,
  present: long('Director and assistant director', place),
  message1: long('What was said', place),
  areas1: [one(areas, place)],
  message2: long('And more', place),
  areas2: [],
  message3: null,
  areas3: [],
  message4: null,
  areas4: [],
});

const challenged = (place: number): Sent =>
  challenge({ against: one(areas, place), text: long('We see it otherwise', place), raisedBy: 'the director' });
const requested = (place: number): Sent =>
  request({
    what: long(`Audits of team ${place}`, place),
    due: one(['2013-11-19', '2013-11-20'], place),
    anyway: true,
  });

const recommended = (place: number): Sent =>
  recommend({
    text: long('To be put right', place),
    urgency: one(['priority-and-immediate-action', 'area-for-improvement'], place),
  });

/** One for each area, resting on an item of it: items are recorded in the order of their numbers. */
const graded = (place: number): Sent => ({
  type: 'GradeArea',
  area: areas[place - 1],
  grade: 'good',
  narrative: long('What was seen', place * 7),
  evidence: [`E-00${place === 1 ? 5 : place - 1}`],
});

/** What is recorded, how often, and by whom. */
export const hundredfold: readonly (readonly [count: number, command: (place: number) => Sent, who: Who])[] = [
  [2000, evidence, 'inspector'],
  [areas.length, graded, 'lead'],
  [500, line, 'lead'],
  [800, registered, 'lead'],
  [200, concern, 'inspector'],
  [400, meeting, 'lead'],
  [300, challenged, 'lead'],
  [600, requested, 'lead'],
  [300, recommended, 'lead'],
];

import { type Awaiting, awaiting } from './awaiting.ts';
import { startOf } from './balance.ts';
import type { Inspection } from './inspection.ts';
import { ownItems } from './kinds.ts';
import { dayIn } from './moments.ts';
import type { Member } from './people.ts';

/** What a member of the team finds of one inspection in their own place: what waits, today's numbers, their last items. */
export type AtHome = {
  inspection: Inspection;
  member: Member;
  waiting: Awaiting[];
  /** Items of evidence recorded today that still stand: the whole team's, and the member's own. */
  today: { all: number; own: number };
  /** The member's own, of whatever kind, newest first. */
  last: string[];
};

/** What is dated later than it is counts too: the record is ahead of the clock. */
const recordedToday = ({ recorded, timeZone }: Inspection, member: Member, at: string): AtHome['today'] => {
  const today = dayIn({ timeZone }, at);
  const numbers = { all: 0, own: 0 };
  for (const [key, count] of recorded) {
    const [quarter = '', user] = key.split(' ');
    const then = startOf(quarter);
    if (then <= at && dayIn({ timeZone }, then) !== today) continue;
    numbers.all += count;
    if (user === member.person.user) numbers.own += count;
  }
  return numbers;
};

/** How one inspection stands for one of its members at a moment: only what they may read. `last` holds at most five items. */
export const atHome = (inspection: Inspection, member: Member, at: string): AtHome => {
  const today = dayIn(inspection, at);
  return {
    inspection,
    member,
    waiting: awaiting(inspection, member, today),
    today: recordedToday(inspection, member, at),
    last: ownItems(inspection, member.person, 5),
  };
};

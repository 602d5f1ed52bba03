import { awaiting } from '../domain/awaiting.ts';
import type { Inspection } from '../domain/inspection.ts';
import { dayIn } from '../domain/moments.ts';
import type { Member } from '../domain/people.ts';
import { summaryOf } from '../domain/summary.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { standingWord } from './board.ts';
import { waitingRows } from './home.ts';
import { itemActs } from './item-acts.ts';
import { matterRows, type OpenMatter } from './matter-rows.ts';
import { andMore, type Button, type Message, message, type Part, paragraph } from './message.ts';
import { openMatters } from './open-matters.ts';
import { dayCountInWords } from './timetable.ts';

/** So much of what waits is named. */
const named = 3;

/** "Northmoor · ILACS 2023 · day 6 of 10 · provisional". */
const stateLine = (inspection: Inspection, today: string, holidays: BankHolidays): Part => {
  const facts = [dayCountInWords(inspection, today, holidays), standingWord(summaryOf(inspection))];
  const words = [inspection.framework.short, ...facts.filter(Boolean).map((fact) => fact.toLowerCase())];
  return paragraph({ strong: inspection.authority }, ` · ${words.join(' · ')}`);
};

/** Somebody at risk concerns everybody on the team: each is offered what their role does about it, or to read. */
const atRisk = (inspection: Inspection, { person }: Member, risks: readonly OpenMatter[]): Part[] =>
  matterRows(
    risks.map((matter) => {
      const item = matter.item ?? '';
      const allowed = itemActs(inspection, item, person).map(({ does }) => does);
      const acts = matter.acts.filter(({ does }) => allowed.includes(does));
      return { words: matter.words, acts: acts.length > 0 ? acts : [{ label: 'Read', does: item }] };
    }),
  );

/** The place to begin: how it stands in a line, what waits for whoever asks, most urgent first, and what they do most. */
export const beginning = (
  inspection: Inspection,
  member: Member,
  at: string,
  holidays: BankHolidays,
  buttons: readonly Button[],
): Message => {
  const today = dayIn(inspection, at);
  const own = awaiting(inspection, member, today).filter(({ does }) => !does.startsWith('concern '));
  const risks = openMatters(inspection, at).filter(({ due }) => due === 'at once');
  const waiting = [
    ...atRisk(inspection, member, risks.slice(0, named)),
    ...waitingRows(own.slice(0, Math.max(0, named - risks.length)), today),
  ];
  return message(
    stateLine(inspection, today, holidays),
    ...(waiting.length === 0 ? [paragraph('Nothing waits for you.')] : waiting),
    andMore(risks.length + own.length - named, 'more on your Home.'),
    { buttons },
  );
};

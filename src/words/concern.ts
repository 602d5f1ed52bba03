import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Concern } from '../domain/matters/concern.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { correctedMark } from './correction.ts';
import { within } from './fitting.ts';
import { type Button, type Line, lineIf, type Message, message, type Part, paragraph } from './message.ts';
import { momentSeenFrom } from './times.ts';

/** How children at risk are put. Board and daily summaries say reference and standing, never somebody's words. */

const standingWith = (
  inspection: Inspection,
  { referrals, closed }: Concern,
  when: (moment: string) => string,
): string => {
  const last = referrals.at(-1);
  if (closed) return `closed ${when(closed.at)}`;
  if (!last) return inWordsOf(inspection, 'not referred back to the {authority} yet');
  if (!last.acknowledged) return `referred back ${when(last.at)}, not acknowledged yet`;
  return `referred back ${when(last.at)}, acknowledged ${when(last.acknowledged.at)}, not closed yet`;
};

/** "referred back today 15:20, not acknowledged yet". */
export const concernStanding = (inspection: Inspection, concern: Concern, at: string): string =>
  standingWith(inspection, concern, (moment) => momentSeenFrom(inspection, moment, at));

/** "K-001 (case C-017)". */
const named = (inspection: Inspection, { item, case: reference }: Concern): string =>
  reference ? `${item} (${inWordsOf(inspection, '{case}')} ${reference})` : item;

/** What may be done next about one, by buttons. */
export const concernButtons = ({ item, referrals, closed }: Concern): Button[] => {
  if (closed) return [];
  const last = referrals.at(-1);
  const refer: Button = { label: last ? 'Refer again' : 'Refer back', does: `concern refer ${item}`, main: !last };
  const acknowledge: Button = { label: 'Acknowledged', does: `concern acknowledged ${item}`, main: true };
  const close: Button = { label: 'Close', does: `concern close ${item}` };
  return [...(last && !last.acknowledged ? [acknowledge] : []), refer, close];
};

/** One in full, for somebody of the team who asks. */
export const concernParts = (inspection: Inspection, concern: Concern, at: string): Part[] => {
  const when = (moment: string) => momentSeenFrom(inspection, moment, at);
  const trail = concern.referrals.flatMap(({ to, at: referred, acknowledged }): Line[] => [
    [`Referred back ${when(referred)} to ${to}`],
    ...(acknowledged ? [[`Acknowledged ${when(acknowledged.at)} by ${acknowledged.by}`]] : []),
  ]);
  const { closed } = concern;
  const end = closed ? [[`Closed ${when(closed.at)} by ${nameOfPerson(inspection, closed.by)}: ${closed.done}`]] : [];
  return [
    paragraph(
      { strong: `${inWordsOf(inspection, '{Child} at risk')}, ${named(inspection, concern)}` },
      ` · recorded ${when(concern.recordedAt)} by ${nameOfPerson(inspection, concern.by)} · ${concernStanding(inspection, concern, at)}${correctedMark(inspection, concern.item)}`,
    ),
    { quote: concern.text },
    { list: [...trail, ...end] },
  ];
};

/** One in a list of answers. */
export const concernLine = (inspection: Inspection, concern: Concern, at: string, most: number): Line => [
  { strong: named(inspection, concern) },
  ` · ${concernStanding(inspection, concern, at)} · ${nameOfPerson(inspection, concern.by)}${correctedMark(inspection, concern.item)} — ${within(concern.text, most)}`,
];

/**
 * What lead and deputy are sent at once, and whoever was told once it is corrected. It comes also to those who asked for no
 * other messages.
 */
export const concernNotice = (
  inspection: Inspection,
  concern: Concern,
  at: string,
  tells: 'of it' | 'of its correction',
): Message =>
  message(
    {
      heading: `${inWordsOf(inspection, '{A child} at risk')}${tells === 'of it' ? '' : ', corrected'}: ${inspection.authority}`,
    },
    { lines: lineIf(tells !== 'of it', 'What you were told of it before no longer holds. It is now:') },
    ...concernParts(inspection, concern, at),
    {
      buttons: concernButtons(concern).map(({ does, ...button }) => ({
        ...button,
        does: `in ${inspection.id} ${does}`,
      })),
    },
    { note: 'It heads the board and every daily summary until it is closed. It is no evidence and moves no grade.' },
  );

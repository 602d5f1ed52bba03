import { briefDay } from '../domain/day-words.ts';
import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type DueNotice, signatureNotice } from '../domain/matters/notice.ts';
import { type Lapse, lapsedWith, signingAgain, signsFirst } from '../domain/matters/sign-off.ts';
import { operator } from '../domain/matters/team.ts';
import { dayIn, momentAs } from '../domain/moments.ts';
import { type Member, type Person, samePerson } from '../domain/people.ts';
import { memberOf, nameOfPerson } from '../domain/standing.ts';
import { type Button, followedBy, type Message, message, paragraph } from './message.ts';

/** How signatures are put: whose is next, and what lapsed one. */

/** "Ana Reyes’s signature", "your and Gus Vale’s signatures". */
const whose = (inspection: Inspection, { signed }: Lapse, reader?: Person): string => {
  const names = signed.map(({ by }) =>
    reader && samePerson(by, reader) ? 'your' : `${nameOfPerson(inspection, by)}’s`,
  );
  return `${listed(names, 'and')} ${names.length > 1 ? 'signatures' : 'signature'}`;
};

/** "at 14:02" of the same day, "on Tue 26 Nov at 14:02" of another, or where nobody knows when it is read. */
const when = (inspection: Inspection, moment: string, at?: string): string => {
  const { day, time } = momentAs(inspection, moment);
  return at !== undefined && dayIn(inspection, at) === day ? `at ${time}` : `on ${briefDay(day)} at ${time}`;
};

/** "Ana Reyes’s signature lapsed at 14:02 with E-031". */
export const lapsedInWords = (inspection: Inspection, lapsed: Lapse, at?: string, reader?: Person): string =>
  `${whose(inspection, lapsed, reader)} lapsed ${when(inspection, lapsed.at, at)} ${lapsedWith(lapsed)}`;

/** Who lapsed it: from the command line, whoever runs the app. */
const byWhom = (inspection: Inspection, { by }: Lapse): string =>
  by.user === operator ? 'whoever runs Fortnight' : nameOfPerson(inspection, by);

/** What is said of what was kept in the ordinary record, and whose signature that lapsed. */
export const withLapse = (
  said: Message,
  kept: readonly { inspection: Inspection; version: number }[],
  reader: Person,
): Message => {
  const found = kept.find(({ inspection, version }) => inspection.signatures.lapsed?.version === version)?.inspection;
  const lapsed = found?.signatures.lapsed;
  if (!lapsed) return said;
  const words = whose(found, lapsed, reader);
  const member = memberOf(found, reader);
  const sentence = `${words.charAt(0).toUpperCase()}${words.slice(1)} ${lapsed.signed.length > 1 ? 'lapse' : 'lapses'} with this.`;
  return followedBy(said, {
    row: [sentence],
    acts: member && signsFirst(member) && !found.sealed ? [{ label: signingAgain(found), does: 'sign-off' }] : [],
  });
};

/** What somebody is told of a signature: that theirs is next, that the second is given, or what lapsed one. Null of anything else. */
export const signatureMessage = (
  inspection: Inspection,
  { notice, recipient }: DueNotice,
  at: string,
): Message | null => {
  const { id, authority, signatures } = inspection;
  const { lead, qualityAssuranceManager: second, lapsed } = signatures;
  const first = lead ?? lapsed?.signed[0];
  const says = (words: string, ...buttons: readonly Button[]): Message =>
    message(paragraph({ strong: `${authority}: ` }, words), {
      buttons: buttons.map((button) => ({ ...button, does: `in ${id} ${button.does}` })),
    });
  const tells = (of: Parameters<typeof signatureNotice>[0]): boolean =>
    first !== undefined && notice === signatureNotice(of, first);
  if (lead && tells('of the first'))
    return says(
      `${nameOfPerson(inspection, lead.by)} signed ${when(inspection, lead.at, at)}. Your signature is next.`,
      { label: 'Sign', does: 'sign-off', main: true },
      { label: 'Read', does: 'summary' },
      { label: `Ask ${nameOfPerson(inspection, lead.by).split(' ')[0]}`, does: 'sign-off ask' },
    );
  if (second && tells('of the second'))
    return says(`${nameOfPerson(inspection, second.by)} signed ${when(inspection, second.at, at)}. It is signed off.`, {
      label: 'Summary',
      does: 'summary',
      main: true,
    });
  if (!lapsed || !tells('of its lapse')) return null;
  const member = memberOf(inspection, recipient);
  const signs = member !== null && signsFirst(member) && !inspection.sealed;
  return says(
    `${lapsedInWords(inspection, lapsed, at, recipient)}, by ${byWhom(inspection, lapsed)}.`,
    { label: 'See', does: lapsed.item ?? 'summary' },
    ...(signs ? [{ label: signingAgain(inspection), does: 'sign-off', main: true }] : []),
  );
};

/** What one of those who sign asks the other. */
export const questionMessage = ({ id, authority }: Inspection, { name }: Member, question: string): Message =>
  message(
    paragraph({ strong: `${authority}: ` }, `${name} writes about the signatures.`),
    { quote: question },
    { buttons: [{ label: 'Answer', does: `in ${id} sign-off ask` }] },
  );

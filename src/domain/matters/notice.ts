import { z } from 'zod';
import type { Inspection } from '../inspection.ts';
import { leavers } from '../left-behind.ts';
import { matter, type Of } from '../matter.ts';
import { type Member, type Person, personSchema, samePerson } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { succession, toldAtOnce } from '../standing.ts';
import { concernNoticeOf, openConcerns } from './concern.ts';
import { happenings } from './happening.ts';
import { wantsReminders } from './personal.ts';
import { doubtedPosting } from './postings.ts';
import { isReminded, retentionNotice } from './retention.ts';
import { waitedFor } from './round-answers.ts';
import type { Signature } from './sign-off.ts';

/*
 * A notice is a direct message that must arrive. It is claimed in the record for one person before it is sent, and noted
 * once it stands; until then it is due, whatever becomes of the app or of Slack in between. Its words are those of the
 * item that it tells of and are not kept again, so that erasing the item leaves none.
 */

/** `notice` says what it tells of, such as `concern K-001`. */
const which = { notice: z.string(), recipient: personSchema };

const claimNotice = z.strictObject({ type: z.literal('ClaimNotice'), ...which });
/** What became of a claim: where it stands, or by what name Slack refused that person. */
const noteNotice = z.strictObject({
  type: z.literal('NoteNotice'),
  ...which,
  became: z.union([z.strictObject({ channel: z.string(), ts: z.string() }), z.strictObject({ refused: z.string() })]),
});
const commands = [claimNotice, noteNotice] as const;

const noticeClaimed = z.strictObject({ type: z.literal('NoticeClaimed'), ...which });
const noticePosted = z.strictObject({
  type: z.literal('NoticePosted'),
  ...which,
  channel: z.string(),
  ts: z.string(),
});
const noticeRefused = z.strictObject({ type: z.literal('NoticeRefused'), ...which, refused: z.string() });
const events = [noticeClaimed, noticePosted, noticeRefused] as const;
type NoticeEvent = Of<typeof events>;

type NoticeBecame = 'claimed' | 'posted' | 'refused';

/** A direct message that is still to arrive: what it tells of, by name, of which item (or person, by id), and for whom. */
export type DueNotice = { notice: string; item: string; recipient: Person };

const becameOf = ({ notices }: Inspection, notice: string, { person }: Pick<Member, 'person'>): NoticeBecame | null =>
  notices.get(`${notice} ${person.user}`) ?? null;

/** Those who have not been told, or of whom nobody knows whether they were. */
const untold = (inspection: Inspection, notice: string, people: readonly Person[]): Person[] =>
  people.filter((person) => (becameOf(inspection, notice, { person }) ?? 'claimed') === 'claimed');

/** One for each of these people who has not been told. */
const dueTo = (inspection: Inspection, notice: string, item: string, people: readonly Person[]): DueNotice[] =>
  untold(inspection, notice, people).map((recipient) => ({ notice, item, recipient }));

/**
 * An open concern reaches lead and deputy, or whoever speaks for the team, also somebody who becomes it later. Where Slack will not take a
 * message for one of them, it reaches the quality assurance manager too.
 */
const ofConcerns = (inspection: Inspection): DueNotice[] =>
  openConcerns(inspection).flatMap(({ item }) => {
    const notice = concernNoticeOf(item);
    const told = toldAtOnce(inspection);
    const unreached = told.some((member) => becameOf(inspection, notice, member) === 'refused');
    const instead = inspection.members.filter(({ role }) => unreached && role === 'quality-assurance-manager');
    return dueTo(
      inspection,
      notice,
      item,
      [...told, ...instead].map(({ person }) => person),
    );
  });

/** What is corrected about a child at risk reaches whoever was told of it, but for whoever corrected it. */
const ofCorrectedConcerns = (inspection: Inspection): DueNotice[] =>
  [...inspection.concerns.values()].flatMap(({ item, toldBefore }) => {
    const last = inspection.corrections.get(item);
    if (!last) return [];
    const notice = `${concernNoticeOf(item)} corrected ${last.version}`;
    const told = inspection.members
      .map(({ person }) => person)
      .filter((person) => toldBefore.includes(person.user) && !samePerson(person, last.by));
    return dueTo(inspection, notice, item, told);
  });

/** Whoever is waited for in an open round is asked once, in private. */
const ofRounds = (inspection: Inspection): DueNotice[] =>
  [...inspection.rounds.values()]
    .filter(({ closed }) => !closed && !inspection.sealed)
    .flatMap((round) => dueTo(inspection, `round ${round.item}`, round.item, waitedFor(inspection, round)));

/** That a record has been kept for as long as was decided reaches those who answer for it, once each. */
const ofRetention = (inspection: Inspection): DueNotice[] =>
  inspection.retention === null
    ? []
    : dueTo(
        inspection,
        retentionNotice,
        '',
        inspection.members.filter(isReminded).map(({ person }) => person),
      );

/** The lead hears of whoever left the team with something waiting, but of those whom they took off it themselves. */
const ofLeavers = (inspection: Inspection): DueNotice[] =>
  leavers(inspection).flatMap(({ person: left, version, by }) => {
    const notice = `left ${left.user} ${version}`;
    const lead = inspection.members
      .filter(({ role, person }) => role === 'lead' && !samePerson(person, by))
      .map(({ person }) => person);
    return dueTo(inspection, notice, left.user, lead);
  });

/** What a notice of a signature tells, by the version in which the first was given: it is the same however the record is read. */
export const signatureNotice = (
  tells: 'of the first' | 'of the second' | 'of its lapse',
  { version }: Signature,
): string => `signature ${version}: ${tells}`;

/**
 * The quality assurance manager hears that the first signature is given, and whoever gave it that the second is, until the summary
 * stands in the channel. What lapses them reaches whoever signed and whoever was told that they had, but for who lapsed them.
 */
const ofSignatures = (inspection: Inspection): DueNotice[] => {
  const { members, notices, postings, retention, signatures } = inspection;
  const { lead, qualityAssuranceManager: second, lapsed } = signatures;
  const those = (fits: (member: Member) => boolean, but: Person): Person[] =>
    members.filter((member) => fits(member) && !samePerson(member.person, but)).map(({ person }) => person);
  if (lead && second) {
    // What is over for long is no news, as in a record that was signed before anybody was told of it.
    const over = retention !== null || [...postings.values()].some(({ at }) => at >= second.at);
    const told = over ? [] : those(({ person }) => samePerson(person, lead.by), second.by);
    return dueTo(inspection, signatureNotice('of the second', lead), '', told);
  }
  const manages = ({ role }: Member): boolean => role === 'quality-assurance-manager';
  if (lead) return dueTo(inspection, signatureNotice('of the first', lead), '', those(manages, lead.by));
  const [first] = lapsed?.signed ?? [];
  if (!lapsed || !first) return [];
  const knew = ({ person }: Member): boolean =>
    lapsed.signed.some(({ by }) => samePerson(by, person)) ||
    notices.has(`${signatureNotice('of the first', first)} ${person.user}`);
  return dueTo(inspection, signatureNotice('of its lapse', first), '', those(knew, lapsed.by));
};

/** What reminds somebody of a thing, for those who want that. A child at risk is none of it: it reaches whoever it must. */
const reminders = (inspection: Inspection): DueNotice[] =>
  [ofSignatures, ofRounds, ofRetention, ofLeavers]
    .flatMap((due) => due(inspection))
    .filter(({ recipient }) => wantsReminders(inspection, recipient));

/** Reaches whoever speaks for the team, once; where Slack will not take a message for one of them, the next. */
const toWhoeverSpeaks = (inspection: Inspection, notice: string, item: string): DueNotice[] => {
  if (inspection.members.some((member) => becameOf(inspection, notice, member) === 'posted')) return [];
  const next = succession(inspection).find((member) => becameOf(inspection, notice, member) !== 'refused');
  return next ? [{ notice, item, recipient: next.person }] : [];
};

const ofHappenings = (inspection: Inspection): DueNotice[] =>
  happenings(inspection).flatMap(({ notice }) => toWhoeverSpeaks(inspection, notice, ''));

/** Of a posting nobody can know whether it arrived: somebody has to look. */
const ofPostings = (inspection: Inspection): DueNotice[] => {
  const doubted = doubtedPosting(inspection);
  return doubted ? toWhoeverSpeaks(inspection, `${doubted.posting} doubted ${doubted.tries}`, doubted.posting) : [];
};

/** Every notice that was not sent yet, or of which nobody knows whether it was. Signing off ends none of a child at risk. */
export const noticesDue = (inspection: Inspection): DueNotice[] => [
  ...ofConcerns(inspection),
  ...ofCorrectedConcerns(inspection),
  ...ofHappenings(inspection),
  ...ofPostings(inspection),
  ...reminders(inspection),
];

const decide = (command: Of<typeof commands>, inspection: Inspection): Decision<NoticeEvent> => {
  const { notice, recipient } = command;
  if (command.type === 'ClaimNotice') {
    const due = noticesDue(inspection).some((each) => each.notice === notice && each.recipient.user === recipient.user);
    return due
      ? { events: [{ type: 'NoticeClaimed', notice, recipient }] }
      : refuse('notice', 'This notice does not go to this person any more.');
  }
  const { became } = command;
  return {
    events: [
      'refused' in became
        ? { type: 'NoticeRefused', notice, recipient, refused: became.refused }
        : { type: 'NoticePosted', notice, recipient, ...became },
    ],
  };
};

const nameOf = ({ notice, recipient }: NoticeEvent): string => `${notice} ${recipient.user}`;

declare module '../inspection.ts' {
  interface Inspection {
    /** What became of each notice, by its name and its reader's id. */
    notices: Map<string, NoticeBecame>;
  }
}

export const noticeMatter = matter({
  commands,
  events,
  sealed: false,
  begins: () => ({ notices: new Map() }),
  decide,
  evolve: {
    NoticeClaimed: ({ notices }, event) => void notices.set(nameOf(event), 'claimed'),
    NoticePosted: ({ notices }, event) => void notices.set(nameOf(event), 'posted'),
    NoticeRefused: ({ notices }, event) => void notices.set(nameOf(event), 'refused'),
  },
  moves: 'nothing',
  untold: ['NoticeClaimed', 'NoticePosted', 'NoticeRefused'],
});

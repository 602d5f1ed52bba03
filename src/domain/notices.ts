import type { Inspection } from './inspection.ts';
import { leavers } from './left-behind.ts';
import { concernNoticeOf, openConcerns } from './matters/concern.ts';
import type { NoticeBecame } from './matters/notice.ts';
import { wantsReminders } from './matters/personal.ts';
import { isReminded, retentionNotice } from './matters/retention.ts';
import { waitedFor } from './matters/round-answers.ts';
import { type Member, type Person, samePerson } from './people.ts';
import { may } from './roles.ts';

/** A direct message that is still to arrive: what it tells of, by name, of which item (or person, by id), and for whom. */
export type DueNotice = { notice: string; item: string; recipient: Person };

const becameOf = ({ notices }: Inspection, notice: string, { person }: Pick<Member, 'person'>): NoticeBecame | null =>
  notices.get(`${notice} ${person.user}`) ?? null;

/** Those who have not been told, or of whom nobody knows whether they were. */
const untold = (inspection: Inspection, notice: string, people: readonly Person[]): Person[] =>
  people.filter((person) => (becameOf(inspection, notice, { person }) ?? 'claimed') === 'claimed');

/**
 * An open concern reaches whoever is lead or deputy, also somebody who becomes it later. Where Slack will not take a
 * message for one of them, it reaches the quality assurance manager too.
 */
const ofConcerns = (inspection: Inspection): DueNotice[] =>
  openConcerns(inspection).flatMap(({ item }) => {
    const notice = concernNoticeOf(item);
    const told = inspection.members.filter(({ role }) => may(role, 'be told at once of a child at risk'));
    const unreached = told.some((member) => becameOf(inspection, notice, member) === 'refused');
    const instead = inspection.members.filter(({ role }) => unreached && role === 'quality-assurance-manager');
    const people = [...told, ...instead].map(({ person }) => person);
    return untold(inspection, notice, people).map((recipient) => ({ notice, item, recipient }));
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
    return untold(inspection, notice, told).map((recipient) => ({ notice, item, recipient }));
  });

/** Whoever is waited for in an open round is asked once, in private. */
const ofRounds = (inspection: Inspection): DueNotice[] =>
  [...inspection.rounds.values()]
    .filter(({ closed }) => !closed && !inspection.sealed)
    .flatMap((round) => {
      const notice = `round ${round.item}`;
      return untold(inspection, notice, waitedFor(inspection, round)).map((recipient) => ({
        notice,
        item: round.item,
        recipient,
      }));
    });

/** That a record has been kept for as long as was decided reaches those who answer for it, once each. */
const ofRetention = (inspection: Inspection): DueNotice[] =>
  inspection.retention === null
    ? []
    : untold(
        inspection,
        retentionNotice,
        inspection.members.filter(isReminded).map(({ person }) => person),
      ).map((recipient) => ({ notice: retentionNotice, item: '', recipient }));

/** The lead hears of whoever left the team with something waiting, but of those whom they took off it themselves. */
const ofLeavers = (inspection: Inspection): DueNotice[] =>
  leavers(inspection).flatMap(({ person: left, version, by }) => {
    const notice = `left ${left.user} ${version}`;
    const lead = inspection.members
      .filter(({ role, person }) => role === 'lead' && !samePerson(person, by))
      .map(({ person }) => person);
    return untold(inspection, notice, lead).map((recipient) => ({ notice, item: left.user, recipient }));
  });

/** What reminds somebody of a thing, for those who want that. A child at risk is none of it: it reaches whoever it must. */
const reminders = (inspection: Inspection): DueNotice[] =>
  [...ofRounds(inspection), ...ofRetention(inspection), ...ofLeavers(inspection)].filter(({ recipient }) =>
    wantsReminders(inspection, recipient),
  );

/** Every notice that was not sent yet, or of which nobody knows whether it was. Signing off ends none of a child at risk. */
export const noticesDue = (inspection: Inspection): DueNotice[] => [
  ...ofConcerns(inspection),
  ...ofCorrectedConcerns(inspection),
  ...reminders(inspection),
];

import type { Inspection } from './inspection.ts';
import { openConcerns } from './matters/concern.ts';
import type { NoticeBecame } from './matters/notice.ts';
import { wantsReminders } from './matters/personal.ts';
import { isReminded, retentionNotice } from './matters/retention.ts';
import { waitedFor } from './matters/round-answers.ts';
import type { Member, Person } from './people.ts';
import { may } from './roles.ts';

/** A direct message that is still to arrive: what it tells of, by name, of which item, and for whom. */
export type DueNotice = { notice: string; item: string; recipient: Person };

const becameOf = ({ notices }: Inspection, notice: string, { person }: Pick<Member, 'person'>): NoticeBecame | null =>
  notices.get(`${notice} ${person.user}`) ?? null;

/**
 * An open concern reaches whoever is lead or deputy, also somebody who becomes it later. Where Slack will not take a
 * message for one of them, it reaches the quality assurance manager too.
 */
const ofConcerns = (inspection: Inspection): DueNotice[] =>
  openConcerns(inspection).flatMap(({ item }) => {
    const notice = `concern ${item}`;
    const told = inspection.members.filter(({ role }) => may(role, 'be told at once of a child at risk'));
    const unreached = told.some((member) => becameOf(inspection, notice, member) === 'refused');
    const instead = inspection.members.filter(({ role }) => unreached && role === 'quality-assurance-manager');
    return [...told, ...instead]
      .filter((member) => (becameOf(inspection, notice, member) ?? 'claimed') === 'claimed')
      .map(({ person }) => ({ notice, item, recipient: person }));
  });

/** Whoever is waited for in an open round is asked once, in private. */
const ofRounds = (inspection: Inspection): DueNotice[] =>
  [...inspection.rounds.values()]
    .filter(({ closed }) => !closed && !inspection.sealed)
    .flatMap((round) =>
      waitedFor(inspection, round)
        .filter((recipient) => wantsReminders(inspection, recipient))
        .map((recipient) => ({ notice: `round ${round.item}`, item: round.item, recipient })),
    )
    .filter(
      ({ notice, recipient }) => (becameOf(inspection, notice, { person: recipient }) ?? 'claimed') === 'claimed',
    );

/** That a record has been kept for as long as was decided reaches those who answer for it, once each. */
const ofRetention = (inspection: Inspection): DueNotice[] =>
  inspection.retention === null
    ? []
    : inspection.members
        .filter(isReminded)
        .filter((member) => (becameOf(inspection, retentionNotice, member) ?? 'claimed') === 'claimed')
        .map(({ person }) => ({ notice: retentionNotice, item: '', recipient: person }));

/** Every notice that was not sent yet, or of which nobody knows whether it was. Signing off ends none. */
export const noticesDue = (inspection: Inspection): DueNotice[] => [
  ...ofConcerns(inspection),
  ...ofRounds(inspection),
  ...ofRetention(inspection),
];

import { unreadBy } from './cases.ts';
import { inWordsOf } from './field.ts';
import { proposedFindings } from './findings.ts';
import { areaOf, areaWord, gradeInWords, listed, nameOf } from './framework.ts';
import type { Inspection } from './inspection.ts';
import { leavers } from './left-behind.ts';
import { openLines, ownerless } from './lines.ts';
import { openChallenges } from './matters/challenge.ts';
import { openConcerns } from './matters/concern.ts';
import { openProposals } from './matters/judgement.ts';
import { openPause } from './matters/pause.ts';
import { openRequests } from './matters/request.ts';
import { waitedFor } from './matters/round-answers.ts';
import { blocksSignOff, lapsedWith, signingAgain, signsFirst } from './matters/sign-off.ts';
import { type Member, samePerson } from './people.ts';
import { may } from './roles.ts';
import { mayNameLead, memberOf, nameOfPerson } from './standing.ts';

/**
 * Something that waits for one person: in words, what to type after /judge to do it, what a button beside it says, and by which
 * day such as 2013-12-05: at once where a child is at risk, null where by none.
 */
export type Awaiting = { words: string; does: string; label: string; due: string | 'at once' | null };

/** What one matter has waiting for a member of the team. `today` is the day where the inspection is. */
type Waits = (inspection: Inspection, member: Member, today: string) => Awaiting[];

const proposals: Waits = (inspection, { role }) =>
  may(role, 'give a grade')
    ? inspection.framework.areas.flatMap((area) =>
        openProposals(inspection, area.id).map(({ grade, by }) => ({
          words: `${nameOfPerson(inspection, by)} proposes ${gradeInWords(inspection.framework, grade)} for ${area.short}`,
          does: `grade ${areaWord(area)}`,
          label: 'Decide',
          due: null,
        })),
      )
    : [];

/** The signature that is next; one that lapsed, also of somebody else than the lead, whatever is to be done before. */
const signatures: Waits = (inspection, member) => {
  const { lead, qualityAssuranceManager: second, lapsed } = inspection.signatures;
  const { role, person } = member;
  const own = lapsed && signsFirst(member) && lapsed.signed.some(({ by }) => samePerson(by, person));
  const signs = (role === 'lead' && !lead) || (role === 'quality-assurance-manager' && lead !== null && !second);
  if (inspection.sealed || !(own || (signs && blocksSignOff(inspection).length === 0))) return [];
  const words = own ? `Your signature lapsed ${lapsedWith(lapsed)}` : 'Your signature';
  return [{ words, does: 'sign-off', label: own ? signingAgain(inspection) : 'Sign off', due: null }];
};

/** An open child at risk waits for lead and deputy, and for whoever recorded it. */
const concerns: Waits = (inspection, { role, person }) =>
  openConcerns(inspection)
    .filter(({ by }) => may(role, 'be told at once of {a child} at risk') || samePerson(by, person))
    .map(({ item, referrals }) => {
      const last = referrals.at(-1);
      const next = last ? (last.acknowledged ? 'to be closed' : 'to be acknowledged') : 'to be referred back';
      return {
        words: `${inWordsOf(inspection, '{Child} at risk')} ${item}, ${next}`,
        does: `concern ${item}`,
        label: 'Read',
        due: 'at once',
      };
    });

const lines: Waits = (inspection, { person, role }) => [
  ...(inspection.sealed ? [] : openLines(inspection))
    .filter(({ content }) => samePerson(content.owner, person))
    .map(({ item, content }) => ({
      words: `You follow ${item} · ${content.hypothesis}`,
      does: `line ${item}`,
      label: 'Read',
      due: null,
    })),
  ...(may(role, 'settle anyone’s line of enquiry') && !inspection.sealed
    ? ownerless(inspection).map(({ item }) => ({
        words: `Nobody on the team follows ${item} any more`,
        does: `line ${item} change`,
        label: 'Change',
        due: null,
      }))
    : []),
];

const rounds: Waits = (inspection, { person }) =>
  [...inspection.rounds.values()]
    .filter(
      (round) =>
        !round.closed && !inspection.sealed && waitedFor(inspection, round).some((each) => samePerson(each, person)),
    )
    .map(({ item, area }) => ({
      words: `Your answer to round ${item} on ${areaOf(inspection.framework, area).short}`,
      does: `round ${item}`,
      label: 'Answer',
      due: null,
    }));

/** A pause that nobody has ended. */
const pauses: Waits = (inspection, { role }) => {
  const pause = openPause(inspection);
  if (!pause || inspection.sealed || !may(role, 'pause, resume or end the inspection')) return [];
  const words = 'The inspection is paused: to resume it, or to end it incomplete';
  return [{ words, does: 'resume', label: 'Resume', due: null }];
};

const findings: Waits = (inspection, { role }) =>
  may(role, 'adopt a finding')
    ? proposedFindings(inspection).map(({ item, by }) => ({
        words: `${nameOfPerson(inspection, by)} proposes the finding ${item}`,
        does: `grade ${item}`,
        label: 'Decide',
        due: null,
      }))
    : [];

/** What is due or overdue waits for whoever asked for it; for lead and deputy too where it is overdue or that person has left. */
const requests: Waits = (inspection, { role, person }, today) =>
  openRequests(inspection)
    .filter(({ by, due }) => {
      const here = memberOf(inspection, by) !== null;
      const leads = may(role, 'change the team');
      return (due <= today && (samePerson(by, person) || (leads && !here))) || (leads && due < today);
    })
    .map(({ item, due }) => ({
      words: `Request ${item} ${inWordsOf(inspection, 'to the {authority}')}`,
      does: `request received ${item}`,
      label: 'Received',
      due,
    }));

/** A challenge waits for whoever may answer it, and not for who raised it in the team. */
const challenges: Waits = (inspection, { role, person }) =>
  may(role, 'answer a challenge')
    ? openChallenges(inspection)
        .filter(({ from, by }) => from === 'authority' || !samePerson(by, person))
        .map(({ item, against, due }) => ({
          words: `Challenge ${item} to ${nameOf(inspection.framework, against)}`,
          does: `challenge answer ${item}`,
          label: 'Answer',
          due,
        }))
    : [];

/** Cases that this person is to read, all together: each has no evidence yet. */
const cases: Waits = (inspection, { person }) => {
  const unread = inspection.sealed ? [] : unreadBy(inspection, person.user).map(({ item }) => item);
  if (unread.length === 0) return [];
  const named = listed([...unread.slice(0, 5), ...(unread.length > 5 ? [`${unread.length - 5} more`] : [])], 'and');
  return [
    {
      words: `${inWordsOf(inspection, '{Cases} that you read, without evidence yet')}: ${named}`,
      does: 'case mine',
      label: 'Read',
      due: null,
    },
  ];
};

/** Cases that somebody was to read who has left the team. */
const leftCases: Waits = (inspection, { role }) =>
  leavers(inspection).flatMap(({ name, left }) => {
    const items = left.flatMap(({ item, what }) => (what === 'reads' ? [item] : []));
    if (items.length === 0 || !may(role, 'change the team')) return [];
    const named = listed([...items.slice(0, 5), ...(items.length > 5 ? [`${items.length - 5} more`] : [])], 'and');
    return [{ words: `${name} left the team and was to read ${named}`, does: 'team', label: 'Read', due: null }];
  });

/** What somebody recorded of a line of enquiry without saying which way it speaks. */
export const unanswered = (inspection: Inspection, { person }: Member): Awaiting[] =>
  (inspection.sealed ? [] : [...inspection.unanswered])
    .flatMap((item) => inspection.evidence.get(item) ?? [])
    .filter(({ by }) => samePerson(by, person))
    .map(({ item, content }) => ({
      words: `Does ${item} speak for or against ${content.askedOf}?`,
      does: `edit ${item}`,
      label: 'Answer',
      due: null,
    }));

/** Whoever speaks for a team that nobody leads names who does. */
const nextLead: Waits = (inspection, { person }) =>
  mayNameLead(inspection, person)
    ? [{ words: 'Nobody leads this inspection', does: 'team', label: 'Name the next lead', due: 'at once' }]
    : [];

/** In the order in which a person should look at them, where nothing is due. */
const matters: readonly Waits[] = [
  concerns,
  nextLead,
  pauses,
  challenges,
  requests,
  rounds,
  proposals,
  findings,
  signatures,
  unanswered,
  lines,
  cases,
  leftCases,
];

const placeOf = ({ due }: Awaiting): string => (due === 'at once' ? '0' : (due ?? '9'));

/** What waits for this member: somebody at risk first, then what is due soonest, then what has no day; only what they may read. */
export const awaiting = (inspection: Inspection, member: Member, today: string): Awaiting[] =>
  matters
    .flatMap((waits) => waits(inspection, member, today))
    .sort((one, other) => placeOf(one).localeCompare(placeOf(other)));

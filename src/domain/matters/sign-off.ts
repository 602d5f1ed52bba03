import { z } from 'zod';
import { blockedByFindings, speaksInFindings } from '../findings.ts';
import { areaWord, nameOf } from '../framework.ts';
import { standsApart } from '../grading.ts';
import type { Inspection } from '../inspection.ts';
import { matter, type Of } from '../matter.ts';
import { whoLeads } from '../only-for.ts';
import { type By, type Entered, type Member, type Person, samePerson } from '../people.ts';
import { type Decision, type InTheWay, inTheWay, refuse } from '../refusal.ts';
import { may } from '../roles.ts';
import { judgementOf, nameOfPerson, roleOf } from '../standing.ts';
import { typed } from '../text/typed.ts';
import { rulesAgainst } from './judgement.ts';
import { openPause } from './pause.ts';
import { goneUnder } from './resting.ts';
import { openRoundsBlock } from './round.ts';

export const signOff = z.strictObject({ type: z.literal('SignOff') });
export const reopen = z.strictObject({
  type: z.literal('Reopen'),
  reason: typed('Say why it is reopened. The reason stays in the record.'),
});
const commands = [signOff, reopen] as const;

const signature = z.enum(['lead', 'quality-assurance-manager']);

const signedOff = z.strictObject({ type: z.literal('SignedOff'), as: signature });
const reopened = z.strictObject({ type: z.literal('Reopened'), reason: z.string() });
const events = [signedOff, reopened] as const;
type SettlingEvent = Of<typeof events>;

export type Signature = { by: Person; at: string; version: number };

/** What was signed and stands no more: whose signatures, the lead's first, and the entry that lapsed them; `item` is what that was about. */
export type Lapse = {
  signed: readonly Signature[];
  with: string;
  item: string | null;
  by: Person;
  at: string;
  version: number;
};

/** Lapses the signatures that stand, each once: what comes after has none to lapse. */
export const lapse = (
  inspection: Inspection,
  event: { type: string; item?: string },
  { person: by, at, version }: Entered,
): void => {
  const { lead, qualityAssuranceManager } = inspection.signatures;
  const signed = [lead, qualityAssuranceManager].flatMap((signature) => signature ?? []);
  if (signed.length === 0) return;
  const lapsed = { signed, with: event.type, item: event.item ?? null, by, at, version };
  inspection.signatures = { lead: null, qualityAssuranceManager: null, lapsed };
};

const without: Record<string, string> = {
  Reopened: 'as it was reopened',
  EndedIncomplete: 'as it ended incomplete',
  SampleTaken: 'with a plan that was taken in',
  ReserveUsed: 'with a reserve',
};

/** "with E-031": what lapsed it. */
export const lapsedWith = (lapsed: Lapse): string =>
  lapsed.item ? `with ${lapsed.item}` : (without[lapsed.with] ?? 'with the overall grade');

/** What is pressed to sign again: it shows what must be done first, where something must. */
export const signingAgain = (inspection: Inspection): string =>
  blocksSignOff(inspection).length === 0 ? 'Sign again' : 'What is missing';

/** Whether this person may give the first signature. */
export const signsFirst = ({ role }: Pick<Member, 'role'>): boolean =>
  may(role, 'sign off') && role !== 'quality-assurance-manager';

/** Everything that stands in the way of signing off, each named. Empty when nothing does. */
export const blocksSignOff = (inspection: Inspection): InTheWay[] => {
  const { framework } = inspection;
  const judged = speaksInFindings(inspection) ? [] : framework.areas.filter((area) => area.kind !== 'input');
  const missing = judged
    .filter((area) => !standsApart(framework, area) && !judgementOf(inspection, area.id))
    .map((area) => {
      const optional = area.optional ? ' (it may be "not judged")' : '';
      return inTheWay(`${area.short} has no judgement${optional}`, 'Judge it', `grade ${areaWord(area)}`);
    });
  const graded = judged.flatMap((area) => {
    const judgement = judgementOf(inspection, area.id);
    return judgement ? [{ area, judgement }] : [];
  });
  const gone = graded.flatMap(({ area, judgement }) => {
    const reasons = goneUnder(inspection, judgement.evidence);
    if (reasons.length === 0) return [];
    const rests = `${area.short} (${judgement.item}) rests on ${reasons.join(' and ')}`;
    return [inTheWay(rests, 'Judge it again', `grade ${areaWord(area)}`)];
  });
  const against = graded.flatMap(({ area, judgement }) => {
    const [rule] = rulesAgainst(inspection, area.id, judgement.grade).filter(
      ({ id }) => !judgement.outside.includes(id),
    );
    if (!rule) return [];
    const why = rule.force === 'must' ? `is ruled out by ${rule.id}` : `is outside what ${rule.id} expects`;
    const grade = `${area.short} (${judgement.item}) ${why} since another area was graded`;
    return [inTheWay(grade, 'Judge it again', `grade ${areaWord(area)}`)];
  });
  const open = framework.overalls
    .filter((overall) => !inspection.overalls.get(overall.id))
    .map((overall) => inTheWay(`${nameOf(framework, overall.id)} is not set`, 'Set it', 'overall'));
  const paused = openPause(inspection) ? [inTheWay('The inspection is paused', 'Resume', 'resume')] : [];
  return [
    ...paused,
    ...missing,
    ...gone,
    ...against,
    ...blockedByFindings(inspection),
    ...openRoundsBlock(inspection),
    ...open,
  ];
};

const decideSignOff = (inspection: Inspection, by: By): Decision<SettlingEvent> => {
  const role = roleOf(inspection, by.person);
  const { lead, qualityAssuranceManager } = inspection.signatures;
  if (lead && qualityAssuranceManager) return refuse(null, 'This inspection is signed off already.');
  if (inspection.incomplete) return refuse(null, 'This inspection ended incomplete, so there is nothing to sign.');
  const second = role === 'quality-assurance-manager';
  if (second && !lead) return refuse(null, whoLeads(inspection, 'signs first'));
  const blocks = blocksSignOff(inspection);
  if (blocks.length > 0) return { refusals: blocks.map(({ words }) => ({ field: null, words: `${words}.` })) };
  if (lead && second) {
    if (samePerson(lead.by, by.person))
      return refuse(null, 'You gave the first signature. The second is another person’s.');
    return { events: [{ type: 'SignedOff', as: 'quality-assurance-manager' }] };
  }
  if (lead) {
    const next = inspection.members.find((member) => member.role === 'quality-assurance-manager');
    const who = next
      ? `${next.name} gives the second signature`
      : 'Nobody is quality assurance manager to give the second signature';
    return refuse(null, `${nameOfPerson(inspection, lead.by)} signed already. ${who}.`);
  }
  return { events: [{ type: 'SignedOff', as: 'lead' }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<SettlingEvent> => {
  if (command.type === 'SignOff') return decideSignOff(inspection, by);
  if (!inspection.sealed) return refuse(null, 'This inspection is open: nothing needs reopening.');
  return { events: [{ type: 'Reopened', reason: command.reason }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    /** Those that stand, and what lapsed the last ones until somebody signs anew. */
    signatures: { lead: Signature | null; qualityAssuranceManager: Signature | null; lapsed: Lapse | null };
    /** True once both signatures stand, or it ended incomplete. */
    sealed: boolean;
  }
}

export const signOffMatter = matter({
  commands,
  events,
  act: { SignOff: 'sign off', Reopen: 'reopen' },
  sealed: false,
  begins: () => ({ signatures: { lead: null, qualityAssuranceManager: null, lapsed: null }, sealed: false }),
  decide,
  evolve: {
    SignedOff: (inspection, event, { person: by, at, version }) => {
      const { signatures } = inspection;
      signatures[event.as === 'lead' ? 'lead' : 'qualityAssuranceManager'] = { by, at, version };
      signatures.lapsed = null;
      inspection.sealed = signatures.lead !== null && signatures.qualityAssuranceManager !== null;
    },
    Reopened: (inspection) => {
      inspection.incomplete = null;
      inspection.sealed = false;
    },
  },
  moves: (_, { type }) => (type === 'Reopened' ? 'signature' : 'changed'),
});

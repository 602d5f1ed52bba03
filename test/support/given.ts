import { expect } from 'vitest';
import type { Framework } from '../../src/domain/framework.ts';
import type { InspectionEvent } from '../../src/domain/inspection.ts';
import { begin, decide, extend, type Inspection, inspectionCommand } from '../../src/domain/inspection.ts';
import { decideStart, startInspection } from '../../src/domain/matters/start.ts';
import type { Person } from '../../src/domain/people.ts';
import type { Decision, Refusal } from '../../src/domain/refusal.ts';
import { refusalsOf } from '../../src/domain/refusals.ts';
import { framework } from './frameworks.ts';
import { type Who, whole } from './people.ts';
import { evidence, gradeOf, type Sent, setTeam, startNorthmoor } from './sent.ts';

/** A person by name: `Who` is on the whole team in the role of that name, but for outsider, guest and stranger. */
export const person = (who: Who): Person => ({ team: whole[who].team, user: whole[who].user });

const opened = Date.parse('2013-11-19T09:00:00.000Z');
/** The time of the n-th act: a minute after the one before, from 09:00 on the first day on site. */
export const minute = (n: number): string => new Date(opened + n * 60_000).toISOString();

type Act = { command: Sent; who: Who };

/** What a decision came to, to be held against what was promised. */
export type Answer = {
  decision: Decision<InspectionEvent>;
  /** Exactly these facts are kept, in this order; each may leave fields out that are not the matter. */
  keeps(...events: ({ type: InspectionEvent['type'] } & Record<string, unknown>)[]): void;
  /** Nothing is kept; there is a refusal at this field whose words have all of these in them. */
  refuses(field: string | null, ...words: string[]): void;
};

const refusalsIn = (decision: Decision<InspectionEvent>): Refusal[] =>
  'refusals' in decision ? decision.refusals : [];

const answer = (decision: Decision<InspectionEvent>): Answer => ({
  decision,
  keeps: (...events) => {
    expect(refusalsIn(decision)).toEqual([]);
    if ('events' in decision) expect(decision.events).toMatchObject(events);
  },
  refuses: (field, ...words) => {
    const fields = refusalsIn(decision).map((refusal) => refusal.field);
    expect(fields, JSON.stringify(decision)).toContain(field);
    const said = refusalsIn(decision)
      .filter((refusal) => refusal.field === field)
      .map((refusal) => refusal.words)
      .join('\n');
    for (const word of words) expect(said).toContain(word);
  },
});

/** A command as it was sent: read at its door, then decided. */
export const asked = (inspection: Inspection, command: Sent, who: Who, at: string): Decision<InspectionEvent> => {
  const read = inspectionCommand.safeParse(command);
  return read.success ? decide(read.data, inspection, { person: person(who), at }) : refusalsOf(read.error, inspection);
};

export type Story = {
  /** One act more, which must be kept. */
  and(command: Sent, who: Who): Story;
  /** The command that the story is about, decided as things stand. */
  when(command: Sent, who: Who): Answer;
  /** How it stands, folded afresh. */
  state(): Inspection;
  /** Every entry so far, as the history has them. */
  entries(): readonly Entry[];
  /** When the next act happens. */
  now: string;
};

/** One entry of a history; `events` is null where its words were erased. */
export type Entry = {
  events: readonly InspectionEvent[] | null;
  entered: { person: Person; at: string; version: number };
};

const started = (from: Framework, but: Record<string, unknown>): Entry => {
  const decision = decideStart(startInspection.parse(startNorthmoor(from, but)));
  if ('refusals' in decision) throw new Error(`The start was refused: ${JSON.stringify(decision.refusals)}`);
  return { events: decision.events, entered: { person: person('lead'), at: minute(0), version: 1 } };
};

/** The state that a history leaves. */
export const folded = (entries: readonly Entry[]): Inspection => {
  const [first, ...rest] = entries;
  const event = first?.events?.[0];
  if (!first || event?.type !== 'InspectionStarted') throw new Error('A history begins with its start');
  return rest.reduce(
    (inspection, { events, entered }) => extend(inspection, events, entered),
    begin('northmoor-2013-11-19', event, first.entered),
  );
};

const story = (entries: readonly Entry[]): Story => {
  const at = minute(entries.length);
  return {
    and: (command, who) => {
      const decision = asked(folded(entries), command, who, at);
      if ('refusals' in decision) throw new Error(`What was given was refused: ${JSON.stringify(decision.refusals)}`);
      const version = entries.length + 1;
      return story([...entries, { events: decision.events, entered: { person: person(who), at, version } }]);
    },
    when: (command, who) => answer(asked(folded(entries), command, who, at)),
    state: () => folded(entries),
    entries: () => entries,
    now: at,
  };
};

/** The history of these acts, from a start with the whole team under that framework. */
export const given = (from: Framework, ...acts: Act[]): Story =>
  acts.reduce((so, { command, who }) => so.and(command, who), begunAs(from, {}));

/** The same, with what was chosen at the start in another way than usual. */
export const begunAs = (from: Framework, but: Record<string, unknown>): Story =>
  story([started(from, but)]).and(setTeam({}), 'lead');

/** Starting states by name, under one framework. Every area's item has the number of its place: E-001 is the first area's. */
export const under = (id: string) => {
  const from = framework(id);
  const areas = from.areas.map((area) => area.id);
  /** The item that `withEvidence` records for an area. */
  const itemOf = (area: string): string => `E-${String(areas.indexOf(area) + 1).padStart(3, '0')}`;

  const withEvidence = (): Story =>
    areas.reduce(
      (so, area) =>
        so.and(
          evidence({ areas: [area], text: `About ${area}`, sign: area === areas[1] ? 'strength' : 'concern' }),
          'inspector',
        ),
      given(from),
    );

  /** Every area judged so by the lead, on its own item; some otherwise. */
  const judged = (grade: string, but: Record<string, string>): Story =>
    areas.reduce((so, area) => so.and(gradeOf(area, but[area] ?? grade, [itemOf(area)]), 'lead'), withEvidence());

  /** All good, with overall set to good where there is one. */
  const settled = (): Story =>
    from.overalls.reduce(
      (so, overall) =>
        so.and(
          { type: 'SetOverall', overall: overall.id, grade: 'good', reason: 'Good throughout.', answers: {} },
          'lead',
        ),
      judged('good', {}),
    );
  const signedByLead = (): Story => settled().and({ type: 'SignOff' }, 'lead');
  const signedOff = (): Story => signedByLead().and({ type: 'SignOff' }, 'qualityAssurance');

  return {
    framework: from,
    itemOf,
    started: () => given(from),
    withEvidence,
    judged,
    settled,
    signedByLead,
    signedOff,
  };
};

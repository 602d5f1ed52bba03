import type {
  AskOfInspection,
  InspectionSubcommand,
  Instead,
  Receipt,
  Reply,
  ToKeep,
} from '../../commands/contract.ts';
import type { Choice, Field, Form, Values } from '../../commands/form.ts';
import { subcommands } from '../../commands/index.ts';
import { extend, type Inspection, type InspectionEvent } from '../../src/domain/inspection.ts';
import type { Decision } from '../../src/domain/refusal.ts';
import { emptyRestricted, extendRestricted, type RestrictedEvent } from '../../src/domain/restricted.ts';
import { memberOf } from '../../src/domain/standing.ts';
import { asked, folded, person } from '../support/given.ts';
import { type Who, whole } from '../support/people.ts';
import type { Sent } from '../support/sent.ts';
import { answerRound } from '../support/sent-round.ts';
import { asUnder } from './as-under.ts';
import { isAsked } from './asked-by.ts';
import { restrictedSamples } from './restricted-samples.ts';
import { samples } from './samples.ts';
import { decidedRestricted, type World } from './worlds.ts';

/** What one person's own acts come to: numbers given, receipts, and what is refused at which field. */

/** An id by chance is never one that was given, so what a person records under it has another than any there is. */
const freshly = (sent: Sent): Sent => (sent.type === 'RecordRestrictedEvidence' ? { ...sent, item: 'W-CCCC' } : sent);

/** Every answer that could be given to a round that others have answered already, unseen. */
const answersTried: readonly Sent[] = ['R-001', 'R-004'].flatMap((item) =>
  ['outstanding', 'good', 'requires-improvement', 'inadequate', null].map((grade) =>
    answerRound(item, grade, 'Seen by me'),
  ),
);

const isStillHidden = ({ inspection }: World, { type, item }: Sent): boolean =>
  type === 'CloseRound' && inspection.rounds.get(String(item))?.closed === null;

/** Every act of the tables, as if this person sent it now: the facts that it would keep, with their numbers, or why not. */
export const decisionsSeen = (world: World, who: Who, at: string): Record<string, unknown> => {
  const of = (table: Readonly<Record<string, readonly (readonly [Who, Sent])[]>>): Sent[] =>
    Object.values(table).flatMap((acts) => acts.map(([, sent]) => asUnder(world.inspection.framework, freshly(sent))));
  const ordinary = [...of(samples), ...answersTried].filter(
    (sent) => isAsked(sent.type) && !isStillHidden(world, sent),
  );
  const restricted = of(restrictedSamples).filter(({ type }) => isAsked(type));
  const named = (sent: Sent, place: number) => `decided: ${place} ${sent.type}`;
  return Object.fromEntries([
    ...ordinary.map((sent, place) => [named(sent, place), asked(world.inspection, sent, who, at)]),
    ...restricted.map((sent, place) => [named(sent, place), decidedRestricted(world, sent, who, at)]),
  ]);
};

export const filledIn = (
  command: InspectionSubcommand,
  ask: AskOfInspection,
  form: Form,
  text: (initial: string, required: boolean) => string,
): Values => {
  const firstFound = (): readonly Choice[] =>
    [...(command.form?.search?.(ask, form.about, '') ?? [])].flatMap((each) => each ?? []).slice(0, 1);
  const chosen = (field: Field): Values[string] => {
    switch (field.is) {
      case 'text':
        return text(field.initial, field.required);
      case 'choice':
        return field.initial ?? field.groups[0]?.choices[0]?.value ?? null;
      case 'choices':
        if (field.shown === 'ticks' || field.initial.length > 0) return field.initial;
        return field.choices.slice(0, 1).map(({ value }) => value);
      case 'search':
        return (field.initial.length > 0 ? field.initial : firstFound()).map(({ value }) => value);
      case 'person':
        return field.initial ?? whole.inspector.user;
      default:
        return field.initial;
    }
  };
  return Object.fromEntries(
    form.pieces.flatMap((piece) =>
      piece.is === 'said' || piece.is === 'redraw' ? [] : [[piece.field, chosen(piece)]],
    ),
  );
};

export const people = new Map(Object.values(whole).map((each) => [each.user, each]));

type Kept = { receipt: Receipt } | { refusals: unknown };

/** What a world would be once this is kept, in a copy of it: the world itself stays as it is. */
const keeping = (world: World, who: Who, at: string) => {
  let ordinary: Inspection | null = null;
  const receiptOf = (
    version: number,
    events: readonly (InspectionEvent | RestrictedEvent)[],
    inspection: Inspection,
  ): Kept => ({ receipt: { hash: 'b'.repeat(64), version, at, events, inspection } });
  return ({ in: where, command }: ToKeep): Kept => {
    const sent = command as Sent;
    if (where === 'restricted') {
      const decision: Decision<RestrictedEvent> = decidedRestricted(world, sent, who, at);
      if ('refusals' in decision) return decision;
      const record = world.restrictedEntries.reduce(
        (so, { events, entered }) => extendRestricted(so, events, entered),
        emptyRestricted(),
      );
      const version = world.restrictedEntries.length + 1;
      extendRestricted(record, decision.events, { person: person(who), at, version });
      return receiptOf(version, decision.events, world.inspection);
    }
    const decision = asked(ordinary ?? world.inspection, sent, who, at);
    if ('refusals' in decision) return decision;
    ordinary = ordinary ?? folded(world.entries);
    const version = ordinary.version + 1;
    extend(ordinary, decision.events, { person: person(who), at, version });
    return receiptOf(version, decision.events, ordinary);
  };
};

const answerSeen = (world: World, who: Who, ask: AskOfInspection, reply: Reply): unknown => {
  const keep = keeping(world, who, ask.at);
  if ('keep' in reply) {
    const kept = keep(reply.keep);
    return 'receipt' in kept ? [reply.receipt(kept.receipt), reply.another] : kept;
  }
  if ('several' in reply) {
    const kept = reply.several.map(keep);
    const receipts = kept.flatMap((each) => ('receipt' in each ? [each.receipt] : []));
    return [reply.receipts(receipts), kept.flatMap((each) => ('refusals' in each ? [each] : []))];
  }
  return reply;
};

/** Whether sending this form discloses to its sender what an open round came to: that is what closing is for. */
const closesARound = ({ of, about }: Form): boolean => of === 'round' && about.does === 'close';

/**
 * Forms that somebody opened while they might read what is restricted, and sends when they may not any more; to those who may it is
 * the same form.
 */
const opened: readonly { of: string; about: Form['about'] }[] = [
  { of: 'edit', about: { item: 'W-AAAA' } },
  { of: 'withdraw', about: { item: 'W-AAAA' } },
  { of: 'whistleblow', about: { does: 'link', item: 'W-AAAA' } },
  { of: 'whistleblow', about: { does: 'close', item: 'W-AAAA' } },
];

const saidInThem = {
  areas: ['leadership'],
  text: 'Put better',
  sign: 'concern',
  source: 'not-stated',
  reason: 'Said in error',
  line: 'L-001',
  done: 'Ten files were read',
};

/** What a form comes to; where that is another word, which one, since the words are asked on their own too. */
const submittedSeen = (world: World, who: Who, ask: AskOfInspection, reply: Reply | Instead): unknown =>
  'asks' in reply ? reply : answerSeen(world, who, ask, reply);

export const sentLate = (world: World, who: Who, ask: AskOfInspection): unknown =>
  opened.map(({ of, about }) => {
    const command = subcommands.find(({ word }) => word === of);
    if (command?.of !== 'inspection' || !command.form) return null;
    return submittedSeen(
      world,
      who,
      ask,
      command.form.submitted(ask, { ...saidInThem, observedAt: ask.at }, about, people),
    );
  });

/** A form sent twice, as it was drawn and with something said: its receipt, or what is said under which field. */
export const submissionsSeen = (world: World, who: Who, ask: AskOfInspection, form: Form): unknown => {
  const command = subcommands.find(({ word }) => word === form.of);
  if (command?.of !== 'inspection' || !command.form || !memberOf(world.inspection, person(who))) return null;
  if (closesARound(form)) return null;
  const own = command.form;
  const texts = [(initial: string) => initial, (initial: string) => `${initial} Seen again.`.trim()];
  return texts.map((text) =>
    submittedSeen(world, who, ask, own.submitted(ask, filledIn(command, ask, form, text), form.about, people)),
  );
};

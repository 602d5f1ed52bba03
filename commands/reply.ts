import { sealedWords } from '../src/domain/changing.ts';
import { notHere } from '../src/domain/kinds.ts';
import { dayIn } from '../src/domain/moments.ts';
import { onlyFor } from '../src/domain/only-for.ts';
import type { Refusal } from '../src/domain/refusal.ts';
import { type Act, may } from '../src/domain/roles.ts';
import { itemButtons } from '../src/words/item-acts.ts';
import { itemWhole } from '../src/words/items.ts';
import { type Button, followedBy, givingBack, message, paragraph, says } from '../src/words/message.ts';
import type { AskOfInspection, Reply, ToKeep } from './contract.ts';
import type { Form } from './form.ts';

/** Replies as most commands give them. */

type Keeping = Extract<Reply, { keep: unknown }>;

/** Where there is no form to show a refusal in, its words are said. */
const sayRefusals = (refusals: readonly Refusal[]): Reply => tells('Not saved.', ...refusals.map(({ words }) => words));

/** Keeps a command of the inspection, offers nothing next, and says why where it is refused, unless it says otherwise. */
export const keeps = (
  command: unknown,
  receipt: Keeping['receipt'],
  { where = 'inspection', another = null, refused = sayRefusals }: Partial<Keeping> & { where?: ToKeep['in'] } = {},
): Keeping => ({ keep: { in: where, command }, receipt, another, refused });

/** Says a sentence or a few to the asker alone. */
export const tells = (...lines: readonly string[]): Reply => ({ say: says(...lines) });

/** Says a sentence, and what can be pressed beside it. */
export const offers = (words: string, buttons: readonly Button[]): Reply => ({
  say: message(paragraph(words), { buttons }),
});

/** An item whole, with what may be done with it; or that there is none of that number. */
export const shownItem = ({ inspection, at, by }: AskOfInspection, item: string): Reply => {
  const parts = itemWhole(inspection, item, at);
  return parts.length > 0
    ? { say: message(...parts, itemButtons(inspection, item, by)) }
    : tells(notHere(inspection, item));
};

/** A button for those whose role allows what it does; none for others. */
export const where = ({ member }: AskOfInspection, act: Act, label: string, does: string): Button[] =>
  may(member.role, act) ? [{ label, does }] : [];

/** What somebody is told whose role does not allow this; null where it does. */
export const notAllowed = ({ member, inspection }: AskOfInspection, act: Act): Reply | null =>
  may(member.role, act) ? null : tells(onlyFor(inspection, act));

/** What is said instead of opening a form that could not be saved, with what was typed; null while nothing is sealed. */
export const sealedReply = (ask: AskOfInspection, typed = ''): Reply | null => {
  if (!ask.inspection.sealed) return null;
  const buttons = where(ask, 'reopen', 'Reopen', 'reopen');
  return { say: followedBy(givingBack(sealedWords(ask.inspection), typed), { buttons }) };
};

/** Opens an item's form, where there is such an item. */
export const opens =
  (form: (ask: AskOfInspection, item: string) => Form | null) =>
  (ask: AskOfInspection, item: string): Reply => {
    const found = form(ask, item);
    return found ? { open: found } : tells(`There is no ${item} here.`);
  };

/** The day it is where the inspection is. */
export const todayOf = ({ inspection, at }: Pick<AskOfInspection, 'inspection' | 'at'>): string =>
  dayIn(inspection, at);

/**
 * A command that is only looked at: what it would keep stands in its form instead. Where it has none, or would post or send
 * something, it is asked without the words.
 */
export const onlyLooked = (asked: (ask: AskOfInspection) => Reply, ask: AskOfInspection): Reply => {
  const reply = asked(ask);
  if ('results' in reply)
    return { ...reply, seen: (all) => onlyLooked((so) => (so === ask ? reply.seen(all) : asked(so)), ask) };
  const shown = 'keep' in reply ? reply.refused([]) : 'several' in reply ? reply.stopped([], '') : reply;
  const acts = shown === reply ? 'post' in shown || 'takeOut' in shown || 'send' in shown : !('open' in shown);
  return acts ? asked({ ...ask, words: '' }) : shown;
};

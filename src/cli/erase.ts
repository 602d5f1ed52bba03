import { randomUUID } from 'node:crypto';
import type { Erased } from '../domain/matters/erasure.ts';
import { operator } from '../domain/matters/team.ts';
import { isRestrictedItem } from '../domain/restricted/item.ts';
import { type Inspections, openInspections, restrictedHistory } from '../inspections.ts';
import type { Copies } from '../store/copy.ts';
import { isName } from '../store/folder.ts';
import { noteOnce } from '../store/operations.ts';
import type { Head, Store } from '../store/port.ts';
import { counted } from '../words/message.ts';
import { lapsedInWords } from '../words/signature.ts';
import { argumentsOf } from './arguments.ts';
import { noInspection, sayOfBackups } from './data-folder.ts';
import { keptBy, owning } from './kept.ts';
import { type ExitCode, NotDone, type Word, WrongUsage } from './word.ts';

type Asked = { inspection: string; item: string; reason: string };

/**
 * Keeps the erasure in the record, unless that was done before. Gives what is to be destroyed.
 * @throws NotDone where nothing is
 */
const recorded = async (inspections: Inspections, { inspection, item, reason }: Asked): Promise<Erased> => {
  const restricted = isRestrictedItem(item);
  const erased = async () =>
    (restricted ? await inspections.restrictedOf(inspection) : await inspections.of(inspection))?.erasedItems.get(item);
  const before = await erased();
  if (before) return before;
  const { channel } = await inspections.of(inspection);
  const context = {
    person: { team: channel.team, user: operator },
    at: new Date().toISOString(),
    request: randomUUID(),
  };
  const kept = restricted
    ? await inspections.recordRestricted(inspection, { type: 'EraseRestrictedItem', item, reason }, context)
    : await inspections.record(inspection, { type: 'EraseItem', item, reason }, context);
  if ('refusals' in kept) throw new NotDone(kept.refusals.map((refusal) => refusal.words).join(' '));
  const now = await erased();
  if (!now) throw new NotDone(`${item} is not in the record.`);
  return now;
};

/** The entries whose words were destroyed, recommendations made of it, which keep its words, and whose signature lapsed with it. */
type Done = { history: string; entries: readonly Head[]; stays: readonly string[]; lapsed: string | null };

export const eraseIn = async (store: Store & Copies, asked: Asked): Promise<Done> => {
  const known = await store.list((listing) => listing.inspection);
  if (!known.includes(asked.inspection)) throw noInspection(asked.inspection);
  const inspections = await openInspections(store, () => undefined);
  const found = await recorded(inspections, asked);
  const history = isRestrictedItem(asked.item) ? restrictedHistory(asked.inspection) : asked.inspection;
  for (const version of found.versions) await store.erase(history, version);
  const inspection = await inspections.of(asked.inspection);
  const { recommendations, signatures } = inspection;
  const by = signatures.lapsed;
  const lapsed = by?.with === 'ItemErased' && by.item === asked.item ? lapsedInWords(inspection, by) : null;
  const stays = [...recommendations.values()].filter(({ finding }) => finding === asked.item).map(({ item }) => item);
  const all = await store.read(history, 0);
  const entries = found.versions.map((version) => ({ version, hash: all[version - 1]?.hash ?? '' }));
  return { history, entries, stays, lapsed };
};

/** Destroys the words of one item. The erasure is kept first, so an interrupted one is finished by asking again. */
export const erase: Word = {
  name: 'erase',
  usage: '<inspection> <item> --reason "..."',
  about:
    'Destroys the words of one item (evidence, a line of enquiry, a case); its number, the reason and the chain stay. Stop the app first, unless it keeps records in PostgreSQL. Words already posted to Slack or quoted in a judgement are not touched.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { reason: { type: 'string' } });
    const [inspection, item, more] = positionals;
    if (inspection === undefined || item === undefined || more !== undefined) {
      throw new WrongUsage('It takes an inspection and one item, such as northmoor-2013-11-19 E-014.');
    }
    if (!isName(inspection)) throw new WrongUsage(`"${inspection}" is not the id of an inspection.`);
    if (!values.reason) throw new WrongUsage('Say why, with --reason. The reason stays in the record.');
    const asked = { inspection, item: item.toUpperCase(), reason: values.reason };
    return owning<ExitCode>(keptBy(environment), async (records, store) => {
      const done = await eraseIn(store, asked);
      const erased = done.entries.map(({ hash }) => hash).join(' ');
      await noteOnce(records, { did: 'erase', inspection, item: asked.item, erased });
      const entries = counted(done.entries.length, 'entry', 'entries');
      environment.print(`${asked.item} is erased: ${entries} destroyed, the chain holds.`);
      if (done.lapsed) environment.print(`${done.lapsed}.`);
      for (const stays of done.stays)
        environment.print(`${stays} was made of its remedy and keeps those words. Erase it too where they must go.`);
      await sayOfBackups(records, { histories: [done.history], entries: done.entries }, environment);
      return 0;
    });
  },
};

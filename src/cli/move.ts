import { channelOfStart } from '../inspections.ts';
import { copyHistory, copyOrWhy, wholeOf } from '../store/copy.ts';
import type { Line } from '../store/heads.ts';
import { unlessDone } from '../store/operations.ts';
import type { Listing, Store } from '../store/port.ts';
import type { Records } from '../store/records.ts';
import { verifyRecords } from '../store/verify-records.ts';
import { counted } from '../words/message.ts';
import { argumentsOf } from './arguments.ts';
import { isWithin, orSaying, readingOf } from './data-folder.ts';
import { keptBy, madeFor, owning } from './kept.ts';
import { checked } from './verify.ts';
import { type Environment, type ExitCode, NotDone, type Word, WrongUsage } from './word.ts';

/** @throws NotDone where a record does not hold, or there is none */
const refuseUnsound = async (from: Records): Promise<void> => {
  const wrong: string[] = [];
  let all = 0;
  await verifyRecords({ records: from, only: null }, (verdict) => {
    all += 1;
    if (!verdict.holds) wrong.push(`  ${verdict.inspection}: ${verdict.why}`);
  });
  if (all === 0) throw new NotDone(`There are no records in ${from.called}.`);
  if (wrong.length > 0)
    throw new NotDone(
      `Nothing is moved, since not all of ${from.called} holds:\n${wrong.join('\n')}\nPut it right first: docs/running.md, "When a record is closed".`,
    );
};

/** Whether a history is the same in both, to the letter. */
const isSame = async (from: Records, to: Records, history: string): Promise<boolean> => {
  const one = await copyHistory(history, from.lines(history));
  const other = await copyOrWhy(history, to.lines(history));
  return one !== null && typeof other === 'object' && other !== null && Buffer.compare(one.bytes, other.bytes) === 0;
};

/** The histories that have still to be moved. @throws NotDone where something else is there */
const stillToMove = async (from: Records, to: Records, all: readonly string[]): Promise<string[]> => {
  const there = await to.lengths();
  const named = new Set([...there.keys(), ...(await to.heads()).known.keys()]);
  for (const history of named)
    if (!all.includes(history) || (there.has(history) && !(await isSame(from, to, history))))
      throw new NotDone(
        `There is ${all.includes(history) ? 'another' : 'a'} ${history} in ${to.called}, so nothing is moved. Move into an empty ${'folder' in to.place ? 'folder' : 'database'}.`,
      );
  return all.filter((history) => !there.has(history));
};

const standing = (listing: Listing): Line[] => {
  if (listing.damage !== undefined) return [];
  const { inspection, first, last, known } = listing;
  const channel = known?.channel ?? channelOfStart(first.events?.[0]);
  const head = { version: last.header.version, hash: last.hash };
  return [{ inspection, channel, first: first.hash, head, of: first.header.of ?? known?.of ?? null }];
};

/** Every id that was ever given there stays given, and every record is missed from here on where it does not arrive. */
const headsOf = async (from: Records, store: Store, all: readonly string[]): Promise<Line[]> => {
  const gone = new Set([...(await from.heads()).ids, ...(await store.idsGiven())]);
  for (const history of all) gone.delete(history);
  return [...[...gone].map((inspection): Line => ({ inspection, gone: true })), ...(await from.list(standing)).flat()];
};

const next = ({ place }: Records): string =>
  'folder' in place
    ? `Set DATA_DIR to ${place.folder}, remove DATABASE_URL and DATABASE_URL_FILE, and start the app.`
    : 'Set DATABASE_URL to that address, or DATABASE_URL_FILE to a file that holds it, and start the app.';

const moved = async (from: Records, store: Store, to: Records, environment: Environment): Promise<ExitCode> => {
  const all = [...(await from.lengths()).keys()];
  const reading = await readingOf(environment, 'Moving', { records: from, times: 5, which: () => true });
  await refuseUnsound(reading);
  const missing = await stillToMove(reading, to, all);
  await to.put({
    histories: wholeOf(reading, missing),
    heads: await headsOf(from, store, all),
    operations: [
      ...(await from.operations()),
      ...(await unlessDone(to, { did: 'move', from: from.called, into: to.called })),
    ],
  });
  const stands = [...(await from.lengths()).keys()];
  for (const history of stands)
    if (!(await isSame(reading, to, history)))
      throw new NotDone(`${history} was changed while it was moved. Stop the app, and ask again with an empty place.`);
  const { print } = environment;
  const there = missing.length < all.length ? ', the others were there' : '';
  print(`${counted(all.length, 'record is', 'records are')} in ${to.called}: ${missing.length} moved${there}.`);
  const code = await checked(to, null, false, environment);
  if (code !== 0) return code;
  print(
    `${next(to)} What is in ${from.called} is as it was, and is read by nothing then: remove it once a backup is made.`,
  );
  return 0;
};

/** Moves all records to a database, or from one to a folder. */
export const move: Word = {
  name: 'move',
  usage: '--to <postgresql://... or folder>',
  about:
    'Copies every record into an empty database or folder, also what is restricted, to the letter, with what was done to them; checks them there, and says what to set. Stop the app first. Cut short, it is finished by asking again.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { to: { type: 'string' } });
    if (!values.to || positionals.length > 0)
      throw new WrongUsage('Say where, with --to and a folder, or the address of a database.');
    const target = values.to;
    const settings = { [/^postgres(ql)?:/i.test(target) ? 'DATABASE_URL' : 'DATA_DIR']: target };
    return orSaying('Not all is moved. Once this is put right, ask again.', () =>
      owning(
        keptBy(environment),
        async (from, store) => {
          if (isWithin(from, target))
            throw new WrongUsage(`${target} is in the folder of the records itself. Name one elsewhere.`);
          const kept = await madeFor({ ...environment, settings });
          return owning(kept, (to) => moved(from, store, to, environment), true);
        },
        true,
      ),
    );
  },
};

import { expected, held, idsIn, whyAbsent } from './absence.ts';
import { chainAdapter } from './adapter.ts';
import { type Answering, answeringLines, type Handler } from './asking.ts';
import { beginCopy, type Copies } from './copy.ts';
import { descriptorsFor } from './descriptors.ts';
import { endsOf, tellingOfEach } from './ends.ts';
import type { Files } from './files.ts';
import { historiesIn, lengthIn, makeFolder, pathOf, removeIfThere, syncFolder, unfinishedIn } from './folder.ts';
import { headsFile, missing, openHeads } from './heads.ts';
import { openHistory, type StoredHistory } from './history.ts';
import { ownFolder } from './owner.ts';
import { Damaged, type Ends, type Entry, type Listing, NotKept, NotRead, type Store } from './port.ts';
import type { Report } from './report.ts';
import { saltsFrom } from './salts.ts';

/** Well below the 256 that some systems allow a process. */
const filesKeptOpen = 64;

type Parts = {
  folder: string;
  files: Files;
  /** So many random bytes, fit for secrets. */
  random: (bytes: number) => Buffer;
  report: Report;
  /** Whether to begin with nothing: what the folder keeps of before is removed, also what was known of it. */
  anew?: boolean;
};

/** A history that is open, and how many use it just now. */
type Held = { opened: Promise<StoredHistory>; users: number };

/** Makes a folder ready that this process owns, and gives what is known of the records in it. */
const ready = async ({ files, folder, report, anew }: Omit<Required<Parts>, 'random'>) => {
  for (const { inspection, path } of await unfinishedIn(files, folder)) {
    await files.remove(path);
    report({ event: 'unfinished-file-removed', inspection });
  }
  if (anew) {
    for (const history of await historiesIn(files, folder)) await files.remove(pathOf(folder, history));
    await removeIfThere(files, headsFile(folder));
  }
  // From here on every name in the folder is on stable storage, whoever made it.
  await syncFolder(files, folder);
  return openHeads(files, folder);
};

/**
 * The embedded keeper: one file a history, one entry a line, in a folder that this process owns until it closes.
 * @throws FolderTaken when another process owns it; FolderLost out of any append once it was replaced as the owner
 */
export const jsonLines = async ({
  folder,
  files,
  random,
  report,
  anew,
}: Parts): Promise<Store & Copies & Answering> => {
  await makeFolder(files, folder);
  let handler: Handler | null = null;
  const owned = await ownFolder({ files, folder, random, report, answer: answeringLines(() => handler) });
  const heads = await ready({ files, folder, report, anew: anew === true }).catch(async (error) => {
    await owned.letGo();
    throw error;
  });
  const place = { lengthOf: lengthIn(files, folder), missing, heads };
  const descriptors = descriptorsFor(files, filesKeptOpen);
  const histories = new Map<string, Held>();
  const salt = saltsFrom(random);
  let closed = false;

  const open = (inspection: string, take: (entry: Entry) => void): Held => {
    const held = { opened: opening(inspection, take), users: 0 };
    histories.set(inspection, held);
    // A disk that can't be read now may be readable later; whoever asked hears of it.
    held.opened.catch(() => histories.delete(inspection));
    return held;
  };

  const opening = (inspection: string, take: (entry: Entry) => void): Promise<StoredHistory> => {
    const path = pathOf(folder, inspection);
    const noted = heads.known.get(inspection) ?? null;
    const absent = () => whyAbsent(place, inspection);
    const adapter = chainAdapter({ files, descriptors, path, inspection, owned, report, noted, whyAbsent: absent });
    const closedFor = (reason: string) => report({ event: 'closed', inspection, reason });
    return openHistory({ inspection, path, files, adapter, salt, take, closed: closedFor });
  };

  const refuseIfClosed = (): void => {
    if (closed) throw new Error('The store is closed');
  };

  /** It is not let go of meanwhile: two that are open of one record would both write to its file. */
  const using = async <Value>(held: Held, act: (history: StoredHistory) => Promise<Value>): Promise<Value> => {
    held.users += 1;
    try {
      return await act(await held.opened);
    } finally {
      held.users -= 1;
    }
  };

  const usingThat = async <Value>(
    inspection: string,
    act: (history: StoredHistory) => Promise<Value>,
  ): Promise<Value> => {
    refuseIfClosed();
    return using(histories.get(inspection) ?? open(inspection, () => {}), act);
  };

  const endsNow = async <Value>(inspection: string, use: (ends: Ends | null) => Value): Promise<Value> => {
    const ends = <Used>(limit: number, using: (ends: Ends | null) => Used) =>
      endsOf({ files, path: pathOf(folder, inspection), inspection }, limit, using);
    const known = histories.get(inspection);
    if (known === undefined) {
      // Opened meanwhile: then only it knows how far the file is acknowledged.
      const used = await ends(Number.POSITIVE_INFINITY, (found) =>
        histories.has(inspection) ? null : { value: use(found) },
      );
      return used === null ? endsNow(inspection, use) : used.value;
    }
    try {
      return await using(known, (history) => history.look((limit) => ends(limit, use)));
    } catch (error) {
      if (error instanceof Damaged) return use({ inspection, first: null, damage: error.reason });
      throw error;
    }
  };

  /** @throws NotRead where the disk gives nothing */
  const reading = async <Value>(act: () => Promise<Value>): Promise<Value> => {
    refuseIfClosed();
    try {
      return await act();
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
      throw /^(E[A-Z]+|REPLACED)$/.test(code) ? new NotRead(`The data folder ${folder}`, code, cause) : cause;
    }
  };

  const each = async (inspection: string, since: number, take: (entry: Entry) => void): Promise<void> => {
    const known = histories.get(inspection);
    if (known !== undefined) return using(known, (history) => history.each(since, take));
    const opening = open(inspection, (entry) => {
      if (entry.header.version > since) take(entry);
    });
    // One that turned out to be damaged says so to whoever asks.
    await using(opening, (history) => history.look(async () => {}));
  };

  return {
    shared: null,

    list: async (tell) => {
      refuseIfClosed();
      const listing = <Value>(inspection: string, use: (listing: Listing | null) => Value) =>
        endsNow(inspection, (ends) => use(held(place, inspection, ends)));
      return tellingOfEach(expected(await historiesIn(files, folder), heads), listing, tell);
    },

    idsGiven: () => idsIn(files, folder, heads.ids),
    noteHeads: (stand) =>
      heads.note(stand).catch((cause) => {
        const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
        for (const { inspection } of stand) report({ event: 'head-not-kept', inspection, code });
        throw new NotKept('Where the record stands could not be kept', { cause });
      }),

    each: (...asked) => reading(() => each(...asked)),

    read: async (inspection, since) => {
      const entries: Entry[] = [];
      await reading(() => each(inspection, since, (entry) => entries.push(entry)));
      return entries;
    },

    copy: (inspection) =>
      reading(async () => {
        const begin = (limit: number) => beginCopy({ files, folder, inspection, limit });
        const copy = await usingThat(inspection, (history) => history.look(begin));
        return copy();
      }),

    append: (inspection, expected, draft) => usingThat(inspection, (history) => history.append(expected, draft)),

    erase: (inspection, version) => usingThat(inspection, (history) => history.erase(version)),

    letGo: async (inspection) => {
      const held = histories.get(inspection);
      const history = await held?.opened.catch(() => null);
      if (!history || history.isClosed() || held?.users !== 0 || histories.get(inspection) !== held) return;
      histories.delete(inspection);
      await descriptors.letGo(pathOf(folder, inspection));
    },

    answering: (given) => {
      handler = given;
    },

    close: async () => {
      if (closed) return;
      closed = true;
      await Promise.allSettled([...histories.values()].map(async ({ opened }) => (await opened).settled()));
      await descriptors.letGoOfAll();
      await owned.letGo();
    },
  };
};

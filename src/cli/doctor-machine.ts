import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { version } from '../config.ts';
import type { Inspection } from '../domain/inspection.ts';
import { inspectionFolding } from '../inspections/foldings.ts';
import { readEvents } from '../inspections/newer.ts';
import { isRestrictedHistory } from '../inspections.ts';
import type { Tell } from '../slack/doctor.ts';
import { ownerSocket } from '../store/asking.ts';
import { backupsKnown } from '../store/backups.ts';
import { claimsIn } from '../store/claim.ts';
import { copyHistory } from '../store/copy.ts';
import { realFiles as files } from '../store/files.ts';
import { keepsNothing } from '../store/place.ts';
import { Damaged } from '../store/port.ts';
import type { Records } from '../store/records.ts';
import { recordsIn } from '../store/records-in-folder.ts';
import { counted } from '../words/message.ts';

/* What the app needs of the machine that it is to run on. Nothing is written, and no folder is owned. */

const gibibyte = 2 ** 30;
const aDay = 24 * 60 * 60 * 1000;
/** By which the kernel names what is in memory alone (statfs(2)). */
const inMemory = new Set([0x01021994, 0x858458f6]);
/** The Node to run, or a later one of those with an even number, which alone are maintained for years. */
const supported = 24;

/** `node` is the one that runs this, such as 24.1.0. */
export const tellVersions = (node: string, tell: Tell): void => {
  const major = Number.parseInt(node, 10);
  const isSupported = major >= supported && major % 2 === 0;
  const use = isSupported ? '' : ` Node ${supported} is maintained for longer: use that.`;
  tell('Version', isSupported || 'look', `Fortnight ${version()} on Node ${node}.${use}`);
};

/** Why nothing can be kept in a folder for good; null where it can. */
const whyNotKept = (folder: string): string | null => {
  if (keepsNothing(folder) || !statSync(folder).isDirectory()) return `Nothing can be kept in ${folder}.`;
  if (inMemory.has(statfsSync(folder).type)) return `${folder} is in memory: all of it goes when the machine stops.`;
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    return null;
  } catch {
    return `This account cannot write to ${folder}.`;
  }
};

/** Gives whether there is a folder to look into. */
const tellFolder = (folder: string, tell: Tell): boolean => {
  if (!existsSync(folder)) {
    tell('Folder', 'look', `There is none at ${folder} yet. The app makes it when it starts.`);
    return false;
  }
  const not = whyNotKept(folder);
  const isShared = (statSync(folder).mode & 0o077) !== 0;
  if (not !== null) tell('Folder', false, `${not} Set DATA_DIR to a folder on a disk that this account owns.`);
  else if (isShared)
    tell('Folder', 'look', `Other accounts can reach ${folder}. Keep it to this one: chmod 700 ${folder}`);
  else tell('Folder', true, `${folder} can be written to, by this account alone.`);
  const { bavail, bsize } = statfsSync(folder);
  const isFull = bavail * bsize < gibibyte;
  const room = `${((bavail * bsize) / gibibyte).toFixed(1)} GiB are free.`;
  tell('Space', isFull ? 'look' : true, isFull ? `${room} Make room: on a full disk nothing new is kept.` : room);
  return not === null;
};

const tellOwner = async (folder: string, tell: Tell): Promise<void> => {
  const owner = (await claimsIn(files, folder)).at(-1)?.claim;
  const who = owner ? `process ${owner.pid} on ${owner.host}` : 'a process';
  if ((await files.reach(folder, ownerSocket)) === 'answers') tell('Owner', true, `The app runs: ${who}.`);
  else if (!owner || (owner.socket && owner.host === files.self.host))
    tell('Owner', true, 'None: the app does not run.');
  else tell('Owner', 'look', `Perhaps ${who}. Once that has ended, a start takes over within a minute.`);
};

const tellBackup = async (records: Records, tell: Tell): Promise<void> => {
  const all = (await backupsKnown(files, await records.operations())).flatMap(({ at, to }) => (at ? [{ at, to }] : []));
  const last = all.sort((one, other) => one.at.localeCompare(other.at)).at(-1);
  const isRecent = last !== undefined && Date.now() - Date.parse(last.at) < 2 * aDay;
  const says = last ? `The newest is of ${last.at.slice(0, 10)}, in ${last.to}.` : 'None is known.';
  tell(
    'Backup',
    isRecent || 'look',
    isRecent ? says : `${says} Make one each day: fortnight backup --to <folder on another disk>`,
  );
};

/** How an inspection stands by its record. @throws Damaged where that does not hold */
const readInspection = async ({ lines }: Records, id: string): Promise<Inspection | null> => {
  const { parse, extend } = inspectionFolding(id);
  let state: Inspection | null = null;
  for (const entry of (await copyHistory(id, lines(id)))?.entries ?? []) {
    const { person, recordedAt: at, version } = entry.header;
    state = extend(state, readEvents(id, entry, parse), { person, at, version });
  }
  return state;
};

/** Gives the inspections that run. That there is a restricted record is itself restricted, so none is named. */
const tellRecords = async (records: Records, far: (words: string) => void, tell: Tell): Promise<Inspection[]> => {
  const listed = await records.list(({ inspection, damage }) => ({ id: inspection, damage }));
  const all = listed.filter(({ id }) => !isRestrictedHistory(id));
  const running: Inspection[] = [];
  let hold = true;
  for (const [index, { id, damage }] of all.entries()) {
    far(`Reading records: ${index} of ${all.length}`);
    try {
      if (damage !== undefined) throw new Damaged(id, damage);
      const inspection = await readInspection(records, id);
      if (inspection && !inspection.sealed) running.push(inspection);
    } catch (error) {
      if (!(error instanceof Damaged)) throw error;
      hold = false;
      tell(
        'Records',
        false,
        `${id} is closed: ${error.reason}. docs/running.md, "When a record is closed", says what to do.`,
      );
    }
  }
  if (hold)
    tell('Records', true, all.length === 0 ? 'There are none yet.' : `${counted(all.length, 'record')}, none closed.`);
  return running;
};

/** Gives the inspections that run there. */
export const tellKept = async (
  records: Records,
  far: (words: string) => void,
  tell: Tell,
): Promise<readonly Inspection[]> => {
  await tellBackup(records, tell);
  return tellRecords(records, far, tell);
};

/** The same of a folder, and who owns it. */
export const tellKeptIn = async (folder: string, far: (words: string) => void, tell: Tell) => {
  if (!tellFolder(folder, tell)) return [];
  await tellOwner(folder, tell);
  return tellKept(recordsIn(files, folder), far, tell);
};

import { constants } from 'node:fs';
import { join } from 'node:path';
import { ownerSocket } from './asking.ts';
import { type Claim, type FolderLost, rootOf, socketOf, takenOver } from './claim.ts';
import type { Files } from './files.ts';
import { isCode, removeIfThere, writeFile } from './folder.ts';
import type { Report } from './report.ts';
import { takeFolder, tidy } from './taking.ts';

const renewedEach = 5000;

type Place = {
  files: Files;
  folder: string;
  random: (bytes: number) => Buffer;
  report: Report;
  /** Answers a line that comes over the owner's socket. */
  answer: (line: string) => Promise<string>;
};

export type Owned = {
  /**
   * Looks whether the folder is still this process's own: before each write, and again before what was written is acknowledged.
   * @throws FolderLost where it is not, then and ever after
   */
  refuseIfLost(): void;
  letGo(): Promise<void>;
};

/**
 * Makes this process the one owner of a data folder, until it lets go of it.
 * @throws FolderTaken
 */
export const ownFolder = async (place: Place): Promise<Owned> => {
  const { files, folder, random, report, answer } = place;
  const root = rootOf(folder);
  const id = random(8).toString('hex');
  const passing = join(folder, `owner-${id}.json`);
  const fileAt = (path: string): string | undefined => files.stands(path)?.file;

  const listening = await files.listen(folder, socketOf({ claim: id }), answer);
  const mine: Claim = { ...files.self, claim: id, socket: listening !== null };
  const socket = fileAt(join(folder, socketOf(mine)));
  let descriptor: number | null = null;
  let claim: string | undefined;
  let lost: FolderLost | null = null;

  /** Another's claim or socket, which may stand at the name of this one's, is not touched. */
  const removeOwn = async (path: string, file: string | undefined): Promise<void> => {
    if (file !== undefined && fileAt(path) === file) await removeIfThere(files, path);
  };

  const leave = async (): Promise<void> => {
    counts = false;
    await removeOwn(root, claim);
    await removeOwn(join(folder, ownerSocket), socket);
    stop();
    await listening?.close();
    if (descriptor !== null) await files.close(descriptor);
  };

  const refuseIfLost = (): void => {
    // Nobody takes over by moving a folder away; what is written there then is refused by itself.
    if (lost === null && (fileAt(root) === claim || fileAt(folder) === undefined)) return;
    if (lost === null) {
      lost = takenOver(folder);
      report({ event: 'owner-lost', why: lost.message });
    }
    throw lost;
  };

  let stop = (): void => {};
  let counts = false;

  const renew = async (held: number): Promise<void> => {
    try {
      await files.touch(held);
      if (counts) refuseIfLost();
    } catch {
      // Of a folder that is away and of a disk that fails each write hears; a loss is reported.
    }
  };

  try {
    await writeFile(files, passing, Buffer.from(`${JSON.stringify(mine)}\n`));
    // Held open, so that no other file is ever taken for this one.
    const held = await files.open(passing, constants.O_RDONLY, 0);
    descriptor = held;
    claim = fileAt(passing);
    // Renewed before it is known to count, since it may count before it is known.
    stop = files.every(renewedEach, () => renew(held));
    await takeFolder({ files, folder, report, mine, passing });
    counts = true;
    if (listening) await files.rename(join(folder, socketOf(mine)), join(folder, ownerSocket));
    await tidy(files, folder, id);
    return { refuseIfLost, letGo: leave };
  } catch (error) {
    await leave();
    // Another start, which owned the folder for a moment, took the files of this one for what a killed start had left.
    if (isCode(error, 'ENOENT') && fileAt(folder) !== undefined) return ownFolder(place);
    throw error;
  } finally {
    await removeIfThere(files, passing);
  }
};

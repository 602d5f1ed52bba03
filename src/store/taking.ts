import { join } from 'node:path';
import { ownerSocket } from './asking.ts';
import { type Claim, type ClaimThere, claimsIn, inUse, rootOf, socketOf, successorOf } from './claim.ts';
import type { Files } from './files.ts';
import { isCode, readWhole, removeIfThere } from './folder.ts';
import { onOneKernel } from './process.ts';
import type { Report } from './report.ts';

/** How long a claim on another kernel is watched before it counts as an ended owner's, and how often it is looked at meanwhile. */
const watched = 30_000;
const look = 1000;

type Fate = 'lives' | 'ended' | 'gave way';

type Taking = { files: Files; folder: string; report: Report; mine: Claim; passing: string };

/**
 * Makes the claim that stands whole under a passing name the one that counts in a folder.
 *
 * `owner.json` appears by a link, which fails when the name is taken. Its maker listens at a socket in the folder before that, so on
 * one kernel an owner that can't be connected to has ended, in whatever namespace it ran. On another kernel, or where a folder takes
 * no socket, it has ended if nobody renews its claim. A dead owner's claim is not removed, since two processes may find it dead and
 * the slower one would remove the quicker one's: each owner has one successor, `owner-after-<claim>.json`, again made by a link
 * that only one can win, and whoever follows the line from `owner.json` to itself is the owner.
 * @throws FolderTaken
 */
export const takeFolder = async ({ files, folder, report, mine, passing }: Taking): Promise<void> => {
  const root = rootOf(folder);

  /** What becomes of a claim while it is watched: it may also give way to another, and then all is to be looked at anew. */
  const watch = async ({ pid, host }: Claim, path: string): Promise<Fate> => {
    report({ event: 'owner-watched', pid, host, seconds: watched / 1000 });
    const before = files.stands(path);
    for (let passed = 0; passed < watched; passed += look) {
      await files.pause(look);
      // A shared volume asks its server again when a file is opened.
      await readWhole(files, path);
      const now = files.stands(path);
      if (now === null || now.file !== before?.file) return 'gave way';
      if (now.changed !== before.changed) return 'lives';
    }
    return 'ended';
  };

  const fateOf = async ({ claim, path }: ClaimThere): Promise<Fate> => {
    if (claim.socket && onOneKernel(claim, files.self)) {
      let reached = await files.reach(folder, socketOf(claim));
      if (reached === 'absent') reached = await files.reach(folder, ownerSocket);
      if (reached === 'answers') return 'lives';
      if (reached === 'nobody') return 'ended';
    }
    return watch(claim, path);
  };

  const tryToTake = async (path: string): Promise<boolean> => {
    try {
      await files.link(passing, path);
      return true;
    } catch (error) {
      if (isCode(error, 'EEXIST')) return false;
      throw error;
    }
  };

  for (;;) {
    const before = await claimsIn(files, folder);
    const last = before.at(-1);
    // Whoever answers owns, even without its claim.
    if ((await files.reach(folder, ownerSocket)) === 'answers') throw await inUse(files, folder);
    if (last === undefined) {
      if (await tryToTake(root)) return;
      continue;
    }
    const { pid, host } = last.claim;
    const fate = await fateOf(last);
    if (fate === 'lives') throw await inUse(files, folder);
    if (fate === 'gave way' || !(await tryToTake(successorOf(folder, last.claim)))) continue;
    const mineCounts = (await claimsIn(files, folder)).at(-1)?.claim.claim === mine.claim;
    if (mineCounts) {
      report({ event: 'owner-replaced', pid, host });
      await files.rename(passing, root);
    }
    for (const { claim } of mineCounts ? before : [last]) await removeIfThere(files, successorOf(folder, claim));
    if (mineCounts) return;
  }
};

/** Removes what killed starts left behind. A start under way on another kernel looks the same: it begins again. */
export const tidy = async (files: Files, folder: string, id: string): Promise<void> => {
  for (const name of await files.names(folder)) {
    const [, after, claim] = /^owner-(after-)?([0-9a-f]{16})\.(?:json|sock)$/.exec(name) ?? [];
    if (claim === undefined || claim === id) continue;
    const starts = !after && ['answers', 'unknown'].includes(await files.reach(folder, socketOf({ claim })));
    if (!starts) await removeIfThere(files, join(folder, name));
  }
};

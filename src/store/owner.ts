import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from './files.ts';
import { isCode, readWhole, removeIfThere, writeFile } from './folder.ts';
import type { Process } from './process.ts';
import type { Report } from './report.ts';

/** Another process owns the data folder. The message says which, and what to do instead. */
export class FolderTaken extends Error {
  override name = 'FolderTaken';
}

const claimSchema = z.strictObject({
  pid: z.int().positive(),
  host: z.string(),
  boot: z.string().nullable(),
  started: z.string().nullable(),
  claim: z.string().regex(/^[0-9a-f]{16}$/),
});
type Claim = z.infer<typeof claimSchema>;

type Place = { files: Files; folder: string; random: (bytes: number) => Buffer; report: Report };

/**
 * Makes this process the one owner of a data folder, and gives the function that lets go of it.
 *
 * `owner.json` appears whole by a link, which fails when the name is taken. A dead owner is not removed, since two processes
 * may find it dead and the slower one would remove the quicker one's claim: each owner has one successor, `owner-after-<claim>.json`,
 * again made by a link that only one can win, and whoever follows the line from `owner.json` to itself is the owner.
 * @throws FolderTaken
 */
export const ownFolder = async ({ files, folder, random, report }: Place): Promise<() => Promise<void>> => {
  const root = join(folder, 'owner.json');
  const successorOf = (claim: Claim): string => join(folder, `owner-after-${claim.claim}.json`);
  const mine: Claim = { ...files.self, claim: random(8).toString('hex') };
  const passing = join(folder, `owner-${mine.claim}.json`);

  const readClaim = async (path: string): Promise<Claim | null> => {
    const bytes = await readWhole(files, path);
    if (bytes === null) return null;
    const claim = claimSchema.safeParse(jsonOf(bytes));
    if (claim.success) return claim.data;
    throw new FolderTaken(`${path} can't be read. If no other process uses that folder, remove it and start again.`);
  };

  /** The claims from the first owner to the one that counts. */
  const line = async (): Promise<Claim[]> => {
    const claims: Claim[] = [];
    for (let next = await readClaim(root); next !== null; next = await readClaim(successorOf(next))) claims.push(next);
    return claims;
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

  const take = async (): Promise<void> => {
    for (;;) {
      const before = await line();
      const last = before.at(-1);
      if (last === undefined) {
        if (await tryToTake(root)) return;
        continue;
      }
      if (isAlive(last, files)) throw new FolderTaken(inUse(folder, last, files.self));
      if (!(await tryToTake(successorOf(last)))) continue;
      const mineCounts = (await line()).at(-1)?.claim === mine.claim;
      if (mineCounts) {
        report({ event: 'owner-replaced', pid: last.pid, host: last.host });
        await files.rename(passing, root);
      }
      for (const claim of mineCounts ? before : [last]) await removeIfThere(files, successorOf(claim));
      if (mineCounts) return;
    }
  };

  await writeFile(files, passing, Buffer.from(`${JSON.stringify(mine)}\n`));
  try {
    await take();
  } finally {
    await removeIfThere(files, passing);
  }
  return () => removeIfThere(files, root);
};

const jsonOf = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
};

/** A process of another machine can't be looked for, so it counts as alive. */
const isAlive = (owner: Process, { self, startOf }: Files): boolean => {
  if (owner.host !== self.host) return true;
  if (owner.boot !== self.boot) return false;
  const started = startOf(owner.pid);
  if (started === null) return false;
  return owner.started === null || started === 'unknown' || started === owner.started;
};

const inUse = (folder: string, owner: Process, self: Process): string =>
  owner.host === self.host
    ? `The data folder ${folder} is in use by process ${owner.pid} on ${owner.host}. Only one process at a time may write there: stop that one first. Where a workspace is connected, DATA_DIR names another folder.`
    : `The data folder ${folder} is in use by process ${owner.pid} on ${owner.host}, which can't be seen from here (${self.host}). Stop it there first. If it no longer exists, remove ${join(folder, 'owner.json')} and start again.`;

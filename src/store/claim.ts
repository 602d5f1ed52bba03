import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from './files.ts';
import { readWhole } from './folder.ts';

/** What a file says that is no claim. Nobody renews it, so it is taken over as that of an owner elsewhere that ended. */
const unreadable = { pid: 0, host: 'unknown', boot: null, claim: '0'.repeat(16), socket: false };

const claimSchema = z
  .object({
    pid: z.int().positive(),
    host: z.string(),
    boot: z.string().nullable(),
    claim: z.string().regex(/^[0-9a-f]{16}$/),
    // Absent from what earlier versions wrote, which had none.
    socket: z.boolean().default(false),
  })
  .catch(unreadable);

/** Who means to own a folder, and whether it can be reached at a socket there. */
export type Claim = z.infer<typeof claimSchema>;

const jsonOf = (bytes: Buffer): unknown => {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
};

export const rootOf = (folder: string): string => join(folder, 'owner.json');
/** Where the one who follows an owner that has ended puts its claim. */
export const successorOf = (folder: string, { claim }: Claim): string => join(folder, `owner-after-${claim}.json`);
/** The socket of an owner to be, until it is the owner's. */
export const socketOf = ({ claim }: Pick<Claim, 'claim'>): string => `owner-${claim}.sock`;

export type ClaimThere = { claim: Claim; path: string };

/** The claims from the first owner to the one that counts, each with the place where it stands. */
export const claimsIn = async (files: Files, folder: string): Promise<ClaimThere[]> => {
  const claims: ClaimThere[] = [];
  let path = rootOf(folder);
  for (;;) {
    const bytes = await readWhole(files, path);
    if (bytes === null) return claims;
    const claim = claimSchema.parse(jsonOf(bytes));
    claims.push({ claim, path });
    path = successorOf(folder, claim);
  }
};

/** Another process owns the data folder. The message says which, and what to do instead. */
export class FolderTaken extends Error {
  override name = 'FolderTaken';
}

/** The folder was this process's own, and is not any more. It acknowledges nothing, and is to end. */
export class FolderLost extends FolderTaken {
  override name = 'FolderLost';
}

const called = (owner: Claim | undefined): string =>
  owner === undefined ? 'another process' : `process ${owner.pid} on ${owner.host}`;

/** For a second process. */
export const inUse = async (files: Files, folder: string): Promise<FolderTaken> => {
  const owner = (await claimsIn(files, folder)).at(-1)?.claim;
  const away = owner !== undefined && owner.host !== files.self.host;
  return new FolderTaken(
    `The data folder ${folder} is in use by ${called(owner)}. Only one process at a time may write there: stop that one first.${away ? ' Once it has ended, a start here takes over by itself within a minute.' : ''} Where a workspace is connected, DATA_DIR names another folder.`,
  );
};

/** For an owner that finds somebody else in its place, or nobody. */
export const takenOver = (folder: string): FolderLost =>
  new FolderLost(
    `This process does not own the data folder ${folder} any more: its claim, owner.json, was replaced or removed. It saves nothing more and ends; whatever was told saved is kept.`,
  );

import { lstat, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where records are kept, as whoever looks after the app asks about it. */
export type Keeping = {
  called: string;
  /** Why nothing can be kept there at this moment; null where it can. */
  whyNot: () => Promise<string | null>;
  /** Bytes that are left to it; NaN where that is not known. */
  freeBytes: () => Promise<number>;
  /** Whether it is this process that does what clocks and records ask for. */
  onDuty: () => boolean;
};

/** Which folder a name leads to, and whether by a link. */
const which = async (folder: string): Promise<string> =>
  (await Promise.all([lstat(folder), stat(folder)])).map(({ dev, ino }) => `${dev}:${ino}`).join(' ');

const mebibyte = 1 << 20;
/** Bytes that are left to a folder, in whole mebibytes: what it is for is not told by what one entry takes. NaN where it is gone. */
const freeIn = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: Number.NaN, bsize: 1 }));
  return Math.floor((bavail * bsize) / mebibyte) * mebibyte;
};

/** Why a folder takes nothing, tried by writing to it, or is another than it was; null where it is well. */
const whyNotWritten = async (folder: string, was: string): Promise<string | null> => {
  const place = join(folder, `ready-${process.pid}.probe`);
  try {
    if ((await which(folder)) !== was) return 'the data folder is another than at the start';
    await writeFile(place, 'ready', { mode: 0o600 });
    await rm(place);
    return null;
  } catch (error) {
    return `the data folder takes nothing (${error instanceof Error && 'code' in error ? error.code : 'unknown'})`;
  }
};

/** A data folder, which has to stay the one that it is. */
export const inFolder = async (folder: string): Promise<Keeping> => {
  const was = await which(folder);
  return {
    called: 'the data folder',
    whyNot: () => whyNotWritten(folder, was),
    freeBytes: () => freeIn(folder),
    onDuty: () => true,
  };
};

import { constants } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { readWhole, writeAll } from '../../src/store/folder.ts';
import type { ModelledDisk } from '../store/modelled-disk.ts';
import { type Keeper, textOf } from './keeper.ts';

const real = { readFile: promises.readFile, writeFile: promises.writeFile, rename: promises.rename };
const missing = (path: string): Error => Object.assign(new Error(`ENOENT ${path}`), { code: 'ENOENT' });

/**
 * Puts the modelled disk under what lowdb's JSONFile and its steno import from Node, so that their own code runs on it. Node
 * reads and writes a file in these very steps: open, read or write, close.
 */
const puttingUnder = ({ files }: ModelledDisk): void => {
  Object.assign(promises, {
    readFile: async (path: string) => {
      const bytes = await readWhole(files, path);
      if (bytes === null) throw missing(path);
      return bytes.toString();
    },
    writeFile: async (path: string, text: string) => {
      const descriptor = await files.open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC, 0o666);
      try {
        await writeAll(files, descriptor, Buffer.from(text));
      } finally {
        await files.close(descriptor);
      }
    },
    rename: (from: string, to: string) => files.rename(from, to),
  });
  syncBuiltinESMExports();
};

/** Gives Node its own file system back. */
export const putBack = (): void => {
  Object.assign(promises, real);
  syncBuiltinESMExports();
};

type Data = { items: { n: number; text: string | null }[] };

/** lowdb as its page shows it: `JSONFile`, which writes the whole file anew and renames it. */
export const lowdbJsonFile: Keeper = {
  name: "lowdb's JSONFile",
  // It writes everything anew each time, under a passing name that may be torn as well.
  apart: 100,
  // It has no check of its own but that the file is JSON.
  complaint: async () => null,
  open: async (disk) => {
    puttingUnder(disk);
    const db = new Low<Data>(new JSONFile(join(disk.state.folder, 'northmoor.json')), { items: [] });
    await db.read();
    return {
      keep: async (n) => {
        await db.update(({ items }) => items.push({ n, text: textOf(n) }));
        return String(n);
      },
      erase: (n) =>
        db.update(({ items }) => {
          for (const item of items) if (item.n === n) item.text = null;
        }),
      found: async () => new Map(db.data.items.map(({ n, text }) => [n, { receipt: String(n), text }])),
      close: async () => {},
    };
  },
};

import { constants } from 'node:fs';
import { basename } from 'node:path';
import type { Files } from '../../src/store/files.ts';
import type { Process } from '../../src/store/process.ts';
import { type DiskState, filesNow, type Inode } from './disk-state.ts';

/** The process died, or the power failed: nothing that was asked of the disk from that moment on happened. */
export class Cut extends Error {
  override name = 'Cut';
}

/** `waitForDisk` as in Files. The write with the number `refusedWrite` takes half its bytes, and the one after it none. */
type Behaviour = { self: Process; waitForDisk: number; refusedWrite: number };

export type ModelledDisk = {
  state: DiskState;
  files: Files;
  /** How many steps were taken so far. */
  steps: () => number;
  /** From that step on nothing happens any more. */
  cutAt: (step: number) => void;
};

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** One folder on a disk that keeps no more than POSIX promises: bytes and names are durable only once they are synced. */
export const modelledDisk = (state: DiskState, { self, waitForDisk, refusedWrite }: Behaviour): ModelledDisk => {
  type Opened = { inode: Inode | 'the folder'; flags: number };
  const opened = new Map<number, Opened>();
  let taken = 0;
  let last = Number.POSITIVE_INFINITY;
  let writes = 0;

  const step = async <Value>(act: () => Value): Promise<Value> => {
    taken += 1;
    if (taken >= last) throw new Cut('Nothing happens any more');
    return act();
  };

  const fileBehind = (descriptor: number): Inode => {
    const inode = opened.get(descriptor)?.inode;
    if (inode === undefined || inode === 'the folder') throw failure('EBADF');
    return inode;
  };

  const named = (path: string): Inode => {
    const inode = state.now.get(basename(path));
    if (inode === undefined) throw failure('ENOENT');
    return inode;
  };

  const open = (path: string, flags: number): number => {
    const descriptor = 3 + taken;
    if (path === state.folder) {
      opened.set(descriptor, { inode: 'the folder', flags });
      return descriptor;
    }
    if ((flags & constants.O_CREAT) !== 0 && !state.now.has(basename(path))) {
      state.now.set(basename(path), { now: Buffer.alloc(0), durable: Buffer.alloc(0) });
    }
    const inode = named(path);
    if ((flags & constants.O_TRUNC) !== 0) inode.now = Buffer.alloc(0);
    opened.set(descriptor, { inode, flags });
    return descriptor;
  };

  const sync = (descriptor: number): void => {
    if (opened.get(descriptor)?.inode === 'the folder') state.durable = new Map(state.now);
    else fileBehind(descriptor).durable = fileBehind(descriptor).now;
  };

  const files: Files = {
    waitForDisk,
    self,
    startOf: (pid) => (pid === self.pid ? self.started : null),
    open: (path, flags) => step(() => open(path, flags)),
    write: async (descriptor, bytes) => {
      const count = await step(() => {
        writes += 1;
        if (writes === refusedWrite + 1) throw failure('ENOSPC');
        const some = writes === refusedWrite ? bytes.subarray(0, bytes.length / 2) : bytes;
        const inode = fileBehind(descriptor);
        inode.now = Buffer.concat([inode.now, some]);
        return some.length;
      });
      const waits = ((opened.get(descriptor)?.flags ?? 0) & constants.O_DSYNC) !== 0;
      if (waits) await step(() => sync(descriptor));
      return count;
    },
    read: (descriptor, into, position) => step(() => fileBehind(descriptor).now.copy(into, 0, position)),
    size: (descriptor) => step(() => fileBehind(descriptor).now.length),
    truncate: (descriptor, length) =>
      step(() => {
        const inode = fileBehind(descriptor);
        inode.now = inode.now.subarray(0, length);
      }),
    dataSync: (descriptor) => step(() => sync(descriptor)),
    sync: (descriptor) => step(() => sync(descriptor)),
    close: (descriptor) =>
      step(() => {
        opened.delete(descriptor);
      }),
    link: (existing, path) =>
      step(() => {
        if (state.now.has(basename(path))) throw failure('EEXIST');
        state.now.set(basename(path), named(existing));
      }),
    rename: (from, to) =>
      step(() => {
        state.now.set(basename(to), named(from));
        state.now.delete(basename(from));
      }),
    remove: (path) =>
      step(() => {
        named(path);
        state.now.delete(basename(path));
      }),
    names: () => step(() => filesNow(state)),
    makeFolder: () => step(() => undefined),
  };
  return {
    state,
    files,
    steps: () => taken,
    cutAt: (at) => {
      last = at;
    },
  };
};

import { constants } from 'node:fs';
import { basename } from 'node:path';
import type { Files } from '../../src/store/files.ts';
import type { Process } from '../../src/store/process.ts';
import type { Reached } from '../../src/store/socket.ts';
import { aFile, type DiskState, filesNow, type Inode } from './disk-state.ts';
import type { Fate } from './watched-files.ts';

/** The process died, or the power failed: nothing that was asked of the disk from that moment on happened. */
export class Cut extends Error {
  override name = 'Cut';
}

/** `waitForDisk` as in Files. `fate` says what becomes of each step, numbered from 1; a write that waits for the disk is two. */
type Behaviour = {
  self: Process;
  waitForDisk: number;
  fate: (operation: keyof Files, step: number) => Fate;
};

export const wellDisk = (): Fate => 'goes ahead';

/** A disk that is full once: that write, counted from 1, takes a hundred bytes, and the one after it none. */
export const fullAt = (write: number): Behaviour['fate'] => {
  let writes = 0;
  return (operation) => {
    if (operation !== 'write') return 'goes ahead';
    writes += 1;
    if (writes === write + 1) return { fails: 'ENOSPC' };
    return writes === write ? { takes: 100 } : 'goes ahead';
  };
};

export type ModelledDisk = {
  state: DiskState;
  files: Files;
  /** How many steps were taken so far. */
  steps: () => number;
  /** From that step on nothing happens any more. */
  cutAt: (step: number) => void;
  /** Nobody listens or acts for this process any more. */
  die: () => void;
};

/** As the real ones, which say of what failed only that it did. */
const unlessCut =
  <Value>(otherwise: Value) =>
  (error: unknown): Value => {
    if (error instanceof Cut) throw error;
    return otherwise;
  };

const numbers = new WeakMap<Inode, number>();
let numbered = 0;
const numberOf = (inode: Inode): number => {
  const number = numbers.get(inode) ?? numbered++;
  numbers.set(inode, number);
  return number;
};

const failure = (code: string): Error => Object.assign(new Error(code), { code });

/** One folder on a disk that keeps no more than POSIX promises: bytes and names are durable only once they are synced. */
export const modelledDisk = (state: DiskState, { self, waitForDisk, fate }: Behaviour): ModelledDisk => {
  type Opened = { inode: Inode | 'the folder'; flags: number };
  const opened = new Map<number, Opened>();
  const sockets = new Set<Inode>();
  const ticks = new Set<() => Promise<void>>();
  let taken = 0;
  let last = Number.POSITIVE_INFINITY;

  /** `failed` is what a step that fails leaves behind. */
  const step = async <Value>(
    operation: keyof Files,
    act: (most: number) => Value,
    failed: () => void = () => {},
  ): Promise<Value> => {
    taken += 1;
    if (taken >= last) throw new Cut('Nothing happens any more');
    const fated = fate(operation, taken);
    if (fated !== 'goes ahead' && 'fails' in fated) {
      failed();
      throw failure(fated.fails);
    }
    return act(fated === 'goes ahead' ? Number.POSITIVE_INFINITY : fated.takes);
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

  const cutTo = (inode: Inode, length: number): void => {
    inode.now = inode.now.subarray(0, length);
    if (inode.dropped === null) return;
    const to = Math.min(inode.dropped.to, length);
    inode.dropped = inode.dropped.from < to ? { from: inode.dropped.from, to } : null;
  };

  const open = (path: string, flags: number): number => {
    const descriptor = 3 + taken;
    if (path === state.folder) {
      opened.set(descriptor, { inode: 'the folder', flags });
      return descriptor;
    }
    if ((flags & constants.O_CREAT) !== 0 && !state.now.has(basename(path))) {
      state.now.set(basename(path), aFile(Buffer.alloc(0)));
    }
    const inode = named(path);
    if ((flags & constants.O_TRUNC) !== 0) cutTo(inode, 0);
    opened.set(descriptor, { inode, flags });
    return descriptor;
  };

  const sync = (descriptor: number): void => {
    if (opened.get(descriptor)?.inode === 'the folder') {
      state.durable = new Map(state.now);
      return;
    }
    const inode = fileBehind(descriptor);
    inode.durable = inode.now;
    if (inode.dropped === null) return;
    inode.durable = Buffer.from(inode.now);
    inode.durable.fill(0, inode.dropped.from, inode.dropped.to);
  };

  // After a failed sync Linux takes the pages for clean: no later sync brings these bytes to the disk.
  const syncFailed = (descriptor: number): void => {
    if (opened.get(descriptor)?.inode === 'the folder') return;
    const inode = fileBehind(descriptor);
    const { now, durable, dropped } = inode;
    const from = dropped?.from ?? durable.length;
    if (from < now.length) inode.dropped = { from, to: now.length };
  };

  const syncing = (operation: 'sync' | 'dataSync', descriptor: number): Promise<void> =>
    step(
      operation,
      () => sync(descriptor),
      () => syncFailed(descriptor),
    );

  const files: Files = {
    waitForDisk,
    self,
    open: (path, flags) => step('open', () => open(path, flags)),
    write: async (descriptor, bytes) => {
      const count = await step('write', (most) => {
        const some = bytes.subarray(0, Math.min(most, bytes.length));
        const inode = fileBehind(descriptor);
        inode.now = Buffer.concat([inode.now, some]);
        return some.length;
      });
      const waits = ((opened.get(descriptor)?.flags ?? 0) & constants.O_DSYNC) !== 0;
      if (waits) await syncing('dataSync', descriptor);
      return count;
    },
    read: (descriptor, into, position) => step('read', () => fileBehind(descriptor).now.copy(into, 0, position)),
    size: (descriptor) => step('size', () => fileBehind(descriptor).now.length),
    truncate: (descriptor, length) => step('truncate', () => cutTo(fileBehind(descriptor), length)),
    stands: (path) => {
      if (path === state.folder) return { file: 'the folder', length: 0, changed: 0 };
      const inode = state.now.get(basename(path));
      return inode ? { file: String(numberOf(inode)), length: inode.now.length, changed: inode.touched } : null;
    },
    touch: (descriptor) =>
      step('touch', () => {
        fileBehind(descriptor).touched += 1;
      }),
    dataSync: (descriptor) => syncing('dataSync', descriptor),
    sync: (descriptor) => syncing('sync', descriptor),
    close: (descriptor) =>
      step('close', () => {
        opened.delete(descriptor);
      }),
    link: (existing, path) =>
      step('link', () => {
        if (state.now.has(basename(path))) throw failure('EEXIST');
        state.now.set(basename(path), named(existing));
      }),
    rename: (from, to) =>
      step('rename', () => {
        state.now.set(basename(to), named(from));
        state.now.delete(basename(from));
      }),
    remove: (path) =>
      step('remove', () => {
        named(path);
        state.now.delete(basename(path));
      }),
    names: () => step('names', () => filesNow(state)),
    makeFolder: () => step('makeFolder', () => undefined),
    listen: (_, name) =>
      step('listen', () => {
        const inode = { ...aFile(Buffer.alloc(0)), listens: true };
        state.now.set(name, inode);
        sockets.add(inode);
        const close = async (): Promise<void> => {
          inode.listens = false;
          if (state.now.get(name) === inode) state.now.delete(name);
        };
        return { close };
      }).catch(unlessCut(null)),
    reach: (_, name) =>
      step('reach', (): Reached => {
        const inode = state.now.get(name);
        if (inode === undefined) return 'absent';
        return inode.listens ? 'answers' : 'nobody';
      }).catch(unlessCut<Reached>('unknown')),
    pause: async () => {
      for (const tick of state.ticks) await tick();
    },
    every: (_, act) => {
      state.ticks.add(act);
      ticks.add(act);
      return () => state.ticks.delete(act);
    },
  };
  return {
    state,
    files,
    steps: () => taken,
    cutAt: (at) => {
      last = at;
    },
    die: () => {
      for (const socket of sockets) socket.listens = false;
      for (const tick of ticks) state.ticks.delete(tick);
    },
  };
};

import fs from 'node:fs';
import { keepsNothing } from './place.ts';
import { type Process, thisProcess } from './process.ts';
import { type Listening, listenIn, type Reached, reachIn } from './socket.ts';

export type Standing = { file: string; length: number; changed: number };

/**
 * Everything the store asks of the operating system, and the seam at which a failing or a modelled disk takes its place.
 * Each operation may reject with a system error (`code` such as ENOSPC); `write` and `read` may take or give less than asked.
 */
export type Files = {
  /** The open flag that makes every write wait for stable storage, or 0 where there is none: then `dataSync` follows each write. */
  readonly waitForDisk: number;
  /** This process, as other processes may look for it. */
  readonly self: Process;

  open(path: string, flags: number, mode: number): Promise<number>;
  /** Writes where the descriptor stands, and tells how many bytes were taken. */
  write(descriptor: number, bytes: Uint8Array): Promise<number>;
  /** Reads from that place on, and tells how many bytes came; 0 is the end. */
  read(descriptor: number, into: Uint8Array, position: number): Promise<number>;
  /**
   * The same two without a trip to the thread pool, which costs more than they do themselves: for many small looks while nobody is
   * served yet. Left out where there is no such way.
   */
  readonly atOnce?: Pick<Files, 'open' | 'read'>;
  /** The length of a file; EISDIR for a folder, ENOTFILE for a pipe or another thing without one. */
  size(descriptor: number): Promise<number>;
  truncate(descriptor: number, length: number): Promise<void>;
  /**
   * What stands at that name, null where nothing does: which file it is, how long, and when it was last changed, to be compared only.
   * Asked at once: a trip to the thread pool costs ten times as much.
   */
  stands(path: string): Standing | null;
  /** Makes `changed` of a file another. */
  touch(descriptor: number): Promise<void>;
  /** The bytes, and what is needed to find them again. */
  dataSync(descriptor: number): Promise<void>;
  /** All there is of a file; of a folder: its names. */
  sync(descriptor: number): Promise<void>;
  close(descriptor: number): Promise<void>;

  /** A second name for the same file; refused with EEXIST when that name is taken, which makes it the store's lock. */
  link(existing: string, path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  names(folder: string): Promise<string[]>;
  /** Makes the folder and those above it; gives the first one made, if any was. */
  makeFolder(path: string, mode: number): Promise<string | undefined>;

  /** Listens as a socket of that name in a folder, and answers lines with lines. Null where the folder takes no socket. */
  listen(folder: string, name: string, answer: (line: string) => Promise<string>): Promise<Listening | null>;
  reach(folder: string, name: string): Promise<Reached>;

  /** Waits by a clock that nobody sets. */
  pause(milliseconds: number): Promise<void>;
  /** Does that so long after the start, and after each time it was done, until the function given back is called. */
  every(milliseconds: number, act: () => Promise<void>): () => void;
};

const done =
  (resolve: () => void, reject: (error: Error) => void) =>
  (error: Error | null): void =>
    error ? reject(error) : resolve();

const given =
  <Value>(resolve: (value: Value) => void, reject: (error: Error) => void) =>
  (error: Error | null, value: Value): void =>
    error ? reject(error) : resolve(value);

const systemError = (code: string, words: string): Error => Object.assign(new Error(words), { code });

/** Node's own file system, by its callbacks: one trip to the thread pool less than its promises make of a write. */
export const realFiles: Files = {
  // Linux carries a failed sync back through the write itself. Elsewhere the flag exists but may mean less.
  waitForDisk: process.platform === 'linux' ? fs.constants.O_DSYNC : 0,
  self: thisProcess(),

  // A pipe that nobody writes to would be waited for without end.
  open: (path, flags, mode) =>
    new Promise((resolve, reject) => fs.open(path, flags | fs.constants.O_NONBLOCK, mode, given(resolve, reject))),
  write: (descriptor, bytes) =>
    new Promise((resolve, reject) => fs.write(descriptor, bytes, 0, bytes.length, null, given(resolve, reject))),
  read: (descriptor, into, position) =>
    new Promise((resolve, reject) => fs.read(descriptor, into, 0, into.length, position, given(resolve, reject))),
  atOnce: {
    open: async (path, flags, mode) => fs.openSync(path, flags | fs.constants.O_NONBLOCK, mode),
    read: async (descriptor, into, position) => fs.readSync(descriptor, into, 0, into.length, position),
  },
  // Neither this nor closing waits for a disk, so neither is worth a trip to the thread pool.
  size: async (descriptor) => {
    const stat = fs.fstatSync(descriptor);
    if (stat.isFile()) return stat.size;
    throw systemError(stat.isDirectory() ? 'EISDIR' : 'ENOTFILE', 'It is no file');
  },
  truncate: (descriptor, length) =>
    new Promise((resolve, reject) => fs.ftruncate(descriptor, length, done(resolve, reject))),
  stands: (path) => {
    const found = fs.lstatSync(path, { throwIfNoEntry: false });
    return found ? { file: `${found.dev}:${found.ino}`, length: found.size, changed: found.mtimeMs } : null;
  },
  touch: (descriptor) =>
    new Promise((resolve, reject) => fs.futimes(descriptor, new Date(), new Date(), done(resolve, reject))),
  dataSync: (descriptor) => new Promise((resolve, reject) => fs.fdatasync(descriptor, done(resolve, reject))),
  sync: (descriptor) => new Promise((resolve, reject) => fs.fsync(descriptor, done(resolve, reject))),
  close: async (descriptor) => fs.closeSync(descriptor),

  link: (existing, path) => new Promise((resolve, reject) => fs.link(existing, path, done(resolve, reject))),
  rename: (from, to) => new Promise((resolve, reject) => fs.rename(from, to, done(resolve, reject))),
  remove: (path) => new Promise((resolve, reject) => fs.unlink(path, done(resolve, reject))),
  names: (folder) => new Promise((resolve, reject) => fs.readdir(folder, given(resolve, reject))),
  makeFolder: (path, mode) =>
    keepsNothing(path)
      ? Promise.reject(systemError('ENOTSUP', 'Nothing can be kept there'))
      : new Promise((resolve, reject) => fs.mkdir(path, { recursive: true, mode }, given(resolve, reject))),

  listen: (folder, name, answer) => listenIn(folder, name, answer).catch(() => null),
  reach: reachIn,

  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  every: (milliseconds, act) => {
    let timer: NodeJS.Timeout | null = null;
    const again = (): void => {
      const acted = () => act().finally(() => timer !== null && again());
      timer = setTimeout(() => void acted(), milliseconds).unref();
    };
    again();
    return () => {
      if (timer) clearTimeout(timer);
      timer = null;
    };
  },
};

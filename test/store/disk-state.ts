/**
 * A file's bytes as they are seen now, and as they were when they were last synced. `dropped` are those whose sync failed: they
 * are seen, and are never on the disk. A socket is a file that somebody listens at, or nobody any more.
 */
export type Inode = {
  now: Buffer;
  durable: Buffer;
  dropped: { from: number; to: number } | null;
  touched: number;
  listens: boolean;
};

/** A folder: its names as they are seen now, and as they were when it was last synced. `ticks` are what its processes do as time goes by. */
export type DiskState = {
  folder: string;
  now: Map<string, Inode>;
  durable: Map<string, Inode>;
  ticks: Set<() => Promise<void>>;
};

export const aFile = (bytes: Buffer): Inode => ({
  now: bytes,
  durable: bytes,
  dropped: null,
  touched: 0,
  listens: false,
});

export const emptyDisk = (): DiskState => settledDisk(new Map());

export const filesNow = (state: DiskState): string[] => [...state.now.keys()];

/** A disk on which everything is synced that it holds. */
export const settledDisk = (names: Map<string, Buffer>): DiskState => {
  const inodes = new Map([...names].map(([name, bytes]) => [name, aFile(bytes)]));
  return { folder: '/data', now: inodes, durable: new Map(inodes), ticks: new Set() };
};

/** The same disk for another process, after this one was killed: what was written is still seen, synced or not. */
export const afterKill = (state: DiskState): DiskState => {
  const copies = new Map<Inode, Inode>();
  const copy = (inode: Inode): Inode => {
    const own = copies.get(inode) ?? { ...inode, listens: false };
    copies.set(inode, own);
    return own;
  };
  const names = (all: Map<string, Inode>) => new Map([...all].map(([name, inode]) => [name, copy(inode)]));
  return { folder: state.folder, now: names(state.now), durable: names(state.durable), ticks: new Set() };
};

/**
 * What a file may hold after a power cut: of bytes that were added and not synced, each beginning, with or without zeros after
 * it. With `apart` above one, only beginnings that lie so many bytes apart, and the one that lacks a byte.
 */
const survivorsOf = ({ now, durable }: Inode, apart: number): Buffer[] => {
  if (now.equals(durable)) return [now];
  if (!now.subarray(0, durable.length).equals(durable)) return [durable, now];
  const survivors: Buffer[] = [now];
  const lengths = [now.length - 1];
  for (let length = durable.length; length < now.length - 1; length += apart) lengths.push(length);
  for (const length of lengths) {
    const beginning = now.subarray(0, length);
    survivors.push(beginning, Buffer.concat([beginning, Buffer.alloc(now.length - length)]));
  }
  return survivors;
};

/** Every way to take one value from each list. */
const choices = function* <Value>(lists: Value[][]): Generator<Value[]> {
  const [first, ...rest] = lists;
  if (first === undefined) yield [];
  else for (const others of choices(rest)) for (const value of first) yield [value, ...others];
};

/** Every disk that may be found after a power cut now: each name that was changed and not synced, old or new; each file likewise. */
export const afterPowerCut = function* (state: DiskState, apart: number): Generator<DiskState> {
  const names = [...new Set([...state.now.keys(), ...state.durable.keys()])];
  const found = names.map((name) => [...new Set([state.durable.get(name), state.now.get(name)])]);
  for (const inodes of choices(found)) {
    // A file that has two names has one content.
    const files = [...new Set(inodes.filter((inode) => inode !== undefined))];
    for (const contents of choices(files.map((inode) => survivorsOf(inode, apart)))) {
      const bytesOf = new Map(files.map((inode, index) => [inode, contents[index]]));
      const there = names.flatMap((name, index): [string, Buffer][] => {
        const inode = inodes[index];
        const bytes = inode && bytesOf.get(inode);
        return bytes ? [[name, bytes]] : [];
      });
      yield settledDisk(new Map(there));
    }
  }
};

/** A file's bytes as they are seen now, and as they were when they were last synced. */
export type Inode = { now: Buffer; durable: Buffer };

/** A folder: its names as they are seen now, and as they were when it was last synced. */
export type DiskState = { folder: string; now: Map<string, Inode>; durable: Map<string, Inode> };

export const emptyDisk = (): DiskState => ({ folder: '/data', now: new Map(), durable: new Map() });

export const filesNow = (state: DiskState): string[] => [...state.now.keys()];

/** A disk on which everything is synced that it holds. */
export const settledDisk = (names: Map<string, Buffer>): DiskState => {
  const inodes = new Map([...names].map(([name, bytes]) => [name, { now: bytes, durable: bytes }]));
  return { folder: '/data', now: inodes, durable: new Map(inodes) };
};

/** The same disk for another process, after this one was killed: what was written is still seen, synced or not. */
export const afterKill = (state: DiskState): DiskState => {
  const copies = new Map<Inode, Inode>();
  const copy = (inode: Inode): Inode => {
    const own = copies.get(inode) ?? { ...inode };
    copies.set(inode, own);
    return own;
  };
  const names = (all: Map<string, Inode>) => new Map([...all].map(([name, inode]) => [name, copy(inode)]));
  return { folder: state.folder, now: names(state.now), durable: names(state.durable) };
};

/** What a file may hold after a power cut: of bytes that were added and not synced, each beginning, with or without zeros after it. */
const survivorsOf = ({ now, durable }: Inode): Buffer[] => {
  if (now.equals(durable)) return [now];
  if (!now.subarray(0, durable.length).equals(durable)) return [durable, now];
  const survivors: Buffer[] = [];
  for (let length = durable.length; length <= now.length; length += 1) {
    const beginning = now.subarray(0, length);
    survivors.push(beginning);
    if (length < now.length) survivors.push(Buffer.concat([beginning, Buffer.alloc(now.length - length)]));
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
export const afterPowerCut = function* (state: DiskState): Generator<DiskState> {
  const names = [...new Set([...state.now.keys(), ...state.durable.keys()])];
  const found = names.map((name) => [...new Set([state.durable.get(name), state.now.get(name)])]);
  for (const inodes of choices(found)) {
    const files = inodes.map((inode) => (inode === undefined ? [null] : survivorsOf(inode)));
    for (const contents of choices<Buffer | null>(files)) {
      const there = names.flatMap((name, index): [string, Buffer][] => {
        const bytes = contents[index];
        return bytes ? [[name, bytes]] : [];
      });
      yield settledDisk(new Map(there));
    }
  }
};

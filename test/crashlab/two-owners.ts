import { randomBytes } from 'node:crypto';
import { FolderTaken } from '../../src/store/claim.ts';
import type { Files } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import { Conflict, NotKept } from '../../src/store/port.ts';
import { chainHolds } from '../store/chain-holds.ts';
import { afterKill, type DiskState, emptyDisk } from '../store/disk-state.ts';
import { draft, inspection } from '../store/drafts.ts';
import { count, emptyTally, type Finding, type Tally, well } from './tally.ts';
import { asWell, processOn } from './trial.ts';
import { gated, type Stepped, stepping } from './two-processes.ts';

const each = 2;

type Owner = { pid: number; boot: string; waits: 'once it owns' | 'once it takes over' };
type Acknowledged = Map<string, number>;

const storeOn = (folder: string, files: Files) => jsonLines({ folder, files, random: randomBytes, report: () => {} });

/** Opens the folder and keeps its items, each step at the gate once it `waits`. It renews no claim, as one that is stopped now and then. */
const owning = (state: DiskState, { pid, boot, waits }: Owner, acknowledged: Acknowledged): Stepped =>
  stepping(async (gate) => {
    let waiting = false;
    const disk = processOn(state, pid, boot, asWell);
    const { files } = gated(disk, async () => (waiting ? gate() : undefined));
    // From another kernel nobody is seen to listen.
    const reach: Files['reach'] = async () => 'nobody';
    const link: Files['link'] = async (...names) => {
      waiting ||= waits === 'once it takes over';
      return files.link(...names);
    };
    try {
      const store = await storeOn(state.folder, { ...files, link, reach, every: () => () => {} });
      waiting = true;
      let { length } = await store.read(inspection, 0);
      for (let kept = 0; kept < each; ) {
        try {
          const { hash } = await store.append(inspection, length, draft(length, `item ${length} of process ${pid}`));
          length += 1;
          kept += 1;
          acknowledged.set(hash, length);
        } catch (error) {
          if (!(error instanceof Conflict || error instanceof NotKept)) throw error;
          length = (await store.read(inspection, 0)).length;
        }
      }
    } catch (error) {
      if (!(error instanceof FolderTaken)) throw error;
    }
  });

/** What a later process finds of what both acknowledged. */
const looked = async (state: DiskState, acknowledged: Acknowledged): Promise<Finding> => {
  const { files } = processOn(afterKill(state), 9, 'a third boot', asWell);
  const found = await (await storeOn(state.folder, files)).read(inspection, 0).catch((error: Error) => error);
  if (found instanceof Error) return { ...well, unreadable: true, why: found.message };
  const gone = [...acknowledged].filter(([hash, version]) => found[version - 1]?.hash !== hash);
  const [first] = gone;
  const why = first ? `entry ${first[1]} was acknowledged and is lost` : null;
  return { ...well, lost: gone.length, silent: !chainHolds(found), why };
};

/**
 * A process owns a folder and keeps items; another, on another kernel, takes it for ended and takes over, while it lives on. The first
 * takes so many steps, the second so many, the first so many again, then the second goes on to its end, and the first. Every
 * such three numbers are tried. What either acknowledged must be there, and the second keeps all that it was to keep.
 */
export const twoOwners = async (most: number): Promise<Tally> => {
  const tally = emptyTally();
  for (let first = 0; first < most; first += 1) {
    for (let second = 0; second < 3 * most; second += 1) {
      for (let again = 0; again < most; again += 1) {
        const state = emptyDisk();
        const acknowledged: Acknowledged = new Map();
        const one = owning(state, { pid: 11, boot: 'first boot', waits: 'once it owns' }, acknowledged);
        // It owns the folder before the other looks.
        for (let taken = 0; taken <= first && (await one.step()); taken += 1);
        const other = owning(state, { pid: 12, boot: 'another', waits: 'once it takes over' }, acknowledged);
        for (let taken = 0; taken < second && (await other.step()); taken += 1);
        for (let taken = 0; taken < again && (await one.step()); taken += 1);
        while (await other.step());
        while (await one.step());
        const before = [...acknowledged.values()].length;
        const finding = await looked(state, acknowledged);
        const stuck = before < each ? 'the second did not keep what it was to keep' : null;
        count(tally, { ...finding, unreadable: finding.unreadable || stuck !== null, why: finding.why ?? stuck });
      }
    }
  }
  return tally;
};

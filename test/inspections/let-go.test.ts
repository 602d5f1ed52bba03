import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { Damaged, type Inspections, openInspections } from '../../src/inspections.ts';
import type { Store } from '../../src/store/port.ts';
import { fileOf } from '../store/opened.ts';
import { type Fate, watchedFiles } from '../store/watched-files.ts';
import { framework } from '../support/frameworks.ts';
import { minute } from '../support/given.ts';
import { reachable } from '../support/reachable.ts';
import { evidence, restricted, startNorthmoor } from '../support/sent.ts';
import { by, empty, kept, northmoor, type Running, started } from './opened.ts';

const channel = (n: number) => ({ team: 'TFORT', id: `C${n}` });
const confided = restricted('W-7K2Q', { text: 'The duty desk was told so', source: 'whistleblower' });

/** Not by the app's decision, which would want every area judged first. */
const signedOff = async ({ store, inspections }: Running, id: string): Promise<void> => {
  const { version } = await inspections.head(id);
  const { person } = by('lead');
  const events = ['lead', 'quality-assurance-manager'].map((as) => ({ type: 'SignedOff', as }));
  await store.append(id, version, { request: 'signed off', recordedAt: minute(9), person, events });
};

/** So many signed-off inspections and one that runs, each with two items, opened anew by the app. */
const given = async (over: number): Promise<Running & { ids: string[]; folded: WeakRef<object>[] }> => {
  const record = await empty();
  const ids: string[] = [];
  for (let n = 0; n <= over; n += 1) {
    const start = startNorthmoor(framework('sif-2013'), { authority: `Moor ${n}`, channel: channel(n) });
    const { id } = kept(await record.inspections.start(start, by('lead', 0))).inspection;
    for (const at of [1, 2]) kept(await record.inspections.record(id, evidence({}), by('inspector', at)));
    if (n > 0) await signedOff(record, id);
    ids.push(id);
  }
  const again = await record.reopened();
  // Whatever is handed entries has what it folds them into.
  const folded: WeakRef<object>[] = [];
  const each: Store['each'] = (name, since, take) => {
    folded.push(new WeakRef(take));
    return again.store.each(name, since, take);
  };
  const inspections = await openInspections({ ...again.store, each } as never, () => {});
  return { ...again, inspections, ids, folded };
};

const minutes = async (inspections: Inspections, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) await inspections.minute();
};

const aWhile = 10;

describe('what is open', () => {
  it('[S25] is what runs: a start holds nothing of what is signed off', async () => {
    const { inspections, folded, ids } = await given(5);
    await inspections.open();
    expect(folded).toHaveLength(6);
    expect(await reachable(folded)).toBe(0);
    expect(await inspections.endedFor(by('lead').person)).toHaveLength(5);
    expect((await inspections.running()).map(({ id }) => id)).toEqual([ids[0]]);
  });

  it('[S25] is not what somebody went through once, though it was signed off', async () => {
    const { inspections } = await given(5);
    await inspections.open();
    const { person } = by('lead');
    const found = (await inspections.allFor(person, 'read')).map((each) => new WeakRef(each));
    expect(found).toHaveLength(6);
    expect(await reachable(found)).toBe(1);
  });

  it('[S25] is what somebody asked about, for a while after that, and no longer', async () => {
    const { inspections } = await given(3);
    await inspections.open();
    const looked = [1, 2, 3].map(async (n) => new WeakRef((await inspections.inChannel(channel(n))) ?? {}));
    const found = await Promise.all(looked);
    await minutes(inspections, aWhile - 1);
    expect(await reachable(found)).toBe(3);
    await inspections.inChannel(channel(1));
    await minutes(inspections, 1);
    expect(await reachable(found)).toBe(1);
    await minutes(inspections, aWhile);
    expect(await reachable(found)).toBe(0);
  });

  it('[S25] is what runs, for as long as it is looked at each minute, and what was signed off meanwhile is not', async () => {
    const { store, inspections, ids, ...rest } = await given(0);
    const [id = ''] = ids;
    const found = [new WeakRef(await inspections.of(id))];
    for (let n = 0; n < 3 * aWhile; n += 1) {
      await inspections.running();
      await inspections.minute();
    }
    expect(await reachable(found)).toBe(1);
    await signedOff({ store, inspections, ...rest }, id);
    // It hears of the signatures by the next entry that meets them.
    kept(await inspections.record(id, { type: 'RecordExport', files: ['record.md'] }, by('lead', 12)));
    for (let n = 0; n < aWhile; n += 1) {
      expect(await inspections.running()).toEqual([]);
      await inspections.minute();
    }
    expect(await reachable(found)).toBe(0);
  });

  it('[S25] is not what is restricted, once nobody asked about it for a while; its head is kept before that', async () => {
    const { inspections, store, folder } = await started();
    kept(await inspections.recordRestricted(northmoor, confided, by('inspector')));
    const found = [new WeakRef((await inspections.restrictedOf(northmoor)) ?? {})];
    await minutes(inspections, aWhile);
    expect(await reachable(found)).toBe(0);
    const heads = await readFile(`${folder}/heads.log`, 'utf8');
    const [entry] = await store.read(`${northmoor}.restricted`, 0);
    expect(heads).toContain(entry?.hash);
    const next = { ...confided, type: 'EditRestrictedEvidence', sign: 'context' };
    expect(kept(await inspections.recordRestricted(northmoor, next, by('lead'))).entry.header.version).toBe(2);
  });

  it('[S25] goes on where it was after it was let go of, and answers a request as before', async () => {
    const { inspections } = await started();
    const asked = by('inspector');
    const first = kept(await inspections.record(northmoor, evidence({}), asked));
    await minutes(inspections, aWhile);
    const again = kept(await inspections.record(northmoor, evidence({}), asked));
    expect(again).toMatchObject({ again: true, entry: first.entry });
    await minutes(inspections, aWhile);
    expect(kept(await inspections.record(northmoor, evidence({}), by('lead'))).events).toMatchObject([
      { item: 'E-002' },
    ]);
  });

  it('[S25] is what something is under way in, however long that takes: it is one and the same for everybody', async () => {
    const watched = watchedFiles();
    const { inspections } = await started(watched.files);
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    watched.fate = async ({ operation }): Promise<Fate> => {
      if (operation === 'write') await released;
      return 'goes ahead';
    };
    const slow = inspections.record(northmoor, evidence({}), by('inspector'));
    const passing = minutes(inspections, 3 * aWhile);
    await new Promise(setImmediate);
    const behind = [1, 2, 3].map(() => inspections.record(northmoor, evidence({}), by('lead')));
    release();
    const all = (await Promise.all([slow, ...behind])).map(kept);
    await passing;
    expect(all.map(({ entry }) => entry.header.version)).toEqual([2, 3, 4, 5]);
    for (const { inspection } of all) expect(inspection.evidence.size).toBe(4);
  });

  it('[S25] is held against where it stood when it is opened again: one cut short meanwhile is closed by name', async () => {
    const { inspections, folder, damaged } = await started();
    for (const at of [1, 2, 3]) kept(await inspections.record(northmoor, evidence({}), by('inspector', at)));
    await minutes(inspections, aWhile);
    const lines = (await readFile(fileOf(folder, northmoor), 'utf8')).split('\n');
    await writeFile(fileOf(folder, northmoor), `${lines.slice(0, 2).join('\n')}\n`);
    await expect(inspections.of(northmoor)).rejects.toThrow(Damaged);
    await expect(inspections.of(northmoor)).rejects.toThrow('entry 3 is gone');
    expect(damaged).toEqual([northmoor]);
  });

  it('[S26] has each edition of a framework once, however many were started under it', async () => {
    const { inspections, ids } = await given(2);
    const [one, two, three] = await Promise.all(ids.map((id) => inspections.of(id)));
    expect(two?.framework).toBe(one?.framework);
    expect(three?.framework).toBe(one?.framework);
    const narrative = startNorthmoor(framework('sif-2013'), { narrative: true, channel: channel(99) });
    const { inspection } = kept(await inspections.start(narrative, by('lead')));
    expect(inspection.framework).not.toBe(one?.framework);
    expect(inspection.framework.output).toBe('findings');
  });
});

import { describe, expect, it } from 'vitest';
import { NotKept } from '../../src/inspections.ts';
import { type Watched, watchedFiles } from '../store/watched-files.ts';
import { type Who, whole } from '../support/people.ts';
import { edit, evidence, restricted, setTeam, withdraw } from '../support/sent.ts';
import { by, kept, northmoor, type Running, refused, started } from './opened.ts';

type OnADisk = Running & { watched: Watched };

/** Northmoor with E-001, on a disk that can fail. */
const onADisk = async (): Promise<OnADisk> => {
  const watched = watchedFiles();
  const record = await started(watched.files);
  kept(await record.inspections.record(northmoor, evidence({}), by('inspector')));
  return { ...record, watched };
};

/** The next write on that file waits until it is released, and then fails; those after it go ahead. */
const failingNext = (watched: Watched, file = `${northmoor}.jsonl`) => {
  let release = (): void => undefined;
  let arrived = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  let failed = false;
  watched.fate = async ({ operation, file: on }) => {
    if (failed || operation !== 'write' || on !== file) return 'goes ahead';
    failed = true;
    arrived();
    await released;
    return { fails: 'ENOSPC' };
  };
  return { reached, release: () => release() };
};

/** Asks for `lost`, whose write fails, and for the others while that write is under way. Gives what became of these. */
const behindALostOne = async <Value>(
  record: OnADisk,
  lost: object,
  who: Who,
  others: () => Promise<Value>[],
): Promise<Value[]> => {
  const { reached, release } = failingNext(record.watched);
  const losing = expect(record.inspections.record(northmoor, lost, by(who))).rejects.toThrow(NotKept);
  await reached;
  const asked = Promise.all(others());
  release();
  await losing;
  return asked;
};

const onDisk = async (record: Running) => (await record.reopened()).inspections.of(northmoor);

describe('when the disk says no', () => {
  it('[D6] nothing of what was asked is left: not in the state, the head or the file', async () => {
    const record = await onADisk();
    const { inspections } = record;
    const head = await inspections.head(northmoor);
    await behindALostOne(record, withdraw('E-001'), 'inspector', () => []);
    expect((await inspections.of(northmoor)).evidence.get('E-001')?.withdrawn).toBeNull();
    expect(await inspections.head(northmoor)).toEqual(head);
    expect(await onDisk(record)).toEqual(await inspections.of(northmoor));
  });

  it('[D6] the same request is kept when it is sent again', async () => {
    const { inspections, watched } = await onADisk();
    const context = by('inspector');
    const { release } = failingNext(watched);
    release();
    await expect(inspections.record(northmoor, withdraw('E-001'), context)).rejects.toThrow(NotKept);
    expect(kept(await inspections.record(northmoor, withdraw('E-001'), context))).toMatchObject({ again: false });
  });

  it('[D6] the same request sent twice at once is refused twice', async () => {
    const record = await onADisk();
    const { inspections, watched } = record;
    const context = by('inspector');
    const { release } = failingNext(watched);
    release();
    const both = [1, 2].map(() => inspections.record(northmoor, evidence({ text: 'Lost' }), context));
    for (const each of both) await expect(each).rejects.toThrow(NotKept);
    expect((await inspections.of(northmoor)).evidence.size).toBe(1);
  });

  it('[D6] what was asked upon it is decided again: numbers go on from what is kept', async () => {
    const record = await onADisk();
    const texts = ['One', 'Two', 'Three'];
    const outcomes = await behindALostOne(record, evidence({ text: 'Lost' }), 'inspector', () =>
      texts.map((text) => record.inspections.record(northmoor, evidence({ text }), by('deputy'))),
    );
    expect(outcomes.map((outcome) => kept(outcome).events)).toMatchObject([
      [{ item: 'E-002' }],
      [{ item: 'E-003' }],
      [{ item: 'E-004' }],
    ]);
    const { evidence: items, version } = await onDisk(record);
    expect([version, ...[...items.values()].map(({ content }) => content.text)].slice(0, 1)).toEqual([5]);
    expect([...items.values()].map(({ content }) => content.text).slice(1)).toEqual(texts);
  });

  it('[D6] what only it would have allowed is refused', async () => {
    const record = await onADisk();
    const joining = setTeam({ observers: [], inspectors: [whole.inspector, whole.outsider] });
    const [outcome] = await behindALostOne(record, joining, 'lead', () => [
      record.inspections.record(northmoor, evidence({}), by('outsider')),
    ]);
    expect(outcome && refused(outcome)).toContain('may record evidence');
    expect((await onDisk(record)).version).toBe(2);
  });

  it('[D6] what only it would have refused is kept', async () => {
    const record = await onADisk();
    const [outcome] = await behindALostOne(record, withdraw('E-001'), 'lead', () => [
      record.inspections.record(northmoor, edit('E-001', { text: 'Put better' }), by('inspector')),
    ]);
    expect(outcome && kept(outcome).events).toMatchObject([{ type: 'EvidenceEdited', item: 'E-001' }]);
  });

  it('[D2] a request sent twice upon it is kept once, and answered twice', async () => {
    const record = await onADisk();
    const context = by('deputy');
    const outcomes = await behindALostOne(record, evidence({ text: 'Lost' }), 'inspector', () =>
      [1, 2, 3].map(() => record.inspections.record(northmoor, evidence({ text: 'Once' }), context)),
    );
    const entries = outcomes.map((outcome) => kept(outcome).entry);
    expect(entries.map(({ header }) => header.version)).toEqual([3, 3, 3]);
    expect((await onDisk(record)).evidence.size).toBe(2);
  });

  it('[D6] whoever asked meanwhile how it stands is told what is kept', async () => {
    const record = await onADisk();
    const [state, head] = await behindALostOne<unknown>(record, evidence({ text: 'Lost' }), 'inspector', () => [
      record.inspections.of(northmoor),
      record.inspections.head(northmoor),
    ]);
    expect(state).toEqual(await onDisk(record));
    expect(head).toMatchObject({ version: 2 });
  });

  it('[D6] holds for restricted evidence too', async () => {
    const record = await onADisk();
    const { inspections, watched } = record;
    const context = by('inspector');
    const asking = () => inspections.recordRestricted(northmoor, restricted('W-7K2Q', {}), context);
    const { release } = failingNext(watched, `${northmoor}.restricted.jsonl`);
    release();
    await expect(asking()).rejects.toThrow(NotKept);
    expect((await inspections.restrictedOf(northmoor))?.evidence.size).toBe(0);
    expect(kept(await asking())).toMatchObject({ again: false, events: [{ item: 'W-7K2Q' }] });
    const again = await record.reopened();
    expect((await again.inspections.restrictedOf(northmoor))?.evidence.size).toBe(1);
  });
});

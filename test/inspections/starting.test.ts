import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { NotKept } from '../../src/inspections.ts';
import { fileOf } from '../store/opened.ts';
import { watchedFiles } from '../store/watched-files.ts';
import { framework } from '../support/frameworks.ts';
import { evidence, reopen, type Sent, signOff, startNorthmoor } from '../support/sent.ts';
import { by, empty, kept, northmoor, type Running, refused, started } from './opened.ts';

const sif = framework('sif-2013');
const team = { team: 'TFORT', id: 'CTEAM' };
const other = { team: 'TFORT', id: 'COTHER' };
const start = (but: Record<string, unknown> = {}): Sent => startNorthmoor(sif, but);

/** Signed off by both, under a framework that asks for nothing but its four judgements. */
const signedOff = async (): Promise<Running> => {
  const record = await empty();
  const ilacs = framework('ilacs-2026');
  kept(await record.inspections.start(startNorthmoor(ilacs), by('lead')));
  for (const [index, area] of ilacs.areas.entries()) {
    kept(await record.inspections.record(northmoor, evidence({ areas: [area.id] }), by('inspector')));
    const grade = {
      type: 'GradeArea',
      area: area.id,
      grade: 'good',
      narrative: 'Good',
      evidence: [`E-00${index + 1}`],
    };
    kept(await record.inspections.record(northmoor, grade, by('lead')));
  }
  kept(await record.inspections.record(northmoor, signOff, by('lead')));
  kept(await record.inspections.record(northmoor, signOff, by('qualityAssurance')));
  return record;
};

describe('starting an inspection in a channel', () => {
  it('[A4] begins the record with the framework itself, which a later edition does not change', async () => {
    const record = await started();
    const [first] = await record.store.read(northmoor, 0);
    const { examples: _, $schema: __, field: ___, ...without } = sif;
    expect(first?.events).toMatchObject([{ type: 'InspectionStarted', framework: without }]);
    const { inspections } = await record.reopened();
    const { areas, rules, scale } = without;
    expect((await inspections.of(northmoor)).framework).toMatchObject({ areas, rules, scale });
  });

  it('[A1] is refused while one there is not signed off, after a restart too', async () => {
    const record = await started();
    for (const next of [async () => record, () => record.reopened()]) {
      const { inspections } = await next();
      expect(refused(await inspections.start(start({ authority: 'Southport' }), by('lead')))).toContain('already has');
      expect((await inspections.inChannel(team))?.id).toBe(northmoor);
    }
  });

  it('[A1] is open again once the one there is signed off; and after its reopening it is that one', async () => {
    const { inspections } = await signedOff();
    kept(await inspections.start(start({ authority: 'Southport' }), by('lead')));
    expect((await inspections.inChannel(team))?.id).toBe('southport-2013-11-19');
    expect((await inspections.runningFor(by('inspector').person)).map(({ id }) => id)).toEqual([
      'southport-2013-11-19',
    ]);
  });

  it('[A1] leaves one of two that are started at once', async () => {
    const { inspections, store } = await empty();
    const outcomes = await Promise.all([
      inspections.start(start(), by('lead')),
      inspections.start(start({ authority: 'Southport' }), by('deputy')),
    ]);
    expect(outcomes.map((outcome) => 'entry' in outcome)).toEqual([true, false]);
    expect((await store.list((each) => each)).map(({ inspection }) => inspection)).toEqual([northmoor]);
  });

  it('[D2] gives the same start sent twice its first answer, at once, later and after a restart', async () => {
    const record = await empty();
    const context = by('lead');
    const [first, second] = await Promise.all([1, 2].map(() => record.inspections.start(start(), context)));
    const third = await record.inspections.start(start(), context);
    const fourth = await (await record.reopened()).inspections.start(start(), context);
    const [one, ...again] = [first, second, third, fourth].map((outcome) => outcome && kept(outcome));
    expect(one?.again).toBe(false);
    for (const each of again) expect(each).toMatchObject({ again: true, entry: one?.entry, events: one?.events });
  });

  it('[D2] gives a start its first answer when that inspection is signed off and another one runs', async () => {
    const record = await signedOff();
    const [first] = await record.store.read(northmoor, 0);
    const before = {
      person: by('lead').person,
      at: first?.header.recordedAt ?? '',
      request: first?.header.request ?? '',
    };
    const again = async () => kept(await record.inspections.start(startNorthmoor(framework('ilacs-2026')), before));
    expect(await again()).toMatchObject({ again: true, entry: { hash: first?.hash } });
    kept(await record.inspections.start(start({ authority: 'Southport' }), by('lead')));
    expect(await again()).toMatchObject({ again: true, inspection: { id: northmoor } });
    expect(await record.store.list((each) => each)).toHaveLength(2);
  });

  it('[A3] adds -2 to the id where that is taken, in another channel', async () => {
    const { inspections } = await started();
    expect(kept(await inspections.start(start({ channel: other }), by('lead'))).inspection.id).toBe(`${northmoor}-2`);
    expect((await inspections.inChannel(other))?.id).toBe(`${northmoor}-2`);
  });

  it('[A3] adds -2 where the id is taken by a record that is closed', async () => {
    const record = await started();
    await record.store.close();
    const bytes = await readFile(fileOf(record.folder));
    await writeFile(fileOf(record.folder), bytes.subarray(10));
    const { inspections, damaged } = await record.reopened();
    expect(damaged).toEqual([northmoor]);
    expect(kept(await inspections.start(start({ channel: other }), by('lead'))).inspection.id).toBe(`${northmoor}-2`);
  });

  it('[A3] keeps the id through everything that follows', async () => {
    const record = await signedOff();
    kept(await record.inspections.record(northmoor, reopen('A late complaint'), by('lead')));
    const { inspections } = await record.reopened();
    expect((await inspections.of(northmoor)).id).toBe(northmoor);
  });

  it('[D6] leaves nothing of a start that could not be stored, and the next one may succeed', async () => {
    const watched = watchedFiles();
    const { inspections } = await empty(watched.files);
    watched.fate = ({ operation }) => (operation === 'write' ? { fails: 'ENOSPC' } : 'goes ahead');
    const context = by('lead');
    await expect(inspections.start(start(), context)).rejects.toThrow(NotKept);
    expect(await inspections.inChannel(team)).toBeNull();
    watched.fate = () => 'goes ahead';
    expect(kept(await inspections.start(start(), context))).toMatchObject({
      again: false,
      inspection: { id: northmoor },
    });
  });
});

describe('a record that is closed while the app runs', () => {
  it('[NM10] [S13] is counted, once, where a write could not be undone', async () => {
    const watched = watchedFiles();
    const { inspections, damaged } = await started(watched.files);
    expect(inspections.closed()).toBe(0);
    watched.fate = ({ operation, file }) =>
      file === `${northmoor}.jsonl` && ['write', 'truncate'].includes(operation) ? { fails: 'EIO' } : 'goes ahead';
    const record = () => inspections.record(northmoor, evidence({}), by('inspector'));
    await expect(record()).rejects.toThrow('could not be undone');
    watched.fate = () => 'goes ahead';
    await expect(record()).rejects.toThrow('could not be undone');
    expect({ closed: inspections.closed(), damaged }).toEqual({ closed: 1, damaged: [northmoor] });
  });

  it('[Z6] says of no record that it is closed where the app is stopped while it still opens them', async () => {
    const record = await started();
    kept(await record.inspections.start(start({ authority: 'Southport', channel: other }), by('lead')));
    const { inspections, damaged } = await record.reopened();
    const opening = inspections.open();
    await inspections.close();
    await opening;
    expect(damaged).toEqual([]);
  });
});

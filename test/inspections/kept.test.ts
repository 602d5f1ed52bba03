import { describe, expect, it } from 'vitest';
import { minute } from '../support/given.ts';
import { edit, erase, evidence, withdraw } from '../support/sent.ts';
import { by, kept, northmoor, refused, started } from './opened.ts';

describe('recording in an inspection', () => {
  it('[D2] keeps the same request once and gives it its first answer, at once, later and after a restart', async () => {
    const record = await started();
    const context = by('inspector');
    const send = (inspections = record.inspections) => inspections.record(northmoor, evidence({}), context);
    const [one, ...again] = [...(await Promise.all([send(), send(), send()])), await send()].map(kept);
    expect(one).toMatchObject({ again: false, events: [{ item: 'E-001' }] });
    kept(await record.inspections.record(northmoor, withdraw('E-001'), by('inspector')));
    const { inspections, store } = await record.reopened();
    for (const each of [...again, kept(await send(inspections))]) {
      expect(each).toMatchObject({ again: true, entry: one?.entry, events: one?.events });
    }
    expect(await store.read(northmoor, 0)).toHaveLength(3);
  });

  it('[D2] decides a request anew that was refused', async () => {
    const { inspections } = await started();
    const context = by('inspector');
    expect(refused(await inspections.record(northmoor, evidence({ text: '' }), context))).toContain('text: Say what');
    expect(kept(await inspections.record(northmoor, evidence({}), context)).again).toBe(false);
  });

  it('[D3] keeps fifty items that are sent at once, each under its own number, in the order they came', async () => {
    const record = await started();
    const texts = Array.from({ length: 50 }, (_, index) => `Visit ${index + 1}`);
    const outcomes = await Promise.all(
      texts.map((text) => record.inspections.record(northmoor, evidence({ text }), by('inspector'))),
    );
    const entries = outcomes.map((outcome) => kept(outcome).entry);
    expect(entries.map((entry) => entry.header.version)).toEqual(texts.map((_, index) => index + 2));
    const { inspections } = await record.reopened();
    const items = [...(await inspections.of(northmoor)).evidence.values()];
    expect(items.map(({ item }) => Number(item.slice(2)))).toEqual(texts.map((_, index) => index + 1));
    expect(items.map(({ content }) => content.text)).toEqual(texts);
  });

  it('[D1] tells where the record stands with the hash of the entry that was kept', async () => {
    const record = await started();
    const { entry } = kept(await record.inspections.record(northmoor, evidence({}), by('inspector')));
    expect(await record.inspections.head(northmoor)).toEqual({ version: 2, hash: entry.hash });
    expect(await (await record.reopened()).inspections.head(northmoor)).toEqual({ version: 2, hash: entry.hash });
  });

  it('[E4] keeps when it was observed and when it was recorded, which never runs backwards', async () => {
    const record = await started();
    const moments = [5, 3, 4, 8];
    for (const at of moments) {
      kept(await record.inspections.record(northmoor, evidence({ observedAt: minute(-9) }), by('inspector', at)));
    }
    const recordedAt = (await record.store.read(northmoor, 0)).map(({ header }) => header.recordedAt);
    expect(recordedAt).toEqual([0, 5, 5, 5, 8].map(minute));
    const items = [...(await (await record.reopened()).inspections.of(northmoor)).evidence.values()];
    expect(items.map((item) => item.recordedAt)).toEqual([5, 5, 5, 8].map(minute));
    expect(items.map(({ content }) => content.observedAt)).toEqual(moments.map(() => minute(-9)));
  });

  it('[E4] takes what was observed just now on a clock that went back', async () => {
    const { inspections } = await started();
    kept(await inspections.record(northmoor, evidence({}), by('inspector', 9)));
    kept(await inspections.record(northmoor, evidence({ observedAt: minute(4) }), by('inspector', 4)));
  });

  it('[E5] keeps the old wording in its own entry', async () => {
    const { inspections, store } = await started();
    kept(await inspections.record(northmoor, evidence({ text: 'As seen' }), by('inspector')));
    kept(await inspections.record(northmoor, edit('E-001', { text: 'Put better' }), by('inspector')));
    const entries = await store.read(northmoor, 1);
    expect(entries.map(({ events }) => events)).toMatchObject([
      [{ type: 'EvidenceRecorded', item: 'E-001', content: { text: 'As seen' } }],
      [{ type: 'EvidenceEdited', item: 'E-001', content: { text: 'Put better' } }],
    ]);
  });

  it('[W2] decides by the role held when it is submitted, and for nobody where there is no inspection', async () => {
    const { inspections } = await started();
    expect(refused(await inspections.record(northmoor, evidence({}), by('stranger')))).toContain('may record evidence');
    expect(refused(await inspections.record('southport-2013-11-19', evidence({}), by('lead')))).toContain(
      'no inspection',
    );
    await expect(inspections.of('southport-2013-11-19')).rejects.toThrow('There is no inspection');
  });
});

describe('how it stood', () => {
  it('[E4] at a moment is what was recorded by then, the same as the state when it was', async () => {
    const { inspections } = await started();
    const stood: unknown[] = [];
    for (const at of [2, 4, 4, 6]) {
      kept(await inspections.record(northmoor, evidence({}), by('inspector', at)));
      stood.push(structuredClone(await inspections.of(northmoor)));
    }
    const at = async (moment: number) => (await inspections.at(northmoor, minute(moment)))?.inspection;
    expect(await inspections.at(northmoor, minute(-1))).toBeNull();
    expect((await at(1))?.evidence.size).toBe(0);
    expect([await at(2), await at(3), await at(4), await at(9)]).toEqual([stood[0], stood[0], stood[2], stood[3]]);
    expect((await inspections.at(northmoor, minute(4)))?.head).toMatchObject({ version: 4 });
  });
});

describe('an item that was erased', () => {
  it('[E8] leaves its number, the reason and the time, and the number is never given again', async () => {
    const record = await started();
    const { inspections, store } = record;
    kept(await inspections.record(northmoor, evidence({ text: 'Stays' }), by('inspector', 1)));
    kept(await inspections.record(northmoor, evidence({ text: 'Never to be read again' }), by('inspector', 2)));
    kept(await inspections.record(northmoor, edit('E-002', { text: 'Nor this' }), by('inspector', 3)));
    kept(await inspections.record(northmoor, withdraw('E-002'), by('inspector', 4)));
    kept(await inspections.record(northmoor, erase('E-002'), by('lead', 5)));
    const erased = (await inspections.of(northmoor)).erasedItems.get('E-002');
    expect(erased).toEqual({ reason: 'The retention date has passed', at: minute(5), versions: [3, 4, 5] });
    const before = structuredClone(await inspections.of(northmoor));
    for (const version of erased?.versions ?? []) await store.erase(northmoor, version);

    const anew = await record.reopened();
    const after = await anew.inspections.of(northmoor);
    expect(after).toEqual({ ...before, erased: [3, 4, 5] });
    expect(JSON.stringify(await anew.store.read(northmoor, 0))).not.toMatch(
      /Never to be read|Nor this|another authority/,
    );
    const next = kept(await anew.inspections.record(northmoor, evidence({}), by('inspector', 6)));
    expect(next.events).toMatchObject([{ item: 'E-003' }]);
    expect((await anew.inspections.at(northmoor, minute(4)))?.inspection.evidence.has('E-002')).toBe(false);
  });
});

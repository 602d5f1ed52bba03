import { readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { bytesOf } from '../store/opened.ts';
import { evidence, restricted } from '../support/sent.ts';
import { by, kept, northmoor, refused, started } from './opened.ts';

const item = 'W-7K2Q';
const words = 'The duty desk was told to close contacts unread';
const recording = restricted(item, { text: words, source: 'whistleblower' });

describe('restricted evidence', () => {
  it('[R2] is kept in a history of its own, and leaves no trace in the ordinary one', async () => {
    const record = await started();
    const { inspections, folder } = record;
    kept(await inspections.record(northmoor, evidence({}), by('inspector')));
    const before = await bytesOf(folder);
    kept(await inspections.recordRestricted(northmoor, recording, by('inspector')));
    kept(
      await inspections.recordRestricted(
        northmoor,
        { ...recording, type: 'EditRestrictedEvidence', sign: 'context' },
        by('lead'),
      ),
    );
    expect((await bytesOf(folder)).equals(before)).toBe(true);
    const next = kept(await inspections.record(northmoor, evidence({}), by('inspector')));
    expect(next).toMatchObject({ entry: { header: { version: 3 } }, events: [{ item: 'E-002' }] });
    expect(String(await bytesOf(folder))).not.toMatch(/W-7K2Q|whistleblower|duty desk/);
    expect(String(await bytesOf(folder, `${northmoor}.restricted`))).toContain(words);
    expect((await readdir(folder)).filter((name) => name.endsWith('.jsonl')).sort()).toEqual([
      `${northmoor}.jsonl`,
      `${northmoor}.restricted.jsonl`,
    ]);
  });

  it('[R3] makes no difference to how the inspection stands, nor to what a command comes to', async () => {
    const [plain, told] = [await started(), await started()];
    kept(await told.inspections.recordRestricted(northmoor, recording, by('inspector', 1)));
    for (const { inspections } of [plain, told]) {
      kept(await inspections.record(northmoor, evidence({}), by('inspector', 2)));
    }
    expect(await told.inspections.of(northmoor)).toEqual(await plain.inspections.of(northmoor));
    const answers = await Promise.all(
      [plain, told].map(async ({ inspections }) =>
        refused(
          await inspections.recordRestricted(
            northmoor,
            { type: 'WithdrawRestrictedEvidence', item, reason: 'Mine' },
            by('inspector'),
          ),
        ),
      ),
    );
    expect(answers[0]).toBe(answers[1]);
  });

  it('[R1] is there after a restart, and is no inspection of its own', async () => {
    const record = await started();
    kept(await record.inspections.recordRestricted(northmoor, recording, by('inspector')));
    const { inspections, damaged } = await record.reopened();
    expect((await inspections.restrictedOf(northmoor))?.evidence.get(item)?.content.text).toBe(words);
    expect((await inspections.runningFor(by('lead').person)).map(({ id }) => id)).toEqual([northmoor]);
    expect(damaged).toEqual([]);
  });

  it('[D2] is kept once for the same request', async () => {
    const { inspections } = await started();
    const context = by('inspector');
    const [one, two] = await Promise.all([1, 2].map(() => inspections.recordRestricted(northmoor, recording, context)));
    expect(one && kept(one).again).toBe(false);
    expect(two && kept(two)).toMatchObject({ again: true, entry: one && kept(one).entry });
  });

  it('[R2] has no item twice, though chance gave two the same id at once', async () => {
    const { inspections } = await started();
    const texts = ['One', 'Two', 'Three'];
    await Promise.all(
      texts.map(async (text) =>
        kept(await inspections.recordRestricted(northmoor, restricted(item, { text }), by('inspector'))),
      ),
    );
    const held = await inspections.restrictedOf(northmoor);
    expect([...(held?.evidence.values() ?? [])].map(({ content }) => content.text)).toEqual(texts);
  });

  it('[W1] is refused to whoever may not record', async () => {
    const { inspections } = await started();
    expect(refused(await inspections.recordRestricted(northmoor, recording, by('stranger')))).toContain(
      'This inspection is for its team',
    );
    await expect(inspections.recordRestricted('southport-2013-11-19', recording, by('lead'))).rejects.toThrow(
      'no inspection',
    );
  });
});

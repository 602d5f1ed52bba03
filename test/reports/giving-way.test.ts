import { expect, it } from 'vitest';
import { givingWay } from '../../src/inspections/giving-way.ts';
import { filesForAPerson } from '../../src/reports/files.ts';
import type { RecordEntry } from '../../src/reports/record.ts';
import { atOnce, turnsDuring } from '../support/at-once.ts';
import { type Story, under } from '../support/given.ts';
import { evidence, registerCase } from '../support/sent.ts';

const many = 200;

const recordOf = (story: Story) => {
  const entries = story.entries().map(({ events, entered: { version, at, person } }): RecordEntry => {
    return { header: { version, recordedAt: at, person }, hash: version.toString(16).padStart(64, '0'), events };
  });
  return { id: 'northmoor-2013-11-19', ordinary: { bytes: new Uint8Array(), entries }, restricted: null };
};

const story = (): Story => {
  let so = under('sif-2013').started();
  for (let place = 1; place <= many; place += 1)
    so = so
      .and(evidence({ text: `Seen in case ${place}`, case: `C-${place}` }), 'inspector')
      .and(registerCase({ reference: `C-${place}` }), 'lead');
  return so;
};

it('[V22] a record of many items is taken out while others have their turn, and with the same words', async () => {
  const record = recordOf(story());
  const files = filesForAPerson(record);
  const { turns, result } = await turnsDuring(() => givingWay(files));
  const lines = String(result[0]?.content).split('\n').filter(Boolean);
  // Read and written: at most twenty entries or lines between two turns.
  expect(lines.length).toBeGreaterThan(10 * many);
  expect(turns).toBeGreaterThanOrEqual(Math.floor((2 * many + lines.length) / 20));
  expect(result).toEqual(atOnce(filesForAPerson(record)));
});

import { expect, it } from 'vitest';
import { unmade } from '../../src/reports/files.ts';
import { papersOf } from '../../src/reports/papers.ts';
import { rendered } from '../../src/reports/rendered.ts';
import { copyOf } from '../law/copies.ts';
import { turnsDuring } from '../support/at-once.ts';
import { type Story, under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import { evidence, registerCase } from '../support/sent.ts';

const many = 200;

const story = (): Story => {
  let so = under('sif-2013').started();
  for (let place = 1; place <= many; place += 1)
    so = so
      .and(evidence({ text: `Seen in case ${place}`, case: `C-${place}` }), 'inspector')
      .and(registerCase({ reference: `C-${place}` }), 'lead');
  return so;
};

it('[PA9] one record that can’t be read keeps no other from being made', async () => {
  const id = 'northmoor-2013-11-19';
  const unread = { to: 'a person', id, ordinary: Buffer.from('{"header":{}}\n'), restricted: null, holidays } as const;
  const read = { ...unread, ordinary: copyOf(id, under('sif-2013').started().entries()).bytes };
  const [one, other] = await Promise.allSettled([papersOf(unread), papersOf(read)]);
  expect(one?.status).toBe('rejected');
  expect(other?.status === 'fulfilled' && other.value.map(({ name }) => name)).toContain(`${id}.docx`);
});

it('[V22] a record of many items is taken out while others have their turn, and to the same bytes', async () => {
  const id = 'northmoor-2013-11-19';
  const { bytes, entries } = copyOf(id, story().entries());
  const whole = { to: 'a person', id, ordinary: bytes, restricted: null, holidays } as const;
  const length = bytes.length;
  const here = await rendered(unmade(whole, { ordinary: entries, restricted: null }));
  const asBytes = (files: typeof here) =>
    files.map(({ name, content }) => [name, Buffer.from(content).toString('base64')]);
  const expected = asBytes(here);
  const { turns, result } = await turnsDuring(() => papersOf(whole));
  // None of it is made in the thread in which others wait: their turns are as many as fit in.
  expect(turns).toBeGreaterThan(many);
  expect(asBytes(result)).toEqual(expected);
  expect(result.find(({ name }) => name.endsWith('.jsonl'))?.content).toHaveLength(length);
});

import type { Draft, Entry, Store } from '../../src/store/port.ts';

/** The inspection most tests are about. */
export const inspection = 'northmoor-2013-11-19';
const opened = Date.parse('2013-11-19T09:00:00.000Z');

/** The n-th thing recorded in an inspection, a minute after the one before. */
export const draft = (n: number, text = `Evidence ${n}`): Draft => ({
  request: `request ${n}`,
  recordedAt: new Date(opened + n * 60_000).toISOString(),
  person: { team: 'T0NORTH', user: `U${n}` },
  events: [{ type: 'EvidenceRecorded', id: `E-${n}`, text }],
});

/** Records that many entries, one after the other. */
export const recorded = async (store: Store, name: string, count: number): Promise<Entry[]> => {
  const entries: Entry[] = [];
  for (let n = 0; n < count; n += 1) entries.push(await store.append(name, n, draft(n)));
  return entries;
};

import { join } from 'node:path';
import { readFrameworks } from '../src/frameworks.ts';
import { type KeptInspection, openInspections, type Refused } from '../src/inspections.ts';
import { type openStore, words } from './items.ts';

export const root = join(import.meta.dirname, '..');
const frameworks = readFrameworks(join(root, 'data/frameworks'));
const framework = frameworks.all.find(({ id }) => id === 'sif-2013');

type OpenedStore = Awaited<ReturnType<typeof openStore>>;
const chosen = (user: string, name: string) => ({ team: 'TFORT', user, name, fullMember: true });
const began = Date.parse('2013-11-19T09:00:00.000Z');
const momentOf = (n: number): string => new Date(began + n * 1000).toISOString();

export const startIn = (
  authority: string,
  channel: string,
  lead = chosen('UANA', 'Ana Reyes'),
  deputy: typeof lead | null = chosen('UBEN', 'Ben Okoro'),
) => ({
  type: 'StartInspection',
  authority,
  framework,
  firstDay: '2013-11-19',
  lead,
  deputy,
  inspectors: [chosen('UCHI', 'Chi Lam')],
  qualityAssuranceManager: chosen('UGUS', 'Gus Vale'),
  dailySummaryAt: '17:30',
  timeZone: 'Europe/London',
  channel: { team: 'TFORT', id: channel },
});

const evidence = (n: number) => ({
  type: 'RecordEvidence',
  areas: ['help-and-protection'],
  text: words,
  sign: n % 2 === 0 ? 'strength' : 'concern',
  source: 'case-tracked',
  observedAt: momentOf(0),
  case: 'C-017',
  about: 'practice',
  site: null,
  agency: null,
  criteria: [],
});

/** What was kept; the app refuses none of these. */
const kept = (outcome: KeptInspection | Refused): KeptInspection => {
  if ('refusals' in outcome) throw new Error(`Refused: ${JSON.stringify(outcome.refusals)}`);
  return outcome;
};

type Inspections = Awaited<ReturnType<typeof openInspections>>;

/** Starts an inspection and records so many items of evidence, by the app's own decisions. Gives its id. */
const record = async (inspections: Inspections, authority: string, channel: string, items: number): Promise<string> => {
  const person = { team: 'TFORT', user: 'UANA' };
  const context = (n: number) => ({ person, at: momentOf(n), request: `request-${n}` });
  const { inspection } = kept(await inspections.start(startIn(authority, channel), context(0)));
  for (let n = 1; n <= items; ) {
    const some = Math.min(1000, items - n + 1);
    const from = n;
    const all = Array.from({ length: some }, (_, more) =>
      inspections.record(inspection.id, evidence(from + more), context(from + more)),
    );
    for (const outcome of await Promise.all(all)) kept(outcome);
    n += some;
  }
  return inspection.id;
};

/** An inspection led by somebody who had the daily summary of its first day, in these direct messages, and with news since. */
export const keepLed = async (
  inspections: Inspections,
  authority: string,
  lead: string,
  direct: string,
): Promise<void> => {
  const person = { team: 'TFORT', user: lead };
  const at = (n: number, request: string) => ({ person, at: momentOf(n), request });
  const started = startIn(authority, `C${lead}`, chosen(lead, lead), null);
  const { id } = kept(await inspections.start(started, at(0, 'start'))).inspection;
  const whose = { recipient: person, day: '2013-11-19' };
  const stands = { channel: direct, ts: '1384882200.000001', text: 'Northmoor\nToday: nothing recorded' };
  kept(await inspections.record(id, { type: 'ClaimDailySummary', ...whose }, at(1, 'claimed')));
  kept(await inspections.record(id, { type: 'NoteDailySummary', ...whose, became: stands }, at(2, 'posted')));
  kept(await inspections.record(id, evidence(3), at(3, 'news')));
};

/** Keeps an inspection with so many items in that channel. Gives its id. */
export const keepInspection = async (
  store: OpenedStore,
  { channel, items }: { channel: string; items: number },
): Promise<string> => record(await openInspections(store, () => {}), 'Northmoor', channel, items);

/** So many inspections of other authorities, each in a channel of its own, with so many items each; all signed off, or none. */
export const keepMany = async (
  store: OpenedStore,
  count: number,
  { items, signedOff }: { items: number; signedOff: boolean },
): Promise<void> => {
  const inspections = await openInspections(store, () => {});
  for (let n = 1; n <= count; n += 1) {
    const id = await record(inspections, `Authority ${n}`, `C${n}`, items);
    if (!signedOff) continue;
    const { version } = await inspections.head(id);
    // Not by the app's decision, which would want every area judged first.
    const events = ['lead', 'quality-assurance-manager'].map((as) => ({ type: 'SignedOff', as }));
    const person = { team: 'TFORT', user: 'UANA' };
    await store.append(id, version, { request: 'signed off', recordedAt: momentOf(items + 5), person, events });
  }
};

import { join } from 'node:path';
import { decideStart, inspectionId } from '../src/domain/matters/start.ts';
import { readFrameworks } from '../src/frameworks.ts';
import type { Draft, Store } from '../src/store/port.ts';
import { draftOf, openStore } from './items.ts';

export const root = join(import.meta.dirname, '../../..');
const frameworks = readFrameworks(join(root, 'data/frameworks'));
const framework = frameworks.all.find(({ id }) => id === 'sif-2013');

const chosen = (user: string, name: string) => ({ team: 'TFORT', user, name, fullMember: true });

/** How an inspection begins, by the app's own decision, in that channel. */
const startIn = (authority: string, channel: string) => {
  if (framework === undefined) throw new Error('There is no framework sif-2013');
  const decision = decideStart({
    type: 'StartInspection',
    authority,
    framework,
    firstDay: '2013-11-19',
    lead: chosen('UANA', 'Ana Reyes'),
    deputy: chosen('UBEN', 'Ben Okoro'),
    inspectors: [chosen('UCHI', 'Chi Lam')],
    qualityAssuranceManager: chosen('UGUS', 'Gus Vale'),
    dailySummaryAt: '17:30',
    timeZone: 'Europe/London',
    channel: { team: 'TFORT', id: channel },
  });
  if ('refusals' in decision) throw new Error('The start was refused');
  return decision.events;
};

type Kept = { authority: string; channel: string; items: number; sealed: boolean };

/** Keeps an inspection with so many items of evidence, signed off or not. Gives its id. */
export const keepInspection = async (store: Store, { authority, channel, items, sealed }: Kept): Promise<string> => {
  const id = inspectionId(authority, '2013-11-19', 0);
  const signatures = sealed
    ? [
        { type: 'SignedOff', as: 'lead' },
        { type: 'SignedOff', as: 'quality-assurance-manager' },
      ]
    : [];
  const last = { ...draftOf(items + 1), events: signatures };
  const drafts: Draft[] = [{ ...draftOf(0), events: startIn(authority, channel) }];
  let version = 0;
  for (let n = 1; n <= items; n += 1) {
    drafts.push(draftOf(n));
    if (drafts.length < 1000) continue;
    const expected = version;
    await Promise.all(drafts.map((draft, more) => store.append(id, expected + more, draft)));
    version += drafts.length;
    drafts.length = 0;
  }
  if (sealed) drafts.push(last);
  await Promise.all(drafts.map((draft, more) => store.append(id, version + more, draft)));
  return id;
};

/** So many inspections of other authorities in a folder, each in a channel of its own, with a few items each. */
export const keepMany = async (folder: string, count: number, sealed: boolean): Promise<void> => {
  const store = await openStore(folder);
  for (let n = 1; n <= count; n += 1)
    await keepInspection(store, { authority: `Authority ${n}`, channel: `C${n}`, items: 5, sealed });
  await store.close();
};

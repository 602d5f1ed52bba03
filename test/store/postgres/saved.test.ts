import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { draft, inspection, recorded } from '../drafts.ts';
import { emptyIn, openedIn, ownServer } from './opened.ts';

const server = ownServer();

/** Waits until a session of Fortnight's waits for a standby. */
const waitedForStandby = async (): Promise<void> => {
  for (;;) {
    const [waits] = await server().administer(
      `select from pg_stat_activity where application_name = 'fortnight' and wait_event = 'SyncRep'`,
    );
    if (waits) return;
    await after(20);
  }
};

const standbys = async (names: string): Promise<void> => {
  await server().administer(`alter system set synchronous_standby_names = '${names}'`);
  await server().administer('select pg_reload_conf()');
};

describe('an entry that was acknowledged from PostgreSQL', () => {
  it('[PS1] is there to the letter after its server was ended as by a loss of power', async () => {
    const address = await emptyIn(server());
    const { store } = await openedIn(address);
    const entries = await recorded(store, inspection, 20);
    await server().kill();
    await server().start();
    expect(await store.read(inspection, 0)).toEqual(entries);
    expect(await (await openedIn(address)).store.read(inspection, 0)).toEqual(entries);
  });

  it('[PS2] is on the standby too where one is to be waited for: before that nobody is told, and nobody else reads it', async () => {
    const address = await emptyIn(server());
    const [{ store }, { store: other }] = [await openedIn(address), await openedIn(address)];
    let [acknowledged, enough] = [0, false];
    const recording = async (): Promise<void> => {
      while (!enough) {
        await store.append(inspection, acknowledged, draft(acknowledged));
        acknowledged += 1;
      }
    };
    await standbys('one_that_is_away');
    const all = recording();
    await waitedForStandby();
    const before = acknowledged;
    expect(await other.read(inspection, 0)).toHaveLength(before);
    expect(acknowledged).toBe(before);
    enough = true;
    await standbys('');
    await all;
    expect(acknowledged).toBe(before + 1);
    expect(await other.read(inspection, 0)).toHaveLength(before + 1);
  });
});

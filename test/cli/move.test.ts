import { randomBytes } from 'node:crypto';
import { copyFile, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { realFiles } from '../../src/store/files.ts';
import { readHeads } from '../../src/store/heads.ts';
import { postgres } from '../../src/store/postgres.ts';
import { northmoor, openedIn, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { endSessions, inDatabase } from '../store/postgres/opened.ts';
import { afterTheTest } from '../support/closing.ts';
import { aDatabase } from '../support/postgres.ts';
import { evidence } from '../support/sent.ts';
import { asked } from './asked.ts';

const settingsFor = (place: string): Record<string, string> =>
  place.startsWith('postgresql:') ? { DATABASE_URL: place } : { DATA_DIR: place };
const moved = (from: string, to: string) => asked(['move', '--to', to], settingsFor(from));
const verified = (place: string) => asked(['verify'], settingsFor(place));

/** Every file in a folder, by its name: each byte. */
const filesIn = async (folder: string, ending = ''): Promise<Record<string, string>> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending)).sort();
  const all = names.map(async (name) => [name, await readFile(join(folder, name), 'latin1')] as const);
  return Object.fromEntries(await Promise.all(all));
};
const operationsIn = (files: Record<string, string>) => (files['operations.log'] ?? '').trimEnd().split('\n');

let data: string;
beforeEach(async () => {
  data = await aFolder();
});

describe('records moved to PostgreSQL and back', () => {
  it('[MV1] are the same bytes as before; the source is as it was', async () => {
    await recordedIn(data, { restricted: true });
    const before = await filesIn(data);
    const [address, back] = [await aDatabase(), await aFolder()];
    expect(await moved(data, address)).toMatchObject({ code: 0, complained: [] });
    expect(await filesIn(data)).toEqual(before);
    expect((await moved(address, back)).code).toBe(0);
    expect(await filesIn(back, '.jsonl')).toEqual(await filesIn(data, '.jsonl'));
    expect((await verified(back)).printed).toEqual((await verified(data)).printed);
  });

  it('[MV1] bring with them what was done to them, what is known of them, and every id that was given', async () => {
    await recordedIn(data, { restricted: true });
    const out = join(await aFolder(), 'out');
    const settings = { DATA_DIR: data };
    await asked(['export', northmoor, '--to', out, '--restricted'], settings);
    await asked(['delete', northmoor, '--exported', out, '--confirm', northmoor, '--confirm', northmoor], settings);
    const played = await aFolder();
    await recordedIn(played, { restricted: false });
    await asked(['export', northmoor, '--to', `${out}-2`], { DATA_DIR: played });
    await asked(['import', `${out}-2`], settings);
    const [address, back] = [await aDatabase(), await aFolder()];
    await moved(data, address);
    await moved(address, back);
    const [before, after] = [operationsIn(await filesIn(data)), operationsIn(await filesIn(back))];
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map((line) => JSON.parse(line))).toMatchObject([
      { did: 'move' },
      { did: 'move' },
    ]);
    const [known, again] = [await readHeads(realFiles, data), await readHeads(realFiles, back)];
    expect(again.ids).toEqual(known.ids);
    expect([...again.known.keys()]).toEqual([northmoor]);
    await rm(join(back, `${northmoor}.jsonl`));
    expect((await verified(back)).printed[0]).toContain('its file is missing');
  });

  it('[MV2] says what to set next, and never a password', async () => {
    await recordedIn(data, { restricted: true });
    const [address, back] = [await aDatabase(), await aFolder()];
    const there = (await moved(data, address)).printed;
    expect(there[0]).toMatch(/^2 records are in the database postgres at 127\.0\.0\.1:\d+: 2 moved\.$/);
    expect(there.slice(1, 3)).toEqual((await verified(data)).printed);
    expect(there.at(-1)).toContain('Set DATABASE_URL to that address');
    expect((await moved(address, back)).printed.at(-1)).toContain(`Set DATA_DIR to ${back}, remove DATABASE_URL`);
    expect(there.join()).not.toContain('password');
    await openedIn(back).then(({ inspections }) => inspections.close());
  });
});

describe('moving that was cut short', () => {
  beforeEach(() => recordedIn(data, { restricted: true }));

  it('[MV3] in a database leaves nothing there, and is done by asking again, as often as one likes', async () => {
    const address = await aDatabase();
    await postgres({ address, random: randomBytes, report: () => undefined }).then((store) => store.close());
    // The move comes as far as what is noted last, and is cut there.
    const gate = `begin; lock table operations; select pg_sleep(600)`;
    const waits = inDatabase(address, gate).catch(() => undefined);
    const schema = new URL(address).searchParams.get('options')?.split('=')[1];
    const waiting = `select from pg_locks where not granted and relation = '${schema}.operations'::regclass`;
    await vi.waitFor(async () => expect(await inDatabase(address, `${lockOf(schema)}`)).toHaveLength(1), 10_000);
    const move = moved(data, address);
    await vi.waitFor(async () => expect(await inDatabase(address, waiting)).toHaveLength(1), 20_000);
    await endSessions(address);
    const { code, complained } = await move;
    expect([code, complained]).toEqual([1, [expect.stringMatching(/^The database postgres at .*\.$/)]]);
    await inDatabase(
      address,
      `select pg_terminate_backend(pid) from pg_locks where relation = '${schema}.operations'::regclass`,
    );
    await waits;
    expect(await inDatabase(address, 'select from histories')).toEqual([]);
    expect((await moved(data, address)).printed[0]).toContain('2 moved.');
    expect((await moved(data, address)).printed[0]).toContain('0 moved, the others were there.');
    expect(await inDatabase(address, `select from operations where operation like '%move%'`)).toHaveLength(1);
  });

  it('[MV3] in a folder is finished by asking again, wherever it was cut, and until then what is missing is missed', async () => {
    const [address, back] = [await aDatabase(), await aFolder()];
    await moved(data, address);
    await moved(address, back);
    const whole = await filesIn(back, '.jsonl');
    const names = Object.keys(whole);
    for (const gone of [names, names.slice(0, 1), names.slice(1)]) {
      for (const name of gone) {
        await copyFile(join(back, name), join(back, `${name}.placing`));
        await rm(join(back, name));
      }
      expect((await verified(back)).code).toBe(1);
      expect((await moved(address, back)).printed[0]).toContain(`${gone.length} moved`);
      expect(await filesIn(back, '.jsonl')).toEqual(whole);
      expect((await readdir(back)).filter((name) => name.includes('placing'))).toEqual([]);
    }
  });
});

const lockOf = (schema: string | undefined) =>
  `select from pg_locks where granted and mode = 'AccessExclusiveLock' and relation = '${schema}.operations'::regclass`;

describe('moving is refused', () => {
  beforeEach(() => recordedIn(data, { restricted: true }));
  const refused = async (from: string, to: string): Promise<string> => {
    const { code, complained } = await moved(from, to);
    expect(code).not.toBe(0);
    return complained.join('\n');
  };

  it('[MV4] where another record is, or the same that has gone on, and changes nothing there', async () => {
    const [address, other] = [await aDatabase(), await aDatabase()];
    await recordedIn(other, { restricted: false });
    expect(await refused(data, other)).toMatch(
      /^There is another northmoor-2013-11-19 in the database .*nothing is moved/,
    );
    await moved(data, address);
    const { inspections } = await openedIn(address);
    const by = { person: { team: 'TFORT', user: 'UANA' }, at: '2013-12-20T09:00:00.000Z' };
    await inspections.record(northmoor, { type: 'Reopen', reason: 'A late complaint' }, { ...by, request: '1' });
    await inspections.record(northmoor, evidence({ text: 'Since' }), { ...by, request: '2' });
    await inspections.close();
    expect(await refused(data, address)).toContain(`There is another ${northmoor}`);
    expect(await refused(address, data)).toContain('Move into an empty folder.');
    const stranger = await aFolder();
    const empty = await aDatabase();
    await asked(['export', northmoor, '--to', join(stranger, 'out'), '--restricted'], { DATA_DIR: data });
    await asked(['import', join(stranger, 'out')], { DATABASE_URL: empty });
    await inDatabase(
      empty,
      `insert into heads (history, gone, first, version, hash) values ('southport-2013-11-19', false, '${'0'.repeat(64)}', 1, '${'0'.repeat(64)}')`,
    );
    expect(await refused(data, empty)).toContain('There is a southport-2013-11-19 in the database');
  });

  it('[MV4] where a record does not hold, or there is none, naming it', async () => {
    const address = await aDatabase();
    await rm(join(data, `${northmoor}.jsonl`));
    expect(await refused(data, address)).toContain(`\n  ${northmoor}: its file is missing\n`);
    expect(await inDatabase(address, 'select from histories')).toEqual([]);
    expect(await refused(await aFolder(), address)).toContain('There are no records in');
    expect(await refused(data, join(data, 'within'))).toContain('is in the folder of the records itself');
    expect((await asked(['move'], { DATA_DIR: data })).code).toBe(2);
  });

  it('[MV4] while the app runs, on either side', async () => {
    const address = await aDatabase();
    const { inspections } = await openedIn(data);
    expect(await refused(data, address)).toContain(String(process.pid));
    await inspections.close();
    expect((await moved(data, address)).code).toBe(0);
    const store = await postgres({ address, random: randomBytes, report: () => undefined, settles: 0 });
    afterTheTest(() => store.close());
    store.shared?.listen({ changed: () => undefined, onDuty: () => undefined });
    await vi.waitFor(async () => expect(await store.shared?.onDuty()).toBe(true), 20_000);
    expect(await refused(address, await aFolder())).toMatch(/^The app runs with the database .*Stop it first\.$/);
    expect(await refused(data, address)).toContain('Stop it first.');
  });
});

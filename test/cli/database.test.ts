import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { confided, northmoor, openedIn, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { emptyIn, inDatabase } from '../store/postgres/opened.ts';
import { aDatabase, theServer } from '../support/postgres.ts';
import { evidence } from '../support/sent.ts';
import { asked } from './asked.ts';

const restricted = `${northmoor}.restricted`;
let address: string;
beforeEach(async () => {
  address = await aDatabase();
  await recordedIn(address, { restricted: true });
});

const ask = (...args: string[]) => asked(args, { DATABASE_URL: address });
const called = () => `the database postgres at 127.0.0.1:${new URL(address).port}`;

const linesOf = async (history = northmoor, from = address): Promise<string> => {
  const select = 'select line from entries where history = $1 order by version';
  const rows = await inDatabase<{ line: string }>(from, select, [history]);
  return rows.map(({ line }) => `${line}\n`).join('');
};
const noted = async (): Promise<Record<string, unknown>[]> =>
  (await inDatabase<{ operation: string }>(address, 'select operation from operations order by place')).map(
    ({ operation }) => JSON.parse(operation),
  );

describe('records in PostgreSQL, looked at on the command line', () => {
  it('[PC1] are verified beside a running app: every record, also by a head that somebody kept', async () => {
    const { inspections } = await openedIn(address);
    const { code, printed } = await ask('verify');
    expect({ code, printed }).toEqual({
      code: 0,
      printed: [
        expect.stringMatching(/^northmoor-2013-11-19: \d+ entries hold, head \d+:[0-9a-f]{12}…, 1 erased$/),
        expect.stringMatching(/^northmoor-2013-11-19\.restricted: 1 entry holds/),
      ],
    });
    const [, head = ''] = /head (\S+…)/.exec(printed[0] ?? '') ?? [];
    expect((await ask('verify', northmoor, '--head', head)).code).toBe(0);
    expect((await ask('verify', northmoor, '--head', '999:0123456789ab')).printed[0]).toContain('and once had 999');
    await inspections.close();
  });

  it('[PC1] that do not hold, or are gone, are named with why', async () => {
    await inDatabase(address, `update entries set line = replace(line, 'Seen in leadership', 'Seen in nothing')`);
    const { code, printed } = await ask('verify');
    expect([code, printed[0]]).toEqual([1, expect.stringMatching(/does not hold: the text of entry \d+ is not what/)]);
    expect((await ask('inspections')).printed.at(-1)).toMatch(/is closed: the text of entry \d+/);
    await inDatabase(address, 'delete from histories where history = $1', [northmoor]);
    expect((await ask('verify')).printed[0]).toBe(`${northmoor}: does not hold: its entries are missing`);
    await inDatabase(address, 'delete from histories');
    expect((await ask('inspections', '--json')).code).toBe(1);
  });

  it('[PC1] are listed, for people and for programs, and no restricted record among them', async () => {
    const { printed } = await ask('inspections');
    expect(printed).toHaveLength(2);
    expect(printed[1]).toMatch(/^northmoor-2013-11-19 +Northmoor/);
    const json = JSON.parse((await ask('inspections', '--json')).printed.join('\n'));
    expect(json).toMatchObject({ database: called(), inspections: [{ inspection: northmoor, closed: null }] });
  });

  it('[PC2] are taken out as from a folder, and that is noted in the database', async () => {
    const out = join(await aFolder(), 'out');
    expect((await ask('export', northmoor, '--to', out, '--restricted')).code).toBe(0);
    for (const history of [northmoor, restricted])
      expect(await readFile(join(out, `${history}.jsonl`), 'utf8')).toBe(await linesOf(history));
    expect(await noted()).toMatchObject([{ did: 'export', inspection: northmoor, by: expect.stringMatching(/.+@.+/) }]);
    const version = (await linesOf()).trimEnd().split('\n').length;
    const heads = await inDatabase(address, 'select version from heads where history = $1', [northmoor]);
    expect(heads).toEqual([{ version }]);
  });

  it('[PC3] doctor says which PostgreSQL, how safely it keeps, and how many connections there may be', async () => {
    const { code, printed } = await ask('doctor');
    const said = printed.join('\n').replaceAll(/\n {26}/g, ' ');
    expect(code).toBe(0);
    expect(said).toMatch(
      /yes {3}Database +PostgreSQL \d+\.\d+, the database postgres at .*fsync is on, synchronous_commit is on\./,
    );
    expect(said).toMatch(/yes {3}Connections +197 are allowed, \d+ in use/);
    expect(said).toMatch(/yes {3}Tables/);
    expect(said).toMatch(/yes {3}Owner +None: the app does not run/);
    expect(said).toMatch(/yes {3}Records +1 record, none closed/);
    expect(said).not.toContain('password');
  });

  it('[PC3] doctor points out what has too few connections, can be read on its way, or is not made yet', async () => {
    const server = await theServer();
    const elsewhere = new URL(await emptyIn(server));
    await server.administer(`alter database ${elsewhere.pathname.slice(1)} connection limit 20`);
    // The same machine, by a name that does not say so.
    elsewhere.hostname = '127.1';
    const { code, printed } = await asked(['doctor'], { DATABASE_URL: elsewhere.href });
    const said = printed.join('\n').replaceAll(/\n {26}/g, ' ');
    expect(code).toBe(0);
    expect(said).toMatch(/look {2}Encryption +What goes to the database can be read on its way/);
    expect(said).toMatch(/look {2}Connections +20 are allowed, \d+ in use: enough for 2 replicas .* need 27\./);
    expect(said).toMatch(/look {2}Tables +There are none yet/);
  });
});

describe('records in PostgreSQL, worked on beside a running app', () => {
  it('[PC4] [E8] are erased from: the words go, and the running app knows', async () => {
    const { inspections } = await openedIn(address);
    expect((await inspections.of(northmoor)).erasedItems.has('E-001')).toBe(false);
    const { code, printed } = await ask('erase', northmoor, 'e-001', '--reason', 'retention date reached');
    expect([code, printed[0]]).toEqual([0, expect.stringMatching(/^E-001 is erased: 2 entries destroyed/)]);
    expect(printed.at(-1)).toContain('PostgreSQL’s own log of changes');
    expect(await linesOf()).not.toContain('Seen in help-and-protection');
    expect((await inspections.of(northmoor)).erasedItems.has('E-001')).toBe(true);
    await ask('erase', northmoor, 'W-7K2Q', '--reason', 'asked by its source');
    expect(await linesOf(restricted)).not.toContain(confided);
    expect((await ask('verify')).code).toBe(0);
    expect((await noted()).map(({ did }) => did)).toEqual(['erase', 'erase']);
    await inspections.close();
  });

  it('[PC4] [V11] are deleted once an export holds them, and taken in again to the letter', async () => {
    const before = [await linesOf(), await linesOf(restricted)];
    const { inspections } = await openedIn(address);
    const out = join(await aFolder(), 'out');
    const twice = ['--exported', out, '--confirm', northmoor, '--confirm', northmoor];
    expect((await ask('delete', northmoor, ...twice)).code).toBe(1);
    await ask('export', northmoor, '--to', out, '--restricted');
    expect((await ask('import', out)).complained[0]).toBe(
      `${northmoor} is in ${called()} already. Nothing is imported.`,
    );
    const { code, printed } = await ask('delete', northmoor, ...twice);
    expect([code, printed[0]]).toEqual([
      0,
      `${northmoor} is deleted. That it was is noted in the table operations of ${called()}, without its content.`,
    ]);
    expect(await linesOf()).toBe('');
    expect((await ask('verify')).printed).toEqual([`There are no records in ${called()}.`]);
    expect((await ask('import', out)).code).toBe(0);
    expect([await linesOf(), await linesOf(restricted)]).toEqual(before);
    expect((await ask('verify')).code).toBe(0);
    await inspections.close();
  });

  it('[PC5] what a running app says of a record on its way out does not make it missing', async () => {
    const { store, inspections } = await openedIn(address);
    const [known] = await store.list(({ known }) => known);
    const out = join(await aFolder(), 'out');
    await ask('export', northmoor, '--to', out, '--restricted');
    await ask('delete', northmoor, '--exported', out, '--confirm', northmoor, '--confirm', northmoor);
    if (!known) throw new Error('Nothing is known of it');
    await store.noteHeads([{ ...known, head: { version: 999, hash: known.head.hash } }]);
    expect((await ask('verify')).printed).toEqual([`There are no records in ${called()}.`]);
    expect((await store.idsGiven()).has(northmoor)).toBe(true);
    await inspections.close();
  });

  it('[PC6] [L19] get a lead, at once', async () => {
    const place = await aDatabase();
    const { inspections } = await openedIn(address);
    await inspections.record(northmoor, { type: 'Reopen', reason: 'A late complaint' }, by('lead 1'));
    const { code, printed } = await ask('lead', northmoor, 'UCHI');
    expect([code, printed[0]]).toEqual([0, expect.stringContaining(`leads ${northmoor} from here on.`)]);
    expect((await inspections.of(northmoor)).members.find(({ role }) => role === 'lead')?.person.user).toBe('UCHI');
    expect((await noted()).at(-1)).toMatchObject({ did: 'lead', user: 'UCHI' });
    await inspections.close();
    const { code: none, complained } = await asked(['lead', northmoor, 'UCHI'], { DATABASE_URL: place });
    expect([none, complained[0]]).toEqual([2, expect.stringMatching(/^There is nothing of Fortnight in the database/)]);
  });

  it('[PC7] are accepted as they stand, or as gone', async () => {
    await ask('export', northmoor, '--to', join(await aFolder(), 'out'));
    await inDatabase(address, 'delete from entries where history = $1 and version > 5', [northmoor]);
    expect((await ask('verify')).printed.join('\n')).toMatch(/entry 6 is gone.*\n.*\n.*accept northmoor/);
    expect((await ask('accept', northmoor)).printed[0]).toMatch(/is accepted as it stands: 5:[0-9a-f]{6}, where \d+:/);
    expect((await ask('verify')).code).toBe(0);
    await inDatabase(address, 'delete from histories where history = $1', [northmoor]);
    expect((await ask('accept', northmoor, '--gone')).complained[0]).toContain(`${restricted} is there`);
    await inDatabase(address, 'delete from histories where history = $1', [restricted]);
    expect((await ask('accept', northmoor)).complained[0]).toContain('Put it back, or import its export.');
    expect((await ask('accept', northmoor, '--gone')).code).toBe(0);
    expect((await ask('verify')).code).toBe(0);
  });
});

const by = (request: string) => ({
  person: { team: 'TFORT', user: 'UANA' },
  at: '2013-12-20T09:00:00.000Z',
  request,
});

describe('a backup of records in PostgreSQL', () => {
  it('[PC8] is the same folder as of a folder, and is restored into either', async () => {
    const to = join(await aFolder(), 'backup');
    const { inspections } = await openedIn(address);
    expect((await ask('backup', '--to', to)).printed).toEqual([`2 records are in ${to}: 2 copied.`]);
    await inspections.record(northmoor, { type: 'Reopen', reason: 'A late complaint' }, by('1'));
    await inspections.record(northmoor, evidence({ text: 'Since' }), by('2'));
    expect((await ask('backup', '--to', to)).printed[0]).toContain('1 copied, the others as they were');
    await inspections.close();
    const [folder, other] = [await aFolder(), await aDatabase()];
    for (const settings of [{ DATA_DIR: folder }, { DATABASE_URL: other }]) {
      const { code, printed } = await asked(['restore', to], settings);
      expect([code, printed.length]).toEqual([0, 3]);
    }
    for (const history of [northmoor, restricted]) {
      expect(await readFile(join(folder, `${history}.jsonl`), 'utf8')).toBe(await linesOf(history));
      expect(await linesOf(history, other)).toBe(await linesOf(history));
    }
    const again = await asked(['restore', to], { DATABASE_URL: other });
    expect([again.code, again.complained[0]]).toEqual([1, expect.stringContaining(`There is ${northmoor} in`)]);
    await inDatabase(other, 'delete from histories where history = $1', [northmoor]);
    expect((await asked(['verify'], { DATABASE_URL: other })).printed[0]).toContain('its entries are missing');
  });

  it('[PC8] does not bring back what was erased since, and leaves nothing where a copy is not what it should be', async () => {
    const to = join(await aFolder(), 'backup');
    await ask('backup', '--to', to);
    expect((await ask('erase', northmoor, 'E-001', '--reason', 'x')).printed.join('\n')).toContain(
      `The backup in ${to}`,
    );
    const other = await aDatabase();
    const { printed } = await asked(['restore', to], { DATABASE_URL: other });
    expect(printed[1]).toBe(`E-001 of ${northmoor} was erased since, and is erased here too.`);
    expect(await linesOf(northmoor, other)).not.toContain('Seen in help-and-protection');
    const [copy = ''] = (await readdir(to)).filter((name) => name.includes('.restricted.'));
    await writeFile(join(to, copy), 'nothing of ours\n');
    const empty = await aDatabase();
    expect((await asked(['restore', to], { DATABASE_URL: empty })).code).toBe(1);
    expect((await asked(['inspections'], { DATABASE_URL: empty })).printed[0]).toContain('There are no inspections');
  });
});

describe('a database that cannot be used', () => {
  const words = [['verify'], ['erase', northmoor, 'E-001', '--reason', 'x']];

  it.each(words)('[PC9] is said to be so in a line, without a password: %s', async (...args) => {
    const { address: of } = await theServer();
    const [at, wrong, none] = [new URL(of()), new URL(of()), new URL(of('nowhere'))];
    wrong.password = 'sesame';
    at.port = '1';
    for (const [url, why] of [
      [at, /was not reached/],
      [wrong, /password authentication failed|does not let Fortnight in/],
      [none, /is not there|does not exist/],
    ] as const) {
      const { code, complained } = await asked([...args], { DATABASE_URL: url.href });
      expect([code, complained]).toEqual([1, [expect.stringMatching(why)]]);
      expect(complained.join()).not.toMatch(/sesame|:password@/);
    }
  });

  it('[PC9] is said to be refused where it may lose what it keeps, was made by a newer version, or is none', async () => {
    const off = new URL(address);
    off.searchParams.set('options', `${off.searchParams.get('options')} -c synchronous_commit=off`);
    const { code, complained } = await asked(['erase', northmoor, 'E-001', '--reason', 'x'], {
      DATABASE_URL: off.href,
    });
    expect([code, complained[0]]).toEqual([1, expect.stringContaining('has synchronous_commit off')]);
    expect((await asked(['doctor'], { DATABASE_URL: off.href })).printed.join(' ')).toMatch(
      /no {4}Database .*\n?.*off/,
    );
    await inDatabase(address, 'insert into migrations (number) values (99)');
    expect((await ask('verify')).complained[0]).toContain('A newer version of Fortnight');
    const { code: usage, complained: not } = await asked(['verify'], { DATABASE_URL: 'sesame' });
    expect([usage, not[0]]).toEqual([1, expect.stringContaining('DATABASE_URL is an address such as')]);
    expect(not[0]).not.toContain('sesame');
  });

  it('[PC9] may be named by a file, as the app takes it', async () => {
    const file = join(await aFolder(), 'address');
    await writeFile(file, `${address}\n`);
    expect((await asked(['verify'], { DATABASE_URL_FILE: file })).code).toBe(0);
  });
});

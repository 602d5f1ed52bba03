import { readFile, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { draft, inspection, recorded } from '../store/drafts.ts';
import { aFolder, fileOf, opened } from '../store/opened.ts';
import { asked } from './asked.ts';

/** A data folder that an app is using, with two inspections, one of which has a restricted record. */
const given = async () => {
  const folder = await aFolder();
  const { store } = await opened(folder);
  const started = { type: 'InspectionStarted', authority: 'Northmoor' };
  const first = await store.append(inspection, 0, { ...draft(0), events: [started] });
  const second = await store.append(inspection, 1, draft(1));
  await recorded(store, `${inspection}.restricted`, 1);
  await store.append('aldermoor-2013-11-26', 0, draft(90));
  const settings = { DATA_DIR: folder };
  const head = (hash: string) => `${hash.slice(0, 12)}…`;
  return { folder, store, first, second, settings, head };
};

describe('verify on the command line', () => {
  it('[S18] checks every record, restricted ones too, while the app runs', async () => {
    const { settings, store, second, head } = await given();
    await store.erase(inspection, 1);
    const { code, printed, complained } = await asked(['verify'], settings);
    expect({ code, complained }).toEqual({ code: 0, complained: [] });
    expect(printed).toEqual([
      expect.stringMatching(/^aldermoor-2013-11-26: 1 entry holds, head 1:[0-9a-f]{12}…$/),
      `${inspection}: 2 entries hold, head 2:${head(second.hash)}, 1 erased`,
      expect.stringMatching(/^northmoor-2013-11-19\.restricted: 1 entry holds, head 1:[0-9a-f]{12}…$/),
    ]);
  });

  it('[S18] checks one inspection with its restricted record, by a head that somebody kept', async () => {
    const { settings, first, second, head } = await given();
    const known = `2:${second.hash.slice(0, 12)}`;
    expect(await asked(['verify', inspection, '--head', known], settings)).toMatchObject({ code: 0 });
    expect(await asked(['verify', inspection, '--head', `1:${head(first.hash)}`], settings)).toMatchObject({ code: 0 });
    const { code, printed } = await asked(['verify', inspection, '--head', '9:0123456789ab'], settings);
    expect(code).toBe(1);
    expect(printed).toEqual([
      `${inspection}: does not hold: entry 3 is gone: the record ends at entry 2, and once had 9`,
      expect.stringContaining('.restricted: 1 entry holds'),
    ]);
  });

  it('[S18] names the first entry that does not hold, and ends with 1', async () => {
    const { folder, settings } = await given();
    const file = fileOf(folder);
    await writeFile(file, (await readFile(file, 'utf8')).replace('Evidence 1', 'Evidence 2'));
    const { code, printed } = await asked(['verify', inspection], settings);
    expect(code).toBe(1);
    expect(printed[0]).toBe(`${inspection}: does not hold: the text of entry 2 is not what was recorded`);
  });

  it('[S3] tells of a line that is not written to its end, which is no fault', async () => {
    const { folder, settings, second, head } = await given();
    const file = fileOf(folder);
    const whole = await readFile(file, 'utf8');
    await writeFile(file, `${whole}{"header"`);
    const { code, printed } = await asked(['verify', inspection], settings);
    await writeFile(file, whole);
    expect(code).toBe(0);
    expect(printed[0]).toBe(
      `${inspection}: 2 entries hold, head 2:${head(second.hash)}, and 9 bytes of a line not written to its end`,
    );
  });

  it('[S18] ends with 1 for an inspection that is not there, and with 2 where it was asked in a wrong way', async () => {
    const { settings } = await given();
    expect(await asked(['verify', 'southmoor-2013-11-19'], settings)).toMatchObject({
      code: 1,
      printed: ['southmoor-2013-11-19: does not hold: there is no record of that name'],
    });
    for (const [args, words] of [
      [['verify', '--head', '2:0123456789ab'], 'Say whose head that is'],
      [['verify', inspection, '--head', '2:0123456789a'], 'at least the first twelve digits'],
      [['verify', inspection, 'another'], 'one inspection, or none'],
      [['verify', '../elsewhere'], 'is not the id of an inspection'],
    ] as const) {
      const { code, complained } = await asked(args, settings);
      expect(code).toBe(2);
      expect(complained[0]).toContain(words);
    }
    const { code, complained } = await asked(['verify'], { DATA_DIR: 'nowhere/at/all' });
    expect(code).toBe(2);
    expect(complained[0]).toContain('There is no folder nowhere/at/all');
  });

  it('[S18] says so when there is nothing to check', async () => {
    const folder = await aFolder();
    expect(await asked(['verify'], { DATA_DIR: folder })).toMatchObject({
      code: 0,
      printed: [`There are no records in ${folder}.`],
    });
  });
});

describe('inspections on the command line', () => {
  it('[S21] are listed, the oldest first, and no restricted record among them', async () => {
    const { settings } = await given();
    const { code, printed } = await asked(['inspections'], settings);
    expect(code).toBe(0);
    expect(printed).toEqual([
      'Id                    Inspected  First recorded        Last recorded         Entries',
      'northmoor-2013-11-19  Northmoor  2013-11-19 09:00 UTC  2013-11-19 09:01 UTC  2',
      'aldermoor-2013-11-26             2013-11-19 10:30 UTC  2013-11-19 10:30 UTC  1',
    ]);
  });

  it('[S21] that are damaged are listed with why they are closed', async () => {
    const { folder, settings } = await given();
    const file = fileOf(folder);
    await writeFile(file, (await readFile(file, 'utf8')).replace('Northmoor', 'Southmoor'));
    const { printed } = await asked(['inspections'], settings);
    expect(printed.at(-1)).toBe(`${inspection} is closed: the text of entry 1 is not what was recorded`);
  });

  it('[S21] that do not exist yet are said not to', async () => {
    const folder = await aFolder();
    expect(await asked(['inspections'], { DATA_DIR: folder })).toMatchObject({
      code: 0,
      printed: [`There are no inspections in ${folder}.`],
    });
    expect((await asked(['inspections', 'all'], { DATA_DIR: folder })).code).toBe(2);
    const file = import.meta.filename;
    expect((await asked(['inspections'], { DATA_DIR: `${file}/within` })).code).toBe(2);
    const { code, complained } = await asked(['inspections'], { DATA_DIR: file });
    expect(code).toBe(2);
    expect(complained[0]).toContain(`There is no folder ${file}.`);
  });
});

describe('what programs read of the records', () => {
  const read = async (args: string[], settings: Record<string, string>) => {
    const { code, printed, complained } = await asked([...args, '--json'], settings);
    return { code, json: JSON.parse(printed.join('\n')), complained };
  };
  const sound = { holds: true, why: null, broken: null, closed: null, erased: 0, unfinishedBytes: 0 };

  it('[L21] has every record that verify looks at, with the whole head', async () => {
    const { folder, settings, second } = await given();
    const { code, json } = await read(['verify'], settings);
    expect(code).toBe(0);
    const head = expect.stringMatching(/^1:[0-9a-f]{64}$/);
    expect(json).toEqual({
      folder,
      holds: true,
      records: [
        { record: 'aldermoor-2013-11-26', ...sound, entries: 1, head },
        { record: inspection, ...sound, entries: 2, head: `2:${second.hash}` },
        { record: `${inspection}.restricted`, ...sound, entries: 1, head },
      ],
    });
    expect((await asked(['verify', inspection, '--head', json.records[1].head], settings)).code).toBe(0);
  });

  it('[L21] is as whole where one does not hold: the first entry that does not, and why', async () => {
    const { folder, settings } = await given();
    const file = fileOf(folder);
    await writeFile(file, (await readFile(file, 'utf8')).replace('Evidence 1', 'Evidence 2'));
    const { code, json, complained } = await read(['verify'], settings);
    expect({ code, holds: json.holds, complained }).toEqual({ code: 1, holds: false, complained: [] });
    expect(json.records).toHaveLength(3);
    expect(json.records[1]).toEqual({
      record: inspection,
      holds: false,
      why: 'the text of entry 2 is not what was recorded',
      broken: 2,
      closed: null,
      entries: null,
      head: null,
      erased: null,
      unfinishedBytes: null,
    });
    const list = await read(['inspections'], settings);
    expect(list.code).toBe(1);
    expect(list.json.inspections.map(({ closed }: { closed: unknown }) => closed)).toEqual([
      null,
      'the text of the last entry is not what was recorded',
    ]);
  });

  it('[L21] lists inspections by their ends, those that are damaged there too, and no restricted record', async () => {
    const { folder, settings } = await given();
    const of = (name: string) => ({ inspection: name, closed: null });
    const northmoor = { authority: 'Northmoor', firstRecorded: '2013-11-19T09:00:00.000Z', entries: 2 };
    const aldermoor = { authority: '', firstRecorded: '2013-11-19T10:30:00.000Z', entries: 1 };
    expect(await read(['inspections'], settings)).toEqual({
      code: 0,
      json: {
        folder,
        inspections: [
          { ...of(inspection), ...northmoor, lastRecorded: '2013-11-19T09:01:00.000Z' },
          { ...of('aldermoor-2013-11-26'), ...aldermoor, lastRecorded: '2013-11-19T10:30:00.000Z' },
        ],
      },
      complained: [],
    });
    await writeFile(fileOf(folder), 'nothing of ours\n');
    const { code, json } = await read(['inspections'], settings);
    expect(code).toBe(1);
    expect(json.inspections).toHaveLength(2);
    expect(json.inspections.at(-1)).toMatchObject({ ...of(inspection), closed: expect.any(String), entries: null });
  });

  it('[L21] is empty where nothing is, and says what is wrong where nothing can be looked at', async () => {
    const folder = await aFolder();
    expect((await read(['verify'], { DATA_DIR: folder })).json).toEqual({ folder, holds: true, records: [] });
    expect((await read(['inspections'], { DATA_DIR: folder })).json).toEqual({ folder, inspections: [] });
    for (const args of [['verify'], ['inspections'], ['inspections', 'all']]) {
      const { code, json, complained } = await read(args, { DATA_DIR: 'nowhere' });
      expect({ code, json }).toEqual({ code: 2, json: { error: complained[0] } });
    }
  });

  it('[L21] steers no terminal, and reads to the letter', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    const authority = 'North\u001b[1A\u009b\u202Emoor "N"';
    await store.append(inspection, 0, { ...draft(0), events: [{ type: 'InspectionStarted', authority }] });
    const { printed } = await asked(['inspections', '--json'], { DATA_DIR: folder });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(printed.join('\n')).not.toMatch(/[\u001b\u009b\u202e]/);
    expect(JSON.parse(printed.join('\n')).inspections[0].authority).toBe(authority);
  });
});

describe('a record that was made to steer a terminal', () => {
  it('[L18] is listed with such signs written out', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    const started = { type: 'InspectionStarted', authority: 'North\u001b[1A\u202Emoor' };
    await store.append(inspection, 0, { ...draft(0), events: [started] });
    const { printed } = await asked(['inspections'], { DATA_DIR: folder });
    expect(printed.join('\n')).toContain('North\\u001b[1A\\u202emoor');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(printed.join('\n')).not.toMatch(/[\u001b\u202e]/);
  });
});

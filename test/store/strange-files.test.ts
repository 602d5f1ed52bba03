import { execFileSync } from 'node:child_process';
import { appendFile, chmod, mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asked } from '../cli/asked.ts';
import { afterTheTest } from '../support/closing.ts';
import { draft, inspection, recorded } from './drafts.ts';
import { aFolder, fileOf, opened } from './opened.ts';

const strange = 'southmoor-2013-11-19';

const ways: { what: string; put: (path: string) => Promise<unknown>; why: RegExp }[] = [
  { what: 'a folder', put: (path) => mkdir(path), why: /a folder stands in the place of its file/ },
  {
    what: 'a pipe',
    put: async (path) => execFileSync('mkfifo', [path]),
    why: /what stands in the place of its file is none/,
  },
  {
    what: 'a socket',
    put: async (path) => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(path, resolve));
      afterTheTest(() => void server.close());
    },
    why: /what stands in the place of its file is none/,
  },
  {
    what: 'a link to a device',
    put: (path) => symlink('/dev/zero', path),
    why: /a link stands in the place of its file/,
  },
  {
    what: 'a link to itself',
    put: (path) => symlink(path, path),
    why: /a link stands in the place of its file/,
  },
  {
    what: 'a link to another record',
    put: (path) => symlink(path.replace(strange, inspection), path),
    why: /a link stands in the place of its file/,
  },
  {
    what: 'a line without end',
    put: async (path) => {
      await writeFile(path, '{');
      await truncate(path, 700_000_000);
      await appendFile(path, '}\n');
    },
    why: /longer than 16 MB/,
  },
];

describe('something else in the place of a record', () => {
  it.each(ways)(
    '[NM8] $what closes that record by name, and every other goes on',
    async ({ put, why }) => {
      const folder = await aFolder();
      const { store } = await opened(folder);
      await recorded(store, inspection, 2);
      await store.close();
      await put(fileOf(folder, strange));

      const { store: again } = await opened(folder);
      expect(await again.list(({ inspection, damage }) => [inspection, damage])).toEqual([
        [inspection, undefined],
        [strange, expect.stringMatching(why)],
      ]);
      await expect(again.read(strange, 0)).rejects.toThrow(why);
      await expect(again.copy(strange)).rejects.toThrow(why);
      expect((await again.append(inspection, 2, draft(2))).header.version).toBe(3);
      await again.close();

      const { code, printed } = await asked(['verify'], { DATA_DIR: folder });
      expect([code, printed.filter((line) => line.startsWith(strange)).join('\n')]).toEqual([
        1,
        expect.stringMatching(why),
      ]);
      const listed = await asked(['inspections'], { DATA_DIR: folder });
      expect([listed.code, listed.printed.at(-1)]).toEqual([1, expect.stringMatching(why)]);
      await rm(fileOf(folder, strange), { recursive: true });
    },
    20_000,
  );

  it.runIf(process.getuid?.() !== 0)('[NM8] so does one that this account may not read', async () => {
    const folder = await aFolder();
    await writeFile(fileOf(folder, strange), '');
    await chmod(fileOf(folder, strange), 0o000);
    const { store } = await opened(folder);
    expect(await store.list(({ damage }) => damage)).toEqual([expect.stringContaining('EACCES')]);
  });

  it('[NM8] at the restricted half is named by verify and by nothing else', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    await recorded(store, inspection, 2);
    await store.close();
    await mkdir(fileOf(folder, `${inspection}.restricted`));
    const { code, printed } = await asked(['verify'], { DATA_DIR: folder });
    expect([code, printed.join('\n')]).toEqual([1, expect.stringContaining(`${inspection}.restricted`)]);
    const listed = await asked(['inspections'], { DATA_DIR: folder });
    expect([listed.code, listed.printed.join('\n')]).toEqual([0, expect.not.stringContaining('restricted')]);
  });
});

describe('a place that keeps nothing', () => {
  it.each(['/proc', '/proc/nothing-there', '/sys/kernel/nothing-there', '/proc/self/fd/records'])(
    '[NM8] %s is refused by the name of its setting',
    async (place) => {
      const { code, complained } = await asked(['inspections'], { DATA_DIR: place });
      expect(code).toBe(2);
      expect(complained[0]).toMatch(/DATA_DIR/);
      const taking = await asked(['import', await aFolder()], { DATA_DIR: place });
      expect([taking.code, taking.complained[0]]).toEqual([1, expect.stringMatching(/DATA_DIR/)]);
    },
  );

  it('[NM8] a file in the place of the folder is refused so too', async () => {
    const folder = await aFolder();
    await writeFile(join(folder, 'records'), '');
    const { code, complained } = await asked(['verify'], { DATA_DIR: join(folder, 'records') });
    expect([code, complained[0]]).toEqual([2, expect.stringContaining('DATA_DIR')]);
  });
});

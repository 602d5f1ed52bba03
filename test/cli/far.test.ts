import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { runWord } from '../../src/cli/run.ts';
import { farOn } from '../../src/cli/terminal.ts';
import { words } from '../../src/cli/words.ts';
import { northmoor, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';

/** Somewhere to write to, with a clock that is set. */
const written = (isTTY: boolean) => {
  let [text, now] = ['', 0];
  const out = { isTTY, write: (more: string) => (text += more) };
  return { line: farOn(out, () => now), text: () => text, at: (moment: number) => (now = moment) };
};

describe('how far a long word is', () => {
  it('[L23] is said on a terminal after two seconds, in one line that what is printed stands above, and taken away at the end', () => {
    const { line, text, at } = written(true);
    at(1999);
    line.far('Checking: 10 %');
    expect(text()).toBe('');
    at(2000);
    line.far('Checking: 11 %');
    line.far('Checking: 12 %');
    line.above('northmoor: 3 entries hold\n');
    line.over();
    const clear = '\r\u001b[2K';
    expect(text()).toBe(`${clear}Checking: 11 %${clear}northmoor: 3 entries hold\nChecking: 11 %${clear}`);
  });

  it('[L23] is never said in a pipe or a file', () => {
    const { line, text, at } = written(false);
    at(60_000);
    line.far('Checking: 99 %');
    line.over();
    expect(text()).toBe('');
  });
});

describe('a word that may take long', () => {
  let data: string;
  beforeEach(async () => {
    data = await aFolder();
    await recordedIn(data, { restricted: true });
  });

  const farOf = async (folder: string, ...args: string[]): Promise<string[]> => {
    const said: string[] = [];
    const quiet = () => undefined;
    const far = (how: string) => void said.push(how);
    expect(await runWord(words, args, { settings: { DATA_DIR: folder }, print: quiet, complain: quiet, far })).toBe(0);
    return said;
  };

  it('[L23] says how far it is: verify, export, import, backup, restore', async () => {
    const [out, to] = [join(await aFolder(), 'out'), await aFolder()];
    const asked: [string, string[], string][] = [
      ['Checking', ['verify'], data],
      ['Exporting', ['export', northmoor, '--to', out], data],
      ['Importing', ['import', out], await aFolder()],
      ['Backing up', ['backup', '--to', to], data],
      ['Restoring', ['restore', to], await aFolder()],
    ];
    for (const [doing, args, folder] of asked) {
      const far = (await farOf(folder, ...args)).filter((how) => how.startsWith(doing));
      const shares = far.map((how) => Number(/: (\d+) %$/.exec(how)?.[1]));
      expect(shares.length, doing).toBeGreaterThan(1);
      expect(shares).toEqual([...shares].sort((one, other) => one - other));
      expect(shares.at(-1), doing).toBeGreaterThan(60);
    }
  });
});

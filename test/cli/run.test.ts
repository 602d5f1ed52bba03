import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runWord } from '../../src/cli/run.ts';
import { NotDone, type Word } from '../../src/cli/word.ts';
import { words } from '../../src/cli/words.ts';
import { program } from '../main/programs.ts';
import { frameworksFolder } from '../support/frameworks.ts';
import { asked } from './asked.ts';

const root = join(import.meta.dirname, '../..');

const fortnight = (...args: string[]) => {
  const { FRAMEWORKS_DIR: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [program('cli'), ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('the fortnight command', () => {
  it('[L1] prints what was asked for on standard output and ends with 0', () => {
    const { status, stdout, stderr } = fortnight('grade', 'sif-2013', 'help=inadequate', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ permitted: ['inadequate'], fixed: true });
  });

  it('[L1] ends with 2 and the usage line on standard error where it was asked in a wrong way', () => {
    const { status, stdout, stderr } = fortnight('grade', 'sif-2013', 'help=weak');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      '"weak" is no grade for help-and-protection. Use outstanding, good, requires-improvement, inadequate.\n' +
        'Usage: npm run -s fortnight -- grade <framework> <area>=<grade> ... [--of <overall>] [--json]\n',
    );
  });
});

describe('asking the command line', () => {
  it('[L2] for help lists every word with what it does, in lines of at most 100 characters', async () => {
    const { code, printed } = await asked(['help']);
    expect(code).toBe(0);
    for (const { name, usage } of words) expect(printed).toContain(`${name} ${usage}`.trim());
    for (const line of printed) expect(line.length).toBeLessThanOrEqual(100);
    expect((await asked(['--help'])).printed).toEqual(printed);
  });

  it('[L3] for nothing, or for a word it does not know, says which words there are', async () => {
    expect(await asked([])).toMatchObject({
      code: 2,
      printed: [],
      complained: expect.arrayContaining(['Say what to do.']),
    });
    const unknown = await asked(['judge', 'help=good']);
    expect(unknown.code).toBe(2);
    expect(unknown.complained[0]).toBe('Fortnight does not know "judge".');
    expect(unknown.complained).toContain('  frameworks [--json]');
  });

  it('[L15] for a word that is spelt wrongly says which was probably meant', async () => {
    const complaintOf = async (...args: string[]) => (await asked(args)).complained[0];
    expect(await complaintOf('framework', 'chek')).toBe(
      'Fortnight does not know "framework chek". Did you mean "framework check"?',
    );
    expect(await complaintOf('exprot')).toBe('Fortnight does not know "exprot". Did you mean "export"?');
  });

  it('[L15] says all about each word with --help after it, and does nothing else', async () => {
    for (const { name } of words) {
      const { code, printed, complained } = await asked([...name.split(' '), 'northmoor', '--help']);
      expect({ code, complained }).toEqual({ code: 0, complained: [] });
      expect(printed[0]).toContain(`npm run -s fortnight -- ${name}`);
      expect(printed.length).toBeGreaterThan(1);
    }
  });

  it('[L20] for help on one word says what --help after it says, and what was meant by one that is spelt wrongly', async () => {
    for (const { name } of words)
      expect(await asked(['help', ...name.split(' ')])).toEqual(await asked([...name.split(' '), '--help']));
    expect((await asked(['help', 'framework', 'check', 'sif-2013'])).printed[0]).toContain('-- framework check <id or');
    const wrong = await asked(['help', 'verfy']);
    expect({ ...wrong, complained: wrong.complained[0] }).toEqual({
      code: 2,
      printed: [],
      complained: 'Fortnight does not know "verfy". Did you mean "verify"?',
    });
    const half = 'Fortnight does not know "framework". Did you mean "frameworks"?';
    expect((await asked(['help', 'framework'])).complained[0]).toBe(half);
    expect((await asked(['framework', '--help'])).complained[0]).toBe(half);
    expect((await asked(['help', '--help'])).printed).toEqual((await asked(['help', 'help'])).printed);
  });

  it('[L16] says which version it is, by its word and by the options that every command line has', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const word of ['version', '--version', '-v'])
      expect(await asked([word])).toEqual({ code: 0, printed: [version], complained: [] });
    expect((await asked(['-h'])).printed).toEqual((await asked(['help'])).printed);
  });

  it('[L3] with an option it does not have, or without an option’s value, shows the usage', async () => {
    for (const args of [
      ['frameworks', '--all'],
      ['grade', 'sif-2013', '--of'],
      ['framework', 'check', 'sif-2013', '--results'],
    ]) {
      const { code, complained } = await asked(args);
      expect(code).toBe(2);
      expect(complained.at(-1)).toMatch(/^Usage: npm run -s fortnight -- /);
    }
  });

  const steering = 'a\u001b[2Jb\u009b31mc\rd\u202Ee\u2066f\u007fg';
  const written = 'a\\u001b[2Jb\\u009b31mc\\u000dd\\u202ee\\u2066f\\u007fg';
  it('[L18] shows a terminal no sign that steers it or turns what is read, whatever a word says', async () => {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const run: Word['run'] = async (_, { print, complain }) => {
      print(`${steering}\n\tand so on`);
      complain(steering);
      throw new NotDone(steering);
    };
    const code = await runWord([{ name: 'say', usage: '', about: '', run }], ['say'], {
      settings: {},
      print: say,
      complain: say,
    });
    expect({ code, said }).toEqual({ code: 1, said: [`${written}\n\tand so on`, written, written] });
    expect((await asked([steering])).complained[0]).toContain(written);
    expect((await asked(['framework', 'check', `x${steering}.json`])).complained[0]).toContain(written);
  });

  it('[L18] shows none as its own process either', () => {
    const { status, stderr } = fortnight('grade', 'sif-2013', 'help=good', `--of=${steering}`);
    expect(status).toBe(2);
    expect(stderr).toContain(written);
    const folder = join(root, 'package.json', steering);
    const faulty = spawnSync(process.execPath, [program('cli'), 'frameworks'], {
      cwd: root,
      env: { ...process.env, FRAMEWORKS_DIR: folder },
      encoding: 'utf8',
    });
    expect(faulty.status).toBe(1);
    expect(faulty.stderr).toContain(written);
    expect(faulty.stderr).not.toContain('\u001b');
  });

  it('[L3] leaves a fault of its own to end the process', async () => {
    const faulty = { name: 'fail', usage: '', about: 'Fails.', run: () => Promise.reject(new Error('a fault')) };
    const silent = { settings: {}, print: () => {}, complain: () => {} };
    await expect(runWord([faulty], ['fail'], silent)).rejects.toThrow('a fault');
  });
});

describe('the list of frameworks', () => {
  it('[L4] shows each with its id, when it is in force and its title', async () => {
    const { code, printed } = await asked(['frameworks']);
    expect(code).toBe(0);
    expect(printed[0]).toMatch(/^Id +In force +Title$/);
    const text = printed.join('\n');
    expect(text).toMatch(/^ilacs-2018 +2018-01-01 to 2022-12-31 +Inspecting local authority children’s services/m);
    expect(text).toMatch(/^ilacs-2026 +2026-04-01 on +/m);
    expect(text).toMatch(/^multi-agency-2013 +planned for 2013-06-01 +/m);
    for (const line of printed) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('[L21] is given to programs with its days, and what is wrong with one as well', async () => {
    const { code, printed } = await asked(['frameworks', '--json']);
    expect(code).toBe(0);
    const { frameworks } = JSON.parse(printed.join('\n'));
    expect(frameworks).toContainEqual({
      framework: 'ilacs-2018',
      title: expect.stringContaining('Inspecting local authority'),
      from: '2018-01-01',
      to: '2022-12-31',
      planned: false,
      output: 'grades',
    });
    expect(frameworks).toContainEqual(expect.objectContaining({ framework: 'multi-agency-2013', planned: true }));
    const none = await asked(['frameworks', '--json'], { FRAMEWORKS_DIR: join(frameworksFolder, 'none') });
    expect(none.code).toBe(1);
    expect(JSON.parse(none.printed.join('\n'))).toEqual({ error: none.complained.join('\n') });
  });

  it('[L4] is read from where FRAMEWORKS_DIR says', async () => {
    const { code, complained } = await asked(['frameworks'], { FRAMEWORKS_DIR: join(frameworksFolder, 'none') });
    expect(code).toBe(1);
    expect(complained.join('\n')).toContain('a folder of framework files (FRAMEWORKS_DIR)');
  });
});

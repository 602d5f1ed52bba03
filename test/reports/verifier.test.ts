import { execFileSync, spawnSync } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { asked } from '../cli/asked.ts';
import { aFolder } from '../store/opened.ts';
import { northmoor, recordedIn } from './whole-record.ts';

const name = `${northmoor}.jsonl`;

/** A folder that holds the exported record and its verifier, and nothing else. */
let alone: string;
let whole: Buffer;
let lines: string[];
let head: string;
beforeEach(async () => {
  const [data, out] = [await aFolder(), await aFolder()];
  alone = await aFolder();
  await recordedIn(data, { restricted: false });
  await asked(['export', northmoor, '--to', out], { DATA_DIR: data });
  for (const file of [name, 'verify.mjs']) await copyFile(join(out, file), join(alone, file));
  whole = await readFile(join(alone, name));
  lines = whole.toString().split('\n').slice(0, -1);
  const last = JSON.parse(lines.at(-1) ?? '') as { header: { version: number }; hash: string };
  head = `${last.header.version}:${last.hash}`;
});

/** Runs the verifier in a process of its own: nothing of this house is near it. */
const verified = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['verify.mjs', ...args], {
    cwd: alone,
    encoding: 'utf8',
    env: {},
  });
  return { code: status, printed: stdout.trimEnd(), complained: stderr };
};

const becomes = (bytes: Buffer | string): Promise<void> => writeFile(join(alone, name), bytes);

describe('the verifier that goes out with an export', () => {
  it('[V4] needs nothing beside it but Node, and confirms the record with its head', () => {
    const { code, printed } = verified();
    expect({ code, printed }).toEqual({
      code: 0,
      printed: `${northmoor}: ${lines.length} entries hold, head ${head}, 1 without words`,
    });
    expect(verified('--head', head).code).toBe(0);
    expect(verified('--head', head.slice(0, head.indexOf(':') + 7)).code).toBe(0);
    expect(verified(name).code).toBe(0);
  });

  it('[V5] finds every edited byte of the last two entries, and names the entry', async () => {
    const from = whole.length - Buffer.byteLength(`${lines.slice(-2).join('\n')}\n`);
    const copies = join(alone, 'edited');
    await mkdir(copies);
    await copyFile(join(alone, 'verify.mjs'), join(copies, 'verify.mjs'));
    const places = Array.from({ length: whole.length - from }, (_, index) => from + index);
    for (const at of places) {
      const edited = Buffer.from(whole);
      edited.writeUInt8(whole.readUInt8(at) ^ 0x01, at);
      await mkdir(join(copies, String(at)));
      await writeFile(join(copies, String(at), name), edited);
    }
    const files = places.map((at) => join(copies, String(at), name));
    const { status, stdout } = spawnSync(process.execPath, ['verify.mjs', ...files], {
      cwd: copies,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    });
    expect(status).toBe(1);
    const said = stdout.trimEnd().split('\n');
    expect(said).toHaveLength(places.length);
    for (const line of said)
      expect(line).toMatch(new RegExp(`does not hold: .*entry (${lines.length - 1}|${lines.length})\\b`));
  });

  it('[V5] finds a dropped entry, one put in twice, and two that changed places', async () => {
    const changed: [string, string[]][] = [
      ['entry 5 is not there: entry 6 stands in its place', lines.filter((_, index) => index !== 4)],
      ['entry 6 is not there: entry 5 stands in its place', [...lines.slice(0, 5), ...lines.slice(4)]],
      [
        'entry 5 is not there: entry 6 stands in its place',
        [...lines.slice(0, 4), lines[5] ?? '', lines[4] ?? '', ...lines.slice(6)],
      ],
    ];
    for (const [words, edited] of changed) {
      await becomes(`${edited.join('\n')}\n`);
      expect(verified()).toMatchObject({ code: 1, printed: `${northmoor}: does not hold: ${words}` });
    }
  });

  it('[V5] finds a record that was cut short by its head, and one that was begun anew', async () => {
    await becomes(`${lines.slice(0, -3).join('\n')}\n`);
    expect(verified().code).toBe(0);
    const { code, printed } = verified('--head', head);
    expect(code).toBe(1);
    expect(printed).toContain(`entry ${lines.length - 2} is gone`);
    const other = await aFolder();
    await recordedIn(other, { restricted: false });
    await becomes(await readFile(join(other, name)));
    expect(verified().code).toBe(0);
    expect(verified('--head', head)).toMatchObject({ code: 1 });
  });

  it('[V5] finds a last line that lost its end, and a file without any', async () => {
    await becomes(whole.subarray(0, -1));
    expect(verified().printed).toContain(`entry ${lines.length} has lost the end of its line`);
    await becomes('');
    expect(verified()).toMatchObject({ code: 1, printed: `${northmoor}: does not hold: it has no entry` });
  });

  it('[V5] finds a record that bears the name of another', async () => {
    await copyFile(join(alone, name), join(alone, 'southport-2013-11-19.jsonl'));
    const { code, printed } = verified('southport-2013-11-19.jsonl');
    expect(code).toBe(1);
    expect(printed).toContain(`entry 1 belongs to another record, ${northmoor}`);
  });

  it('[V4] says what would be right where it is asked in a wrong way', () => {
    for (const args of [['--head', '12'], ['--head'], ['README.txt'], ['nowhere.jsonl']]) {
      const { code, complained } = verified(...args);
      expect(code).toBe(2);
      expect(complained).toContain('Usage: node verify.mjs');
    }
  });

  it('[V4] runs as a plain file: nothing is imported but what Node brings', async () => {
    const text = await readFile(join(alone, 'verify.mjs'), 'utf8');
    const imported = [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
    expect(imported.filter((from) => !from?.startsWith('node:'))).toEqual([]);
    execFileSync(process.execPath, ['--check', join(alone, 'verify.mjs')]);
  });

  it.each([
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    ['CRLF in some lines', (text: string) => text.replace(/\n(?=.*\n.*\n$)/, '\r\n')],
    ['no end of the last line', (text: string) => text.slice(0, -1)],
    ['CRLF and no end of the last line', (text: string) => text.replaceAll('\n', '\r\n').slice(0, -2)],
    ['an empty line at the end', (text: string) => `${text}\n`],
  ])('[V19] says that line ends were changed where that is all: %s', async (_, change) => {
    await becomes(Buffer.from(change(whole.toString('latin1')), 'latin1'));
    const { code, printed } = verified('--head', head);
    expect(code).toBe(1);
    expect(printed).toContain('line ends were changed, and nothing else');
  });

  it('[V19] does not say so where anything else was changed beside them', async () => {
    await becomes(whole.toString().replaceAll('\n', '\r\n').replace('Seen in', 'Sown in'));
    const { code, printed } = verified();
    expect(code).toBe(1);
    expect(printed).not.toContain('line ends');
    await becomes(`${lines.slice(0, -1).join('\r\n')}\r\n`);
    expect(verified('--head', head).printed).not.toContain('nothing else');
  });

  it('[V4] passes over what a Mac leaves beside a record', async () => {
    await writeFile(join(alone, `._${name}`), Buffer.from([0, 5, 22, 7]));
    expect(verified().code).toBe(0);
  });
});

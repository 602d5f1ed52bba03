import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { beginning, type Mark } from '../../src/store/layout.ts';
import type { Draft } from '../../src/store/port.ts';
import { lineAfter } from '../../src/store/writing.ts';
import { confided, northmoor, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { asked } from './asked.ts';

let out: string;
let other: string;
beforeEach(async () => {
  const data = await aFolder();
  [out, other] = [await aFolder(), await aFolder()];
  await recordedIn(data, { restricted: true });
  await asked(['export', northmoor, '--to', out, '--restricted'], { DATA_DIR: data });
});

type Line = { header: Draft & { version: number }; body: { events: unknown[] } | null };

/**
 * Makes an export as somebody would who knows the format: what is to be changed is changed, and every hash fits. An erased entry
 * is put back with nothing in it.
 */
const forge = async (change: (lines: Line[]) => void, name = northmoor) => {
  const file = join(out, `${name}.jsonl`);
  const lines: Line[] = (await readFile(file, 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  change(lines);
  let mark: Mark = beginning;
  const made = lines.map(({ header, body }) => {
    const line = lineAfter(name, mark, { ...header, events: body?.events ?? [] }, 'ab'.repeat(16));
    mark = line.mark;
    return Buffer.from(`${line.text}\n`);
  });
  await writeFile(file, Buffer.concat(made));
  const [first] = (await readFile(file, 'utf8')).split('\n', 1);
  if (name === northmoor && first) await forge(belongingTo(JSON.parse(first).hash), `${northmoor}.restricted`);
};

/** What is restricted names the first entry of its inspection. */
const belongingTo =
  (of: string) =>
  ([first]: Line[]) => {
    if (first) first.header.of = of;
  };

/** Changes a text wherever it stands in what was recorded. */
const replace = (from: string, to: string) => (lines: Line[]) => {
  for (const line of lines) {
    const text = JSON.stringify(line.body);
    line.body = JSON.parse(text.replaceAll(from, JSON.stringify(to).slice(1, -1)));
  }
};

const whole = async (name = northmoor) => {
  const text = await readFile(join(out, `${name}.jsonl`), 'utf8');
  return text.trimEnd().split('\n').length;
};

/** What an import says: it refuses, and leaves the data folder as it was. */
const refusal = async (): Promise<string[]> => {
  const { code, printed, complained } = await asked(['import', out], { DATA_DIR: other });
  expect({ code, printed }).toEqual({ code: 1, printed: [] });
  expect((await readdir(other)).filter((name) => !/^(owner|heads)/.test(name))).toEqual([]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
  expect(complained.join('\n')).not.toMatch(/[\u001b\u202e]/);
  return complained.join('\n').split('\n');
};

describe('an export that this app did not write', () => {
  it('[V21] is what the next ones are made of: as it was exported it is taken', async () => {
    await forge(() => undefined);
    expect((await asked(['import', out], { DATA_DIR: other })).code).toBe(0);
  });

  it.each([
    ['an item that leads elsewhere', 'E-009', '../../x', 'names no item of this record'],
    ['a number not as the app writes it', 'E-009', 'E-9', 'names no item of this record'],
    ['a letter that no kind has', 'E-009', 'Z-009', 'names no item of this record'],
    ['a number that no record of its length reaches', 'E-009', 'E-900', 'names no item of this record'],
    ['an id of what is restricted', 'E-009', 'W-7K2Q', 'names no item of this record'],
    ['a case that is none', 'C-001', 'Ellie', 'names no item of this record'],
    ['a sign that steers a terminal', 'Seen in leadership', 'Seen \u001b[2J', 'cannot be kept'],
    ['half a character', 'Seen in leadership', 'Seen \uD800', 'cannot be kept'],
    ['an authority that reads as another', 'Northmoor', 'North\u202Eroom', 'turns the direction'],
    ['a site that reads as another', '# East *office*', '\u2066East\u2069', 'turns the direction'],
    ['an NHS number', 'Seen in leadership', 'Seen of 999 000 0018', 'an NHS number'],
    ['a date of birth with unseen signs', 'Seen in leadership', 'DOB: 03\u200b/04/2007', 'a date of birth'],
    ['an address in a reason', 'It was another child’s', 'Ask j.hart@school.example', 'an e-mail address'],
    ['a day in a year out of reach', '2013-11-19T08:30:00.000Z', '9999-11-19T08:30:00.000Z', 'year out of reach'],
    ['a day before any inspectorate', '2013-11-19T08:30:00.000Z', '0013-11-19T08:30:00.000Z', 'year out of reach'],
  ])('[V21] is refused by entry number for %s', async (_, from, to, words) => {
    await forge(replace(from, to));
    const [first, ...reasons] = await refusal();
    expect(first).toBe('Nothing is imported. Fortnight could not have written this:');
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toMatch(/^ {2}northmoor-2013-11-19, entry \d+: /);
    expect(reasons.join('\n')).toContain(words);
    expect(reasons.join('\n')).not.toContain('999 000');
  });

  it('[V21] is refused for an item of one kind that has the number of another', async () => {
    await forge((lines) => {
      for (const { body } of lines)
        for (const event of body?.events ?? [])
          if (JSON.stringify(event).includes('Another child’s record'))
            Object.assign(event as object, { item: 'K-001' });
    });
    expect((await refusal()).join('\n')).toMatch(/entry \d+: .*K-001/);
  });

  it('[V21] is refused for one request in two entries, and for years of recording that are still to come', async () => {
    await forge((lines) => {
      const [, second, , fourth] = lines;
      if (second && fourth) fourth.header.request = second.header.request;
      for (const { header } of lines.slice(-2)) header.recordedAt = '9999-12-31T23:59:59.999Z';
    });
    const last = await whole();
    expect((await refusal()).slice(1)).toEqual([
      '  northmoor-2013-11-19, entry 4: is the request of entry 2 again',
      `  northmoor-2013-11-19, entry ${last - 1}: was recorded in 9999`,
      `  northmoor-2013-11-19, entry ${last}: was recorded in 9999`,
    ]);
  });

  it('[V21] is refused for signs in a request’s id or in who recorded it', async () => {
    await forge((lines) => {
      const [, second, third] = lines;
      if (second) second.header.request = 'a\u0007b';
      if (third) third.header.person = { team: 'TFORT', user: 'U\u009b31m' };
    });
    expect((await refusal()).slice(1)).toEqual([
      expect.stringContaining('entry 2: '),
      expect.stringContaining('entry 3: '),
    ]);
  });

  it('[V21] is refused for what its restricted record holds, and then nothing of either is placed', async () => {
    const restricted = `${northmoor}.restricted`;
    await forge(replace(confided, 'Call 0117 496 0123'), restricted);
    expect((await refusal()).join('\n')).toMatch(/\.restricted, entry 1: .*a telephone number/);
    await forge(replace('W-7K2Q', 'E-001'), restricted);
    expect((await refusal()).join('\n')).toContain('entry 1: ');
  });

  it('[V21] is refused where it holds and could be shown to nobody', async () => {
    await forge(replace('Europe/London', 'Europe/Nowhere'));
    expect((await refusal())[0]).toContain("can't read what is in it");
  });
});

import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { northmoor, openedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { filesBelow } from '../support/files.ts';
import { framework } from '../support/frameworks.ts';
import { minute, person } from '../support/given.ts';
import { wordsIn } from '../support/office.ts';
import type { Who } from '../support/people.ts';
import { type Sent, startNorthmoor } from '../support/sent.ts';
import { answerRound, closeRound, openRound } from '../support/sent-round.ts';
import { asked } from './asked.ts';

let data: string;
let out: string;
beforeEach(async () => {
  [data, out] = [await aFolder(), join(await aFolder(), 'out')];
});

const recorded = async (...acts: [Who, Sent][]): Promise<void> => {
  const { inspections } = await openedIn(data);
  const by = (who: Who, place: number) => ({ person: person(who), at: minute(place), request: `request ${place}` });
  await inspections.start(startNorthmoor(framework('sif-2013')), by('lead', 0));
  for (const [place, [who, command]] of acts.entries()) {
    const kept = await inspections.record(northmoor, command, by(who, place + 1));
    if ('refusals' in kept) throw new Error(JSON.stringify(kept.refusals));
  }
  await inspections.close();
};

const takenOut = async (folder: string, to: string): Promise<string> => {
  expect(await asked(['export', northmoor, '--to', to], { DATA_DIR: folder })).toMatchObject({ code: 0 });
  return (await Promise.all(filesBelow(to).map(async (file) => wordsIn(file, await readFile(file))))).join('\n');
};

const answers: [Who, Sent][] = [
  ['lead', answerRound('R-001', 'good', 'Plans are read by all')],
  ['deputy', answerRound('R-001', 'inadequate', 'Plans are read by none')],
  ['inspector', answerRound('R-001', 'good', 'Plans are read by some')],
];
const open: [Who, Sent] = ['lead', openRound('leadership', 'by-person')];
const nameless: [Who, Sent] = ['lead', openRound('leadership', 'without-names')];
const close: [Who, Sent] = ['lead', closeRound('R-001')];

describe('taking a record out', () => {
  it('[MO5] leaves out what was answered while a round is open, says so, and the record still checks', async () => {
    await recorded(open, ...answers);
    const all = await takenOut(data, out);
    expect(all).not.toMatch(/Plans are read|inadequate"}/);
    expect(all).toContain('3 entries stand in it without words');
    expect(all).toContain('Open: what was answered so far is shown to nobody.');
    expect(all).toMatch(/Ben Okoro: not for other eyes/);
    const checked = spawnSync(process.execPath, ['verify.mjs'], { cwd: out, encoding: 'utf8' });
    expect(checked).toMatchObject({ status: 0, stdout: expect.stringContaining('5 entries hold') });
    expect(checked.stdout).toContain(', 3 without words');
    expect(await readFile(join(data, `${northmoor}.jsonl`), 'utf8')).toContain('Plans are read by none');
  });

  it('[MO5] has every answer by person once the round is closed', async () => {
    await recorded(open, ...answers, close);
    const all = await takenOut(data, out);
    expect(all).toContain('- Ben Okoro: Inadequate 🟥');
    expect(all).toContain('"type":"RoundAnswered"');
    expect(all).not.toContain('without words:');
  });

  it('[MO5] of a round without names has what was shown, and never who said it', async () => {
    await recorded(nameless, ...answers, close);
    const all = await takenOut(data, out);
    for (const words of ['by all', 'by none', 'by some']) expect(all).toContain(`Plans are read ${words}`);
    expect(all).not.toContain('"type":"RoundAnswered"');
    expect(all).toContain('Answers: good, good, inadequate (good to inadequate, 2 steps apart). To discuss.');
    const lines = (await readFile(join(out, `${northmoor}.jsonl`), 'utf8'))
      .split('\n')
      .filter((line) => /Plans are read/.test(line));
    expect(lines.map((line) => JSON.parse(line).body.events[0].type)).toEqual(['RoundClosed']);
  });

  it('[MO5] keeps what people set for themselves out of it', async () => {
    await recorded(['deputy', { type: 'WantDailySummary', wanted: false }]);
    expect(await takenOut(data, out)).not.toMatch(/DailySummaryWanted|wants no/);
  });

  it('[V9] can be taken in again, and out to the same bytes', async () => {
    await recorded(nameless, ...answers);
    await takenOut(data, out);
    const [other, again] = [await aFolder(), join(await aFolder(), 'again')];
    expect(await asked(['import', out], { DATA_DIR: other })).toMatchObject({ code: 0 });
    await takenOut(other, again);
    for (const name of await readdir(out))
      expect(await readFile(join(again, name), 'utf8')).toBe(await readFile(join(out, name), 'utf8'));
  });
});

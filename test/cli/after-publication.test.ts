import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { northmoor, openedIn, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { framework } from '../support/frameworks.ts';
import { minute, person } from '../support/given.ts';
import { hostile } from '../support/hostile.ts';
import { paragraphsIn, wordsIn } from '../support/office.ts';
import type { Who } from '../support/people.ts';
import { aDatabase } from '../support/postgres.ts';
import { erase, reopen, type Sent, startNorthmoor } from '../support/sent.ts';
import { answers, practice, sendQuestionnaire } from '../support/sent-practice.ts';
import { asked } from './asked.ts';

const strength = `E-00${framework('sif-2013').areas.findIndex(({ id }) => id === 'adoption') + 1}`;
const shared = practice({ shares: strength, take: 'A duty desk of all agencies\nopen each morning' });
const published: Sent = { type: 'KeepDate', step: 'published', day: '2014-02-11' };

let close = async (): Promise<void> => undefined;
afterEach(async () => {
  await close();
  close = async () => undefined;
});

/** Northmoor, signed off, with what came after; Aldermere, which has only begun, beside it. The app goes on running. */
const given = async (place: string, after: readonly [Who, Sent][]) => {
  await recordedIn(place, { restricted: true });
  const { inspections } = await openedIn(place);
  close = () => inspections.close();
  const by = (who: Who, n: number) => ({ person: person(who), at: minute(n), request: `after ${n}` });
  const channel = { team: person('lead').team, id: 'CALDERMERE' };
  const start = { ...startNorthmoor(framework('sif-2013')), authority: 'Aldermere', channel };
  expect(await inspections.start(start, by('lead', 99))).not.toHaveProperty('refusals');
  for (const [n, [who, command]] of after.entries())
    expect(await inspections.record(northmoor, command, by(who, 100 + n))).not.toHaveProperty('refusals');
};

const keepers = [
  { keeper: 'a folder', place: aFolder, settings: (place: string) => ({ DATA_DIR: place }) },
  { keeper: 'PostgreSQL', place: aDatabase, settings: (place: string) => ({ DATABASE_URL: place }) },
];

const paper = async (settings: Record<string, string>, ...more: string[]) => {
  const to = join(await aFolder(), 'out');
  const said = await asked(['practice', '--to', to, ...more], settings);
  const text = said.code === 0 ? await readFile(join(to, 'good-practice.md'), 'utf8') : '';
  return { ...said, to, text };
};

describe.each(keepers)('good practice of published inspections in $keeper', ({ place, settings }) => {
  it('[GP5] is one paper by authority, in the words that were written to be shared and no other', async () => {
    const there = await place();
    await given(there, [
      ['inspector', shared],
      ['lead', published],
    ]);
    const { printed, text, to } = await paper(settings(there));
    expect(printed).toEqual([`Good practice of 1 inspection is in ${to}.`]);
    expect((await readdir(to)).sort()).toEqual(['good-practice.docx', 'good-practice.md']);
    const word = wordsIn('good-practice.docx', await readFile(join(to, 'good-practice.docx')));
    for (const said of [text, word]) {
      expect(said).toContain('Northmoor');
      expect(said).toContain('published Tuesday 11 February 2014');
      for (const words of ['What others could take from it', 'open each morning', 'Contacts waited'])
        expect(said).toContain(words);
      expect(said).not.toMatch(/Seen in|Aldermere|E-00|C-00|restricted|entry|Kim|Chi Lam/);
    }
    const headings = paragraphsIn(await readFile(join(to, 'good-practice.docx'))).filter(({ style }) =>
      /Heading/.test(style),
    );
    expect(headings.map(({ words }) => words)).toEqual([
      'Northmoor',
      'Adoption',
      'What was needed',
      'What was done',
      'What others could take from it',
    ]);
  });

  it('[GP6] waits for the day of publication', async () => {
    const there = await place();
    await given(there, [['inspector', shared]]);
    const { code, complained } = await paper(settings(there));
    expect(code).toBe(1);
    expect(complained.join()).toContain('No inspection whose report is published has good practice marked');
  });
});

describe('what goes into the paper of good practice', () => {
  it('[GP6] leaves out what is open again, what was erased since, and other frameworks', async () => {
    const marked: [Who, Sent][] = [
      ['inspector', shared],
      ['lead', published],
    ];
    for (const after of [[['lead', reopen('A late complaint')]], [['lead', erase(strength)]]] as [Who, Sent][][]) {
      const folder = await aFolder();
      await given(folder, [...marked, ...after]);
      expect((await paper({ DATA_DIR: folder })).code).toBe(1);
      await close();
    }
    const folder = await aFolder();
    await given(folder, marked);
    expect((await paper({ DATA_DIR: folder }, '--framework', 'jtai-2016')).code).toBe(1);
    expect((await paper({ DATA_DIR: folder }, '--framework', 'sif-2013')).code).toBe(0);
  });

  it('[GP5] is the same bytes of the same records, and takes nobody’s words for markup', async () => {
    const folder = await aFolder();
    await given(folder, [
      ['inspector', { ...shared, need: hostile.join('\n').slice(0, 2900) }],
      ['lead', published],
    ]);
    const [one, other] = [await paper({ DATA_DIR: folder }), await paper({ DATA_DIR: folder })];
    for (const name of ['good-practice.docx', 'good-practice.md'])
      expect(await readFile(join(one.to, name))).toEqual(await readFile(join(other.to, name)));
    expect(one.text.split('\n').filter((line) => line.startsWith('# '))).toEqual(['# Good practice']);
  });

  it('[GP5] names a record that is closed, and goes on with the others', async () => {
    const folder = await aFolder();
    await given(folder, [
      ['inspector', shared],
      ['lead', published],
    ]);
    await close();
    close = async () => undefined;
    const file = join(folder, 'aldermere-2013-11-19.jsonl');
    await writeFile(file, (await readFile(file, 'utf8')).replace('Aldermere', 'Aldermoor'));
    const { code, complained, to } = await paper({ DATA_DIR: folder });
    expect(code).toBe(1);
    expect(complained.join()).toContain('aldermere-2013-11-19 is left out, since it is closed');
    expect(await readdir(to)).toContain('good-practice.md');
  });
});

describe.each(keepers)('questionnaires of all inspections in $keeper', ({ place, settings }) => {
  it('[QN3] [QN4] are counted by framework and statement, nobody by themselves', async () => {
    const there = await place();
    await given(there, [
      ['lead', sendQuestionnaire('9')],
      ...Array.from({ length: 3 }, (): [Who, Sent] => ['analyst', answers({ words: 'Fair throughout' })]),
      ...Array.from({ length: 3 }, (): [Who, Sent] => [
        'analyst',
        answers({ from: 'colleague', answers: { manner: 'disagree' } }),
      ]),
    ]);
    const { code, printed } = await asked(['questionnaire', 'sif-2013'], settings(there));
    const text = printed.join('\n');
    expect(code).toBe(0);
    expect(printed[0]).toBe('sif-2013: 1 inspection, 9 asked, 6 answered (3 directors, 3 managers and workers)');
    expect(text).toMatch(/9 +6 +3 +50 % +3 +The inspectors’ manner was professional/);
    expect(text).toMatch(/9 +3 +3 +100 % +3 +The inspectors’ manner/);
    expect(text).not.toContain('Fair throughout');
    const { frameworks } = JSON.parse((await asked(['questionnaire', '--json'], settings(there))).printed.join('\n'));
    expect(frameworks).toMatchObject([
      {
        framework: 'sif-2013',
        inspections: 1,
        asked: 9,
        answered: 6,
        roles: [{ role: 'director' }, { role: 'colleague' }],
      },
    ]);
    expect((await asked(['questionnaire', 'jtai-2016'], settings(there))).printed).toEqual([
      'No questionnaire was sent after any inspection here.',
    ]);
  });
});

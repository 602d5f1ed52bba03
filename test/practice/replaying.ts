import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openReplay } from '../../src/practice/open.ts';
import { PracticeStopped } from '../../src/practice/stopped.ts';
import { asked } from '../cli/asked.ts';
import { afterTheTest } from '../support/closing.ts';
import { frameworks } from '../support/frameworks.ts';
import { holidays } from '../support/holidays.ts';
import { aDatabase } from '../support/postgres.ts';

const root = join(import.meta.dirname, '../..');

export const samplesFolder = join(root, 'data/practice');
export const northmoorScenario = join(samplesFolder, 'northmoor-2013.json');
export const manifest = join(root, 'manifest.yml');

/** A folder that is gone after the test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'practice-'));
  afterTheTest(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Takes a record that was played out of its folder, and into another one. */
export const takenInAgain = async (folder: string, inspection: string): Promise<void> => {
  const [out, other] = [temporaryFolder(), temporaryFolder()];
  const taken = await asked(['export', inspection, '--to', out, '--restricted'], { DATA_DIR: folder });
  expect(taken.code).toBe(0);
  expect(await asked(['import', out], { DATA_DIR: other })).toMatchObject({ code: 0, complained: [] });
};

const recordsOf = (folder: string): (readonly [name: string, bytes: string])[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => [name, readFileSync(join(folder, name), 'latin1')]);

/** Moves what was played into a database, and out of that into another folder. */
export const movedThereAndBack = async (folder: string): Promise<void> => {
  const [address, back] = [await aDatabase(), temporaryFolder()];
  const before = recordsOf(folder);
  expect(await asked(['move', '--to', address], { DATA_DIR: folder })).toMatchObject({ code: 0, complained: [] });
  expect(await asked(['move', '--to', back], { DATABASE_URL: address })).toMatchObject({ code: 0, complained: [] });
  expect(before.length).toBeGreaterThan(0);
  expect(recordsOf(back)).toEqual(before);
  expect(recordsOf(folder)).toEqual(before);
};

export type Replayed = { printed: string; stopped: string | null; complaints: string[] };

/** Practises a scenario over a folder; what it printed, and why it stopped where it did not come to its end. */
export const practise = async (
  scenario: string,
  folder: string,
  terminal: { isTTY?: boolean; columns?: number } = {},
): Promise<Replayed> => {
  const written: string[] = [];
  const write = (text: string) => void written.push(text);
  const complaints: string[] = [];
  const complain = (words: string) => void complaints.push(words);
  const run = openReplay({
    frameworks,
    holidays,
    log: { info: () => undefined, warn: complain, error: complain },
    fault: (_, error) => complain(String(error)),
    out: { ...terminal, write },
    places: { scenario, manifest, folder },
  });
  const stopped = await run.then(
    () => null,
    (error: unknown) => {
      if (error instanceof PracticeStopped) return error.message;
      throw error;
    },
  );
  return { printed: written.join(''), stopped, complaints };
};

/** What a small scenario is made of; tests change it and write it down. */
export const small = () => ({
  title: 'A morning',
  about: 'Invented.',
  timeZone: 'Europe/London',
  workspace: { name: 'Inspectors', domain: 'inspectors' },
  people: [
    { name: 'Ana Reyes', is: 'lead inspector' },
    { name: 'Gus Vale', is: 'quality assurance manager' },
    { name: 'Ida North', is: 'press office' },
  ],
  channels: [{ name: 'northmoor', private: true, app: true, people: ['Ana Reyes', 'Gus Vale'] }],
  channel: 'northmoor',
  days: [
    {
      day: '2013-11-19',
      steps: [
        { story: 'The team arrives.' },
        {
          at: '09:05',
          who: 'Ana Reyes',
          does: [
            { types: '/judge start' },
            {
              fills: {
                'Local authority': 'Northmoor',
                'First day on site': '2013-11-19',
                Framework: 'sif-2013',
                'Which one': 'inspection',
                'Quality assurance manager': 'Gus Vale',
              },
            },
            { submits: 'Start' },
          ],
          outcome: { answers: 'Started northmoor-2013-11-19' },
        },
      ] as object[],
    },
  ],
});

export type Small = ReturnType<typeof small>;

/** A small scenario with these steps after the start of the inspection, in a file of its own. */
export const smallScenario = (folder: string, steps: object[]): string => {
  const scenario = small();
  scenario.days[0]?.steps.push(...steps);
  return written(folder, scenario);
};

export const written = (folder: string, scenario: unknown): string => {
  const file = join(folder, 'scenario.json');
  writeFileSync(file, JSON.stringify(scenario));
  return file;
};

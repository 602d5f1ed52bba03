import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openInspections } from '../../src/inspections.ts';
import { readSamples } from '../../src/practice/reading.ts';
import { realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import { recordsIn } from '../../src/store/records-in-folder.ts';
import { verifyHistory } from '../../src/store/verify.ts';
import { aldermerePlan, aldermereSheets } from '../sampling/support/aldermere.ts';
import { filesBelow } from '../support/files.ts';
import { frameworks } from '../support/frameworks.ts';
import { movedThereAndBack, practise, samplesFolder, takenInAgain, temporaryFolder } from './replaying.ts';

const samples = readSamples(samplesFolder);

/** Whose published grades a sample has, as an example of its framework names them. */
const published: Record<string, { inspection: string; framework: string; example: string }> = {
  'northmoor-2013': { inspection: 'northmoor-2013-11-19', framework: 'sif-2013', example: 'Slough, February 2014' },
  'aldermere-2023': { inspection: 'aldermere-2023-11-13', framework: 'ilacs-2023', example: 'Salford, January 2024' },
  'tidebourne-2026': { inspection: 'tidebourne-2026-06-15', framework: 'ilacs-2026', example: 'Liverpool, July 2026' },
};

const exampleOf = (id: string) => {
  const { framework = '', example = '' } = published[id] ?? {};
  const found = frameworks.all.find((each) => each.id === framework);
  return found?.examples?.find(({ name }) => name.startsWith(example));
};

/** The record that a replay left behind. */
const recordIn = async (folder: string, inspection: string) => {
  const verdict = await verifyHistory({ inspection, lines: recordsIn(realFiles, folder).lines(inspection), known: [] });
  expect(verdict).toMatchObject({ holds: true });
  const store = await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => undefined });
  const inspections = await openInspections(store, (_, why) => expect.fail(why));
  const state = await inspections.of(inspection);
  await inspections.close();
  return state;
};

describe('The sample fortnights', () => {
  it('[SC1] are about invented authorities, one of each kind of framework, and say what is invented', () => {
    expect(samples.map(({ id }) => id)).toEqual(['northmoor-2013', 'aldermere-2023', 'tidebourne-2026']);
    for (const { id, scenario } of samples) {
      expect(scenario.about, id).toContain('invented');
      expect(exampleOf(id), id).toBeDefined();
      expect(scenario.about, id).toContain(published[id]?.example.split(',')[0]);
    }
  });
});

/** What tells who somebody is in the lists that Aldermere sends, and stands in any of these texts or in a file of this folder. */
const ofTheWorkbook = (texts: readonly string[], folder: string): string[] => {
  const values = aldermereSheets().flatMap(({ headings, rows }) =>
    headings.flatMap((heading, column) =>
      /unique id|family|birth|postcode|team|worker|adviser/i.test(heading)
        ? rows.flatMap((row) => spellings(row[column] ?? null))
        : [],
    ),
  );
  expect(new Set(values).size).toBeGreaterThan(1000);
  const everything = [...texts, ...filesBelow(folder).map((file) => readFileSync(file, 'latin1'))].join('\n');
  return [...new Set(values)].filter((value) => everything.includes(value));
};

/** A value as it may be written; a day of the weeks that are told of is no birthday in particular. */
const spellings = (value: unknown): string[] => {
  if (!(value instanceof Date)) return typeof value === 'string' && value.length > 3 ? [value] : [];
  const day = value.toISOString().slice(0, 10);
  return day > '2023-09' ? [] : [day, day.split('-').reverse().join('/')];
};

// The first of them is played in replay.test.ts.
describe.each(samples.slice(1))('The fortnight of $id, replayed', ({ id }) => {
  it('[SC2] [SC3] [SC4] [V21] [MV1] [SR11] ends signed off with published grades, resting on varied evidence', async () => {
    const folder = temporaryFolder();
    const { printed, stopped, complaints } = await practise(join(samplesFolder, `${id}.json`), folder);
    expect(stopped).toBeNull();
    expect(complaints).toEqual([]);

    const { areas, overalls, sealed, evidence, framework } = await recordIn(folder, published[id]?.inspection ?? '');
    expect(sealed).toBe(true);
    const grades = Object.fromEntries([...areas].map(([area, { judgements }]) => [area, judgements.at(-1)?.grade]));
    const example = exampleOf(id);
    expect(grades).toEqual(example?.grades);
    expect(overalls.get('overall')?.grade ?? null).toBe(example?.published ?? null);

    const items = [...evidence.values()].map(({ content }) => content);
    expect(items.length).toBeGreaterThanOrEqual(55);
    for (const area of framework.areas) {
      const signs = items.filter((item) => item.areas.includes(area.id)).map(({ sign }) => sign);
      expect(signs, `strengths of ${area.short}`).toContain('strength');
      expect(signs.some((sign) => sign === 'concern' || sign === 'priority-concern')).toBe(true);
    }
    const sources = new Set(items.map(({ source }) => source));
    for (const voice of ['child', 'parent-or-carer', 'staff-group', 'principal-social-worker', 'partner'] as const)
      expect(sources, voice).toContain(voice);
    expect(items.filter(({ source }) => source === 'not-stated')).toEqual([]);
    expect(items.filter(({ about }) => about === 'experience').length).toBeGreaterThan(items.length / 3);
    if (id === 'aldermere-2023') expect(ofTheWorkbook([printed, ...complaints], folder)).toEqual([]);
    await takenInAgain(folder, published[id]?.inspection ?? '');
    await movedThereAndBack(folder);
  });
});

describe('The cases of Aldermere', () => {
  it('[SR11] are taken in as they were drawn, to the letter', () => {
    const steps = samples[1]?.scenario.days.flatMap(({ steps }) => steps) ?? [];
    const acts = steps.flatMap((step) => ('does' in step ? step.does : []));
    const plans = acts.flatMap((act) => ('fills' in act ? (act.fills.Plan ?? []) : []));
    expect(plans.map((plan) => `${plan}\n`)).toEqual([readFileSync(aldermerePlan, 'utf8')]);
  });
});

describe('Where the rules leave two overall grades', () => {
  it('[SC3] the lead is asked why before the one chosen is kept', () => {
    const [, aldermere] = samples;
    const steps = aldermere?.scenario.days.flatMap(({ steps }) => steps) ?? [];
    const does = steps.flatMap((step) => ('does' in step ? [step.does] : []));
    const chosen = does.filter((acts) =>
      acts.some((act) => 'fills' in act && act.fills['Overall effectiveness'] !== undefined),
    );
    const kept = chosen.filter((acts) => acts.some((act) => 'submits' in act));
    expect(kept).toHaveLength(1);
    expect(kept[0]).toContainEqual({
      fills: {
        'Overall effectiveness': 'Good',
        'Why this grade?': expect.stringContaining('That weighs more with us'),
      },
    });
    expect(chosen.length).toBeGreaterThan(kept.length);
    expect(exampleOf('aldermere-2023')?.expected).toEqual(['outstanding', 'good']);
  });
});

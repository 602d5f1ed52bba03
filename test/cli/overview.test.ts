import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { awkward, confided, northmoor, openedIn, recordedIn } from '../reports/whole-record.ts';
import { aFolder } from '../store/opened.ts';
import { inDatabase } from '../store/postgres/opened.ts';
import { framework } from '../support/frameworks.ts';
import { minute, person } from '../support/given.ts';
import type { Who } from '../support/people.ts';
import { aDatabase } from '../support/postgres.ts';
import { concern, evidence, pause, type Sent, setTeam, startNorthmoor } from '../support/sent.ts';
import { challenge, receive, request } from '../support/sent-concern.ts';
import { asked } from './asked.ts';

const aldermere = 'aldermere-2013-11-19';

/** Beside Northmoor, which is signed off: Aldermere, on day 13 of its inspection. The app goes on running. */
const given = async (place: string, more: readonly [Who, Sent][] = []) => {
  await recordedIn(place, { restricted: true });
  const { inspections, store } = await openedIn(place);
  const act = async (id: string, n: number, who: Who, command: Sent) => {
    const by = { person: person(who), at: minute(n), request: `request ${id} ${n}` };
    const kept = await inspections.record(id, command, by);
    expect(kept).not.toHaveProperty('refusals');
  };
  const channel = { team: person('lead').team, id: 'CALDERMERE' };
  const start = { ...startNorthmoor(framework('sif-2013')), authority: 'Aldermere', channel };
  const by = { person: person('lead'), at: minute(0), request: 'start Aldermere' };
  expect(await inspections.start(start, by)).not.toHaveProperty('refusals');
  const acts: [Who, Sent][] = [
    ['lead', setTeam({})],
    ['inspector', evidence({ text: awkward })],
    ['inspector', request({ what: 'Minutes of the board', due: '2013-12-04' })],
    ['inspector', request({ what: 'A list of visits', kind: 'other', due: '2013-12-10' })],
    ['inspector', request({ what: 'Caseloads of each team', kind: 'performance', due: '2014-03-10' })],
    ...more,
  ];
  for (const [n, [who, command]] of acts.entries()) await act(aldermere, n + 1, who, command);
  return { inspections, store, act };
};

const keepers = [
  { keeper: 'a folder', place: aFolder, settings: (place: string) => ({ DATA_DIR: place }) },
  { keeper: 'PostgreSQL', place: aDatabase, settings: (place: string) => ({ DATABASE_URL: place }) },
];

let close = async (): Promise<void> => undefined;
afterEach(() => close());

const overview = async (settings: Record<string, string>, day = '2013-12-05') => {
  const { code, printed, complained } = await asked(['overview', '--day', day, '--json'], settings);
  expect(complained).toEqual([]);
  return { code, json: JSON.parse(printed.join('\n')) };
};

describe.each(keepers)('all inspections in $keeper, looked at beside the running app', ({ place, settings }) => {
  it('[OV1] [OV5] shows the running ones with their day and how far each is from being signed', async () => {
    const there = await place();
    const { inspections } = await given(there);
    close = () => inspections.close();
    const { code, printed } = await asked(['overview', '--day', '2013-12-05'], settings(there));
    expect(code).toBe(0);
    expect(printed.slice(0, 3)).toEqual([
      '1 running',
      '  Inspection            Day           Standing',
      '  aldermere-2013-11-19  Day 13 of 19  6 things to do before signing.',
    ]);
    const { json } = await overview(settings(there));
    expect(json).toMatchObject({
      at: '2013-12-05T12:00:00.000Z',
      running: [
        { inspection: aldermere, authority: 'Aldermere', framework: 'sif-2013', firstDay: '2013-11-19', day: 13 },
      ],
      closed: [],
    });
  });

  it('[OV2] tells what is overdue and what is due within four weeks in all of them, running or over', async () => {
    const there = await place();
    const { inspections, act } = await given(there, [
      ['inspector', concern({})],
      ['inspector', receive('Q-001', { receivedOn: '2013-11-19' })],
    ]);
    close = () => inspections.close();
    await act(northmoor, 90, 'lead', challenge({ receivedOn: '2013-11-19', due: '2013-12-03' }));
    await act(northmoor, 91, 'lead', { type: 'KeepDate', step: 'published', day: '2014-02-11' });
    const due = async (day: string) => (await overview(settings(there), day)).json.due;
    expect(await due('2013-12-05')).toEqual([
      expect.objectContaining({ inspection: aldermere, item: 'K-001', due: null, overdue: true }),
      {
        inspection: northmoor,
        authority: 'Northmoor',
        item: 'H-001',
        step: null,
        what: 'Challenge H-001',
        due: '2013-12-03',
        overdue: true,
      },
      expect.objectContaining({ inspection: aldermere, what: 'Request Q-002', due: '2013-12-10', overdue: false }),
    ]);
    const later = await due('2014-02-20');
    const steps = (inspection: string) =>
      later.flatMap((each: Record<string, unknown>) =>
        each.inspection === inspection && each.step ? [`${each.step} ${each.due} ${each.overdue}`] : [],
      );
    // Somebody kept the day of Northmoor's: it was published then, and the days for a complaint are counted from it.
    expect(steps(northmoor)).toEqual(['complaint 2014-02-25 false']);
    expect(steps(aldermere)).toEqual([
      'draft 2014-01-08 true',
      'comments 2014-01-15 true',
      'published 2014-02-19 true',
      'complaint 2014-03-05 false',
    ]);
  });

  it('[OV4] names one that is damaged, and tells of the others', async () => {
    const there = await place();
    const { inspections } = await given(there);
    await inspections.close();
    close = async () => undefined;
    if (there.startsWith('postgresql:'))
      await inDatabase(there, `update entries set line = replace(line, 'Seen in leadership', 'Seen in nothing')`);
    else {
      const file = join(there, `${northmoor}.jsonl`);
      await writeFile(file, (await readFile(file, 'utf8')).replace('Seen in leadership', 'Seen in nothing'));
    }
    const { code, printed } = await asked(['overview', '--day', '2013-12-05'], settings(there));
    expect(code).toBe(1);
    expect(printed[0]).toBe('1 running');
    expect(printed.join('\n')).toMatch(/\nnorthmoor-2013-11-19 is closed: the text of entry \d+ is not/);
    expect((await overview(settings(there))).json).toMatchObject({
      running: [{ inspection: aldermere }],
      closed: [{ inspection: northmoor, why: expect.stringContaining('is not what was recorded') }],
    });
  });
});

describe('an overview', () => {
  it('[OV1] says that one is paused', async () => {
    const folder = await aFolder();
    const { inspections } = await given(folder, [['lead', pause('2013-11-19')]]);
    close = () => inspections.close();
    const { json } = await overview({ DATA_DIR: folder }, '2013-11-21');
    expect(json.running[0].standing).toMatch(/^Paused since Tue 19 Nov, working day 3/);
  });

  it('[OV2] tells when a record has been kept for as long as was decided', async () => {
    const folder = await aFolder();
    const { inspections } = await given(folder);
    close = () => inspections.close();
    const what = 'Retention ends: the record was kept for 6 years';
    const of = async (day: string, years = '6') => {
      const { json } = await overview({ DATA_DIR: folder, RETENTION_YEARS: years }, day);
      return json.due.flatMap((each: Record<string, unknown>) =>
        each.what === what ? [[each.inspection, each.due, each.overdue]] : [],
      );
    };
    expect((await of('2019-11-01')).sort()).toEqual([
      [aldermere, '2019-11-19', false],
      [northmoor, '2019-11-19', false],
    ]);
    expect((await of('2019-11-20')).map(([, , overdue]: unknown[]) => overdue)).toEqual([true, true]);
    expect(await of('2019-11-01', '')).toEqual([]);
  });

  it('[OV3] has no word of evidence in it, nor of what was asked for, and nothing restricted', async () => {
    const folder = await aFolder();
    const { inspections } = await given(folder, [['inspector', concern({})]]);
    close = () => inspections.close();
    for (const json of [[], ['--json']]) {
      const { printed } = await asked(['overview', '--day', '2013-12-05', ...json], { DATA_DIR: folder });
      const said = printed.join('\n');
      for (const word of [confided, 'Not a heading', 'Minutes of the board', 'restricted', 'Seen in'])
        expect(said).not.toContain(word);
    }
  });

  it('[OV6] reads in 80 columns, and so in 100', async () => {
    const folder = await aFolder();
    const { inspections } = await given(folder, [['lead', pause('2013-11-19')]]);
    close = () => inspections.close();
    const { code, printed } = await asked(['overview', '--day', '2014-02-20'], { DATA_DIR: folder });
    expect(code).toBe(0);
    expect(Math.max(...printed.map(({ length }) => length))).toBeLessThanOrEqual(80);
    expect(printed.filter((line) => line.includes(aldermere)).length).toBeGreaterThan(2);
  });

  it('[OV6] is asked for a day as it is written, and says where there is nothing', async () => {
    const settings = { DATA_DIR: await aFolder() };
    expect((await asked(['overview'], settings)).printed).toEqual(['No inspection is running, and nothing is due.']);
    for (const args of [['--day', '2013-13-05'], ['all']])
      expect((await asked(['overview', ...args], settings)).code).toBe(2);
  });
});

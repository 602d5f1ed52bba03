import { describe, expect, it } from 'vitest';
import { balanceByDay, turnedToProcess } from '../../src/domain/balance.ts';
import { dailyOf } from '../../src/domain/daily.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { unheardAnywhere, unheardInAreas } from '../../src/domain/voices.ts';
import { balanceOfDays } from '../../src/words/balance.ts';
import { dailyMessage } from '../../src/words/daily.ts';
import { plainText } from '../../src/words/message.ts';
import { areaProgressMessage } from '../../src/words/progress-area.ts';
import { sitesInWords } from '../../src/words/sites.ts';
import { type Dated, dated, london } from '../support/dated.ts';
import { type Story, under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import { changeSettings, edit, evidence, gradeOf, openLine, withdraw } from '../support/sent.ts';

const sif = under('sif-2013');

const seen = (day: string, about: string | null, but: Record<string, unknown> = {}) =>
  evidence({ observedAt: london(`${day} 10:00`), about, ...but });

const dailyLine = ({ inspection }: Dated, day: string, label: string): string | undefined => {
  const of = london(`${day} 17:30`);
  const told = { of, at: of, head: { version: inspection.version, hash: 'ab'.repeat(32) }, holidays };
  return plainText(dailyMessage(dailyOf(inspection, day, of, holidays), told, []))
    .split('\n')
    .find((line) => line.startsWith(`${label}: `))
    ?.slice(label.length + 2);
};

describe('the balance of experience, practice and process', () => {
  it('[U3] [LE20] is counted by the day of observation in the inspection’s own zone, through corrections and withdrawals', () => {
    const { inspection } = dated({}, '2013-11-19 09:00')
      .on('2013-11-21 09:00', 'inspector', seen('2013-11-19', 'process'))
      .on('2013-11-21 09:01', 'inspector', evidence({ observedAt: '2013-11-19T23:59:00.000Z', about: 'practice' }))
      .on('2013-11-21 09:02', 'inspector', seen('2013-11-20', null))
      .on('2013-11-21 09:03', 'inspector', seen('2013-11-20', 'experience'))
      .on('2013-11-21 09:04', 'inspector', edit('E-004', { about: 'process', observedAt: london('2013-11-20 10:00') }))
      .on('2013-11-21 09:05', 'inspector', withdraw('E-002'));
    expect(balanceByDay(inspection)).toEqual([
      { day: '2013-11-19', balance: { items: 1, experience: 0, practice: 0, process: 1 } },
      { day: '2013-11-20', balance: { items: 2, experience: 0, practice: 0, process: 1 } },
    ]);
    expect(balanceOfDays(inspection, 1)).toEqual([
      'Wednesday 20 November 2013: experience 0 %, practice 0 %, process 100 % (1 not stated)',
    ]);
    const summer = dated({ firstDay: '2014-06-02' }, '2014-06-02 09:00').on(
      '2014-06-03 09:00',
      'inspector',
      evidence({ observedAt: '2014-06-02T23:10:00.000Z', about: 'process' }),
    );
    expect(balanceByDay(summer.inspection).map(({ day }) => day)).toEqual(['2014-06-03']);
  });

  it('[U3] [LE21] has turned to process when each of the last days has the set share of it, and the daily summary says so', () => {
    const story = dated()
      .on('2013-11-19 11:00', 'inspector', seen('2013-11-19', 'experience'))
      .on('2013-11-20 11:00', 'inspector', seen('2013-11-20', 'process'))
      .on('2013-11-21 11:00', 'inspector', seen('2013-11-21', 'process'))
      .on('2013-11-21 11:01', 'inspector', seen('2013-11-21', 'practice'));
    expect(turnedToProcess(story.inspection, '2013-11-20')).toEqual([]);
    expect(turnedToProcess(story.inspection, '2013-11-21')).toEqual([
      { day: '2013-11-20', share: 100 },
      { day: '2013-11-21', share: 50 },
    ]);
    expect(dailyLine(story, '2013-11-21', 'Balance')).toContain('the last 2 days turned to process: 100 % and 50 %');
    const stricter = story.on('2013-11-21 12:00', 'lead', changeSettings({ processShare: '60' }));
    expect(turnedToProcess(stricter.inspection, '2013-11-21')).toEqual([]);
    const shorter = story.on('2013-11-21 12:01', 'lead', changeSettings({ processDays: '1', processShare: '40' }));
    expect(turnedToProcess(shorter.inspection, '2013-11-21')).toHaveLength(1);
  });
});

describe('whose voice is missing', () => {
  it('[U11] [LE22] is said daily: parents and carers in the areas about children, once something is recorded there', () => {
    const story = dated()
      .on('2013-11-19 10:00', 'inspector', evidence({ areas: ['adoption', 'leadership'], source: 'child' }))
      .on('2013-11-19 10:01', 'inspector', evidence({ areas: ['care-leavers'], source: 'data' }))
      .on('2013-11-19 10:02', 'inspector', evidence({ areas: ['help-and-protection'], source: 'parent-or-carer' }));
    const areas = () => unheardInAreas(story.inspection).flatMap((each) => each.areas.map(({ id }) => id));
    expect(areas()).toEqual(['adoption', 'care-leavers']);
    expect(dailyLine(story, '2013-11-19', 'Thin')).toContain('Care leavers (children and parents or carers not heard)');
    expect(dailyLine(story, '2013-11-19', 'Thin')).toContain('Adoption (parents or carers not heard)');
    story.on('2013-11-19 10:03', 'lead', gradeOf('adoption', 'not-judged', []));
    expect(areas()).toEqual(['care-leavers']);
  });

  it('[U25] [LE22] is said daily of front-line staff and the principal social worker, sources of their own', () => {
    expect(unheardAnywhere(sif.started().state())).toEqual([]);
    const story = dated().on('2013-11-19 10:00', 'inspector', evidence({ source: 'parent-or-carer' }));
    const thin = () => dailyLine(story, '2013-11-19', 'Thin');
    expect(thin()).toMatch(/; not heard: front-line staff as a group and the principal social worker$/);
    story
      .on('2013-11-19 10:01', 'inspector', evidence({ source: 'principal-social-worker' }))
      .on('2013-11-19 10:02', 'inspector', evidence({ source: 'staff-group' }));
    expect(thin()).not.toContain('not heard: ');
  });
});

describe('coverage', () => {
  const recording = (...contents: Record<string, unknown>[]): Story =>
    contents.reduce<Story>((so, content) => so.and(evidence(content), 'inspector'), sif.started());

  it('[U7] [LE23] of an area is a map of its criteria with what there is for each, never a score', () => {
    const state = recording({ criteria: ['HP1', 'HP3'] }, { criteria: ['HP3'], site: 'East office', source: 'child' })
      .and(openLine({}), 'lead')
      .state();
    const [help] = summaryOf(state).areas;
    if (!help) throw new Error('There is no area');
    const words = plainText(areaProgressMessage(summaryOf(state), help));
    expect(words).toMatch(/HP1 .* · 1 item\n/);
    expect(words).toMatch(/HP3 .* · 2 items\n/);
    expect(words).toMatch(/HP2 .* · nothing yet\n/);
    expect(words).toContain('Voices: 1 talk with children; not heard yet are parents or carers,');
    expect(words).toContain('Thin so far: 2 items and 0 cases (thin is fewer than 5 items or 3 cases)');
    expect(words).toContain('Sites: East office 1; 1 item names none');
    expect(words).toContain('Lines still open: 1');
    expect(words).not.toMatch(/score|\d+ %/);
  });

  it('[LE24] of sites counts one place once, however it is spelt, the most first', () => {
    const so = recording(
      { site: 'East office' },
      { site: 'east  Office' },
      { site: 'East office', areas: ['adoption', 'leadership'] },
      { site: 'West office' },
      { site: null },
    ).state();
    expect(sitesInWords(so, so.whole, 5)).toContain('East office 3, West office 1; 1 item names none');
    expect(sitesInWords(so, so.whole, 1)).toContain('East office 3 and 1 more');
  });
});

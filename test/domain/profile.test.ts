import { describe, expect, it } from 'vitest';
import { movedSince, profilesOf, quarterInWords, quartersUpTo } from '../../src/domain/matters/profile.ts';
import { rowsIn } from '../../src/domain/matters/profile-rows.ts';
import { framework } from '../support/frameworks.ts';
import { given } from '../support/given.ts';
import { edit, erase, type Sent, withdraw } from '../support/sent.ts';

const rating = framework('annual-rating-2009');
const block = rating.areas.find(({ indicators }) => indicators);
const scale = block?.scale ?? [];
const area = block?.id ?? '';

const quarter = (name: string, rows: string): Sent => ({ type: 'RecordProfile', area, quarter: name, rows });
const spring = 'Initial assessments in time\t68\tGood\nRe-referrals\t24\tAdequate\nPlans reviewed\t99\tOutstanding';
const summer = 'Initial assessments in time\t61\tAdequate\nRe-referrals\t22\tAdequate\nLasting two years\t70\tGood';

describe('indicators pasted from a spreadsheet', () => {
  it('[FI18] are read by tabs or commas, with or without a head and bands', () => {
    const read = { rows: [{ indicator: 'Re-referrals', value: '24 %', band: 'adequate' }] };
    expect(rowsIn('Re-referrals\t24 %\tAdequate', scale)).toEqual(read);
    expect(rowsIn('Indicator, Value, Band\n\n Re-referrals , 24 % , adequate \n', scale)).toEqual(read);
    expect(rowsIn('"Missing, returned","1,200"', scale)).toEqual({
      rows: [{ indicator: 'Missing, returned', value: '1,200', band: null }],
    });
  });

  it.each([
    ['Re-referrals', 'Line 1 is not an indicator, a value and a band'],
    ['Re-referrals, 1, 200, Good', 'Line 1 is not an indicator'],
    ['Re-referrals, 24\nPlans, 99, Fair', 'Line 2 has the band "Fair". Bands are Outstanding, Good'],
    ['Re-referrals, 24\nRe-referrals, 25', 'Line 2 has Re-referrals a second time'],
    ['indicator, value', 'There is no indicator in this'],
  ])('[FI18] that cannot be read are refused by their line: %j', (text, words) => {
    given(rating).when(quarter('2013-Q3', text), 'analyst').refuses('rows', words);
  });
});

describe('the performance profile', () => {
  it('[FI18] is data evidence, a quarter an item, by whoever records evidence', () => {
    const story = given(rating);
    story.when(quarter('2013-Q3', spring), 'observer').refuses(null, 'may record evidence');
    story
      .when({ ...quarter('2013-Q3', spring), area: 'safeguarding-inspection' }, 'lead')
      .refuses('area', 'no such block');
    story.when(quarter('2013-Q3', spring), 'analyst').keeps(
      {
        type: 'EvidenceRecorded',
        item: 'E-001',
        content: {
          areas: [area],
          source: 'data',
          sign: 'context',
          text: expect.stringContaining('July to September 2013'),
        },
      },
      { type: 'ProfileRecorded', item: 'E-001', quarter: '2013-Q3', rows: expect.arrayContaining([]) },
    );
  });

  it('[FI18] tells what moved since the quarter before: bands first, then values, then what is new or gone', () => {
    const state = given(rating)
      .and(quarter('2013-Q3', summer), 'analyst')
      .and(quarter('2013-Q2', spring), 'analyst')
      .state();
    const [before, now] = profilesOf(state, area);
    if (!before || !now) throw new Error('Two quarters were recorded');
    expect([before.quarter, now.quarter]).toEqual(['2013-Q2', '2013-Q3']);
    expect(
      movedSince(scale, before, now).map(({ indicator, way, from, to }) => [indicator, way, from?.value, to?.value]),
    ).toEqual([
      ['Initial assessments in time', 'down', '68', '61'],
      ['Re-referrals', null, '24', '22'],
      ['Lasting two years', null, undefined, '70'],
      ['Plans reviewed', null, '99', undefined],
    ]);
  });

  it('[FI18] of a quarter recorded again takes the place of the one before; withdrawn or erased it is gone', () => {
    const twice = given(rating).and(quarter('2013-Q3', spring), 'analyst').and(quarter('2013-Q3', summer), 'lead');
    const items = (story: typeof twice): string[] => profilesOf(story.state(), area).map(({ item }) => item);
    expect(items(twice)).toEqual(['E-002']);
    expect(twice.state().evidence.get('E-001')?.withdrawn?.reason).toBe('The quarter was recorded again as E-002');
    expect(items(twice.and(withdraw('E-002'), 'lead'))).toEqual([]);
    expect(items(twice.and(erase('E-002'), 'lead'))).toEqual([]);
    twice.when(edit('E-002', { areas: [area], source: 'data' }), 'lead').refuses('text', 'Record the quarter again');
  });

  it('[FI18] names quarters as people say them', () => {
    expect(quartersUpTo('2013-11-19', 5)).toEqual(['2013-Q4', '2013-Q3', '2013-Q2', '2013-Q1', '2012-Q4']);
    expect(quarterInWords('2013-Q2')).toBe('April to June 2013');
  });
});

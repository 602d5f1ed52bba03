import { describe, expect, it } from 'vitest';
import { due, setMomentBefore, setMomentReached } from '../../src/domain/due.ts';
import { areaTargetsIn, areaTargetsTyped, cohortTargetsIn, cohortTargetsTyped } from '../../src/domain/settings.ts';
import { claims, dated, london, stands } from '../support/dated.ts';
import { under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import { changeSettings, evidence } from '../support/sent.ts';

const sif = under('sif-2013');
const found = evidence({ observedAt: '2013-11-19T08:30:00.000Z' });

describe('the settings of an inspection', () => {
  it('[HM10] are changed by lead or deputy, kept whole, and hold from then on; the same again is not recorded', () => {
    const start = sif.started();
    expect(start.state().settings).toMatchObject({
      thinItems: 5,
      thinCases: 3,
      processDays: 2,
      processShare: 50,
      channelDigest: false,
    });
    start.when(changeSettings({}), 'deputy').keeps({ type: 'SettingsChanged', thinItems: 8, dailySummaryAt: '17:30' });
    start.when(changeSettings({ thinItems: '5' }), 'lead').refuses(null, 'Nothing was changed');
    const changed = start.and(changeSettings({ areaTargets: 'leaders: 4', cohortTargets: 'In care: 3 of 90' }), 'lead');
    expect(changed.state().settings.areaTargets).toEqual(new Map([['leadership', 4]]));
    expect(changed.state().settings.cohortTargets).toEqual(new Map([['in-care', { planned: 3, size: 90 }]]));
    changed
      .when(changeSettings({ areaTargets: 'Leadership: 4', cohortTargets: 'in-care: 3 of 90' }), 'lead')
      .refuses(null, 'Nothing was changed');
  });

  it('[HM10] that make no sense are refused at their field, with what would be right', () => {
    const start = sif.started();
    for (const [field, value, words] of [
      ['dailySummaryAt', '25:00', 'such as 17:30'],
      ['thinItems', 'few', 'whole number from 0 to 100'],
      ['thinCases', '101', 'whole number from 0 to 100'],
      ['processDays', '0', 'at least one day'],
      ['processShare', '0', 'at least 1'],
      ['channelDigest', 'perhaps', 'on or off'],
      ['areaTargets', 'housing: 4', 'Write a line such as "Help and protection: 12"'],
      ['areaTargets', 'Help and protection: many', 'is not understood'],
      ['cohortTargets', 'in-care 12', 'is not understood'],
    ] as const)
      start.when(changeSettings({ [field]: value }), 'lead').refuses(field, words);
  });

  it('[HM11] show every area and cohort as a line that can be sent back as it stands', () => {
    const { framework } = sif;
    const { settings } = sif
      .started()
      .and(changeSettings({ areaTargets: 'leaders: 4', cohortTargets: 'in-care: 3 of 90\nmissing: of 12' }), 'lead')
      .state();
    const areas = areaTargetsTyped(framework, settings);
    expect(areas.split('\n')).toHaveLength(framework.areas.length);
    expect(areaTargetsIn(framework, areas)).toEqual(settings.areaTargets);
    expect(cohortTargetsIn(framework, cohortTargetsTyped(framework, settings))).toEqual(settings.cohortTargets);
  });
});

describe('a changed time of the daily summary', () => {
  const at = (time: string) => changeSettings({ dailySummaryAt: time });

  it('[HM12] holds the same day where neither time has come yet', () => {
    const { inspection } = dated().on('2013-11-19 12:00', 'lead', at('16:00'));
    expect(due(inspection, london('2013-11-19 15:59'), holidays)).toEqual([]);
    expect(due(inspection, london('2013-11-19 16:00'), holidays)).toHaveLength(2);
  });

  it('[HM12] holds from the next working day where the old or the new time was over', () => {
    for (const [changed, time] of [
      ['2013-11-19 17:31', '19:00'],
      ['2013-11-19 16:30', '16:00'],
    ] as const) {
      const { inspection } = dated().on(changed, 'lead', at(time));
      expect(setMomentReached(inspection, london('2013-11-19 23:00'), holidays)?.at).toBe(london('2013-11-19 17:30'));
      expect(setMomentReached(inspection, london('2013-11-20 23:00'), holidays)?.at).toBe(london(`2013-11-20 ${time}`));
    }
  });

  it('[HM12] sends no summary twice, and loses nothing between two', () => {
    const story = dated()
      .on('2013-11-19 10:00', 'inspector', found)
      .on('2013-11-19 17:30', 'lead', claims('lead', '2013-11-19'))
      .on('2013-11-19 17:30', 'lead', stands('lead', '2013-11-19'))
      .on('2013-11-19 17:45', 'inspector', found)
      .on('2013-11-19 17:50', 'lead', at('19:00'));
    const whose = (said: string) =>
      due(story.inspection, london(said), holidays).map(({ recipient }) => recipient.user);
    expect(whose('2013-11-19 19:00')).not.toContain('UANA');
    expect(whose('2013-11-20 19:00')).toContain('UANA');
    expect(setMomentBefore(story.inspection, '2013-11-20', holidays)?.at).toBe(london('2013-11-19 17:30'));
  });
});

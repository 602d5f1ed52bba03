import { describe, expect, it } from 'vitest';
import { allGood, judge, told } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { keepMany } from '../../support/keep-many.ts';
import { openSources } from '../../support/many.ts';
import { people } from '../../support/people.ts';
import { changeSettings, evidence, openLine, registerCase } from '../../support/sent.ts';
import { everythingSaid, notInText } from '../../support/shown.ts';

describe('progress and daily summary of a very large inspection', () => {
  it('[LE6] [M3] [M8] hold everything within a message: many sites, days, sources, cases, lines and targets', async () => {
    const fortnight = await openNorthmoor();
    const areas = Object.keys(allGood);
    const many = (places: number) => areas.map((_, place) => areas[(places + place) % areas.length] ?? 'lscb');
    await keepMany(fortnight, 400, (place) =>
      evidence({
        areas: many(place).slice(0, 3),
        text: `Seen & heard in case ${place}`,
        case: `C-${place}`,
        source: openSources[place % openSources.length] ?? 'data',
        about: ['experience', 'practice', 'process'][place % 3],
        site: `Office number ${place % 90} & the buildings around it, by the river`,
        observedAt: new Date(Date.parse('2013-10-01T09:00:00.000Z') + (place % 40) * 86_400_000).toISOString(),
      }),
    );
    await keepMany(fortnight, 40, () => registerCase({ reader: people.lead }));
    await keepMany(fortnight, 60, (place) =>
      openLine({ hypothesis: `${place} ${'Thresholds & more '.repeat(30)}`, owner: people.lead }),
    );
    const targets = areas.map((area) => `${area}: 999`).join('\n');
    await keepMany(fortnight, 1, () =>
      changeSettings({ areaTargets: targets, cohortTargets: 'in-care: 99 of 999\nmissing: 9 of 99' }),
    );
    for (const words of ['progress', 'progress help', 'progress leaders', 'today', 'case', 'settings show', ''])
      await judge(fortnight, 'lead', words);
    for (const said of everythingSaid(fortnight.slack)) expect(notInText(said)).toEqual([]);
    expect(told(await judge(fortnight, 'observer', 'progress'))).toContain('LSCB (graded separately)');
    expect(told(await judge(fortnight, 'observer', 'progress adoption'))).toContain('Criteria');
    expect(told(await judge(fortnight, 'observer', 'progress housing'))).toContain(
      'There is no judgement area of that word',
    );
  });
});

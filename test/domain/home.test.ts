import { expect, it } from 'vitest';
import { basedOn } from '../../src/domain/based-on.ts';
import { atHome } from '../../src/domain/home.ts';
import { extend } from '../../src/domain/inspection.ts';
import { memberOf } from '../../src/domain/standing.ts';
import { minute, person, under } from '../support/given.ts';
import { evidence, withdraw } from '../support/sent.ts';

/** The same items, which nobody may go through one by one. */
const notWalked = <Value>(items: Map<string, Value>): Map<string, Value> =>
  new Proxy(items, {
    get: (all, name) => {
      if (!['get', 'has', 'size'].includes(String(name)))
        throw new Error(`All items were gone through: ${String(name)}`);
      const value = Reflect.get(all, name, all);
      return typeof value === 'function' ? value.bind(all) : value;
    },
  });

it('[HM37] [HM31] a Home counts what was recorded today and finds the last five of its owner without going through all items', () => {
  let story = under('sif-2013').started();
  for (let place = 1; place <= 9; place += 1)
    story = story.and(evidence({ text: `Seen ${place}` }), place % 3 === 0 ? 'secondInspector' : 'inspector');
  const inspection = story.and(withdraw('E-007'), 'inspector').state();
  const member = memberOf(inspection, person('inspector'));
  if (!member) throw new Error('The inspector is not on the team');
  const shown = (at: string) => atHome({ ...inspection, evidence: notWalked(inspection.evidence) }, member, at);
  const { today, last } = shown(minute(0));
  expect(today).toEqual({ all: 8, own: 5 });
  expect(last).toEqual(['E-008', 'E-007', 'E-005', 'E-004', 'E-002']);
  expect(shown('2013-11-20T09:00:00.000Z').today).toEqual({ all: 0, own: 0 });
});

it('[HM37] what judgements rest on is not counted again for a new item, and is for whatever may change it', () => {
  const story = under('sif-2013').judged('good', {});
  const more = story
    .and(evidence({ text: 'One more' }), 'inspector')
    .entries()
    .at(-1);
  const changed = story.and(withdraw('E-001'), 'inspector').entries().at(-1);
  if (!more || !changed) throw new Error('Nothing was recorded');
  const inspection = story.state();
  const before = basedOn(inspection);
  extend(inspection, more.events, more.entered);
  expect(basedOn(inspection)).toBe(before);
  extend(inspection, changed.events, { ...changed.entered, version: more.entered.version + 1 });
  expect(basedOn(inspection).items).toBe(before.items - 1);
});

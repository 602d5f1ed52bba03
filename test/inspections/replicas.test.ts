import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openInspections } from '../../src/inspections.ts';
import { postgres } from '../../src/store/postgres.ts';
import { afterTheTest } from '../support/closing.ts';
import { framework } from '../support/frameworks.ts';
import { person } from '../support/given.ts';
import { aDatabase } from '../support/postgres.ts';
import { evidence, startNorthmoor } from '../support/sent.ts';
import { by, northmoor } from './opened.ts';

/** As many replicas over one database, without Slack. */
const replicas = async (count: number) => {
  const address = await aDatabase();
  const one = async () => {
    const store = await postgres({ address, random: randomBytes, report: () => undefined, settles: 0 });
    afterTheTest(() => store.close());
    return openInspections(store, (_, why) => expect.fail(why));
  };
  return Promise.all(Array.from({ length: count }, one));
};

const start = startNorthmoor(framework('sif-2013'));

describe('replicas over one database', () => {
  it('[RP5] give what somebody typed to whichever is asked for it, once, and to its owner alone', async () => {
    const [here, there] = (await replicas(2)).map(({ replicas: { held } }) => held);
    await here?.put('key', person('lead'), 'Two families waited');
    expect(await there?.take('key', person('inspector'))).toBeNull();
    expect(await there?.take('key', person('lead'))).toBe('Two families waited');
    expect(await here?.take('key', person('lead'))).toBeNull();
    for (const n of [1, 2, 3, 4]) await here?.put(`key ${n}`, person('lead'), `Text ${n}`);
    expect(await Promise.all([1, 2, 3, 4].map((n) => there?.take(`key ${n}`, person('lead'))))).toEqual([
      null,
      'Text 2',
      'Text 3',
      'Text 4',
    ]);
  });

  it('[RP6] start one inspection in a channel, though several are asked at once', async () => {
    const all = await replicas(3);
    const asked = all.map((inspections, place) =>
      inspections.start({ ...start, authority: `Northmoor ${place}` }, by('lead', 0)),
    );
    const outcomes = await Promise.all(asked);
    expect(outcomes.filter((each) => !('refusals' in each))).toHaveLength(1);
    for (const inspections of all) expect(await inspections.running()).toHaveLength(1);
  });

  it('[RP6] keep a request once, whichever it comes to', async () => {
    const all = await replicas(2);
    const asked = by('lead', 0);
    const started = await Promise.all(all.map((inspections) => inspections.start(start, asked)));
    expect(started.map((each) => 'again' in each && each.again).sort()).toEqual([false, true]);
    const recording = by('inspector');
    const recorded = await Promise.all(
      all.flatMap((inspections) => [1, 2].map(() => inspections.record(northmoor, evidence({}), recording))),
    );
    expect(recorded.filter((each) => 'again' in each && !each.again)).toHaveLength(1);
    for (const inspections of all) expect((await inspections.of(northmoor)).evidence.size).toBe(1);
  });
});

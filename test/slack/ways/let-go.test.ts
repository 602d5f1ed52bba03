import { describe, expect, it } from 'vitest';
import { northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { minute, person } from '../../support/given.ts';
import { reachable } from '../../support/reachable.ts';
import { restricted } from '../../support/sent.ts';

describe('a quarter of an hour in which nobody asks', () => {
  it('[S25] leaves what runs in memory, and nothing of what was confided', async () => {
    const fortnight = await openNorthmoor();
    const confided = restricted('W-7K2Q', { text: 'The duty desk was told so', source: 'whistleblower' });
    const context = { person: person('inspector'), at: minute(1), request: 'confided' };
    expect(await fortnight.inspections().recordRestricted(northmoor, confided, context)).toHaveProperty('entry');
    const running = [new WeakRef(await fortnight.inspections().of(northmoor))];
    const half = [new WeakRef((await fortnight.inspections().restrictedOf(northmoor)) ?? {})];
    expect([await reachable(running), await reachable(half)]).toEqual([1, 1]);
    for (let n = 0; n < 15; n += 1) await fortnight.tick();
    expect([await reachable(running), await reachable(half)]).toEqual([1, 0]);
  });
});

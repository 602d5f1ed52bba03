import { expect, it } from 'vitest';
import { practise, smallScenario, temporaryFolder } from './replaying.ts';

it('[Y14] a replay lets the daily summary arrive at its time, as the clock passes it', async () => {
  const folder = temporaryFolder();
  const scenario = smallScenario(folder, [
    {
      at: '09:30',
      who: 'Ana Reyes',
      does: [{ types: '/judge evidence help - Late in two cases' }],
      outcome: 'saved',
    },
    { at: '17:45', who: 'Ana Reyes', does: [{ types: '/judge' }], outcome: { answers: 'provisional' } },
  ]);
  const { printed, stopped, complaints } = await practise(scenario, folder);
  expect([stopped, complaints]).toEqual([null, []]);
  const [before, after, ...more] = printed.split('[Tue 19 Nov 17:30] Fortnight sends its daily summary.');
  expect(more).toEqual([]);
  expect(before).toContain('Late in two cases');
  expect(after).toContain('A direct message to Ana Reyes:\n      Northmoor, day 1');
  expect(after).toContain('17:45] Ana Reyes types: /judge');
});

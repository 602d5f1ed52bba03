import { describe, expect, it } from 'vitest';
import { ours } from '../crashlab/ours.ts';
import { powerCuts, ways } from '../crashlab/power-cut.ts';

const clean = { lost: 0, unreadable: 0, silent: 0, first: null };

// The crash laboratory tears each line at each of its bytes.
const tornHereAndThere = { ...ours, apart: 3 };

describe.each(ways)('after a power cut at any moment, with $name', (way) => {
  it('[S17] everything acknowledged is there and the record goes on, whatever else survived', async () => {
    const tally = await powerCuts(tornHereAndThere, way, 'the power fails');
    expect(tally).toMatchObject(clean);
    expect(tally.states).toBeGreaterThan(3000);
  }, 60_000);

  it('[S17] also when the app was killed first, and what it had not synced was taken up by the next one', async () => {
    expect(await powerCuts(tornHereAndThere, way, 'killed, restarted, then the power fails')).toMatchObject(clean);
  }, 60_000);

  it('[S17] and what a later process has once shown is there, though it was never acknowledged', async () => {
    expect(await powerCuts(tornHereAndThere, way, 'killed, read, then the power fails')).toMatchObject(clean);
  }, 60_000);
});

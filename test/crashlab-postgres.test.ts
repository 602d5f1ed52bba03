import { describe, expect, it } from 'vitest';
import { chanceFrom } from './crashlab/chance.ts';
import { connectionsCut, fortnight } from './crashlab/postgres/scenes.ts';
import { trial } from './crashlab/postgres/trial.ts';
import { program } from './main/programs.ts';

// `npm run crashlab -- postgres` has fifty people, Slack's own patience, and every trouble.
const inShort = { program: [program('main')], patience: 10_000, people: 6, moment: 500 };
const clean = { lost: 0, twice: 0, toldWrongly: 0, why: null };

describe('two replicas over one database, and people who record', () => {
  it('[B6] lose, double and misreport nothing while one is killed and another started, and the server restarts', async () => {
    const found = await trial({ ...inShort, chance: chanceFrom(5), seconds: 12, scene: fortnight(12, 4) });
    expect(found).toMatchObject(clean);
    expect(found.acknowledged).toBeGreaterThan(0);
  });

  it('[B6] nor while connections are cut before and after COMMIT', async () => {
    const found = await trial({ ...inShort, chance: chanceFrom(6), seconds: 5, scene: connectionsCut });
    expect(found).toMatchObject(clean);
    expect(found.acknowledged).toBeGreaterThan(0);
  });
});

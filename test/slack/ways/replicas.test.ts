import { describe, expect, it } from 'vitest';
import { sentTo } from '../../support/daily.ts';
import { northmoor, openFortnight, startNorthmoor } from '../../support/fortnight.ts';
import { theServer } from '../../support/postgres.ts';
import { teamChannel } from '../../support/workspace.ts';

const two = async () => {
  const fortnight = await openFortnight({ keeper: 'database' });
  await startNorthmoor(fortnight);
  return { fortnight, other: await fortnight.another() };
};

const boards = ({ slack }: Awaited<ReturnType<typeof openFortnight>>) =>
  slack
    .channel(teamChannel)
    .messages()
    .filter(({ threadTs }) => threadTs === undefined);

describe('two replicas of the app over one database', () => {
  it('[RP1] keep what is sent to either, once, one after the other, and each knows of it at once', async () => {
    const { fortnight, other } = await two();
    const sent = Array.from({ length: 20 }, (_, n) => `help + Families of ${n} streets said that help came early`);
    await Promise.all(sent.map((text) => fortnight.as('lead').command(teamChannel, `evidence ${text}`)));
    const entries = await fortnight.entries(northmoor);
    const recorded = entries
      .flatMap(({ events }) => events ?? [])
      .filter((event) => Reflect.get(Object(event), 'type') === 'EvidenceRecorded');
    expect(recorded).toHaveLength(20);
    for (const { inspections } of [fortnight.replica(), other])
      expect((await inspections.of(northmoor)).evidence.size).toBe(20);
    expect(boards(fortnight)).toHaveLength(1);
  });

  it('[RP2] know of an inspection that was begun in the other, and take it up there', async () => {
    const { fortnight, other } = await two();
    expect(await other.inspections.knows(northmoor)).toBe(true);
    expect((await other.inspections.running()).map(({ id }) => id)).toEqual([northmoor]);
    expect((await fortnight.replica().inspections.running()).map(({ id }) => id)).toEqual([northmoor]);
  });

  it('[RP3] have one of them on duty, which sends each summary once, and the other once that one has gone', async () => {
    const { fortnight, other } = await two();
    const first = fortnight.replica();
    expect([first, other].map(({ inspections }) => inspections.replicas.isOnDuty())).toEqual([true, false]);
    await fortnight.as('lead').command(teamChannel, 'evidence help + Families said that help came early');
    await fortnight.strike('2013-11-19T17:30:00.000Z');
    expect(sentTo(fortnight, 'lead')).toHaveLength(1);
    await fortnight.end(first);
    expect(other.inspections.replicas.isOnDuty()).toBe(true);
    await fortnight.as('lead').command(teamChannel, 'evidence help - Two families waited for months');
    await fortnight.strike('2013-11-20T17:30:00.000Z');
    expect(sentTo(fortnight, 'lead')).toHaveLength(2);
    expect(boards(fortnight)).toHaveLength(1);
  });

  it('[RP3] leave to the next what is kept elsewhere while one of them stops', async () => {
    const { fortnight } = await two();
    const first = fortnight.replica();
    await first.app.stop();
    for (const n of Array.from({ length: 10 }).keys())
      await fortnight.as('lead').command(teamChannel, `evidence help + Family ${n} said that help came early`);
    // Whatever it began of that would be a fault once its records are closed.
    await fortnight.end(first);
    await expect.poll(() => boards(fortnight)[0]?.text).toContain('10');
  });

  it('[RP4] show on the one board what was kept in either', async () => {
    const { fortnight, other } = await two();
    for (const n of Array.from({ length: 10 }).keys())
      await fortnight.as('lead').command(teamChannel, `evidence help + Family ${n} said that help came early`);
    await expect.poll(() => boards(fortnight)[0]?.text).toContain('10');
    expect(other.app.boardsWaiting()).toBe(0);
  });

  it('[RP7] pass the duty on when the database has lost the one that had it, which sends nothing more by it', async () => {
    const { fortnight, other } = await two();
    const first = fortnight.replica();
    const { administer } = await theServer();
    await administer(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted`);
    await expect.poll(() => first.inspections.replicas.onDuty()).toBe(false);
    await expect.poll(() => [first, other].filter(({ inspections }) => inspections.replicas.isOnDuty()).length).toBe(1);
    await fortnight.as('lead').command(teamChannel, 'evidence help + Families said that help came early');
    await fortnight.strike('2013-11-19T17:30:00.000Z');
    expect(sentTo(fortnight, 'lead')).toHaveLength(1);
  });
});

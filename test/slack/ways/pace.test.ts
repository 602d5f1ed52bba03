import { describe, expect, it } from 'vitest';
import { paces } from '../../../src/slack/pace.ts';
import { judge, told } from '../../support/acts.ts';
import { london } from '../../support/dated.ts';
import { type Fortnight, openFortnight, startNorthmoor } from '../../support/fortnight.ts';
import { leadsOf, startMany, summariesTo } from '../../support/hundred.ts';
import { people } from '../../support/people.ts';
import { team } from '../../support/workspace.ts';

/** A minute of Slack's limits in these tests, in milliseconds: what takes an hour of them is seen in seconds. */
const minute = 1000;
/** However busy the machine is: what is counted here is about the app. */
const patience = 60_000;

const callsOf = ({ slack }: Fortnight, method: string) => slack.calls.filter((call) => call.method === method);
const refusedForPace = ({ slack }: Fortnight) =>
  slack.calls.filter(({ response }) => response?.error === 'ratelimited').map(({ method }) => method);
/** How many daily summaries each lead has. */
const counts = ({ slack }: Fortnight, leads: readonly string[]): number[] => [...new Set(summariesTo(slack, leads))];

const news = async (fortnight: Fortnight, ids: readonly string[], at: string): Promise<void> => {
  for (const [place, id] of ids.entries()) {
    const command = {
      type: 'RecordEvidence',
      areas: ['help-and-protection'],
      text: 'Late in four of nine cases',
      sign: 'concern',
      source: 'not-stated',
      observedAt: at,
      criteria: [],
    };
    const person = { team: team.id, user: leadsOf(ids.length)[place] ?? '' };
    const kept = await fortnight.inspections().record(id, command, { person, at, request: `news ${at}` });
    if ('refusals' in kept) throw new Error(kept.refusals.map(({ words }) => words).join(' '));
  }
};

describe('daily summaries by the dozen, due in one minute', () => {
  it('[Y16] reach every lead at the pace that Slack keeps, and known conversations are not opened again', async () => {
    const fortnight = await openFortnight({ others: 60, slackMinute: minute, patience });
    const leads = leadsOf(60);
    const ids = await startMany(fortnight.inspections(), 60, '2013-11-19T09:00:00.000Z');
    fortnight.slack.keepTiers(minute);
    await fortnight.strike(london('2013-11-19 17:30'));
    expect(counts(fortnight, leads)).toEqual([1]);
    expect(callsOf(fortnight, 'conversations.open')).toHaveLength(60);
    await news(fortnight, ids, '2013-11-20T09:00:00.000Z');
    await fortnight.restart();
    // Each lead is told that their channel is not there.
    await fortnight.slack.quiet();
    const opened = callsOf(fortnight, 'conversations.open').length;
    await fortnight.strike(london('2013-11-20 17:30'));
    expect(counts(fortnight, leads)).toEqual([2]);
    expect(callsOf(fortnight, 'conversations.open')).toHaveLength(opened);
    expect(refusedForPace(fortnight)).toEqual([]);
  });

  it('[Y17] are left between two where the app is told to stop, and each lead has one after the restart', async () => {
    const fortnight = await openFortnight({ others: 30, patience });
    const leads = leadsOf(30);
    await startMany(fortnight.inspections(), 30, '2013-11-19T09:00:00.000Z');
    let release = () => {};
    fortnight.slack.delay('chat.postMessage', new Promise<void>((resolve) => (release = resolve)));
    const striking = fortnight.strike(london('2013-11-19 17:30'));
    const underWay = () => callsOf(fortnight, 'chat.postMessage').length;
    await expect.poll(underWay).toBe(8);
    const stopping = fortnight.stop();
    release();
    await Promise.all([stopping, striking]);
    expect(underWay()).toBe(8);
    await fortnight.restart();
    await fortnight.strike(london('2013-11-19 17:31'));
    expect(counts(fortnight, leads)).toEqual([1]);
  });

  it('[Y17] go at once to whoever waits for their turn when the app is told to stop, and to nobody else', async () => {
    const fortnight = await openFortnight({ others: 60, slackMinute: 3_600_000, patience });
    await startMany(fortnight.inspections(), 60, '2013-11-19T09:00:00.000Z');
    const striking = fortnight.strike(london('2013-11-19 17:30'));
    await expect.poll(() => callsOf(fortnight, 'chat.postMessage').length).toBe(50);
    await fortnight.stop();
    await striking;
    expect(callsOf(fortnight, 'chat.postMessage').length).toBeLessThanOrEqual(58);
  });

  it('[Y16] come a second apart to somebody who leads ten inspections, and hold up nobody who types', async () => {
    const fortnight = await openFortnight({ others: 10, slackMinute: minute, patience });
    await startNorthmoor(fortnight);
    await startMany(fortnight.inspections(), 10, '2013-11-19T09:00:00.000Z', people.lead);
    fortnight.slack.keepTiers(minute);
    const striking = fortnight.strike(london('2013-11-19 17:30'));
    expect(told(await judge(fortnight, 'inspector', 'evidence help - Late'))).toContain('Saved E-001');
    await striking;
    expect(summariesTo(fortnight.slack, [people.lead])).toEqual([11]);
    expect(refusedForPace(fortnight)).toEqual([]);
  });

  it('[Y18] find their way where the conversation that the record knows is not there any more', async () => {
    const fortnight = await openFortnight({ others: 1 });
    const [id = ''] = await startMany(fortnight.inspections(), 1, '2013-11-19T09:00:00.000Z');
    const person = { team: team.id, user: fortnight.slack.appUser };
    const recipient = { team: team.id, user: 'UMANY1' };
    const note = (command: object, request: string) =>
      fortnight
        .inspections()
        .record(id, { recipient, day: '2013-11-19', ...command }, { person, at: '2013-11-19T17:30:00.000Z', request });
    await note({ type: 'ClaimDailySummary' }, 'claimed');
    await note({ type: 'NoteDailySummary', became: { channel: 'DELSEWHERE', ts: '1.1', text: 'Said' } }, 'posted');
    await news(fortnight, [id], '2013-11-20T09:00:00.000Z');
    await fortnight.strike(london('2013-11-20 17:30'));
    await fortnight.strike(london('2013-11-20 17:31'));
    expect(summariesTo(fortnight.slack, ['UMANY1'])).toEqual([1]);
  });
});

describe('forty boards that all change, and change again', () => {
  it('[H18] [H20] show the truth, the longest waiting first, each once for all that changed meanwhile, and none is refused', async () => {
    const fortnight = await openFortnight({ others: 40, rooms: 40, slackMinute: minute, patience });
    await startNorthmoor(fortnight);
    const leads = leadsOf(40);
    await startMany(fortnight.inspections(), 40, '2013-11-19T09:00:00.000Z');
    fortnight.slack.keepTiers(minute);
    await fortnight.restart();
    await fortnight.slack.quiet();
    const begun = fortnight.slack.calls.length;
    const since = (method: string) => fortnight.slack.calls.slice(begun).filter((call) => call.method === method);
    const updates = () => since('chat.update').map((call) => String(call.arguments.channel));
    const recorded = async () => {
      const all = await fortnight.inspections().running();
      return all.reduce((sum, { evidence }) => sum + evidence.size, 0);
    };
    const acts: Promise<unknown>[] = [];
    const changeAll = async (words: string, before: number) => {
      for (const [place, lead] of leads.entries()) {
        acts.push(fortnight.slack.person(lead).command(`COF${lead}`, `evidence help - ${words}`));
        await expect.poll(recorded, { interval: 1 }).toBe(before + place + 1);
      }
    };
    await changeAll('Late', 0);
    await changeAll('Late again', 40);
    acts.push(fortnight.as('inspector').command('CTEAM', 'concern C-017 left with an adult who must not see them'));
    const told = () => fortnight.slack.directMessages(people.lead).filter(({ text }) => text.includes('K-001')).length;
    await expect.poll(told, { interval: 1 }).toBe(1);
    const before = updates().length;
    await Promise.all(acts);
    // Nobody who must know of a child waits for a board.
    expect(updates().length).toBeGreaterThan(before);
    // Each of the forty was shown before any was shown again, in the order in which they changed, but for the eight that go at once.
    const [shown, changed] = [updates().slice(0, 40), leads.map((lead) => `COF${lead}`)];
    expect([...shown].sort()).toEqual([...changed].sort());
    for (const [place, board] of shown.entries())
      expect(Math.abs(changed.indexOf(board) - place), board).toBeLessThan(8);
    expect(Math.max(...leads.map((lead) => updates().filter((each) => each === `COF${lead}`).length))).toBeLessThan(3);
    for (const lead of leads)
      expect(fortnight.slack.channel(`COF${lead}`).pinned()[0]?.text, lead).toContain('2 items');
    expect(refusedForPace(fortnight)).toEqual([]);
  });
});

describe('what cannot wait', () => {
  it('[H19] goes before all that waits for its turn, and that goes by how long it has waited', async () => {
    const pace = paces(100, new AbortController().signal);
    const went: string[] = [];
    const open = (name: string, turn?: number) => pace.opening('', async () => void went.push(name), turn);
    const first = Array.from({ length: 50 }, () => open('first', pace.turn()));
    const [early, late] = [pace.turn(), pace.turn()];
    await Promise.all([...first, open('late', late), open('early', early), open('a child at risk'), open('an answer')]);
    expect(went.slice(50)).toEqual(['a child at risk', 'an answer', 'early', 'late']);
  });
});

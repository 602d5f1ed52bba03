import { describe, expect, it } from 'vitest';
import { judge, storedOf, told } from '../../support/acts.ts';
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

describe('boards that change at once', () => {
  it('[H18] follow one pace together, the oldest change first, and show how things stand in the end', async () => {
    const fortnight = await openFortnight({ slackMinute: minute, patience });
    await startNorthmoor(fortnight);
    const ida = fortnight.as('outsider');
    await ida.command('COTHER', 'start');
    await ida.submit({
      'Local authority': 'Southport',
      'First day on site': '2013-11-19',
      Framework: 'sif-2013',
      'Lead inspector': people.outsider,
      'Quality assurance manager': people.qualityAssurance,
    });
    await ida.closeView();
    await fortnight.slack.quiet();
    const updates = () => callsOf(fortnight, 'chat.update').map((call) => call.arguments.channel);
    const before = updates().length;
    let release = () => {};
    fortnight.slack.delay('chat.update', new Promise<void>((resolve) => (release = resolve)));
    const recorded = async (id: string) => (await storedOf(fortnight, 'EvidenceRecorded', id)).length;
    const first = ida.command('COTHER', 'evidence help - Late in two cases');
    await expect.poll(() => updates().length).toBe(before + 1);
    const others = ['Seen', 'Seen again'].map((seen) =>
      fortnight.as('inspector').command('CTEAM', `evidence help - ${seen}`),
    );
    await expect.poll(() => recorded('northmoor-2013-11-19')).toBe(2);
    const second = ida.command('COTHER', 'evidence help - Late again');
    await expect.poll(() => recorded('southport-2013-11-19')).toBe(2);
    expect(updates().slice(before)).toEqual(['COTHER']);
    release();
    await Promise.all([first, second, ...others]);
    expect(updates().slice(before)).toEqual(['COTHER', 'CTEAM', 'COTHER']);
    for (const channel of ['CTEAM', 'COTHER'])
      expect(fortnight.slack.channel(channel).pinned()[0]?.text).toContain('2 items');
  });
});

import { describe, expect, it } from 'vitest';
import { judge, page, told, wordsOf } from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { team } from '../../support/workspace.ts';

const opened = async (): Promise<Fortnight> => {
  const fortnight = await openNorthmoor();
  await judge(fortnight, 'inspector', 'request audits of the last three months');
  await judge(fortnight, 'inspector', 'request minutes of the adoption panel');
  return fortnight;
};

/** What the lead is told of people: not who else is in the channel. */
const heard = (fortnight: Fortnight): string[] =>
  fortnight.slack
    .directMessages(people.lead)
    .map(({ blocks }) => wordsOf(blocks))
    .filter((words) => words.includes('Chi Lam'));

const takenOff = async (fortnight: Fortnight, who: 'lead' | 'deputy'): Promise<string> => {
  await judge(fortnight, who, 'team change');
  const saved = page(await fortnight.as(who).submit({ Inspectors: [people.secondInspector] }));
  await fortnight.as(who).closeView();
  await fortnight.slack.quiet();
  return saved;
};

const waiting = 'Chi Lam: asked the authority for Q-001 and Q-002';

describe('somebody who leaves the team', () => {
  it('[HM21] is named with what waited for them to who changed the team, in the list, and to the lead', async () => {
    const fortnight = await opened();
    expect(await takenOff(fortnight, 'deputy')).toContain(waiting);
    expect(told(await judge(fortnight, 'observer', 'team'))).toContain(waiting);
    const [message, ...more] = heard(fortnight);
    expect(message).toContain('Northmoor: Chi Lam is no longer on the team.');
    expect(message).toContain(waiting);
    expect(more).toEqual([]);
  });

  it('[HM21] is not told of to the lead who took them off', async () => {
    const fortnight = await opened();
    expect(await takenOff(fortnight, 'lead')).toContain(waiting);
    expect(heard(fortnight)).toEqual([]);
  });
});

describe('somebody who leaves Slack', () => {
  it('[HM22] is named to the lead with what waits for somebody else now', async () => {
    const fortnight = await opened();
    const event = {
      type: 'user_change',
      user: { id: people.inspector, team_id: team.id, deleted: true },
      event_ts: '1.1',
    };
    await fortnight.slack.send('events_api', {
      ...{ type: 'event_callback', team_id: team.id, api_app_id: 'A1', event_id: 'Ev1', event_time: 1 },
      event,
    });
    await fortnight.slack.quiet();
    expect(heard(fortnight)[0]).toContain('the Slack account of Chi Lam was deactivated');
    expect(heard(fortnight)[0]).toContain('What waits for somebody else now: asked the authority for Q-001 and Q-002.');
  });
});

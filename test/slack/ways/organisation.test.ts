import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../src/local-slack/index.ts';
import { page, told, underFields } from '../../support/acts.ts';
import { type Fortnight, openFortnight, startNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { team, teamChannel } from '../../support/workspace.ts';

/** Somebody who works in this workspace and whose own is another of the same organisation. */
const lou = { id: 'ULOU', name: 'lou', realName: 'Lou Grant', kind: 'other-workspace', team: 'TSISTER' } as const;

const withLou = async (): Promise<Fortnight> => {
  const fortnight = await openFortnight({ more: [lou] });
  await fortnight.slack.invite(lou.id, teamChannel);
  await startNorthmoor(fortnight, 'sif-2013', { Inspectors: [people.inspector, lou.id] });
  return fortnight;
};

const found = 'Visits to two children were nine days late.';
const filled = { 'Judgement area': ['help-and-protection'], 'What did you find?': found, 'It is': 'concern' };

describe('somebody whose own workspace is another of the same organisation', () => {
  it('[W6] is one person on the team, whether they write a line, send a form, press a button or use a shortcut', async () => {
    const fortnight = await withLou();
    const there = fortnight.slack.person(lou.id);
    expect(told(await there.command(teamChannel, 'evidence help - Late in two cases'))).toContain('Saved E-001');
    await there.command(teamChannel, 'evidence');
    expect(page(await there.submit(filled))).toContain('Saved E-002');
    await there.closeView();
    const mine = await there.command(teamChannel, 'mine');
    expect(told(mine)).toContain('E-001');
    expect(told(mine)).toContain('E-002');
    const [board] = fortnight.slack.channel(teamChannel).pinned();
    if (!board) throw new Error('There is no board');
    expect((await there.press(board, 'Record evidence')).view?.callback_id).toBe('form:evidence');
    await there.closeView();
    const by = (await fortnight.entries('northmoor-2013-11-19')).map(({ header }) => header.person);
    expect(by.filter(({ user }) => user === lou.id)).toEqual([
      { team: team.id, user: lou.id },
      { team: team.id, user: lou.id },
    ]);
  });

  it('[W6] may start an inspection and lead it', async () => {
    const fortnight = await openFortnight({ more: [lou] });
    await fortnight.slack.invite(lou.id, teamChannel);
    const there = fortnight.slack.person(lou.id);
    await there.command(teamChannel, 'start');
    const started = await there.submit({
      'Local authority': 'Northmoor',
      Framework: 'sif-2013',
      'First day on site': '2013-11-19',
      'Lead inspector': lou.id,
    });
    expect(underFields(started)).toBe('');
    expect(fortnight.slack.channel(teamChannel).pinned()[0]?.text).toContain('lead Lou Grant');
  });

  it('[W6] is asked to try again where Slack does not say who they are, and the form keeps what they typed', async () => {
    const fortnight = await withLou();
    const there = fortnight.slack.person(lou.id);
    await there.command(teamChannel, 'evidence');
    fortnight.forward(10);
    fortnight.slack.fail('users.info', { status: 503 }, 5);
    const sent = await there.submit(filled);
    expect(underFields(sent)).toContain('in the form');
    expect(there.typed()).toMatchObject({ text: found });
    expect(fortnight.faults.splice(0)).toHaveLength(1);
  });
});

describe('somebody of another organisation', () => {
  it('[W7] is refused, and what they typed stays in the form', async () => {
    const fortnight = await withLou();
    await fortnight.as('inspector').command(teamChannel, 'evidence');
    const view = { ...fortnight.as('inspector').view() } as JsonObject;
    const strangers = { team: { id: team.id }, user: { id: people.stranger, team_id: 'TELSEWHERE' } };
    const sent = await fortnight.slack.send('interactive', { ...strangers, type: 'view_submission', view });
    expect(sent).toMatchObject({ payload: { response_action: 'errors' } });
    expect(JSON.stringify(sent)).toContain('members of its own workspace only');
  });

  it('[W7] is given back the line they typed', async () => {
    const fortnight = await withLou();
    await fortnight.slack.setShared(teamChannel, true);
    await fortnight.slack.invite(people.stranger, teamChannel);
    const answer = told(await fortnight.as('stranger').command(teamChannel, 'evidence help - Late in two cases'));
    expect(answer).toContain('members of its own workspace only');
    expect(answer).toContain('evidence help - Late in two cases');
  });

  it('[W7] a line is given back whole to whoever may not record it', async () => {
    const fortnight = await withLou();
    const answer = told(await fortnight.as('observer').command(teamChannel, 'evidence help - Late in two cases'));
    expect(answer).toContain('may record evidence');
    expect(answer).toContain('evidence help - Late in two cases');
  });
});

import { describe, expect, it } from 'vitest';
import type { JsonObject, View } from '../../../src/local-slack/index.ts';
import {
  fillIn,
  judge,
  page,
  readyToSign,
  record,
  signOff,
  something,
  stored,
  told,
  underFields,
} from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

/** The lead makes somebody an observer. */
const takeRole = async (fortnight: Fortnight, who: Who) => {
  const left = [people.inspector, people.secondInspector].filter((user) => user !== people[who]);
  const { errors } = await fillIn(fortnight, 'lead', 'team change', {
    ...(who === 'deputy' ? { 'Deputy lead': null } : { Inspectors: left }),
    Observers: [people.observer, people[who]],
  });
  if (errors) throw new Error(Object.values(errors).join(' '));
};

describe('a role taken away while a form stands open', () => {
  const open: [words: string, who: Who, values: JsonObject][] = [
    ['evidence', 'inspector', something as unknown as JsonObject],
    ['edit E-007', 'inspector', { 'What did you find?': 'Something else' }],
    ['withdraw E-007', 'inspector', { 'Why is it withdrawn?': 'Seen twice' }],
    ['grade help', 'inspector', { Grade: 'good', 'Why this grade?': 'As seen' }],
    ['overall', 'deputy', {}],
    ['team change', 'deputy', { 'Partner inspectors': [] }],
    ['sign-off', 'deputy', {}],
    ['export', 'deputy', {}],
  ];
  it.each(open)('[W2] refuses "%s" of %s at submission and keeps nothing', async (words, who, values) => {
    const fortnight = await openNorthmoor();
    await readyToSign(fortnight);
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await fillIn(fortnight, 'lead', 'overall', {});
    const { view } = await judge(fortnight, who, words);
    expect(view?.callback_id).toBe(`form:${words.split(' ')[0]}`);
    await takeRole(fortnight, who);
    const before = await stored(fortnight);
    const submitted = await fortnight.as(who).submit(values as Parameters<ReturnType<Fortnight['as']>['submit']>[0]);
    expect(`${underFields(submitted)}${page(submitted)}`).toContain('Only the lead inspector');
    expect(await stored(fortnight)).toEqual(before);
  });

  it('[W2] refuses to reopen', async () => {
    const fortnight = await openNorthmoor();
    await readyToSign(fortnight);
    await signOff(fortnight);
    await judge(fortnight, 'deputy', 'reopen');
    await takeRole(fortnight, 'deputy');
    const refused = await fortnight.as('deputy').submit({ 'Why is it reopened?': 'A late report' });
    expect(underFields(refused)).toContain('may reopen');
    expect(await fortnight.inspections().of('northmoor-2013-11-19')).toMatchObject({ sealed: true });
  });

  it('[W2] shows no evidence in a form that is drawn again', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'secondInspector', 'leadership - Supervision notes are missing');
    await judge(fortnight, 'inspector', 'grade');
    const inspector = fortnight.as('inspector');
    await takeRole(fortnight, 'inspector');
    await inspector.fill({ 'Judgement area': 'leadership' });
    expect(page({ view: inspector.view() })).not.toContain('Supervision notes');
  });
});

describe('people of another organisation', () => {
  const words = 'Fortnight is for members of its own workspace only.';
  const shared = async () => {
    const fortnight = await openNorthmoor();
    await fortnight.slack.setShared(teamChannel, true);
    await fortnight.slack.invite(people.stranger, teamChannel);
    return fortnight;
  };

  it.each(['', 'status', 'evidence help - Late', 'summary', 'find late', 'start', 'help'])(
    '[W5] are refused when they type /judge %s',
    async (typed) => {
      const fortnight = await shared();
      const outcome = await judge(fortnight, 'stranger', typed);
      expect(told(outcome)).toBe(typed.includes(' ') ? `${words}\n${typed}` : words);
      expect(outcome.view).toBeUndefined();
    },
  );

  it('[W5] are refused when they press a button', async () => {
    const fortnight = await shared();
    const [board] = fortnight.slack.channel(teamChannel).messages();
    if (!board) throw new Error('There is no board');
    for (const button of ['Record evidence', 'Give a judgement', 'Do something…']) {
      const outcome = await fortnight.as('stranger').press(board, button);
      expect([told(outcome), outcome.view]).toEqual([words, undefined]);
    }
  });

  it('[W5] are refused when they send a form, even under the lead’s own user id', async () => {
    const fortnight = await shared();
    await judge(fortnight, 'lead', 'evidence');
    await fortnight.as('lead').fill(something);
    const view = fortnight.as('lead').view();
    const before = await stored(fortnight);
    for (const user of [people.stranger, people.lead]) {
      const sent = { type: 'view_submission', team: { id: 'TFORT' }, user: { id: user, team_id: 'TELSEWHERE' } };
      const acknowledgement = await fortnight.slack.send('interactive', { ...sent, view: view as View & JsonObject });
      expect(JSON.stringify(acknowledgement)).toContain(words);
    }
    expect(await stored(fortnight)).toEqual(before);
  });

  it('[W5] are given nothing to choose from', async () => {
    const fortnight = await shared();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await judge(fortnight, 'lead', 'grade help');
    const view = fortnight.as('lead').view();
    const asked = {
      type: 'block_suggestion',
      block_id: 'evidence',
      action_id: 'evidence:help-and-protection',
      value: '',
    };
    for (const [user, count] of [
      [{ id: people.lead, team_id: 'TFORT' }, 2],
      [{ id: people.stranger, team_id: 'TELSEWHERE' }, 0],
      [{ id: people.lead, team_id: 'TELSEWHERE' }, 0],
    ] as const) {
      const sent = { ...asked, team: { id: 'TFORT' }, user, view: view as View & JsonObject };
      const acknowledgement = await fortnight.slack.send('interactive', sent);
      expect(acknowledgement).toMatchObject({ payload: { options: Array.from({ length: count }, () => ({})) } });
    }
  });
});

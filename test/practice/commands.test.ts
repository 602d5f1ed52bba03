import { describe, expect, it } from 'vitest';
import { NotPossible } from '../../src/local-slack/index.ts';
import { form, opens, textInput } from './small-forms.ts';
import { openTeam, startApp, team } from './tiny-app.ts';

describe('typing a slash command', () => {
  it('[K1] shows the message in the acknowledgement to that person alone', async () => {
    const { slack } = await openTeam();
    await startApp(slack, (app) => app.command('/judge', ({ ack, body }) => ack(`You said ${body.text}`)), 1);
    const answer = await slack.person('U0ANA').command('C0TEAM', 'progress');
    expect(answer).toMatchObject({ answered: true, said: { text: 'You said progress', to: 'U0ANA' }, view: undefined });
    expect(slack.ephemeral('U0ANA', 'C0TEAM')).toEqual([answer.said]);
    expect(slack.ephemeral('U0ANA', 'C0LOBBY')).toEqual([]);
    expect(slack.ephemeral('U0BEN')).toEqual([]);
    expect(slack.channel('C0TEAM').messages()).toEqual([]);
  });

  it('[K1] shows it to everyone where the app says in_channel', async () => {
    const { slack } = await openTeam();
    await startApp(
      slack,
      (app) => app.command('/judge', ({ ack }) => ack({ response_type: 'in_channel', text: 'For all' })),
      1,
    );
    const answer = await slack.person('U0ANA').command('C0LOBBY', '');
    expect(answer.said).toBeUndefined();
    expect(slack.channel('C0LOBBY').messages()).toMatchObject([{ text: 'For all', by: slack.appUser }]);
  });

  it('[K2] sends the text as Slack escapes it, people and channels as ids', async () => {
    const { slack } = await openTeam();
    await startApp(slack, (app) => app.command('/judge', ({ ack, body }) => ack(body.text)), 1);
    const { said } = await slack.person('U0ANA').command('C0TEAM', 'a < b & @ben in #lobby, @nobody, #northmoor');
    expect(said?.text).toBe('a &lt; b &amp; <@U0BEN|ben> in #lobby, @nobody, <#C0TEAM|>');
  });

  it('[K3] gives the form that the app opened with its trigger, once the app is done', async () => {
    const { slack } = await openTeam();
    await startApp(slack, (app) => opens(app, form('evidence', [textInput('What did you find?', 'text')])), 1);
    const { view } = await slack.person('U0ANA').command('C0TEAM', 'evidence');
    expect(view).toMatchObject({ callback_id: 'evidence', root_view_id: view?.id, previous_view_id: null });
    expect(slack.person('U0ANA').view()).toEqual(view);
    expect(slack.person('U0BEN').view()).toBeUndefined();
  });

  it('[K3] waits for work between the acknowledgement and the form, where the app says when it is idle', async () => {
    const { slack } = await openTeam();
    let working = Promise.resolve();
    slack.follow(() => working);
    await startApp(
      slack,
      (app) =>
        app.command('/judge', ({ ack, client, body }) => {
          working = (async () => {
            await ack();
            for (let turn = 0; turn < 100; turn += 1) await new Promise((resolve) => setImmediate(resolve));
            await client.views.open({ trigger_id: body.trigger_id, view: form('late', [textInput('Text', 'text')]) });
          })();
          return working;
        }),
      1,
    );
    expect((await slack.person('U0ANA').command('C0TEAM', '')).view?.callback_id).toBe('late');
  });

  it('[K4] says so when no app is connected, and when it does not answer in time', async () => {
    const { slack } = await openTeam({ ...team, patience: 100 });
    const ana = slack.person('U0ANA');
    expect(await ana.command('C0TEAM', 'help')).toMatchObject({ answered: false, said: undefined, shown: [] });
    await startApp(slack, (app) => app.command('/judge', async () => {}), 1);
    expect(await ana.command('C0TEAM', 'help')).toMatchObject({ answered: false });
  });

  it('[K5] cannot be done where that person is not, or by somebody who is deactivated', async () => {
    const { slack } = await openTeam();
    await expect(slack.person('U0BEN').command('C0QUIET', 'help')).rejects.toThrow(NotPossible);
    expect(() => slack.person('U0LEFT')).toThrow(NotPossible);
    expect(() => slack.person('U0NOBODY')).toThrow('nobody in the workspace is U0NOBODY');
  });
});

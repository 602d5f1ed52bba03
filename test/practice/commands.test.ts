import { describe, expect, it } from 'vitest';
import { openTeam, startApp } from './tiny-app.ts';

describe('typing a slash command', () => {
  it('[K1] shows the acknowledgement to the person alone', async () => {
    const { slack } = await openTeam();
    await startApp(slack, (app) => app.command('/judge', ({ ack, body }) => ack(`You said ${body.text}`)), 1);
    const answer = await slack.person('U0ANA').command('C0TEAM', 'evidence a < b & @ben');
    expect(answer.said?.text).toBe('You said evidence a &lt; b &amp; <@U0BEN|ben>');
    expect(slack.ephemeral('U0ANA', 'C0TEAM')).toHaveLength(1);
    expect(slack.ephemeral('U0BEN')).toHaveLength(0);
  });

  it('[K2] opens a form with its trigger, and submits it', async () => {
    const { slack } = await openTeam();
    await startApp(
      slack,
      (app) => {
        app.command('/judge', async ({ ack, client, body }) => {
          await ack();
          await client.views.open({
            trigger_id: body.trigger_id,
            view: {
              type: 'modal',
              callback_id: 'evidence',
              title: { type: 'plain_text', text: 'Evidence' },
              submit: { type: 'plain_text', text: 'Save' },
              blocks: [
                {
                  type: 'input',
                  block_id: 'text',
                  label: { type: 'plain_text', text: 'What did you find?' },
                  element: { type: 'plain_text_input', action_id: 'text' },
                },
              ],
            },
          });
        });
        app.view('evidence', async ({ ack, view }) => {
          const said = view.state.values.text?.text?.value;
          if (said === 'no') await ack({ response_action: 'errors', errors: { text: 'Say more', nowhere: 'x' } });
          else await ack();
        });
      },
      1,
    );
    const ana = slack.person('U0ANA');
    const { view } = await ana.command('C0TEAM', 'evidence');
    expect(view?.callback_id).toBe('evidence');
    expect((await ana.submit({ 'What did you find?': 'no' })).errors).toEqual({ text: 'Say more' });
    expect(await ana.submit({ text: 'Plans are current' })).toEqual({
      answered: true,
      errors: undefined,
      view: undefined,
      closed: true,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { words } from './small-forms.ts';
import { openTeam, startApp } from './tiny-app.ts';

const button = {
  type: 'actions' as const,
  elements: [{ type: 'button' as const, action_id: 'post', text: words('Post it'), value: 'E-014' }],
};

describe('answering later, and through buttons', () => {
  it('[K24] takes five answers within thirty minutes', async () => {
    const { slack } = await openTeam();
    const errors: string[] = [];
    await startApp(
      slack,
      (app) => {
        app.command('/judge', async ({ ack, respond }) => {
          await ack();
          for (let time = 1; time <= 6; time += 1)
            await respond(`Answer ${time}`).catch((error: Error) => errors.push(error.message));
        });
      },
      1,
    );
    const { shown, said } = await slack.person('U0ANA').command('C0TEAM', '');
    expect(said).toBeUndefined();
    expect(shown.map(({ text, via }) => `${text} ${via}`)).toEqual(
      [1, 2, 3, 4, 5].map((time) => `Answer ${time} response_url`),
    );
    expect(errors).toEqual([expect.stringContaining('404')]);
    expect(slack.calls.filter(({ method }) => method === 'response_url')).toHaveLength(6);
  });

  it('[K24] takes none after thirty minutes', async () => {
    const { slack, clock } = await openTeam();
    let late: (() => Promise<unknown>) | undefined;
    await startApp(
      slack,
      (app) =>
        app.command('/judge', async ({ ack, respond }) => {
          late = () => respond('Late');
          await ack();
        }),
      1,
    );
    await slack.person('U0ANA').command('C0TEAM', '');
    clock.forward(30 * 60_000 + 1);
    await expect(late?.()).rejects.toThrow('404');
    expect(slack.ephemeral('U0ANA')).toEqual([]);
  });

  it('[K25] presses buttons where they stand: before one person, in the channel, in the App Home', async () => {
    const { slack } = await openTeam();
    const pressed: unknown[] = [];
    await startApp(
      slack,
      (app) => {
        app.command('/judge', ({ ack }) => ack({ text: 'Preview', blocks: [button] }));
        app.event('app_home_opened', async ({ client, event }) => {
          await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [button] } });
        });
        app.action('post', async ({ ack, action, body, client, respond }) => {
          await ack();
          if (body.type !== 'block_actions') return;
          pressed.push([body.container.type, body.container.is_ephemeral, action.type === 'button' && action.value]);
          if (body.container.type === 'view') return;
          if (body.container.is_ephemeral) {
            await client.chat.postMessage({ channel: 'C0TEAM', text: 'Summary', blocks: [button] });
            await respond({ replace_original: true, text: 'Posted' });
          } else await respond({ replace_original: true, text: 'Summary, pressed' });
        });
      },
      1,
    );
    const ana = slack.person('U0ANA');
    const { said } = await ana.command('C0TEAM', 'summary');
    if (!said) throw new Error('nothing was said');
    await expect(ana.press(said, 'Do it')).rejects.toThrow('there is no "Do it" here. There is: "Post it"');
    await ana.press(said, 'Post it');
    expect(slack.ephemeral('U0ANA')).toMatchObject([{ text: 'Posted', blocks: [] }]);
    const [summary] = slack.channel('C0TEAM').messages();
    if (!summary) throw new Error('nothing was posted');
    await slack.person('U0BEN').press(summary, 'post');
    expect(slack.channel('C0TEAM').messages()).toMatchObject([{ text: 'Summary, pressed', edited: true }]);
    expect((await ana.openHome())?.type).toBe('home');
    await ana.press('home', 'Post it');
    expect(pressed).toEqual([
      ['message', true, 'E-014'],
      ['message', false, 'E-014'],
      ['view', undefined, 'E-014'],
    ]);
  });

  it('[K26] opens a form with a trigger once, and not after three seconds', async () => {
    const { slack, clock } = await openTeam();
    const errors: unknown[] = [];
    const view = { type: 'modal' as const, title: words('Form'), blocks: [button] };
    await startApp(
      slack,
      (app) =>
        app.command('/judge', async ({ ack, client, body }) => {
          await ack();
          clock.forward(Number(body.text));
          for (const trigger_id of [body.trigger_id, body.trigger_id, '1.2.3'])
            await client.views.open({ trigger_id, view }).catch((error) => errors.push(error.data.error));
        }),
      1,
    );
    const ana = slack.person('U0ANA');
    expect((await ana.command('C0TEAM', '3000')).view).toBeDefined();
    expect((await ana.command('C0TEAM', '3001')).view).toBeUndefined();
    expect(errors).toEqual([
      'exchanged_trigger_id',
      'invalid_trigger_id',
      'expired_trigger_id',
      'expired_trigger_id',
      'invalid_trigger_id',
    ]);
  });
});

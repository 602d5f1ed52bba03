import type { ViewResponseAction } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import type { LocalSlack, PersonAtSlack } from '../../src/local-slack/index.ts';
import { form, opens, textInput } from './small-forms.ts';
import { openTeam, startApp } from './tiny-app.ts';

const evidence = {
  ...form('evidence', [textInput('Text', 'text')]),
  private_metadata: 'request 1',
  notify_on_close: true,
};

/** A form whose submissions the app answers one after the other, and the person who has it open. */
const answering = async (
  ...answers: (ViewResponseAction | undefined)[]
): Promise<{ slack: LocalSlack; ana: PersonAtSlack; closed: string[] }> => {
  const { slack } = await openTeam();
  const closed: string[] = [];
  await startApp(
    slack,
    (app) => {
      opens(app, evidence);
      app.view('evidence', async ({ ack }) => {
        const answer = answers.shift();
        await (answer ? ack(answer) : ack());
      });
      app.view({ type: 'view_closed', callback_id: 'evidence' }, async ({ ack, body }) => {
        closed.push(body.view.private_metadata);
        await ack();
      });
    },
    1,
  );
  const ana = slack.person('U0ANA');
  await ana.command('C0TEAM', '');
  return { slack, ana, closed };
};

describe('sending a form', () => {
  it('[K10] keeps it open with errors, of which only those for its own inputs stand', async () => {
    const { ana } = await answering({ response_action: 'errors', errors: { text: 'Say more', elsewhere: 'Lost' } });
    const sent = await ana.submit({ Text: 'Thin' });
    expect(sent).toMatchObject({ answered: true, errors: { text: 'Say more' }, closed: false });
    expect(sent.view?.id).toBe(ana.view()?.id);
    expect(ana.typed()).toEqual({ text: 'Thin' });
    expect((await ana.submit()).closed).toBe(true);
  });

  it('[K11] is replaced under the same id and a new hash', async () => {
    const { ana } = await answering({
      response_action: 'update',
      view: { ...form('receipt', [textInput('Another', 'another')]), private_metadata: 'request 2' },
    });
    const before = ana.view();
    const { view, closed } = await ana.submit({ Text: 'Plans are current' });
    expect(closed).toBe(false);
    expect(view).toMatchObject({
      id: before?.id,
      callback_id: 'receipt',
      private_metadata: 'request 2',
      root_view_id: before?.id,
    });
    expect(view?.hash).not.toBe(before?.hash);
    expect(ana.typed()).toEqual({ another: null });
  });

  it('[K12] stacks at most three forms, shows the one beneath when one closes, and clears them all', async () => {
    const next: ViewResponseAction = { response_action: 'push', view: evidence };
    const { ana } = await answering(next, next, undefined, { response_action: 'clear' });
    await ana.submit({ Text: 'One' });
    await ana.submit({ Text: 'Two' });
    expect(ana.views()).toHaveLength(3);
    const [first, second, third] = ana.views();
    expect([second?.previous_view_id, third?.previous_view_id, third?.root_view_id]).toEqual([
      first?.id,
      second?.id,
      first?.id,
    ]);
    expect((await ana.submit({ Text: 'Three' })).view?.id).toBe(second?.id);
    expect(await ana.submit()).toMatchObject({ closed: true, view: undefined });
    expect(ana.views()).toEqual([]);
  });

  it('[K12] refuses a fourth form', async () => {
    const next: ViewResponseAction = { response_action: 'push', view: evidence };
    const { ana } = await answering(next, next, next);
    await ana.submit({ Text: 'One' });
    await ana.submit({ Text: 'Two' });
    await expect(ana.submit({ Text: 'Three' })).rejects.toThrow('push_limit_reached');
  });

  it('[K13] tells the app when it is closed, where the form asks for it', async () => {
    const { ana, closed } = await answering();
    await ana.closeView();
    expect(closed).toEqual(['request 1']);
    expect(ana.view()).toBeUndefined();
    await expect(ana.closeView()).rejects.toThrow('has no form open');
  });

  it('[K14] can arrive twice: at once, and again later, as the very same payload', async () => {
    const { slack, ana } = await answering(undefined, undefined, undefined);
    await ana.fill({ Text: 'Plans are current' });
    const [one, other] = await ana.doubleSubmit();
    expect([one.answered, other.answered, one.closed]).toEqual([true, true, true]);
    expect(await ana.resubmit()).toMatchObject({ answered: true, closed: true });
    expect(slack.answers.filter(({ to }) => to === 'view_submission')).toHaveLength(3);
  });

  it('[K4] stays open when nothing comes back', async () => {
    const { slack, ana } = await answering();
    await ana.fill({ Text: 'Plans are current' });
    slack.cutSockets();
    expect(await ana.submit()).toMatchObject({ answered: false, closed: false });
    expect(ana.typed()).toEqual({ text: 'Plans are current' });
    await slack.connected();
  });
});

import type { ModalView } from '@slack/types';
import { describe, expect, it } from 'vitest';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { form, input, opens, option, textInput, words } from './small-forms.ts';
import { openTeam, startApp } from './tiny-app.ts';

const grades = [option('Good', 'good'), option('Requires improvement', 'requires-improvement')];

const everyKind = form('kinds', [
  input('Text', 'text', {
    type: 'plain_text_input',
    action_id: 'a',
    multiline: true,
    max_length: 20,
    initial_value: 'As it was',
  }),
  input('Grade', 'grade', { type: 'static_select', action_id: 'a', options: grades }),
  input('Areas', 'areas', {
    type: 'multi_static_select',
    action_id: 'a',
    option_groups: [{ label: words('Key'), options: grades }],
  }),
  input('Sign', 'sign', {
    type: 'radio_buttons',
    action_id: 'a',
    options: grades,
    initial_option: option('Good', 'good'),
  }),
  input('About', 'about', { type: 'checkboxes', action_id: 'a', options: grades }),
  input('Lead', 'lead', { type: 'users_select', action_id: 'a' }),
  input('Team', 'team', { type: 'multi_users_select', action_id: 'a', initial_users: ['U0ANA'] }),
  input('Channel', 'channel', { type: 'conversations_select', action_id: 'a', default_to_current_conversation: true }),
  input('Day', 'day', { type: 'datepicker', action_id: 'a', initial_date: '2013-11-19' }),
  input('Time', 'time', { type: 'timepicker', action_id: 'a' }),
  input('Moment', 'moment', { type: 'datetimepicker', action_id: 'a' }),
  input('Number', 'number', { type: 'number_input', action_id: 'a', is_decimal_allowed: false, max_value: '9' }),
]);

const openForm = async (view: ModalView): Promise<LocalSlack> => {
  const { slack } = await openTeam();
  await startApp(
    slack,
    (app) => {
      opens(app, view);
      app.view(/.*/, ({ ack }) => ack());
    },
    1,
  );
  await slack.person('U0ANA').command('C0TEAM', '');
  return slack;
};

describe('filling in a form', () => {
  it('[K6] starts from what the form says and takes every kind of input', async () => {
    const slack = await openForm(everyKind);
    const ana = slack.person('U0ANA');
    expect(ana.typed()).toEqual({
      text: 'As it was',
      grade: null,
      areas: [],
      sign: 'good',
      about: [],
      lead: null,
      team: ['U0ANA'],
      channel: 'C0TEAM',
      day: '2013-11-19',
      time: null,
      moment: null,
      number: null,
    });
    await ana.fill({
      Text: 'Two\nlines',
      Grade: 'Requires improvement',
      Areas: ['good', 'Requires improvement'],
      Sign: 'requires-improvement',
      About: ['good'],
      Lead: 'Ben Hughes',
      Team: ['U0ANA', 'ben'],
      Channel: 'lobby',
      Day: '2013-11-20',
      Time: '17:30',
      Moment: 1384885800,
      Number: 7,
    });
    expect(ana.typed()).toEqual({
      text: 'Two\nlines',
      grade: 'requires-improvement',
      areas: ['good', 'requires-improvement'],
      sign: 'requires-improvement',
      about: ['good'],
      lead: 'U0BEN',
      team: ['U0ANA', 'U0BEN'],
      channel: 'C0LOBBY',
      day: '2013-11-20',
      time: '17:30',
      moment: 1384885800,
      number: '7',
    });
    expect(ana.view()?.state.values.grade).toMatchObject({
      a: { type: 'static_select', selected_option: option('Requires improvement', 'requires-improvement') },
    });
    expect(await ana.submit()).toEqual({ answered: true, errors: undefined, view: undefined, closed: true });
  });

  it.each([
    ['a label that is not there', { Nothing: 'x' }, 'there is no "Nothing" here'],
    ['an option that is not offered', { Grade: 'Outstanding' }, 'It offers: Good (good), Requires improvement'],
    ['more text than fits', { Text: 'x'.repeat(21) }, '"Text" takes at most 20 characters, and this has 21'],
    ['somebody who is not there', { Lead: 'Nemo' }, 'nobody in the workspace is Nemo'],
    ['a day that is none', { Day: 'tomorrow' }, 'takes a day such as 2013-11-19'],
    ['what is required and empty', { Text: null }, '"Text" is required and empty'],
    [
      'a number above the most',
      { Grade: 'good', Areas: ['good'], About: ['good'], Lead: 'ana', Time: '17:30', Moment: 1384885800, Number: 10 },
      '"Number" is at most 9',
    ],
  ])('[K7] does not send %s', async (_what, values, words) => {
    const slack = await openForm(everyKind);
    const before = slack.answers.length;
    await expect(slack.person('U0ANA').submit(values)).rejects.toThrow(words);
    expect(slack.answers).toHaveLength(before);
  });

  it('[K8] asks the app for the options of an external select', async () => {
    const { slack } = await openTeam();
    const external = { type: 'multi_external_select', action_id: 'relied', min_query_length: 3 } as const;
    await startApp(
      slack,
      (app) => {
        opens(
          app,
          form('grade', [
            input('Evidence relied on', 'relied', { ...external, initial_options: [option('E-001', 'E-001')] }),
          ]),
        );
        app.options('relied', ({ ack, options }) =>
          ack({ options: [option(`${options.value} Plans are current`, options.value)] }),
        );
        app.view('grade', ({ ack }) => ack());
      },
      1,
    );
    const ana = slack.person('U0ANA');
    await ana.command('C0TEAM', 'grade');
    await expect(ana.fill({ 'Evidence relied on': ['E2'] })).rejects.toThrow('from 3 characters on');
    expect(await ana.suggestions('Evidence relied on', 'E-0')).toEqual([
      { text: 'E-0 Plans are current', value: 'E-0' },
    ]);
    await ana.fill({ relied: ['E-001', 'E-014'] });
    expect(ana.typed()).toEqual({ relied: ['E-001', 'E-014'] });
    expect(slack.answers.filter(({ to }) => to === 'block_suggestion')).toHaveLength(2);
  });

  it('[K9] sends a choice at once where the input dispatches, and keeps what was typed when the form changes', async () => {
    const { slack } = await openTeam();
    const area = {
      ...input('Judgement area', 'area', { type: 'static_select', action_id: 'area', options: grades }),
      dispatch_action: true,
    };
    const blocks = [area, textInput('What did you find?', 'text')];
    await startApp(
      slack,
      (app) => {
        opens(app, form('evidence', blocks));
        app.action('area', async ({ ack, client, body }) => {
          await ack();
          if (body.type !== 'block_actions' || !body.view) return;
          const more = input('Why?', 'why', { type: 'plain_text_input', action_id: 'why', initial_value: 'Because' });
          const renamed = { ...area, block_id: 'area-2' };
          await client.views.update({
            view_id: body.view.id,
            hash: body.view.hash,
            view: form('evidence', [renamed, textInput('Text', 'text'), more]),
          });
        });
      },
      1,
    );
    const ana = slack.person('U0ANA');
    await ana.command('C0TEAM', '');
    await ana.fill({ text: 'Plans are current', 'Judgement area': 'good' });
    expect(ana.typed()).toEqual({ 'area-2': null, text: 'Plans are current', why: 'Because' });
    expect(slack.calls.at(-1)).toMatchObject({ method: 'views.update', response: { ok: true } });
  });
});

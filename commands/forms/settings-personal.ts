import { inWordsOf } from '../../src/domain/field.ts';
import { wantsDailySummary } from '../../src/domain/matters/daily-summary.ts';
import { wantsReminders } from '../../src/domain/matters/personal.ts';
import { may } from '../../src/domain/roles.ts';
import { says } from '../../src/words/message.ts';
import type { AskOfInspection, Receipt, Reply } from '../contract.ts';
import { radio, saidLines } from '../fields.ts';
import { type About, type Choice, type Form, one, type Values } from '../form.ts';
import { keeps } from '../reply.ts';

/** What somebody wants to be sent. Only they see and change it. */

const onOrOff: Choice[] = [
  { value: 'on', label: 'On' },
  { value: 'off', label: 'Off' },
];

const standing = (wanted: boolean): string => (wanted ? 'on' : 'off');

export const drawPersonal = ({ inspection, by, member }: AskOfInspection, values: Values, about: About): Form => ({
  of: 'settings',
  title: 'My settings',
  submit: 'Save',
  pieces: [
    saidLines([
      `For ${inspection.authority} alone. `,
      inWordsOf(inspection, '{A child} at risk is always told to lead and deputy.'),
    ]),
    ...(may(member.role, 'get the daily summary')
      ? [
          radio(
            'dailySummary',
            'Daily summary',
            onOrOff,
            one(values, 'dailySummary') ?? standing(wantsDailySummary(inspection, by)),
            { hint: 'It can be asked for at any time.' },
          ),
        ]
      : []),
    radio('reminders', 'Reminders', onOrOff, one(values, 'reminders') ?? standing(wantsReminders(inspection, by)), {
      hint: 'Direct messages about what waits for you. Your Home lists it either way.',
    }),
  ],
  about,
});

const receipt = ({ inspection, events }: Receipt) => {
  const words = events.flatMap((event) => {
    if (event.type === 'DailySummaryWanted')
      return event.wanted
        ? [`The daily summary comes to you again, at ${inspection.dailySummaryAt} on working days.`]
        : ['You get no more daily summaries.'];
    if (event.type !== 'RemindersWanted') return [];
    return event.wanted
      ? ['You are reminded again of what waits for you.']
      : ['You are reminded no more. Your Home lists what waits for you.'];
  });
  return says('Saved.', ...words);
};

export const submittedPersonal = (_: AskOfInspection, values: Values): Reply => {
  const dailySummary = one(values, 'dailySummary');
  const command = {
    type: 'SetPersonal',
    dailySummary: dailySummary === null ? null : dailySummary === 'on',
    reminders: one(values, 'reminders') === 'on',
  };
  return keeps(command, receipt);
};

import { inWordsOf } from '../src/domain/field.ts';
import { onlyFor } from '../src/domain/only-for.ts';
import { may } from '../src/domain/roles.ts';
import { areaTargetsTyped, cohortTargetsTyped } from '../src/domain/settings.ts';
import { type Button, message } from '../src/words/message.ts';
import { settingsParts } from '../src/words/settings.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import { box, line, radio, saidLines, time } from './fields.ts';
import { type About, type Form, fieldsIn, one, type Values } from './form.ts';
import { askAboutChange, seenIn, seenNow } from './forms/meanwhile.ts';
import { drawPersonal, submittedPersonal } from './forms/settings-personal.ts';
import { savedSaying } from './receipt.ts';
import { keeps, offers } from './reply.ts';

const drawShared = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const { framework, settings, dailySummaryAt } = inspection;
  const number = (field: 'thinItems' | 'thinCases' | 'processDays' | 'processShare', label: string, hint: string) =>
    line(field, label, one(values, field) ?? `${settings[field]}`, { hint });
  return {
    of: 'settings',
    title: 'Settings',
    submit: 'Save',
    pieces: [
      saidLines(['What you change holds from now on, and stays in the record.']),
      time('dailySummaryAt', 'Daily summary at', one(values, 'dailySummaryAt') ?? dailySummaryAt, {
        hint: 'Holds today where neither the old time nor the new one has come yet.',
      }),
      radio(
        'channelDigest',
        'Channel digest',
        [
          { value: 'off', label: 'Off' },
          { value: 'on', label: 'On: counts alone, once a day at that time' },
        ],
        one(values, 'channelDigest') ?? (settings.channelDigest ? 'on' : 'off'),
        { hint: 'It goes to the team channel without a word of anybody’s evidence.' },
      ),
      box(
        'areaTargets',
        inWordsOf(inspection, '{Cases} to read, by area'),
        one(values, 'areaTargets') ?? areaTargetsTyped(framework, settings),
        {
          required: false,
          hint: inWordsOf(
            inspection,
            'A number after each, where one is planned. One {case} can be read across areas.',
          ),
        },
      ),
      box(
        'cohortTargets',
        inWordsOf(inspection, '{Cases} to read, by cohort'),
        one(values, 'cohortTargets') ?? cohortTargetsTyped(framework, settings),
        { required: false, hint: inWordsOf(inspection, 'So many, and out of how many {children}: "12 of 412".') },
      ),
      number(
        'thinItems',
        'Thin below so many items',
        'A grade on fewer says so; it is never forbidden. 0: never said.',
      ),
      number(
        'thinCases',
        inWordsOf(inspection, 'Thin below so many {cases}'),
        inWordsOf(inspection, 'For areas that are judged by {cases}. 0: never said.'),
      ),
      number('processDays', 'Turned to process after so many days', 'The last days on which something was observed.'),
      number('processShare', 'With so much process, in per cent', 'Of what says what it is about.'),
    ],
    about,
  };
};

const receipt = ({ inspection }: Receipt) =>
  savedSaying(`Settings: ${inspection.authority}.`, { buttons: [{ label: 'Settings', does: 'settings show' }] });

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  if (about.what === 'mine') return submittedPersonal(ask, values);
  const changed = { subject: 'settings', did: 'changed the settings', now: settingsParts(ask.inspection) };
  const meanwhile = askAboutChange(ask, about, changed, (asking) => drawShared(ask, values, asking));
  if (meanwhile) return meanwhile;
  const command = {
    type: 'ChangeSettings',
    seen: seenIn(about),
    ...fieldsIn(
      values,
      'dailySummaryAt',
      'channelDigest',
      'areaTargets',
      'cohortTargets',
      'thinItems',
      'thinCases',
      'processDays',
      'processShare',
    ),
  };
  return keeps(command, receipt);
};

const draw = (ask: AskOfInspection, values: Values, about: About): Form =>
  about.what === 'mine' ? drawPersonal(ask, values, about) : drawShared(ask, values, about);

const mineButton: Button = { label: 'My settings', does: 'settings mine' };

const asked = (ask: AskOfInspection): Reply => {
  const words = ask.words.trim().toLowerCase();
  const changes = may(ask.member.role, 'change the settings');
  if (words === 'mine') return { open: drawPersonal(ask, {}, { what: 'mine' }) };
  if (words === 'change' || (words === '' && changes))
    return changes
      ? { open: drawShared(ask, {}, seenNow(ask)) }
      : offers(onlyFor(ask.inspection, 'change the settings'), [mineButton]);
  const buttons = [...(changes ? [{ label: 'Change them', does: 'settings change' }] : []), mineButton];
  return { say: message(...settingsParts(ask.inspection), { buttons }) };
};

export const settings: InspectionSubcommand = {
  of: 'inspection',
  word: 'settings',
  usage: '[mine or show]',
  about: 'Shows the settings; lead and deputy change them. mine is for what you yourself are sent.',
  brief: 'times, targets, and what you are sent',
  offers: [
    { label: 'My settings', words: 'mine', sealed: true },
    { label: 'Settings', words: 'show', sealed: true },
  ],
  example: '/judge settings mine',
  act: 'read',
  asked,
  form: { draw, submitted },
};

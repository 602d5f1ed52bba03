import { openPause, whyNotResumed } from '../src/domain/matters/pause.ts';
import { dayIn } from '../src/domain/moments.ts';
import { says } from '../src/words/message.ts';
import { pausedInWords } from '../src/words/pause.ts';
import { longDay } from '../src/words/times.ts';
import { type AskOfInspection, type InspectionSubcommand, noSearch, type Reply, sayRefusals } from './contract.ts';
import { type About, box, day, type Form, one, saidLines, type Values } from './form.ts';
import { askAboutNames, namesPieces } from './forms/names.ts';
import { sealedReply } from './forms/sealed.ts';

const todayOf = ({ inspection, at }: AskOfInspection): string => dayIn(inspection.timeZone, at);

const draw = (ask: AskOfInspection, values: Values, about: About): Form => ({
  of: 'resume',
  title: 'Resume the inspection',
  submit: 'Resume',
  pieces: [
    saidLines([`Paused ${pausedInWords(ask.inspection, todayOf(ask), ask.holidays) ?? ''}`]),
    day('on', 'First day of work again', one(values, 'on') ?? todayOf(ask), {}),
    box('note', 'What is agreed?', one(values, 'note'), {
      required: false,
      hint: 'Such as what is looked at again because of the pause. It stays in the record.',
    }),
    ...namesPieces(about),
  ],
  about,
});

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['note'], (asking) => draw(ask, values, asking)) ?? {
    keep: {
      in: 'inspection',
      command: { type: 'ResumeInspection', on: one(values, 'on'), note: one(values, 'note') },
    },
    receipt: ({ inspection, hash }) => ({
      parts: [
        {
          lines: [
            [
              { strong: `Saved (${hash.slice(0, 6)}). ` },
              `The inspection goes on from ${longDay(inspection.pauses.at(-1)?.until ?? '')}. Steps not reached have moved.`,
            ],
          ],
        },
        { buttons: [{ label: 'Timetable', does: 'timetable', main: true }] },
      ],
    }),
    another: null,
    refused: sayRefusals,
  };

export const resume: InspectionSubcommand = {
  of: 'inspection',
  word: 'resume',
  usage: '',
  about: 'Ends a pause: says from which day the inspection goes on.',
  brief: 'go on after a pause',
  example: '/judge resume',
  act: 'pause, resume or end the inspection',
  asked: (ask) =>
    sealedReply(ask, '') ??
    (openPause(ask.inspection)
      ? { open: draw(ask, {}, {}) }
      : { say: says(`${whyNotResumed(ask.inspection)} /judge pause lets it stand still.`) }),
  form: { draw, submitted, search: noSearch },
};

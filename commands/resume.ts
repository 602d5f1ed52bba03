import { longDay } from '../src/domain/day-words.ts';
import { openPause, whyNotResumed } from '../src/domain/matters/pause.ts';
import { pausedInWords } from '../src/words/pause.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { box, day, saidLines } from './fields.ts';
import { type About, type Form, fieldsIn, one, type Values } from './form.ts';
import { askAboutNames } from './forms/names.ts';
import { savedSaying } from './receipt.ts';
import { keeps, offers, sealedReply, todayOf } from './reply.ts';

const draw = (ask: AskOfInspection, values: Values, about: About): Form => ({
  of: 'resume',
  title: 'Resume the inspection',
  submit: 'Resume',
  pieces: [
    saidLines([`Paused ${pausedInWords(ask.inspection, todayOf(ask), ask.holidays) ?? ''}`]),
    day('on', 'First day of work again', one(values, 'on') ?? todayOf(ask)),
    box('note', 'What is agreed?', one(values, 'note'), {
      required: false,
      hint: 'Such as what is looked at again because of the pause. It stays in the record.',
    }),
  ],
  about,
});

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['note'], draw) ??
  keeps({ type: 'ResumeInspection', ...fieldsIn(values, 'on', 'note') }, (kept) => {
    const until = longDay(kept.inspection.pauses.at(-1)?.until ?? '');
    return savedSaying(`The inspection goes on from ${until}. Steps not reached have moved.`, {
      buttons: [{ label: 'Timetable', does: 'timetable', main: true }],
    });
  });

export const resume: InspectionSubcommand = {
  of: 'inspection',
  word: 'resume',
  usage: '',
  about: 'Ends a pause: says from which day the inspection goes on.',
  brief: 'go on after a pause',
  offers: [{ label: 'Resume', only: (inspection) => openPause(inspection) !== null }],
  example: '/judge resume',
  act: 'pause, resume or end the inspection',
  asked: (ask) =>
    sealedReply(ask) ??
    (openPause(ask.inspection)
      ? { open: draw(ask, {}, {}) }
      : offers(whyNotResumed(ask.inspection), [{ label: 'Pause it', does: 'pause' }])),
  form: { draw, submitted },
};

import { openPause, pauseLimits } from '../src/domain/matters/pause.ts';
import { nameOfPerson } from '../src/domain/standing.ts';
import { type Message, message, paragraph } from '../src/words/message.ts';
import { pausedInWords } from '../src/words/pause.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { box, day, saidLines } from './fields.ts';
import { type About, type Form, fieldsIn, one, type Values } from './form.ts';
import { askAboutNames } from './forms/names.ts';
import { keeps, sealedReply, todayOf } from './reply.ts';

const limitsTold = ({ inspection }: AskOfInspection): string => {
  const limits = pauseLimits(inspection.framework);
  if (!limits) return 'This framework sets no limit to a pause.';
  const { first, last } = limits;
  return first === last
    ? `It may last ${last} working days; after that the inspection is incomplete.`
    : `It may last ${first} working days, and ${last} at most; after that the inspection is incomplete.`;
};

const draw = (ask: AskOfInspection, values: Values, about: About): Form => ({
  of: 'pause',
  title: 'Pause the inspection',
  submit: 'Pause',
  pieces: [
    saidLines([
      `${limitsTold(ask)} Steps not reached yet move by the working days paused. Evidence can still be recorded; nothing is signed off until it goes on.`,
    ]),
    day('from', 'First day without work', one(values, 'from') ?? todayOf(ask)),
    box('reason', 'Why is it paused?', one(values, 'reason'), {
      hint: 'In a few words, and nothing about anybody’s health. It stays in the record.',
    }),
  ],
  about,
});

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['reason'], draw) ??
  keeps({ type: 'PauseInspection', ...fieldsIn(values, 'from', 'reason') }, ({ inspection }) =>
    paused({ ...ask, inspection }, 'Paused. '),
  );

/** How the pause stands, why it was made, and what can follow. */
const paused = (ask: AskOfInspection, first: string): Message => {
  const { inspection, holidays } = ask;
  const open = openPause(inspection);
  return message(
    paragraph({ strong: first }, `${inspection.authority}, ${pausedInWords(inspection, todayOf(ask), holidays) ?? ''}`),
    ...(open ? [paragraph(`Why (${nameOfPerson(inspection, open.by)}):`), { quote: open.reason }] : []),
    {
      buttons: [
        { label: 'Resume', does: 'resume', main: true },
        { label: 'End it incomplete', does: 'incomplete' },
      ],
    },
  );
};

export const pause: InspectionSubcommand = {
  of: 'inspection',
  word: 'pause',
  usage: '',
  about: 'Lets the inspection stand still, with a reason; shows how long it may.',
  brief: 'let the inspection stand still',
  offers: [{ label: 'Pause', only: (inspection) => !openPause(inspection) }],
  example: '/judge pause',
  act: 'pause, resume or end the inspection',
  asked: (ask) =>
    sealedReply(ask) ?? (openPause(ask.inspection) ? { say: paused(ask, 'Paused. ') } : { open: draw(ask, {}, {}) }),
  form: { draw, submitted },
};

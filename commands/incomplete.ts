import { signatureLine } from '../src/words/board.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { box, saidLines } from './fields.ts';
import { type About, type Form, one, type Values } from './form.ts';
import { askAboutNames } from './forms/names.ts';
import { savedSaying } from './receipt.ts';
import { keeps, offers, where } from './reply.ts';

const draw = (_: AskOfInspection, values: Values, about: About): Form => ({
  of: 'incomplete',
  title: 'End it incomplete',
  submit: 'End it',
  pieces: [
    saidLines([
      'The inspection ends without a result. Evidence and grades are sealed as after signing off, no grade is given, and the summary says so. Reopening undoes it.',
    ]),
    box('reason', 'Why is it incomplete?', one(values, 'reason'), {
      hint: 'The summary shows it, so nothing about anybody’s health.',
    }),
  ],
  about,
});

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['reason'], draw) ??
  keeps({ type: 'EndIncomplete', reason: one(values, 'reason') }, (kept) =>
    savedSaying(signatureLine(kept.inspection), {
      buttons: [{ label: 'Summary', does: 'summary', main: true }],
    }),
  );

export const incomplete: InspectionSubcommand = {
  of: 'inspection',
  word: 'incomplete',
  usage: '',
  about: 'Ends an inspection that cannot go on, with a reason and without a result.',
  brief: 'end without a result',
  offers: [{ label: 'End it incomplete' }],
  example: '/judge incomplete',
  act: 'pause, resume or end the inspection',
  asked: (ask) =>
    ask.inspection.sealed
      ? offers(signatureLine(ask.inspection), where(ask, 'reopen', 'Reopen', 'reopen'))
      : { open: draw(ask, {}, {}) },
  form: { draw, submitted },
};

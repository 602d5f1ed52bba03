import { speaksInFindings } from '../src/domain/findings.ts';
import { type Message, says } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import { box } from './fields.ts';
import { type About, type Form, one, type Values } from './form.ts';
import { askAboutNames } from './forms/names.ts';
import { keeps, tells } from './reply.ts';

const draw = (_: AskOfInspection, values: Values, about: About): Form => ({
  of: 'reopen',
  title: 'Reopen',
  submit: 'Reopen',
  pieces: [
    box('reason', 'Why is it reopened?', one(values, 'reason'), {
      hint: 'Both signatures lapse. The reason stays in the record.',
    }),
  ],
  about,
});

const receipt = ({ inspection }: Receipt): Message =>
  says(`Reopened. Evidence and ${speaksInFindings(inspection) ? 'findings' : 'grades'} can be changed again.`);

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['reason'], draw) ??
  keeps({ type: 'Reopen', reason: one(values, 'reason') }, receipt);

export const reopen: InspectionSubcommand = {
  of: 'inspection',
  word: 'reopen',
  usage: '',
  about: 'Opens a signed-off inspection again, with a reason.',
  brief: 'open a signed-off inspection again',
  offers: [{ label: 'Reopen', sealed: true, only: ({ sealed }) => sealed }],
  example: '/judge reopen',
  act: 'reopen',
  asked: (ask) =>
    ask.inspection.sealed ? { open: draw(ask, {}, {}) } : tells('This inspection is open: nothing needs reopening.'),
  form: { draw, submitted },
};

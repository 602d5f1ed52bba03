import { speaksInFindings } from '../src/domain/findings.ts';
import { says } from '../src/words/message.ts';
import { type AskOfInspection, type InspectionSubcommand, noSearch, type Reply, sayRefusals } from './contract.ts';
import { type About, box, type Form, one, type Values } from './form.ts';
import { askAboutNames, namesPieces } from './forms/names.ts';

const draw = (_: AskOfInspection, values: Values, about: About): Form => ({
  of: 'reopen',
  title: 'Reopen',
  submit: 'Reopen',
  pieces: [
    box('reason', 'Why is it reopened?', one(values, 'reason'), {
      hint: 'Both signatures lapse. The reason stays in the record.',
    }),
    ...namesPieces(about),
  ],
  about,
});

const keep = (values: Values): Reply => ({
  keep: { in: 'inspection', command: { type: 'Reopen', reason: one(values, 'reason') } },
  receipt: ({ hash, inspection }) =>
    says(
      `Reopened (${hash.slice(0, 6)}). Evidence and ${speaksInFindings(inspection) ? 'findings' : 'grades'} can be changed again; both signatures are needed anew.`,
    ),
  another: null,
  refused: sayRefusals,
});

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['reason'], (asking) => draw(ask, values, asking)) ?? keep(values);

export const reopen: InspectionSubcommand = {
  of: 'inspection',
  word: 'reopen',
  usage: '',
  about: 'Opens a signed-off inspection again, with a reason.',
  brief: 'open a signed-off inspection again',
  example: '/judge reopen',
  act: 'reopen',
  asked: (ask) =>
    ask.inspection.sealed
      ? { open: draw(ask, {}, {}) }
      : { say: says('This inspection is open: nothing needs reopening.') },
  form: { draw, submitted, search: noSearch },
};

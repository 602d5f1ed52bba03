import type { Inspection } from '../../../src/domain/inspection.ts';
import { shortened } from '../../../src/words/fitting.ts';
import type { AskOfInspection } from '../../contract.ts';
import { menu, redrawing, saidLines } from '../../fields.ts';
import { type About, type Choice, inspectionChosen, one, type Piece, type Values } from '../../form.ts';
import { toldPieces } from '../names.ts';
import { messagePieces } from './message-pieces.ts';

/** What the evidence form says above its fields: which inspection, what went before, where the text comes from. */

/** As many as the form carries along; Slack keeps 3,000 characters with it. */
const mostChoices = 10;

/** The inspections to choose from, as the form carries them; nothing where there is no choice. */
export const whichCarried = (running: readonly Inspection[]): About => {
  if (running.length < 2) return {};
  const choices: Choice[] = running
    .slice(0, mostChoices)
    .map(({ id, authority }) => ({ value: id, label: shortened(authority, 60) }));
  return { which: JSON.stringify(choices), ...(running.length > mostChoices ? { whichMore: 'yes' } : {}) };
};

/** Whether it is known which inspection the form is about: there is no choice, or it was made. */
const isKnown = (values: Values, about: About): boolean => !about.which || inspectionChosen(values) !== null;

const whichPieces = (values: Values, { which, whichMore }: About): Piece[] => {
  if (!which) return [];
  const choices: Choice[] = JSON.parse(which);
  const hint = whichMore ? 'Is it not listed? Record in its own channel.' : null;
  return [redrawing(menu('inspection', 'Inspection', choices, inspectionChosen(values), { hint }))];
};

const choosePieces = (values: Values, about: About): Piece[] =>
  isKnown(values, about) || one(values, 'text') === null
    ? []
    : [saidLines(['Not saved yet. Choose which of your inspections this is about.'])];

export const formHead = (ask: AskOfInspection, values: Values, about: About): Piece[] => [
  ...choosePieces(values, about),
  ...whichPieces(values, about),
  ...toldPieces(about),
  ...messagePieces(ask, about, isKnown(values, about)),
];

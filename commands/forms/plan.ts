import { planVerdictLabels, planVerdicts, unjudged } from '../../src/domain/matters/plan.ts';
import { draftOfPlan } from '../../src/domain/standing-steps.ts';
import { plannedParts } from '../../src/words/plan.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { box, choicesOf, day, labelled, radio, said } from '../fields.ts';
import { type About, type Form, fieldsIn, one, type Piece, type Values } from '../form.ts';
import { receiptOf } from '../receipt.ts';
import { keeps, todayOf } from '../reply.ts';
import { askAboutNames } from './names.ts';
import { tableBoxes, tableTaken } from './sent-table.ts';

/** The forms of the authority's plan: the plan as a table, and whether it answers a recommendation (`act` is "judge"). */

const versions = choicesOf([
  { id: 'draft', label: 'A draft' },
  { id: 'final', label: 'The final plan' },
]);

const taking = (ask: AskOfInspection, values: Values): Piece[] => [
  ...tableBoxes(
    values,
    'As it is copied from Word or Excel, with its row of headings: Number, such as A-001, Owner, Milestones, By when and the others of the shell.',
  ),
  radio(
    'version',
    'Which is it?',
    versions,
    one(values, 'version') ?? (draftOfPlan(ask.inspection) ? 'draft' : 'final'),
  ),
  day('receivedOn', 'Received on', one(values, 'receivedOn') ?? todayOf(ask)),
];

const judging = (ask: AskOfInspection, values: Values, about: About): Piece[] => {
  const planned = ask.inspection.planned.get(about.item ?? '');
  const recommendation = ask.inspection.recommendations.get(planned?.recommendation ?? '');
  return [
    said({ quote: recommendation?.text ?? '' }),
    ...(planned ? [said(...plannedParts(ask.inspection, planned))] : []),
    radio(
      'verdict',
      'Does it answer the recommendation?',
      labelled(planVerdicts, planVerdictLabels),
      one(values, 'verdict') ?? planned?.judged?.verdict ?? null,
    ),
    box('reason', 'Why?', one(values, 'reason') ?? planned?.judged?.reason ?? null),
    day('judgedOn', 'Judged on', one(values, 'judgedOn') ?? todayOf(ask)),
  ];
};

export const planForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const judges = about.act === 'judge';
  return {
    of: 'plan',
    title: judges ? `Judge ${about.item ?? ''}` : 'Take in the plan',
    submit: 'Save',
    pieces: judges ? judging(ask, values, about) : taking(ask, values),
    about,
  };
};

/** What saving one of them comes to. After a judgement the next recommendation is offered. */
export const planSubmitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  if (about.act === 'judge') {
    const item = about.item ?? '';
    const command = { type: 'JudgePlan', item, ...fieldsIn(values, 'verdict', 'reason', 'judgedOn') };
    const next = unjudged(ask.inspection).find((each) => each.item !== item);
    const another = next ? { label: `Judge ${next.item}`, does: `plan judge ${next.item}` } : null;
    return askAboutNames(ask, values, about, ['reason'], planForm) ?? keeps(command, receiptOf(ask), { another });
  }
  const said = { draft: one(values, 'version') === 'draft', receivedOn: one(values, 'receivedOn') ?? todayOf(ask) };
  return tableTaken(ask, values, about, { kind: 'plan', draw: planForm, said });
};

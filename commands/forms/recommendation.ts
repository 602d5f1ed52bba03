import { inWordsOf } from '../../src/domain/field.ts';
import type { Evidence } from '../../src/domain/matters/evidence.ts';
import { urgenciesOf } from '../../src/domain/urgencies.ts';
import { weightiest } from '../../src/domain/weight.ts';
import { recommendationParts } from '../../src/words/recommendation.ts';
import type { AskOfInspection } from '../contract.ts';
import { box, choicesOf, radio, said, saidLines, search } from '../fields.ts';
import { type About, type Candidates, type Form, fieldsIn, one, type Piece, several, type Values } from '../form.ts';
import { evidenceChosen, evidenceFitting } from './chosen-evidence.ts';
import { correcting, seenIn } from './meanwhile.ts';

/** The forms of a recommendation: making or changing one, and withdrawing it (`act` is "withdraw"). */

export const longRecommendationTexts = ['text', 'reason'] as const;

/** The concerns that stand, what weighs most first. */
const concerns = ({ inspection }: AskOfInspection): Evidence[] =>
  weightiest([...inspection.evidence.values()], 'concerns', inspection.evidence.size);

/** Concerns that fit what was typed: their number or every word of it. */
export const searchConcerns = (ask: AskOfInspection, _: About, query: string): Candidates =>
  evidenceFitting(concerns(ask), query);

const saying = ({ inspection }: AskOfInspection, values: Values): Piece[] => [
  box('text', 'What must be done?', one(values, 'text'), {
    hint: inWordsOf(
      inspection,
      'What is to be different for {children}, not how. It is shown in the summary and in the action plan.',
    ),
  }),
  radio('urgency', 'How soon?', choicesOf(urgenciesOf(inspection.framework)), one(values, 'urgency')),
  search('evidence', 'Concerns that it answers', evidenceChosen(inspection, several(values, 'evidence')), {
    hint: 'Type a word or a number. Only concerns are found.',
  }),
];

const withdrawing = (ask: AskOfInspection, values: Values, item: string): Piece[] => {
  const recommendation = ask.inspection.recommendations.get(item);
  return [
    ...(recommendation ? [said(...recommendationParts(ask.inspection, recommendation, ask.at))] : []),
    box('reason', 'Why is it withdrawn?', one(values, 'reason'), { hint: 'It stays in the record, marked.' }),
  ];
};

export const recommendForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const withdraws = about.act === 'withdraw';
  const item = about.item ?? '';
  return {
    of: 'recommend',
    title: withdraws ? `Withdraw ${item}` : item ? `Change ${item}` : 'Recommend',
    submit: withdraws ? 'Withdraw' : 'Save',
    pieces: [
      ...(about.missing ? [saidLines([`There is no ${about.missing} here. Choose the concerns below.`])] : []),
      ...(withdraws ? withdrawing(ask, values, item) : saying(ask, values)),
    ],
    about,
  };
};

/** A recommendation as it was made, to be changed. */
export const correctedRecommendation = (ask: AskOfInspection, item: string): Form | null => {
  const found = ask.inspection.recommendations.get(item);
  if (!found) return null;
  const { text, urgency, evidence } = found;
  return recommendForm(ask, { text, urgency, evidence }, correcting(ask, item));
};

/** The form that withdraws one. */
export const withdrawnRecommendation = (ask: AskOfInspection, item: string): Form =>
  recommendForm(ask, {}, { act: 'withdraw', item });

/** What a form sends, for its door to read. */
export const recommendCommand = (values: Values, about: About): Record<string, unknown> => {
  const { act, item } = about;
  if (act === 'withdraw') return { type: 'WithdrawRecommendation', item, reason: one(values, 'reason') };
  return {
    ...(item ? { type: 'ChangeRecommendation', item, seen: seenIn(about) } : { type: 'Recommend' }),
    ...fieldsIn(values, 'text', 'urgency'),
    evidence: several(values, 'evidence'),
  };
};

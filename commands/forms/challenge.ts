import { inWordsOf, labelsInWordsOf } from '../../src/domain/field.ts';
import { inNumberWords } from '../../src/domain/framework.ts';
import {
  answerDue,
  challengeable,
  challengerLabels,
  challengers,
  daysToAnswer,
  outcomeLabels,
  outcomes,
} from '../../src/domain/matters/challenge.ts';
import { may } from '../../src/domain/roles.ts';
import { challengedInWords, challengeParts } from '../../src/words/challenge.ts';
import type { AskOfInspection } from '../contract.ts';
import { box, day, labelled, line, menu, radio, redrawing, said, saidLines } from '../fields.ts';
import { type About, type Form, fieldsIn, one, type Piece, type Values } from '../form.ts';
import { todayOf } from '../reply.ts';
import { correcting, seenIn } from './meanwhile.ts';

/** The forms of a challenge: raising one, and answering it (`act` is "answer"). */

export const longChallengeTexts = ['raisedBy', 'text', 'answer', 'changed'] as const;

const raising = (ask: AskOfInspection, values: Values, about: About): Piece[] => {
  const before = ask.inspection.challenges.get(about.item ?? '');
  const standing = challengeable(ask.inspection).map(({ id, name }) => ({ value: id, label: name }));
  // What was challenged may stand no more; the challenge is still to it.
  const judged = before
    ? [
        { value: before.against, label: challengedInWords(ask.inspection, before) },
        ...standing.filter(({ value }) => value !== before.against),
      ]
    : standing;
  const usually = may(ask.member.role, 'answer a challenge') ? 'authority' : 'team';
  const days = daysToAnswer(ask.inspection);
  const from = one(values, 'from') ?? usually;
  const chosen = one(values, 'against') ?? about.against ?? null;
  return [
    ...(about.unjudged && chosen === null
      ? [saidLines([`${about.unjudged} has no judgement yet, so none can be challenged. Choose one that was given.`])]
      : []),
    redrawing(
      radio(
        'from',
        'Whose challenge is it?',
        labelled(challengers, labelsInWordsOf(ask.inspection, challengerLabels)),
        from,
        {
          hint: before
            ? 'One in the team stays beside the judgement with the name of whoever raised it.'
            : 'Of somebody in the team: yours. It stays beside the judgement with your name.',
        },
      ),
    ),
    menu('against', 'Judgement', judged, chosen),
    ...(from === 'authority'
      ? [
          line('raisedBy', inWordsOf(ask.inspection, 'Who at the {authority}?'), one(values, 'raisedBy'), {
            hint: inWordsOf(ask.inspection, 'By role, such as {the director}.'),
          }),
        ]
      : []),
    box('text', 'What is challenged, and why?', one(values, 'text')),
    day('receivedOn', 'Received on', one(values, 'receivedOn') ?? todayOf(ask)),
    day('due', 'Answer due', one(values, 'due') ?? '', {
      required: false,
      hint: `Left empty: ${inNumberWords(days)} working days after it was received.`,
    }),
  ];
};

const answering = (ask: AskOfInspection, values: Values, about: About): Piece[] => {
  const challenge = ask.inspection.challenges.get(about.item ?? '');
  const outcome = one(values, 'outcome');
  const changes = outcome !== null && outcome !== 'not-upheld';
  return [
    ...(challenge ? [said(...challengeParts(ask.inspection, challenge, ask.at))] : []),
    redrawing(radio('outcome', 'What came of it?', labelled(outcomes, outcomeLabels), outcome)),
    box('answer', 'Answer', one(values, 'answer'), { hint: 'As it was given.' }),
    box('changed', 'What changed?', one(values, 'changed'), {
      required: changes,
      hint: changes
        ? 'Such as the grade that was given again (J-004).'
        : 'Where something did: such as the grade that was given again (J-004).',
    }),
  ];
};

export const challengeForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const answers = about.act === 'answer';
  return {
    of: 'challenge',
    title: answers ? `Answer ${about.item ?? ''}` : about.item ? `Correct ${about.item}` : 'Challenge a judgement',
    submit: 'Save',
    pieces: [...(answers ? answering(ask, values, about) : raising(ask, values, about))],
    about,
  };
};

/** What a form sends, for its door to read. */
export const challengeCommand = (ask: AskOfInspection, values: Values, about: About): Record<string, unknown> => {
  if (about.act === 'answer')
    return {
      type: 'AnswerChallenge',
      item: about.item ?? '',
      ...fieldsIn(values, 'outcome', 'answer', 'changed'),
    };
  const receivedOn = one(values, 'receivedOn');
  return {
    ...(about.item
      ? { type: 'CorrectItem', of: 'challenge', item: about.item, seen: seenIn(about) }
      : { type: 'RaiseChallenge', comment: about.comment ?? null }),
    ...fieldsIn(values, 'from', 'raisedBy', 'against', 'text'),
    receivedOn,
    due: one(values, 'due') ?? (receivedOn && answerDue(ask.inspection, receivedOn, ask.holidays)),
  };
};

/** A challenge as it was recorded, to be put right. */
export const correctedChallenge = (ask: AskOfInspection, item: string): Form | null => {
  const challenge = ask.inspection.challenges.get(item);
  if (!challenge) return null;
  const { from, raisedBy, against, text, receivedOn, due } = challenge;
  return challengeForm(ask, { from, raisedBy, against, text, receivedOn, due }, correcting(ask, item));
};

import { inNumberWords } from '../../src/domain/framework.ts';
import { answerDue, daysToAnswer } from '../../src/domain/matters/challenge.ts';
import { commentAnswerLabels, commentAnswers, openComments } from '../../src/domain/matters/comment.ts';
import { commentParts } from '../../src/words/comment.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { box, day, labelled, radio, redrawing, said } from '../fields.ts';
import { type About, type Form, fieldsIn, one, type Piece, type Values } from '../form.ts';
import { receiptOf } from '../receipt.ts';
import { keeps, todayOf } from '../reply.ts';
import { askAboutNames } from './names.ts';
import { tableBoxes, tableTaken } from './sent-table.ts';

/** The forms of comments on accuracy: the authority's table, and the answer to one (`act` is "answer"). */

const longTexts = ['reason', 'changed'] as const;

const taking = (ask: AskOfInspection, values: Values): Piece[] => [
  ...tableBoxes(
    values,
    'As it is copied from Word or Excel, with its row of headings: Paragraph, Comment, Evidence offered, Words proposed.',
  ),
  day('receivedOn', 'Received on', one(values, 'receivedOn') ?? todayOf(ask)),
  day('due', 'Answers due', one(values, 'due') ?? '', {
    required: false,
    hint: `Left empty: ${inNumberWords(daysToAnswer(ask.inspection))} working days after they were received.`,
  }),
];

const answering = (ask: AskOfInspection, values: Values, about: About): Piece[] => {
  const comment = ask.inspection.comments.get(about.item ?? '');
  const answer = one(values, 'answer') ?? comment?.answered?.answer ?? null;
  return [
    ...(comment ? [said(...commentParts(ask.inspection, comment, ask.at))] : []),
    redrawing(radio('answer', 'What came of it?', labelled(commentAnswers, commentAnswerLabels), answer)),
    box('reason', 'Why?', one(values, 'reason') ?? comment?.answered?.reason ?? null),
    ...(answer === 'not'
      ? []
      : [
          box(
            'changed',
            'Words as changed',
            one(values, 'changed') ?? comment?.answered?.changed ?? comment?.proposed ?? null,
            {
              hint: 'As the draft has them now.',
            },
          ),
        ]),
  ];
};

export const commentsForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const answers = about.act === 'answer';
  return {
    of: 'comments',
    title: answers ? `Answer ${about.item ?? ''}` : 'Take in comments',
    submit: 'Save',
    pieces: answers ? answering(ask, values, about) : taking(ask, values),
    about,
  };
};

/** What saving one of them comes to. After an answer the next comment is offered. */
export const commentsSubmitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  if (about.act === 'answer') {
    const item = about.item ?? '';
    const command = { type: 'AnswerComment', item, ...fieldsIn(values, 'answer', 'reason', 'changed') };
    const next = openComments(ask.inspection).find((each) => each.item !== item);
    const another = next ? { label: `Answer ${next.item}`, does: `comments answer ${next.item}` } : null;
    return askAboutNames(ask, values, about, longTexts, commentsForm) ?? keeps(command, receiptOf(ask), { another });
  }
  const receivedOn = one(values, 'receivedOn') ?? todayOf(ask);
  const due = one(values, 'due') ?? answerDue(ask.inspection, receivedOn, ask.holidays);
  return tableTaken(ask, values, about, { kind: 'comments', draw: commentsForm, said: { receivedOn, due } });
};

import { inWordsOf } from '../src/domain/field.ts';
import { openComments } from '../src/domain/matters/comment.ts';
import { taking } from '../src/domain/taking-in.ts';
import { listing } from '../src/words/listing.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { commentsForm, commentsSubmitted } from './forms/comments.ts';
import { offers, where } from './reply.ts';
import { askedOfTable } from './sent-table.ts';

const listed = (ask: AskOfInspection, page: number): Reply => {
  const { inspection } = ask;
  const take = where(ask, taking, 'Take in comments', 'comments new');
  const open = openComments(inspection);
  const over = [...inspection.comments.values()].filter((each) => !open.includes(each));
  const all = [...open, ...over].map(({ item }) => item);
  if (all.length === 0) return offers(inWordsOf(inspection, 'The {authority} has commented on nothing yet.'), take);
  const files = where(ask, 'export the record', 'The answers as Word and Excel', 'comments file');
  const opening = `Comments on accuracy: ${open.length} to be answered, ${over.length} answered or withdrawn.`;
  return { say: listing(ask, opening, all, { words: 'comments list', page }, { buttons: [...files, ...take] }) };
};

export const comments: InspectionSubcommand = {
  of: 'inspection',
  word: 'comments',
  usage: '[the table, an item, or file]',
  about:
    'Takes in comments on the draft’s accuracy as a pasted table, answers each, and sends the answers as Word and Excel (file).',
  brief: 'comments on the draft’s accuracy, and the answers',
  offers: [
    { label: 'Comments on accuracy', words: 'list', sealed: true },
    { label: 'Take in comments', words: 'new', act: taking, sealed: true },
  ],
  example: '/judge comments D-003',
  act: 'read',
  asked: askedOfTable({ letter: 'D', word: 'answer', paper: 'comments', listed, form: commentsForm }),
  form: { draw: commentsForm, submitted: commentsSubmitted },
};

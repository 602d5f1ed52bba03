import { inWordsOf } from '../src/domain/field.ts';
import { notHere } from '../src/domain/kinds.ts';
import { openComments } from '../src/domain/matters/comment.ts';
import { taking } from '../src/domain/taking-in.ts';
import { commentParts } from '../src/words/comment.ts';
import { itemButtons } from '../src/words/item-acts.ts';
import { listing, pageOf } from '../src/words/listing.ts';
import { message } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { commentsForm, commentsSubmitted } from './forms/comments.ts';
import { namedItem } from './forms/named-item.ts';
import { textAfter } from './forms/typed.ts';
import { notAllowed, offers, tells, where } from './reply.ts';

const answering = 'answer comments and judge the {authority}’s plan';

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

const one = (ask: AskOfInspection, word: string, item: string): Reply => {
  const comment = ask.inspection.comments.get(item);
  if (!comment) return tells(notHere(ask.inspection, item));
  if (word === '' || comment.withdrawn)
    return {
      say: message(...commentParts(ask.inspection, comment, ask.at), itemButtons(ask.inspection, item, ask.by)),
    };
  return notAllowed(ask, answering) ?? { open: commentsForm(ask, {}, { act: 'answer', item }) };
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
  asked: (ask) => {
    const words = ask.words.trim();
    const list = pageOf(words.toLowerCase());
    if (['', 'list'].includes(list.words)) return listed(ask, list.page);
    if (words.toLowerCase() === 'file')
      return notAllowed(ask, 'export the record') ?? { takeOut: { restricted: false, only: 'comments' } };
    const named = namedItem('D', ['answer'], words);
    if (named) return one(ask, named.word, named.item);
    return notAllowed(ask, taking) ?? { open: commentsForm(ask, { rows: textAfter(words) }, {}) };
  },
  form: { draw: commentsForm, submitted: commentsSubmitted },
};

import { unanswered } from '../src/domain/awaiting.ts';
import { ownItems } from '../src/domain/kinds.ts';
import { listing } from '../src/words/listing.ts';
import { counted, lineIf, type Message, message, type Part, paragraph } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand } from './contract.ts';
import { where } from './reply.ts';

/** So many questions are asked at once; the rest wait on Home. */
const asksShown = 5;

const mineInWords = (ask: AskOfInspection, page: number): Message => {
  const { inspection, member, by } = ask;
  const own = ownItems(inspection, by);
  if (own.length === 0)
    return message(paragraph('You have recorded nothing yet.'), {
      buttons: where(ask, 'record evidence', 'Record evidence', 'evidence'),
    });
  const waiting = page === 1 ? unanswered(inspection, member).slice(0, asksShown) : [];
  const opening = [
    { lines: lineIf(waiting.length > 0, { strong: 'Waiting for your answer' }) },
    ...waiting.map(({ words, label, does }): Part => ({ row: [words], acts: [{ label, does }] })),
    paragraph(`You have recorded ${counted(own.length, 'item')}, newest first.`),
  ];
  return listing(ask, opening, own, { words: 'mine', page });
};

export const mine: InspectionSubcommand = {
  of: 'inspection',
  word: 'mine',
  usage: '',
  about: 'Lists what you recorded of any kind, newest first, to correct it. Only you see the answer.',
  brief: 'what you recorded last',
  offers: [{ label: 'What I recorded', sealed: true }],
  example: '/judge mine',
  act: 'read',
  asked: (ask) => ({ say: mineInWords(ask, Number(ask.words) || 1) }),
  form: null,
};

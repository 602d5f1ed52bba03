import { unanswered } from '../src/domain/awaiting.ts';
import { ownItems } from '../src/domain/kinds.ts';
import { may } from '../src/domain/roles.ts';
import { firstFitting } from '../src/words/fitting.ts';
import { editButtons, itemLines } from '../src/words/items.ts';
import { andMore, counted, type Message, message, paragraph, says, titled } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand } from './contract.ts';

/** As many as a row of buttons takes. */
const shown = 5;

const mineInWords = ({ inspection, member, by, at }: AskOfInspection, most: number): Message => {
  const own = ownItems(inspection, by);
  if (own.length === 0) {
    const how = may(member.role, 'record evidence') ? ' /judge evidence records, in one line or by a form.' : '';
    return says(`You have recorded nothing yet.${how}`);
  }
  const latest = own.slice(0, shown);
  const buttons = editButtons(inspection, latest, by);
  const more = own.length - latest.length;
  const waiting = unanswered(inspection, member).slice(0, shown);
  const lines = waiting.map(({ words }) => [words]);
  return message(
    ...titled([{ strong: 'Waiting for your answer' }], lines),
    { buttons: waiting.map(({ label, does }) => ({ label, does })) },
    paragraph(`You have recorded ${counted(own.length, 'item')}, newest first.`),
    { list: itemLines(inspection, latest, at, most) },
    andMore(more, 'more. Find them with /judge find and a word from them.'),
    { buttons },
  );
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
  asked: (ask) => ({ say: firstFitting([200, 100, 60], (most) => mineInWords(ask, most)) }),
  form: null,
};

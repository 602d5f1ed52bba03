import { matterRows } from '../src/words/matter-rows.ts';
import { type Message, message } from '../src/words/message.ts';
import { openMatters } from '../src/words/open-matters.ts';
import type { AskOfInspection, InspectionSubcommand } from './contract.ts';
import { tells } from './reply.ts';

/** So many are on a page, each with its acts: as many as one message's text says whole. */
const perPage = 20;

const pageOf = ({ inspection, member, at, words }: AskOfInspection): Message | null => {
  const page = Math.max(1, Number(words.trim()) || 1);
  const all = openMatters(inspection, at);
  const shown = all.slice((page - 1) * perPage, page * perPage);
  const left = all.length - page * perPage;
  if (shown.length === 0) return null;
  const next = { label: `The next ${Math.min(left, perPage)} of ${all.length}`, does: `open ${page + 1}` };
  return message(
    { heading: `Open in ${inspection.authority}` },
    ...matterRows(shown, member.role),
    { buttons: left > 0 ? [next] : [] },
    { note: 'Only you can see this.' },
  );
};

/** Everything that is open, the most urgent first, each with what may be done about it. */
export const open: InspectionSubcommand = {
  of: 'inspection',
  word: 'open',
  usage: '',
  about: 'Lists everything that is open, the most urgent first, each with what may be done about it.',
  brief: 'everything that is open, with what to do about it',
  offers: [{ label: 'See everything that is open', sealed: true }],
  example: '/judge open',
  act: 'read',
  asked: (ask) => {
    const page = pageOf(ask);
    return page ? { say: page } : tells('Nothing is open.');
  },
  form: null,
};

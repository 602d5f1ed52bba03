import { summaryOf } from '../src/domain/summary.ts';
import { beginning } from '../src/words/beginning.ts';
import { board } from '../src/words/board.ts';
import { followedBy, paragraph } from '../src/words/message.ts';
import { restrictedIsClosed } from '../src/words/whistleblowing.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { offeredBy } from './do.ts';
import { evidence } from './evidence.ts';
import { grade } from './grade.ts';

const asked = (ask: AskOfInspection): Reply => {
  const { inspection, member, at, holidays, restrictedClosed } = ask;
  if (ask.words.trim() === 'board') return { say: board(summaryOf(inspection), at, holidays) };
  const most = [evidence, grade].flatMap((word) => offeredBy(ask, word).slice(0, 1));
  const buttons = [
    ...most.map(({ label, does }, place) => ({ label, does, main: place === 0 })),
    { label: 'Do something…', does: 'do' },
  ];
  const closed = restrictedClosed === null ? [] : [paragraph(restrictedIsClosed(restrictedClosed))];
  return { say: followedBy(beginning(inspection, member, at, holidays, buttons), ...closed) };
};

/** What /judge alone answers: the place to begin. */
export const status: InspectionSubcommand = {
  of: 'inspection',
  word: 'status',
  usage: '',
  about: 'Shows how the inspection stands and what waits for you, as /judge alone does.',
  brief: 'how it stands, and what waits for you',
  offers: [{ label: 'What waits for me', sealed: true }],
  example: '/judge',
  act: 'read',
  asked,
  form: null,
};

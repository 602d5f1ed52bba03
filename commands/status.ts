import { summaryOf } from '../src/domain/summary.ts';
import { board } from '../src/words/board.ts';
import type { InspectionSubcommand } from './contract.ts';

/** What /judge alone answers. */
export const status: InspectionSubcommand = {
  of: 'inspection',
  word: 'status',
  usage: '',
  about: 'Shows where the inspection stands, as /judge alone does.',
  brief: 'where the inspection stands',
  example: '/judge',
  act: 'read',
  asked: ({ inspection, at, holidays }) => ({ say: board(summaryOf(inspection), at, holidays) }),
  form: null,
};

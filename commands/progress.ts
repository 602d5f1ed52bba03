import { summaryOf } from '../src/domain/summary.ts';
import { progressMessage } from '../src/words/progress.ts';
import type { InspectionSubcommand } from './contract.ts';

export const progress: InspectionSubcommand = {
  of: 'inspection',
  word: 'progress',
  usage: '',
  about: 'Shows what evidence there is for each area, and what is missing. Only you see it.',
  example: '/judge progress',
  act: 'read',
  asked: ({ inspection }) => ({ say: progressMessage(summaryOf(inspection)) }),
  form: null,
};

import { areaByWord, areaWord } from '../src/domain/framework.ts';
import { summaryOf } from '../src/domain/summary.ts';
import { progressMessage } from '../src/words/progress.ts';
import { areaProgressMessage } from '../src/words/progress-area.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { tells, todayOf } from './reply.ts';

const asked = ({ inspection, at, words }: AskOfInspection): Reply => {
  const summary = summaryOf(inspection);
  const typed = words.trim();
  if (typed === '') return { say: progressMessage(summary, todayOf({ inspection, at })) };
  const area = areaByWord(inspection.framework, typed);
  const found = summary.areas.find((each) => each.area.id === area?.id);
  if (found) return { say: areaProgressMessage(summary, found) };
  const known = inspection.framework.areas.map(areaWord).join(', ');
  return tells(`There is no judgement area of that word. There is: ${known}.`);
};

export const progress: InspectionSubcommand = {
  of: 'inspection',
  word: 'progress',
  usage: '[area]',
  about: 'Shows what evidence there is for each area, and what is missing; one area in detail. Only you see it.',
  brief: 'what there is for each area, what is missing',
  offers: [{ label: 'Progress', sealed: true }],
  example: '/judge progress help',
  act: 'read',
  asked,
  form: null,
};

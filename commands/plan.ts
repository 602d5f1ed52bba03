import { fieldOf } from '../src/domain/field.ts';
import { plannedFor, unjudged } from '../src/domain/matters/plan.ts';
import { standingRecommendations } from '../src/domain/matters/recommendation.ts';
import { taking } from '../src/domain/taking-in.ts';
import { timetableOf } from '../src/domain/timetable.ts';
import { planDaysInWords } from '../src/words/action-plan.ts';
import { listing } from '../src/words/listing.ts';
import { paragraph } from '../src/words/message.ts';
import { planInWords } from '../src/words/plan.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { planForm, planSubmitted } from './forms/plan.ts';
import { offers, todayOf, where } from './reply.ts';
import { answering, askedOfTable } from './sent-table.ts';

/** Each recommendation as what the plan says to it; as itself where the plan says nothing. */
const listed = (ask: AskOfInspection, page: number): Reply => {
  const { inspection } = ask;
  const all = standingRecommendations(inspection).map(({ item }) => plannedFor(inspection, item)?.item ?? item);
  if (all.length === 0) return offers('Nothing is recommended, so there is nothing to plan.', []);
  const days = planDaysInWords(inspection, timetableOf(inspection, todayOf(ask), ask.holidays));
  const next = unjudged(inspection)[0];
  const buttons = [
    ...(next ? where(ask, answering, `Judge ${next.item}`, `plan judge ${next.item}`) : []),
    ...where(ask, taking, 'Take in the plan', 'plan new'),
    ...where(ask, 'export the record', 'As Word and Excel', 'plan file'),
    ...where(
      ask,
      'keep the timetable',
      'Keep the day that is printed',
      `timetable date ${fieldOf(inspection.framework).plan.step}`,
    ),
  ];
  const opening = [paragraph(planInWords(inspection)), { lines: days.map((words) => [words]) }];
  return { say: listing(ask, opening, all, { words: 'plan list', page }, { buttons }) };
};

export const plan: InspectionSubcommand = {
  of: 'inspection',
  word: 'plan',
  usage: '[the plan as a table, an item, or file]',
  about:
    'Sends the plan’s shell as Word and Excel (file), takes the plan in as a pasted table, and judges what it says to each recommendation.',
  brief: 'the plan that answers what was recommended',
  offers: [
    { label: 'The plan that answers what was recommended', words: 'list', sealed: true },
    { label: 'Take in the plan', words: 'new', act: taking, sealed: true },
  ],
  example: '/judge plan file',
  act: 'read',
  asked: askedOfTable({ letter: 'N', word: 'judge', paper: 'plan', listed, form: planForm }),
  form: { draw: planForm, submitted: planSubmitted },
};

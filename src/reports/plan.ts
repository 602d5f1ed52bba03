import { inWordsOf } from '../domain/field.ts';
import { planColumns, plannedFor, planVerdictLabels, planWords } from '../domain/matters/plan.ts';
import { standingRecommendations } from '../domain/matters/recommendation.ts';
import { dayIn } from '../domain/moments.ts';
import { timetableOf } from '../domain/timetable.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { planDaysInWords, weaknessOf } from '../words/action-plan.ts';
import { planInWords } from '../words/plan.ts';
import { urgencyInWords } from '../words/recommendation.ts';
import type { OfAPaper } from './asked-papers.ts';
import type { OrdinaryRecord } from './record.ts';
import { sheet } from './sheet.ts';

/** The shell of the authority's plan, a row for each recommendation; with what it says once it came, and how that was judged. */
export const planPaper = ({ inspection }: OrdinaryRecord, holidays: BankHolidays): OfAPaper => {
  const all = standingRecommendations(inspection);
  const timetable = timetableOf(inspection, dayIn(inspection, inspection.recordedAt), holidays);
  const planned = (item: string) => plannedFor(inspection, item);
  const judged = all.some(({ item }) => planned(item)?.judged);
  return {
    title: inWordsOf(inspection, 'the plan that answers what was recommended'),
    above: [
      ...planDaysInWords(inspection, timetable).map((paragraph) => ({ paragraph })),
      { paragraph: planInWords(inspection) },
    ],
    sheet: sheet(inspection, 'Plan', all, [
      { head: 'Number', of: ({ item }) => item },
      { head: 'Weakness', wide: 4, of: (each) => weaknessOf(inspection, each) },
      { head: 'Recommendation', wide: 4, of: ({ text }) => text },
      { head: 'How soon', wide: 1.5, of: (each) => urgencyInWords(inspection, each) },
      ...planWords.map((word) => ({
        head: inWordsOf(inspection, planColumns[word]),
        wide: word === 'owner' || word === 'byWhen' ? 1.5 : 3,
        of: ({ item }: { item: string }) => planned(item)?.says[word] ?? '',
      })),
      ...(judged
        ? [
            {
              head: 'It is judged',
              wide: 1.5,
              of: ({ item }: { item: string }) => {
                const verdict = planned(item)?.judged?.verdict;
                return verdict ? planVerdictLabels[verdict] : '';
              },
            },
            { head: 'Why', wide: 3, of: ({ item }: { item: string }) => planned(item)?.judged?.reason ?? '' },
            { head: 'On', holds: 'day' as const, of: ({ item }: { item: string }) => planned(item)?.judged?.on ?? '' },
          ]
        : []),
    ]),
  };
};

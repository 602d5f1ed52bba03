import { fieldOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { letterOf } from '../domain/kinds.ts';
import { becameLabels } from '../domain/matters/previous.ts';
import { contextInWords } from '../words/context.ts';
import { previousTitle, resultInWords } from '../words/previous.ts';
import { numbered, wordingLines } from './corrected.ts';
import { type EventOf, eventsOf } from './events.ts';
import { inline, list, listItem, section } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';

const acts = ['PreviousEntered', 'EarlierRecommendationTested', 'ItemCorrected', 'ItemWithdrawn'] as const;

const inWords = (inspection: Inspection, event: EventOf<(typeof acts)[number]>, when: string): string[] => {
  const { item } = event;
  switch (event.type) {
    case 'PreviousEntered': {
      const from = event.from === null ? 'entered by hand' : `taken from the record ${event.from}`;
      const result = inline(resultInWords(event));
      const title = `${item}: ${inline(previousTitle(event))}, ${from} (${when}). Result: ${result}`;
      return listItem(title, list(numbered(event.recommendations)));
    }
    case 'EarlierRecommendationTested': {
      const became = becameLabels[event.became].toLowerCase();
      const title = `${item}, recommendation ${event.number}: ${became} (${when})`;
      return listItem(`${title}. ${inline(event.words)} Evidence: ${event.evidence.join(', ')}`);
    }
    case 'ItemCorrected':
      return listItem(`${item} corrected (${when}), to:`, list(wordingLines(inspection, event.to)));
    case 'ItemWithdrawn':
      return listItem(`${item} withdrawn (${when}). Reason: ${inline(event.reason)}`);
  }
};

/** What went before, what became of each recommendation, and the area's context, as each was kept. */
export const beforeInFull = (record: OrdinaryRecord): Iterable<readonly string[]> => {
  const earlier = eventsOf(record, ...acts)
    .filter(({ event }) => letterOf(event.item) === 'V')
    .flatMap(({ event, when }) => inWords(record.inspection, event, when));
  const contexts = eventsOf(record, 'ContextSet').map(
    ({ event, when }) => `${inline(contextInWords(record.inspection, event))} (${when})`,
  );
  return [
    ...section('## Earlier inspections', [earlier]),
    ...section(`## ${fieldOf(record.inspection.framework).context.title}`, [list(contexts)], 'It changes no grade.'),
  ];
};

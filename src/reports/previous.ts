import { fieldOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { letterOf } from '../domain/kinds.ts';
import { becameLabels } from '../domain/matters/previous.ts';
import { contextInWords } from '../words/context.ts';
import { previousTitle, recordInWords, resultInWords } from '../words/previous.ts';
import { numbered, wordingLines } from './corrected.ts';
import { type EventOf, eventsOf } from './events.ts';
import type { OrdinaryRecord } from './record.ts';
import { type Block, type Item, section } from './tree.ts';

const acts = ['PreviousEntered', 'EarlierRecommendationTested', 'ItemCorrected', 'ItemWithdrawn'] as const;

const inWords = (inspection: Inspection, event: EventOf<(typeof acts)[number]>, when: string): Item => {
  const { item } = event;
  switch (event.type) {
    case 'PreviousEntered': {
      const from = event.from === null ? 'entered by hand' : `taken from ${recordInWords(event)}`;
      const line = `${item}: ${previousTitle(event)}, ${from} (${when}). Result: ${resultInWords(event)}`;
      return { line, under: [{ list: numbered(event.recommendations) }] };
    }
    case 'EarlierRecommendationTested': {
      const became = becameLabels[event.became].toLowerCase();
      const title = `${item}, recommendation ${event.number}: ${became} (${when})`;
      return `${title}. ${event.words} Evidence: ${event.evidence.join(', ')}`;
    }
    case 'ItemCorrected':
      return { line: `${item} corrected (${when}), to:`, under: [{ list: wordingLines(inspection, event.to) }] };
    case 'ItemWithdrawn':
      return `${item} withdrawn (${when}). Reason: ${event.reason}`;
  }
};

/** What went before, what became of each recommendation, and the area's context, as each was kept. */
export const beforeInFull = (record: OrdinaryRecord): Iterable<Block> => {
  const earlier = eventsOf(record, ...acts)
    .filter(({ event }) => letterOf(event.item) === 'V')
    .map(({ event, when }) => inWords(record.inspection, event, when));
  const contexts = eventsOf(record, 'ContextSet').map(
    ({ event, when }) => `${contextInWords(record.inspection, event)} (${when})`,
  );
  return [
    ...section(1, 'Earlier inspections', [{ list: earlier }]),
    ...section(1, fieldOf(record.inspection.framework).context.title, [{ list: contexts }], 'It changes no grade.'),
  ];
};

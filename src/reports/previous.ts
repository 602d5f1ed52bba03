import type { Inspection, InspectionEvent } from '../domain/inspection.ts';
import { letterOf } from '../domain/items.ts';
import { contextInWords } from '../words/context.ts';
import { becameLabels, previousTitle, resultInWords } from '../words/previous.ts';
import { wordingLines } from './corrected.ts';
import { eventsOf } from './events.ts';
import { blocks, indented, inline, list } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whenAndWho } from './who.ts';

type Act = Extract<
  InspectionEvent,
  { type: 'PreviousEntered' | 'EarlierRecommendationTested' | 'ItemCorrected' | 'ItemWithdrawn' }
>;

const inWords = (inspection: Inspection, event: Act, by: string): string[] => {
  if (event.type === 'ItemCorrected')
    return [`- ${event.item} corrected (${by}), to:`, ...indented(list(wordingLines(inspection, event.to)))];
  if (event.type === 'ItemWithdrawn') return [`- ${event.item} withdrawn (${by}). Reason: ${inline(event.reason)}`];
  if (event.type === 'EarlierRecommendationTested') {
    const { item, number, became, words, evidence } = event;
    return [
      `- ${item}, recommendation ${number}: ${becameLabels[became].toLowerCase()} (${by}). ${inline(words)} Evidence: ${evidence.join(', ')}`,
    ];
  }
  const from = event.from === null ? 'entered by hand' : `taken from the record ${event.from}`;
  return [
    `- ${event.item}: ${inline(previousTitle(event))}, ${from} (${by}). Result: ${inline(resultInWords(event))}`,
    ...indented(list(event.recommendations.map((text, place) => `${place + 1}. ${inline(text)}`))),
  ];
};

/** What went before, what became of each recommendation, and the area's context, as each was kept. */
export const beforeInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  const earlier = eventsOf(
    record,
    'PreviousEntered',
    'EarlierRecommendationTested',
    'ItemCorrected',
    'ItemWithdrawn',
  ).flatMap(({ entry, event }) =>
    letterOf(event.item) === 'V' ? inWords(inspection, event, whenAndWho(inspection, entry)) : [],
  );
  const contexts = eventsOf(record, 'ContextSet').map(
    ({ entry, event }) => `${inline(contextInWords(event))} (${whenAndWho(inspection, entry)})`,
  );
  return blocks(
    earlier.length > 0 ? blocks(['## Earlier inspections'], earlier) : [],
    contexts.length > 0 ? blocks(['## Context of the area'], ['It changes no grade.'], list(contexts)) : [],
  );
};

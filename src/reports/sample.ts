import { inWordsOf } from '../domain/field.ts';
import { planText, sampleInWords } from '../words/sample.ts';
import { eventsOf } from './events.ts';
import type { OrdinaryRecord } from './record.ts';
import type { Section } from './section.ts';
import { type Block, section } from './tree.ts';

/** What was replaced and why, in the order in which it was. */
const replaced = (record: OrdinaryRecord): string[] =>
  eventsOf(record, 'ReserveUsed').map(({ event: { for: gone, as, reserve }, when }) => {
    const reason = record.inspection.cases.registered.get(gone)?.removed?.reason;
    return `${as} (${reserve} in the key) took the place of ${gone}: ${when}.${reason ? ` Reason: ${reason}` : ''}`;
  });

/** How cases were drawn, what was replaced, and each plan to the letter, so that anybody with the same lists can draw it again. */
export const samplesInFull: Section = (record) => {
  const { inspection } = record;
  const taken = eventsOf(record, 'SampleTaken');
  const plans = inspection.samples.flatMap((sample, index): Block[] => [
    {
      paragraph: `Plan ${index + 1}, taken in ${taken[index]?.when}.${sample.over ? ' Another one counts instead of it.' : ''}`,
    },
    { verbatim: planText(sample).trimEnd() },
  ]);
  return section(1, inWordsOf(inspection, 'How the {cases} were drawn'), [
    { list: sampleInWords(inspection).map((sentence) => `${sentence}.`) },
    { list: replaced(record) },
    ...plans,
  ]);
};

import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Concern } from '../domain/matters/concern.ts';
import { momentOf } from '../words/times.ts';
import { whenAndWho, whoDid } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { itemsInFull, titleOf } from './section.ts';
import type { Block } from './tree.ts';

const trail = (inspection: Inspection, { referrals, closed }: Concern): string[] => {
  const when = (at: string) => momentOf(inspection, at);
  return [
    ...referrals.flatMap(({ to, at, by, acknowledged }) => [
      `${inWordsOf(inspection, 'Referred back to the {authority}')}: ${when(at)}, to ${to}, as recorded by ${whoDid(inspection, by)}`,
      acknowledged ? `Acknowledged: ${when(acknowledged.at)}, by ${acknowledged.by}` : 'Not acknowledged',
    ]),
    referrals.length === 0 ? inWordsOf(inspection, 'Not referred back to the {authority}') : '',
    closed ? `Closed: ${whenAndWho(inspection, closed.at, closed.by)}. What was done: ${closed.done}` : 'Open',
  ];
};

const inFull = (concern: Concern, { inspection }: OrdinaryRecord): Block[] => {
  const { item, text, case: reference, by, recordedAt } = concern;
  const facts = [
    reference ? `${inWordsOf(inspection, '{Case}')}: ${reference}` : '',
    `Recorded: ${whenAndWho(inspection, recordedAt, by)}`,
    ...trail(inspection, concern),
  ];
  return [{ heading: item, level: 2 }, { list: facts }, { quote: text }];
};

/** Every child at risk with what was done about it. */
export const concernsInFull = itemsInFull(
  titleOf('K'),
  ({ concerns }) => concerns.values(),
  inFull,
  () => 'Outside the grading: none of this is evidence, and no judgement rests on it.',
);

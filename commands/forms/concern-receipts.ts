import { listed } from '../../src/domain/framework.ts';
import { may } from '../../src/domain/roles.ts';
import { concernButtons, concernParts } from '../../src/words/concern.ts';
import { savedAs } from '../../src/words/evidence.ts';
import { type Message, type Part, says } from '../../src/words/message.ts';
import type { Receipt } from '../contract.ts';

/** What somebody is told once a step about a child at risk is kept. */
export const concernReceipt = ({ events, hash, inspection, at }: Receipt): Message => {
  const item = events.flatMap((event) => ('item' in event ? [event.item] : []))[0] ?? '';
  const concern = inspection.concerns.get(item);
  if (!concern) return says(savedAs(item, hash));
  const leads = inspection.members
    .filter(({ role }) => may(role, 'be told at once of a child at risk'))
    .map(({ name }) => name);
  const corrected = events.some(({ type }) => type === 'ItemCorrected');
  const told = corrected
    ? ['Whoever was told of it is told of the correction now.']
    : concern.referrals.length === 0
      ? [`${listed(leads, 'and')} ${leads.length > 1 ? 'are' : 'is'} told now.`]
      : [];
  const buttons = concernButtons(concern);
  const next: Part[] = buttons.length > 0 ? [{ buttons }] : [];
  return {
    parts: [
      { lines: [[{ strong: savedAs(item, hash) }], ...told.map((words) => [words])] },
      ...concernParts(inspection, concern, at),
      ...next,
    ],
  };
};

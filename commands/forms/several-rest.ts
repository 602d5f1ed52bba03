import type { Receipt } from '../contract.ts';
import type { About, Values } from '../form.ts';
import { itemsSaved } from './evidence-receipts.ts';
import type { LineItem } from './several-items.ts';
import { isDashedList, linesOf } from './several-lines.ts';

/**
 * The form once some of several are kept and the next could not be: it holds the lines that are left, so that saving again
 * keeps nothing twice.
 */
export const restOf = (
  values: Values,
  about: About,
  items: readonly LineItem[],
  kept: readonly Receipt[],
  words: string,
): [Values, About] => {
  const lines = items.map((item) => item.typed);
  const left = lines.slice(kept.length).join('\n');
  // Where a dash was a sign among all the lines, it stays one among those that are left.
  const dashes = about.dashes === 'sign' || !isDashedList(linesOf(lines.join('\n'))) ? { dashes: 'sign' } : {};
  return [
    { ...values, text: left, as: null },
    {
      ...about,
      ...dashes,
      preview: 'left',
      ...(about.link ? { further: 'yes' } : {}),
      // What was typed stays in a field until the field is a new one.
      rest: `${about.rest ?? ''}+${kept.length}`,
      told: `Saved ${itemsSaved(kept)}. What is left stands below and is not saved yet.\n${words}`,
    },
  ];
};

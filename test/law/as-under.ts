import type { Framework } from '../../src/domain/framework.ts';
import { framework } from '../support/frameworks.ts';
import type { Sent } from '../support/sent.ts';

const areasOf = (id: string): string[] => framework(id).areas.map((area) => area.id);
const usual = areasOf('sif-2013');

/** The same act under another framework: about areas of that one, and indicators about those that take them. */
export const asUnder = ({ areas }: Framework, sent: Sent): Sent => {
  const own = areas.map(({ id }) => id);
  const taken = areas.filter(({ indicators }) => indicators).map(({ id }) => id);
  const into = sent.type === 'RecordProfile' && taken.length > 0 ? taken : own;
  const so = (value: unknown): unknown => {
    if (Array.isArray(value)) return [...new Set(value.map(so))];
    const place = typeof value === 'string' && !own.includes(value) ? usual.indexOf(value) : -1;
    return place < 0 ? value : into[place % into.length];
  };
  return { ...Object.fromEntries(Object.entries(sent).map(([field, value]) => [field, so(value)])), type: sent.type };
};

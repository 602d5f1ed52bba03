import { sameGrades } from '../src/domain/comparing.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import { gradesGiven, type Published, sameAuthority } from '../src/domain/published.ts';
import { compareMessage } from '../src/words/comparing.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';

const isBeside = (inspection: Inspection, other: Inspection): boolean =>
  other.id !== inspection.id &&
  other.incomplete === null &&
  sameGrades(inspection, { framework: { ...other.framework, areas: [] }, grades: gradesGiven(other) });

const compared = (
  { inspection }: AskOfInspection,
  published: readonly Published[],
  readable: readonly Inspection[],
): Reply => {
  const beside = readable.filter((other) => isBeside(inspection, other));
  const known = new Set([inspection.id, ...readable.map(({ id }) => id)]);
  const elsewhere = published.filter(
    (each) =>
      !known.has(each.id) && !sameAuthority(each.authority, inspection.authority) && sameGrades(inspection, each),
  );
  return { say: compareMessage(inspection, { readable: beside, published: elsewhere }) };
};

export const compare: InspectionSubcommand = {
  of: 'inspection',
  word: 'compare',
  usage: '',
  about: 'Shows the same place over time. Inspections with the same grades stand side by side with what each rests on.',
  brief: 'beside earlier and similar inspections',
  offers: [{ label: 'Compare with others', sealed: true }],
  example: '/judge compare',
  act: 'read',
  asked: (ask) => ({
    look: 'published',
    seen: (published) => ({ gather: 'read', gathered: (readable) => compared(ask, published, readable) }),
  }),
  form: null,
};

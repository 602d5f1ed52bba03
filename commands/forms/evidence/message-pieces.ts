import { fieldOf } from '../../../src/domain/field.ts';
import { listed } from '../../../src/domain/framework.ts';
import { recordedAlready, recordedFrom } from '../../../src/domain/matters/evidence-from-a-message.ts';
import { type Role, roleLabels, roles } from '../../../src/domain/roles.ts';
import { sourceMessage } from '../../../src/words/evidence.ts';
import type { AskOfInspection } from '../../contract.ts';
import { saidLines } from '../../fields.ts';
import type { About, Piece } from '../../form.ts';
import { fromOf } from './keep.ts';

const many: Record<Role, string> = {
  lead: roleLabels.lead,
  deputy: roleLabels.deputy,
  inspector: 'inspectors',
  'partner-inspector': 'partner inspectors',
  analyst: 'analysts',
  'quality-assurance-manager': roleLabels['quality-assurance-manager'],
  observer: 'observers',
};

/** Who will be able to read what was written elsewhere, by role. */
const readersInWords = ({ inspection }: AskOfInspection): string => {
  const there = roles.filter((id) => inspection.members.some(({ role, called }) => (called ?? role) === id));
  const own = fieldOf(inspection.framework).roles.filter(({ id }) =>
    inspection.members.some(({ called }) => called === id),
  );
  const readers = listed([...there.map((role) => many[role]), ...own.map((each) => each.many)], 'and');
  return `This was written outside the inspection’s channel. Once saved, the whole team of ${inspection.authority} can read it: ${readers}.`;
};

/** What the form says of the message that its text comes from; `known` is whether it is known which inspection it is about. */
export const messagePieces = (ask: AskOfInspection, about: About, known: boolean): Piece[] => {
  const from = fromOf(about);
  if (!from) return [];
  const { now, otherwise } =
    known && !about.further ? recordedFrom(ask.inspection, from, null) : { now: null, otherwise: null };
  const lines = [
    ...(now ? [recordedAlready(now.item)] : []),
    ...(otherwise ? [`This message reads differently now than when ${otherwise.item} was recorded.`] : []),
    ...(known && ask.channel !== ask.inspection.channel.id ? [readersInWords(ask)] : []),
    ...(about.left ? [`Not taken: ${about.left}. The link leads there.`] : []),
    ...(about.cut
      ? [`The message is too long for one item: its last ${about.cut} characters are cut. The link leads to the whole.`]
      : []),
  ];
  return [...(lines.length > 0 ? [saidLines(...lines.map((words) => [words]))] : []), saidLines(sourceMessage(from))];
};

import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import { handlingOf } from '../domain/restricted/handling.ts';
import type { RestrictedRecord } from '../domain/restricted.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { contentInWords, evidenceLineWithin } from './evidence.ts';
import { firstFitting, shortened } from './fitting.ts';
import {
  andMore,
  type Button,
  counted,
  followedBy,
  type Line,
  lineIf,
  type Message,
  message,
  paragraph,
  says,
} from './message.ts';

/** What lead, deputy and quality assurance manager are shown of restricted items. Nobody else is shown any of this. */

/** What they are told where its record does not hold. */
export const restrictedIsClosed = (why: string): string =>
  `The record of what was confided is closed: ${why}. It is left as it is, and everything else goes on. Tell whoever runs Fortnight.`;

/** What came of an item so far, in few words; empty where nothing did. */
const cameOfIt = (inspection: Inspection, { handled }: RestrictedRecord, item: string, most: number): string => {
  const { lines, closed } = handlingOf(handled, item);
  const led = lines.length > 0 ? `led to ${listed(lines, 'and')}` : '';
  const done = closed ? `closed by ${nameOfPerson(inspection, closed.by)}: ${shortened(closed.done, most)}` : '';
  return [led, done].filter(Boolean).join(' · ');
};

const restrictedLine = (
  inspection: Inspection,
  record: RestrictedRecord,
  evidence: Evidence,
  at: string,
  most: number,
): Line => {
  const so = cameOfIt(inspection, record, evidence.item, most);
  return [...evidenceLineWithin(inspection, evidence, at, most), so ? ` · ${so}` : ''];
};

const readers = 'Lead, deputy and quality assurance manager only. It is counted and found nowhere else.';

const recordButton: Button = { label: 'Record what you were told', does: 'whistleblow new' };

/** Those still open, newest first, and how many are closed. */
export const whistleblowingList = (inspection: Inspection, record: RestrictedRecord, at: string): Message => {
  const all = [...record.evidence.values()].filter(({ withdrawn }) => !withdrawn).reverse();
  const open = all.filter(({ item }) => !handlingOf(record.handled, item).closed);
  if (all.length === 0)
    return followedBy(says('Nothing restricted is recorded.'), { buttons: [recordButton] }, { note: readers });
  return firstFitting([160, 80, 40], (most) =>
    message(
      paragraph(`${counted(open.length, 'restricted item')} open, ${all.length - open.length} closed.`),
      { list: open.slice(0, 10).map((evidence) => restrictedLine(inspection, record, evidence, at, most)) },
      andMore(open.length - 10),
      {
        buttons: [
          ...open.slice(0, 4).map(({ item }): Button => ({ label: `See ${item}`, does: `whistleblow ${item}` })),
          recordButton,
        ],
      },
      { note: readers },
    ),
  );
};

/** One item whole, with what can be done about it. */
export const whistleblowingItem = (
  inspection: Inspection,
  record: RestrictedRecord,
  evidence: Evidence,
  at: string,
): Message => {
  const { item, content } = evidence;
  const so = cameOfIt(inspection, record, item, 500);
  return message(
    paragraph(
      { strong: item },
      ` · ${contentInWords(inspection, content, at)} · ${nameOfPerson(inspection, evidence.by)}`,
    ),
    { quote: content.text },
    { lines: lineIf(so, so) },
    {
      buttons: [
        { label: 'New line of enquiry', does: 'line new' },
        { label: 'It led to a line', does: `whistleblow link ${item}` },
        { label: 'Close it', does: `whistleblow close ${item}` },
      ],
    },
    { note: `${readers} A new line begins empty: say in it nothing that would tell who spoke. Then link it here.` },
  );
};

/** What those who may read it are told in private when something came in: that, and nothing of it. */
export const restrictedCame = ({ id, authority }: Inspection): Message =>
  message(
    paragraph(`${authority}: something was recorded that only lead, deputy and quality assurance manager may read.`),
    { buttons: [{ label: 'See it', does: `in ${id} whistleblow` }] },
  );

import { inWordsOf } from '../domain/field.ts';
import { areaOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import type { EvidenceContent } from '../domain/matters/evidence-content.ts';
import { recordedInPause } from '../domain/matters/pause.ts';
import { aboutLabels, signLabels, sourceLabel } from '../domain/sources.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { confirmationMark } from './confirmation.ts';
import { correctedMark } from './correction.ts';
import { shortened } from './fitting.ts';
import { type Line, lineIf, type Message, message, type Part, paragraph } from './message.ts';
import { momentSeenFrom } from './times.ts';

/** "Help and protection · concern · case C-007 · observed today 11:40". */
export const contentInWords = (inspection: Inspection, content: EvidenceContent, at: string): string =>
  [
    content.areas.map((area) => areaOf(inspection.framework, area).short).join(', '),
    signLabels[content.sign].toLowerCase(),
    content.case ? `${inWordsOf(inspection, '{case}')} ${content.case}` : '',
    content.source === 'not-stated' ? '' : sourceLabel(inspection.framework, content.source).toLowerCase(),
    content.about ? aboutLabels[content.about].toLowerCase() : '',
    content.lines.length > 0 ? `${content.bears ?? 'for'} ${content.lines.join(', ')}` : '',
    `observed ${momentSeenFrom(inspection, content.observedAt, at)}`,
  ]
    .filter(Boolean)
    .join(' · ');

/** "From a message by Dee Marsh . Open the message", with the link; nothing where an item comes from none. */
export const sourceMessage = (from: EvidenceContent['from']): Line =>
  from ? [`From a message by ${from.author}. `, { link: 'Open the message', to: from.link }] : [];

/** "Saved E-014 (7f3a9c)": the item's number and the short hash of its entry. */
export const savedAs = (item: string, hash: string): string => `Saved ${item} (${hash.slice(0, 6)})`;

/** The receipt of an item: only its author sees it. */
export const evidenceReceipt = (inspection: Inspection, evidence: Evidence, hash: string, at: string): Message =>
  message(
    paragraph({ strong: savedAs(evidence.item, hash) }, ` · ${contentInWords(inspection, evidence.content, at)}`),
    { quote: evidence.content.text },
    ...(evidence.content.from ? [{ lines: [sourceMessage(evidence.content.from)] }] : []),
    {
      note: recordedInPause(inspection, evidence.recordedAt)
        ? 'The inspection is paused. This is kept, marked as recorded during the pause.'
        : '',
    },
    { buttons: [{ label: 'Edit', does: `edit ${evidence.item}` }] },
  );

/** How much of an item's text a list shows. */
const shownText = 200;

/** An item in a list of answers. */
export const evidenceLine = (inspection: Inspection, evidence: Evidence, at: string): Line =>
  evidenceLineWithin(inspection, evidence, at, shownText);

/** What is said of an item before its words. */
const headOf = (inspection: Inspection, evidence: Evidence, at: string): Line => [
  { strong: evidence.item },
  ` · ${contentInWords(inspection, evidence.content, at)} · ${nameOfPerson(inspection, evidence.by)}`,
  confirmationMark(inspection, evidence.item),
  evidence.edited ? correctedMark(inspection, evidence.item) || ' · corrected' : '',
];

/** One in full. */
export const evidenceParts = (inspection: Inspection, evidence: Evidence, at: string): Part[] => [
  { lines: [headOf(inspection, evidence, at)] },
  { quote: evidence.content.text },
  { lines: [sourceMessage(evidence.content.from)] },
  { lines: lineIf(evidence.withdrawn !== null, `Withdrawn: ${evidence.withdrawn?.reason}`) },
];

export const evidenceLineWithin = (inspection: Inspection, evidence: Evidence, at: string, most: number): Line => [
  ...headOf(inspection, evidence, at),
  evidence.withdrawn ? ` · withdrawn: ${shortened(evidence.withdrawn.reason, 80)}` : '',
  ` — ${shortened(evidence.content.text, most)}`,
  ...(evidence.content.from ? [' · ', ...sourceMessage(evidence.content.from)] : []),
];

/** The evidence for and, beside it, against, as the grade form shows it. */
export const sideParts = (title: string, evidence: readonly Evidence[], none: string): Part[] => [
  { lines: [[{ strong: title }], ...lineIf(evidence.length === 0, none)] },
  { list: evidence.map((each): Line => [`${each.item} ${shortened(each.content.text, 180)}`]) },
];

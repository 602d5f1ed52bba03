import { fieldOf, inWordsOf } from '../domain/field.ts';
import { areaOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import type { EvidenceContent } from '../domain/matters/evidence-content.ts';
import { recordedInPause } from '../domain/matters/pause.ts';
import { casesNamed } from '../domain/recording/cases.ts';
import { aboutLabels, signLabels, sourceLabel } from '../domain/sources.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { ofSide, weightiestOf } from '../domain/weight.ts';
import { confirmationMark } from './confirmation.ts';
import { correctedMark } from './correction.ts';
import { shortened } from './fitting.ts';
import {
  type Button,
  counted,
  type Line,
  lineIf,
  type Menu,
  type Message,
  message,
  type Part,
  paragraph,
  readRow,
} from './message.ts';
import { momentSeenFrom } from './times.ts';

/** "Help and protection · concern · case C-007 · observed today 11:40"; `just` leaves out when, where it was just now. */
export const contentInWords = (inspection: Inspection, content: EvidenceContent, at: string, just = false): string =>
  [
    content.areas.map((area) => areaOf(inspection.framework, area).short).join(', '),
    signLabels[content.sign].toLowerCase(),
    content.case ? `${inWordsOf(inspection, '{case}')} ${content.case}` : '',
    content.source === 'not-stated' ? '' : sourceLabel(inspection.framework, content.source).toLowerCase(),
    content.about ? aboutLabels[content.about].toLowerCase() : '',
    content.lines.length > 0 ? `${content.bears ?? 'for'} ${content.lines.join(', ')}` : '',
    content.askedOf ? `for or against ${content.askedOf}?` : '',
    just && Date.parse(at) - Date.parse(content.observedAt) < justNow
      ? ''
      : `observed ${momentSeenFrom(inspection, content.observedAt, at)}`,
  ]
    .filter(Boolean)
    .join(' · ');

/** In milliseconds: a form may stand open for a while before it is saved. */
const justNow = 3_600_000;

/** "From a message by Dee Marsh . Open the message", with the link; nothing where an item comes from none. */
export const sourceMessage = (from: EvidenceContent['from']): Line =>
  from ? [`From a message by ${from.author}. `, { link: 'Open the message', to: from.link }] : [];

/** What the receipt of an item asks for: each is one press, and what was not said is said then. */
const askedFor = (inspection: Inspection, { item, content }: Evidence): { menus: Menu[]; buttons: Button[] } => {
  const { assumed = [], askedOf } = content;
  const answer = (words: string): string => `edit ${item} ${words}`;
  const cases = content.case === null ? casesNamed(content.text) : [];
  const voices = fieldOf(inspection.framework).sources.filter(({ id }) => !unasked.has(id));
  const sources = voices.map(({ id, label }) => ({ label, does: answer(`from ${id}:`) }));
  return {
    menus: [
      ...(content.source === 'not-stated' ? [{ label: 'Whose voice?', choices: sources }] : []),
      ...(cases.length > 1
        ? [{ label: 'Which case?', choices: cases.slice(0, 100).map((label) => ({ label, does: answer(label) })) }]
        : []),
    ],
    buttons: [
      ...(assumed.includes('sign')
        ? [
            { label: 'Strength', does: answer('+') },
            { label: 'Concern', does: answer('-') },
          ]
        : []),
      ...(askedOf
        ? [
            { label: `For ${askedOf}`, does: answer(`for ${askedOf}`) },
            { label: 'Against', does: answer(`against ${askedOf}`) },
          ]
        : []),
      ...(assumed.includes('case') ? [{ label: `Not ${content.case}`, does: answer(`not ${content.case}`) }] : []),
    ],
  };
};

/** What a receipt offers nobody to say: that it is not stated, and what is for a few to read. */
const unasked: ReadonlySet<string> = new Set(['not-stated', 'whistleblower']);

/** "Saved E-014". */
export const savedAs = (item: string): string => `Saved ${item}`;

/** The receipt of an item: only its author sees it. */
export const evidenceReceipt = (inspection: Inspection, evidence: Evidence, at: string): Message =>
  message(
    paragraph({ strong: `Saved ${evidence.item}` }, ` · ${contentInWords(inspection, evidence.content, at, true)}`),
    { quote: evidence.content.text },
    ...(evidence.content.from ? [{ lines: [sourceMessage(evidence.content.from)] }] : []),
    ...pressed(inspection, evidence),
    {
      note: recordedInPause(inspection, evidence.recordedAt) ? 'Kept, marked as recorded during the pause.' : '',
    },
  );

/** What is asked for and Edit, in one row where it takes them. */
export const pressed = (inspection: Inspection, evidence: Evidence): Part[] => {
  const { menus, buttons } = askedFor(inspection, evidence);
  const edit = { label: 'Edit', does: `edit ${evidence.item}` };
  return menus.length + buttons.length < 5
    ? [{ menus, buttons: [...buttons, edit] }]
    : [{ menus, buttons: [] }, { buttons: [...buttons, edit] }];
};

/** How much of an item's text a list shows. */
const shownText = 200;

/** An item in a list of answers. */
export const evidenceLine = (inspection: Inspection, evidence: Evidence, at: string): Line =>
  evidenceLineWithin(inspection, evidence, at, shownText);

/** What is said of an item before its words. */
export const headOf = (inspection: Inspection, evidence: Evidence, at: string): Line => [
  { strong: evidence.item },
  ` · ${contentInWords(inspection, evidence.content, at)} · ${nameOfPerson(inspection, evidence.by)}`,
  confirmationMark(inspection, evidence.item),
  evidence.edited ? correctedMark(inspection, evidence.item) || ' · corrected' : '',
];

/** What an item says of itself beside its head: "East office · Police · HP1 Thresholds hold"; empty where that is nothing. */
const detailsOf = ({ framework }: Inspection, { site, agency, criteria, areas }: EvidenceContent): string => {
  const known = areas.flatMap((area) => areaOf(framework, area).criteria);
  const named = criteria.flatMap((id) => known.find((each) => each.id === id) ?? []);
  return [site, agency, ...named.map(({ id, label }) => `${id} ${label}`)].filter(Boolean).join(' · ');
};

/** One in full. */
export const evidenceParts = (inspection: Inspection, evidence: Evidence, at: string): Part[] => {
  const { content, withdrawn } = evidence;
  return [
    { lines: [headOf(inspection, evidence, at)] },
    { quote: content.text },
    {
      lines: [
        [detailsOf(inspection, content)],
        sourceMessage(content.from),
        [`Recorded ${momentSeenFrom(inspection, evidence.recordedAt, at)}.`],
        ...lineIf(withdrawn !== null, `Withdrawn: ${withdrawn?.reason}`),
      ],
    },
  ];
};

export const evidenceLineWithin = (inspection: Inspection, evidence: Evidence, at: string, most: number): Line => [
  ...headOf(inspection, evidence, at),
  evidence.withdrawn ? ` · withdrawn: ${shortened(evidence.withdrawn.reason, 80)}` : '',
  ` — ${shortened(evidence.content.text, most)}`,
  ...(evidence.content.from ? [' · ', ...sourceMessage(evidence.content.from)] : []),
];

/** As much of an item's words stands whole above a form. */
const wholeText = 300;

/** An item above a form: whole, or as much of it as stands there, and the whole one press away. */
const aboveAForm = ({ item, content: { sign, text } }: Evidence): Part => {
  const line = `${item} ${sign === 'priority-concern' ? 'Priority concern: ' : ''}${shortened(text, wholeText)}`;
  return [...text].length > wholeText ? readRow(item, [`${line} (goes on)`]) : { list: [[line]] };
};

/** So many of each side stand above a form. */
const ofEachSide = 3;

const sideParts = (side: string, items: readonly Evidence[]): Part[] =>
  items.length === 0 ? [] : [paragraph({ strong: side }), ...weightiestOf(items, ofEachSide).map(aboveAForm)];

/** What weighs most for and against, out of all that there is; `all` is what shows all of it. */
export const sidesParts = (items: readonly Evidence[], all: string, ...more: readonly Button[]): Part[] => {
  const [strengths, concerns] = [ofSide(items, 'strengths'), ofSide(items, 'concerns')];
  const counts = `${counted(strengths.length, 'strength')}, ${counted(concerns.length, 'concern')}`;
  const isCut = Math.max(strengths.length, concerns.length) > ofEachSide;
  const most = `${counts}.${isCut ? ' Newest and weightiest:' : ''}`;
  return [
    paragraph(items.length === 0 ? 'Nothing recorded yet.' : most),
    ...sideParts('Strengths', strengths),
    ...sideParts('Concerns', concerns),
    { buttons: [...(items.length > 0 ? [{ label: `Read all ${items.length}`, does: all }] : []), ...more] },
  ];
};

import { openLines } from '../src/domain/lines.ts';
import type { Evidence } from '../src/domain/matters/evidence.ts';
import { restrictedItem } from '../src/domain/restricted.ts';
import { savedAs } from '../src/words/evidence.ts';
import { says } from '../src/words/message.ts';
import { whistleblowingItem, whistleblowingList } from '../src/words/whistleblowing.ts';
import { type AskOfInspection, type InspectionSubcommand, noSearch, type Reply, sayRefusals } from './contract.ts';
import { type About, one, several, type Values } from './form.ts';
import { restrictedReceiptWords } from './forms/evidence.ts';
import { askAboutNames } from './forms/names.ts';
import { drawWhistleblow } from './forms/whistleblow.ts';

/** The same words whether there is no such item or it is not for the asker, so that asking tells nothing. */
const noSuchItem = (item: string): Reply => ({
  say: says(`There is no ${item} here. Find it with /judge find and a word from it.`),
});

const itemNamed = ({ restricted }: AskOfInspection, item: string): Evidence | null =>
  restricted?.evidence.get(item) ?? null;

const asked = (ask: AskOfInspection): Reply => {
  const { inspection, restricted, at } = ask;
  const [first = '', second = ''] = ask.words.trim().split(/\s+/);
  const does = ['link', 'close'].find((word) => word === first.toLowerCase());
  const item = (does ? second : first).toUpperCase();
  if (/^W-\w+$/.test(item)) {
    const evidence = itemNamed(ask, item);
    if (!evidence || !restricted) return noSuchItem(item);
    if (does === 'link' && openLines(inspection).length === 0)
      return { say: says('There is no open line of enquiry yet. Open one with /judge line new, then link it here.') };
    if (does) return { open: drawWhistleblow(ask, {}, { does, item }) };
    return { say: whistleblowingItem(inspection, restricted, evidence, at) };
  }
  if (restricted && ask.words.trim() === '') return { say: whistleblowingList(inspection, restricted, at) };
  const text = first.toLowerCase() === 'new' && second === '' ? '' : ask.words.trim();
  return { open: drawWhistleblow(ask, { text }, {}) };
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const item = about.item ?? '';
  const names = askAboutNames(ask, values, about, ['text', 'done'], (more) => drawWhistleblow(ask, values, more));
  if (names) return names;
  const kept = (command: unknown, receipt: Extract<Reply, { keep: unknown }>['receipt']): Reply => ({
    keep: { in: 'restricted', command },
    receipt,
    another: null,
    refused: sayRefusals,
  });
  if (about.does === 'link')
    return kept({ type: 'LinkRestrictedItem', item, line: one(values, 'line') }, ({ hash }) =>
      says(`${savedAs(item, hash)} · it led to ${one(values, 'line')}. The line does not show it.`),
    );
  if (about.does === 'close')
    return kept({ type: 'CloseRestrictedItem', item, done: one(values, 'done') }, ({ hash }) =>
      says(`${savedAs(item, hash)} · closed, with what was done.`),
    );
  const command = {
    type: 'RecordRestrictedEvidence',
    item: restrictedItem(ask.chance),
    areas: several(values, 'areas'),
    text: one(values, 'text'),
    sign: 'concern',
    source: 'whistleblower',
    observedAt: ask.at,
    criteria: [],
  };
  return kept(command, ({ events: [event], hash }) => {
    const name = event && 'item' in event ? event.item : '';
    return {
      parts: [{ lines: [[{ strong: savedAs(name, hash) }, ' · restricted'], [restrictedReceiptWords(ask)]] }],
    };
  });
};

export const whistleblow: InspectionSubcommand = {
  of: 'inspection',
  word: 'whistleblow',
  usage: '[what you were told]',
  about:
    'Records what somebody confided, from anybody on the team: only lead, deputy and quality assurance manager can read it.',
  brief: 'in confidence, to the leads and quality assurance',
  example: '/judge whistleblow',
  // In confidence: not even that somebody confides is counted.
  counted: false,
  act: 'read',
  asked,
  form: { draw: drawWhistleblow, submitted, search: noSearch },
};

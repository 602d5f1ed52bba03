import { openLines } from '../src/domain/lines.ts';
import { restrictedItem } from '../src/domain/restricted/item.ts';
import { savedAs } from '../src/words/evidence.ts';
import { says } from '../src/words/message.ts';
import { restrictedIsClosed, whistleblowingItem, whistleblowingList } from '../src/words/whistleblowing.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { type About, one, several, type Values } from './form.ts';
import { restrictedReceipt } from './forms/evidence/receipts.ts';
import { askAboutNames } from './forms/names.ts';
import { drawWhistleblow } from './forms/whistleblow.ts';
import { savedItem } from './receipt.ts';
import { keeps, offers, tells } from './reply.ts';

/** The same words whether there is no such item or it is not for the asker, so that asking tells nothing. */
const noSuchItem = (item: string): Reply => tells(`There is no ${item} here.`);

const asked = (ask: AskOfInspection): Reply => {
  const { inspection, restricted, at } = ask;
  const [first = '', second = ''] = ask.words.trim().split(/\s+/);
  const does = ['link', 'close'].find((word) => word === first.toLowerCase());
  const item = (does ? second : first).toUpperCase();
  const closed = ask.restrictedClosed;
  if (closed !== null) return tells(restrictedIsClosed(closed));
  if (/^W-\w+$/.test(item)) {
    const evidence = restricted?.evidence.get(item);
    if (!evidence || !restricted) return noSuchItem(item);
    if (does === 'link' && openLines(inspection).length === 0)
      return offers('There is no open line of enquiry yet. Open one, then link it here.', [
        { label: 'Open a line', does: 'line new' },
      ]);
    if (does) return { open: drawWhistleblow(ask, {}, { does, item }) };
    return { say: whistleblowingItem(inspection, restricted, evidence, at) };
  }
  if (restricted && ask.words.trim() === '') return { say: whistleblowingList(inspection, restricted, at) };
  const text = first.toLowerCase() === 'new' && second === '' ? '' : ask.words.trim();
  return { open: drawWhistleblow(ask, { text }, {}) };
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const item = about.item ?? '';
  const names = askAboutNames(ask, values, about, ['text', 'done'], drawWhistleblow);
  if (names) return names;
  const where = 'restricted';
  if (about.does === 'link')
    return keeps(
      { type: 'LinkRestrictedItem', item, line: one(values, 'line') },
      () => says(`${savedAs(item)} · it led to ${one(values, 'line')}. The line does not show it.`),
      { where },
    );
  if (about.does === 'close')
    return keeps(
      { type: 'CloseRestrictedItem', item, done: one(values, 'done') },
      () => says(`${savedAs(item)} · closed, with what was done.`),
      { where },
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
  return keeps(command, (kept) => restrictedReceipt(ask, savedAs(savedItem(kept))), { where });
};

export const whistleblow: InspectionSubcommand = {
  of: 'inspection',
  word: 'whistleblow',
  usage: '[what you were told]',
  about:
    'Records what somebody confided, from anybody on the team: only lead, deputy and quality assurance manager can read it.',
  alsoCalled: [
    'whistle',
    'whistleblower',
    'whistleblowing',
    'in confidence',
    'confidential',
    'confided',
    'anonymous',
    'wb',
  ],
  apart: true,
  brief: 'in confidence, to the leads and quality assurance',
  offers: [
    { label: 'Record what was told in confidence', words: 'new', sealed: true },
    { label: 'Read what was told in confidence', act: 'read restricted evidence', sealed: true },
  ],
  example: '/judge whistleblow',
  // In confidence: not even that somebody confides is counted.
  counted: false,
  act: 'read',
  asked,
  form: { draw: drawWhistleblow, submitted },
};

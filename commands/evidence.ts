import { areaWord } from '../src/domain/framework.ts';
import { restrictedItem } from '../src/domain/restricted.ts';
import { mostCharacters } from '../src/domain/text/typed.ts';
import { evidenceReceipt, savedAs } from '../src/words/evidence.ts';
import type { Message } from '../src/words/message.ts';
import { type AskOfInspection, type InspectionSubcommand, noSearch, type Receipt, type Reply } from './contract.ts';
import type { About, Values } from './form.ts';
import { askAboutNames, evidenceForm, fieldsOf, isRestricted, restrictedReceiptWords } from './forms/evidence.ts';
import { oneLine } from './forms/one-line.ts';
import { sealedReply } from './forms/sealed.ts';

const receipt = ({ events, hash, at, inspection }: Receipt): Message => {
  const [event] = events;
  const evidence = event?.type === 'EvidenceRecorded' ? inspection.evidence.get(event.item) : undefined;
  if (!evidence) return { parts: [{ lines: [[`Saved (${hash.slice(0, 6)})`]] }] };
  return evidenceReceipt(inspection, evidence, hash, at);
};

const restrictedReceipt = (ask: AskOfInspection, { events, hash }: Receipt): Message => {
  const [event] = events;
  const item = event?.type === 'RestrictedEvidenceRecorded' ? event.item : '';
  return { parts: [{ lines: [[{ strong: savedAs(item, hash) }, ' · restricted'], [restrictedReceiptWords(ask)]] }] };
};

/** Keeps what stands in the form, or asks about names first; a refusal without a form opens one with everything in it. */
const keep = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const names = askAboutNames('evidence', ask, values, about);
  if (names) return names;
  const refused = (refusals: readonly { words: string }[]): Reply => {
    const told = ['Not saved yet.', ...refusals.map((refusal) => refusal.words)].join('\n');
    return { open: evidenceForm('evidence', ask, values, { ...about, told }) };
  };
  if (isRestricted(values)) {
    const item = restrictedItem(ask.chance);
    return {
      keep: { in: 'restricted', command: { type: 'RecordRestrictedEvidence', item, ...fieldsOf(values) } },
      receipt: (kept) => restrictedReceipt(ask, kept),
      another: 'evidence',
      refused,
    };
  }
  return {
    keep: { in: 'inspection', command: { type: 'RecordEvidence', ...fieldsOf(values) } },
    receipt,
    another: 'evidence',
    refused,
  };
};

const asked = (ask: AskOfInspection): Reply => {
  const sealed = sealedReply(ask, ask.words);
  if (sealed) return sealed;
  const { framework } = ask.inspection;
  const line = oneLine(framework, ask.words);
  const source = ask.member.role === 'analyst' ? 'data' : 'not-stated';
  const values = {
    areas: line.area ? [line.area] : [],
    text: line.text,
    sign: line.sign,
    case: line.case,
    source,
    observedAt: ask.at,
  };
  if (line.text.length > mostCharacters) {
    const over = `This is ${line.text.length - mostCharacters} characters too long for one item. Nothing was saved; here it is whole, to record in parts:`;
    return { say: { parts: [{ lines: [[over]] }, { quote: ask.words }] } };
  }
  if (line.text === '') return { open: evidenceForm('evidence', ask, values, line.case ? { more: 'yes' } : {}) };
  if (!line.area) {
    const words = framework.areas.map(areaWord);
    const told = `Choose the judgement area. In one line it comes first: ${words.join(', ')}.`;
    return { open: evidenceForm('evidence', ask, values, { told }) };
  }
  return keep(ask, values, line.case ? { more: 'yes' } : {});
};

export const evidence: InspectionSubcommand = {
  of: 'inspection',
  word: 'evidence',
  usage: '[area] [+ or - or !] [C-017] [text]',
  about: 'Records evidence: in one line, or by a form. + is a strength, - a concern, ! a priority concern.',
  example: '/judge evidence help - C-017 strategy discussion held four days late',
  act: 'record evidence',
  asked,
  form: {
    draw: (ask, values, about) => evidenceForm('evidence', ask, values, about),
    submitted: keep,
    search: noSearch,
  },
};

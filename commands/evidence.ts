import { areaWord } from '../src/domain/framework.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import { mostCharacters } from '../src/domain/text/typed.ts';
import { givingBack } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Next, Reply } from './contract.ts';
import type { About, Values } from './form.ts';
import { evidenceForm } from './forms/evidence/form.ts';
import { evidenceFromMessage } from './forms/evidence/from-message.ts';
import { whichCarried } from './forms/evidence/head.ts';
import { evidenceTexts, fieldsOf, toKeep } from './forms/evidence/keep.ts';
import { linkedText, type OneLine, oneLine } from './forms/evidence/line.ts';
import { recordedReceipt, severalReceipt } from './forms/evidence/receipts.ts';
import { foreseen, hasSeveral, itemsIn, markOf, restOf } from './forms/evidence/several.ts';
import { linesFitting } from './forms/line-items.ts';
import { askAboutNames, openAgain } from './forms/names.ts';
import { keeps, sealedReply } from './reply.ts';

const another: Next = { label: 'Record another', does: 'evidence' };

/** Keeps what stands in the form, or asks about names first; a refusal without a form opens one with everything in it. */
const keep = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const names = askAboutNames(ask, values, about, evidenceTexts, evidenceForm);
  if (names) return names;
  const { in: where, command } = toKeep(ask, values, about, fieldsOf(values));
  return keeps(command, (kept) => recordedReceipt(ask, kept), {
    where,
    another,
    refused: openAgain(ask, values, about, evidenceForm),
  });
};

/** Several lines are shown as the items they would become before they are kept as that. */
const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  if (!hasSeveral(values, about) || values.as === 'one') return keep(ask, values, about);
  const names = askAboutNames(ask, values, about, evidenceTexts, evidenceForm);
  if (names) return names;
  const { told: _, ...carried } = about;
  const items = itemsIn(ask, values, about);
  const outcome = foreseen(ask, items);
  if ('refusals' in outcome) return outcome;
  const preview = markOf(outcome.contents);
  if (values.as !== 'several' || about.preview !== preview)
    return { open: evidenceForm(ask, values, { ...carried, preview }) };
  return {
    several: items.map((item) => item.keep),
    receipts: (receipts) => severalReceipt(ask, receipts),
    another,
    stopped: (receipts, words) => ({ open: evidenceForm(ask, ...restOf(values, carried, items, receipts, words)) }),
  };
};

/** What a line fills in; an analyst's source can only be data. */
const valuesIn = (ask: AskOfInspection, line: OneLine): Values => ({
  areas: line.area ? [line.area] : [],
  text: line.text,
  sign: line.sign,
  case: line.case,
  source: ask.member.role === 'analyst' ? 'data' : 'not-stated',
  observedAt: ask.at,
});

const tooLong = (ask: AskOfInspection, line: OneLine): Reply | null => {
  const over = line.text.length - mostCharacters;
  if (over <= 0) return null;
  const words = `This is ${over} characters too long for one item. Nothing was saved; here it is whole, to record in parts:`;
  return { say: givingBack(words, ask.words) };
};

const asked = (ask: AskOfInspection): Reply => {
  const sealed = sealedReply(ask, ask.words);
  if (sealed) return sealed;
  const { framework } = ask.inspection;
  const line = oneLine(framework, ask.words);
  const linked = line.area ? linkedText(ask.inspection, line.text) : { line: null, bears: null, text: line.text };
  const values: Values = {
    ...valuesIn(ask, line),
    text: linked.text,
    lines: linked.line ? [linked.line] : [],
    bears: linked.bears,
  };
  const about: About = line.case || linked.line ? { more: 'yes' } : {};
  const long = tooLong(ask, line);
  if (long) return long;
  if (linked.text === '') return { open: evidenceForm(ask, values, about) };
  if (!line.area) {
    const words = framework.areas.map(areaWord);
    const told = `Choose the judgement area. In one line it comes first: ${words.join(', ')}.`;
    return { open: evidenceForm(ask, values, { told }) };
  }
  return keep(ask, values, about);
};

/** The same where it is not known yet which of several running inspections is meant: the form asks, with what was typed. */
const askedAmong = (ask: AskOfInspection, among: readonly Inspection[]): Reply => {
  const line = oneLine(ask.inspection.framework, ask.words);
  const long = tooLong(ask, line);
  if (long) return long;
  const [word = ''] = ask.words.trim().split(/\s/);
  const about = { ...whichCarried(among), ...(line.area ? { word } : {}), ...(line.case ? { more: 'yes' } : {}) };
  return { open: evidenceForm(ask, valuesIn(ask, line), about) };
};

export const evidence: InspectionSubcommand = {
  of: 'inspection',
  word: 'evidence',
  usage: '[area] [+ or - or !] [C-017] [L-002] [text]',
  about: 'Records evidence: in one line, or by a form. + is a strength, - a concern, ! a priority concern.',
  brief: 'record what you saw, in one line or by a form',
  example: '/judge evidence help - C-017 the visit was four days late',
  act: 'record evidence',
  asked,
  askedAmong,
  shortcuts: { global: 'record_evidence', message: 'record_message', askedOf: evidenceFromMessage },
  form: { draw: evidenceForm, submitted, search: (ask, _, query) => linesFitting(ask, query) },
};

import { areaWord } from '../src/domain/framework.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import { type Reader, type ReadLine, readLine } from '../src/domain/recording/line.ts';
import { isCommand, partsOf } from '../src/domain/recording/lines.ts';
import { mostCharacters } from '../src/domain/text/typed.ts';
import { doubtsInWords } from '../src/words/doubts.ts';
import { givingBack } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Next, Reply } from './contract.ts';
import { type About, one, type Values } from './form.ts';
import { evidenceForm, severalForm } from './forms/evidence/form.ts';
import { evidenceFromMessage } from './forms/evidence/from-message.ts';
import { whichCarried } from './forms/evidence/head.ts';
import { type Content, evidenceTexts, fieldsOf, isRestricted, toKeep } from './forms/evidence/keep.ts';
import { contentIn, lineTyped, unstated, valuesIn, wrongBeside } from './forms/evidence/line.ts';
import { recordedReceipt, severalReceipt } from './forms/evidence/receipts.ts';
import { foreseen, hasSeveral, itemsIn, markOf, restOf } from './forms/evidence/several.ts';
import { linesFitting } from './forms/line-items.ts';
import { askAboutNames, openAgain } from './forms/names.ts';
import { keeps, sealedReply } from './reply.ts';

const another: Next = { label: 'Record another', does: 'evidence' };

/** Keeps one item, or asks about names first; a refusal without a form opens one with everything in it. */
const keep = (ask: AskOfInspection, values: Values, about: About, content: Content): Reply => {
  const names = askAboutNames(ask, values, about, evidenceTexts, evidenceForm);
  if (names) return names;
  const { in: where, command } = toKeep(ask, values, about, content);
  return keeps(command, (kept) => recordedReceipt(ask, kept), {
    where,
    another,
    refused: openAgain(ask, values, about, evidenceForm),
  });
};

/** One item out of the form: its text may begin with marks as a line does. What few may read, and several lines as one, stay to the letter. */
const keepForm = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const fields = fieldsOf(values);
  if (isRestricted(values, fields)) return keep(ask, values, about, fields);
  const line = lineTyped(ask, one(values, 'text') ?? '');
  const wrong = wrongBeside(ask, fields, line);
  if (wrong.length === 0) return keep(ask, values, about, contentIn(fields, line));
  return values.as === 'one' ? keep(ask, values, about, { ...fields, text: line.typed }) : { refusals: wrong };
};

/** Several lines are shown as the items they would become before they are kept as that. */
const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  if (!hasSeveral(ask, values, about) || values.as === 'one') return keepForm(ask, values, about);
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

/** What was typed after the command: the items that its lines may be, and the first as it reads. */
type Typed = { lines: string[]; line: ReadLine };

const typedIn = (ask: AskOfInspection, reader: Reader): Typed => {
  const lines = partsOf(reader, ask.words);
  return { lines, line: readLine(reader, lines[0] ?? ask.words) };
};

/** Why nothing of it can be taken: it is too long, or one line is another command and what is confided by it is for a few. */
const notTaken = (ask: AskOfInspection, { lines, line }: Typed): Reply | null => {
  const over = (lines.length > 1 ? ask.words : line.text).length - mostCharacters;
  if (over > 0) {
    const words = `This is ${over} characters too long for one item. Nothing was saved; here it is whole, to record in parts:`;
    return { say: givingBack(words, ask.words) };
  }
  return lines.some((each) => isCommand(ask.inspection, each))
    ? { say: givingBack('One of these lines is another command. Nothing was saved. Send each by itself:', ask.words) }
    : null;
};

/** Several lines open the form with the items that they would become; what they do not say of themselves is chosen there. */
const severalAsked = (ask: AskOfInspection, { lines }: Typed, about: About): Reply => {
  const told = `Not saved yet. Each of these ${lines.length} lines becomes an item. Choose what they do not say themselves.`;
  const values = { areas: [], text: ask.words.trim(), source: unstated(ask), observedAt: ask.at };
  const carried = { ...about, told };
  return { open: about.which ? evidenceForm(ask, values, carried) : severalForm(ask, values, carried) };
};

const asked = (ask: AskOfInspection): Reply => {
  const sealed = sealedReply(ask, ask.words);
  if (sealed) return sealed;
  const typed = typedIn(ask, ask.inspection);
  const { lines, line } = typed;
  const not = notTaken(ask, typed);
  if (not) return not;
  if (lines.length > 1) return severalAsked(ask, typed, {});
  const values = valuesIn(ask, line);
  const asks = line.link !== null || line.doubts.some(({ about }) => about === 'case' || about === 'link');
  const about: About = line.case || asks ? { more: 'yes' } : {};
  if (line.text === '') return { open: evidenceForm(ask, values, about) };
  const words = ask.inspection.framework.areas.map(areaWord).join(', ');
  const told = [
    ...(line.area ? [] : [`Choose the judgement area. In one line it comes first: ${words}.`]),
    ...doubtsInWords(line.doubts),
  ];
  if (told.length > 0) return { open: evidenceForm(ask, values, { ...about, told: told.join('\n') }) };
  const content = contentIn(fieldsOf({ ...values, lines: [], sign: line.sign ?? 'context', case: null }), line);
  const assumed = [...(line.sign ? [] : (['sign'] as const)), ...(content.assumed ?? [])];
  return keep(ask, values, about, assumed.length > 0 ? { ...content, assumed } : content);
};

/** The same where it is not known yet which of several running inspections is meant: the form asks, with what was typed. */
const askedAmong = (ask: AskOfInspection, among: readonly Inspection[]): Reply => {
  const typed = typedIn(ask, { framework: ask.inspection.framework, lines: new Map() });
  const { lines, line } = typed;
  const not = notTaken(ask, typed);
  if (not) return not;
  const which = whichCarried(among);
  if (lines.length > 1) return severalAsked(ask, typed, which);
  const [typedWord = ''] = line.typed.split(/[\s:,]/);
  const mistyped = line.doubts.find((doubt) => doubt.about === 'mistyped');
  const about = {
    ...which,
    ...(line.area ? { word: mistyped?.meant ?? typedWord } : {}),
    ...(line.case ? { more: 'yes' } : {}),
    ...(mistyped ? { told: doubtsInWords([mistyped]).join('\n') } : {}),
  };
  return { open: evidenceForm(ask, valuesIn(ask, line), about) };
};

export const evidence: InspectionSubcommand = {
  of: 'inspection',
  word: 'evidence',
  usage: '[area] [+ or - or !] [C-017] [whose voice:] [for L-002] [text]',
  about:
    'Records evidence: in one line, or by a form. + is a strength, - a concern, ! a priority concern; a word with a colon says whose voice it is.',
  brief: 'record what you saw, in one line or by a form',
  offers: [{ label: 'Record evidence' }],
  example: '/judge evidence help - C-017 I asked twice and nobody came',
  act: 'record evidence',
  asked,
  askedAmong,
  shortcuts: { global: 'record_evidence', message: 'record_message', askedOf: evidenceFromMessage },
  form: { draw: evidenceForm, submitted, search: (ask, _, query) => linesFitting(ask, query) },
};

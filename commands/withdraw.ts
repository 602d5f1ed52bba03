import { itemNumber } from '../src/domain/items.ts';
import { changeableFinding } from '../src/domain/matters/finding.ts';
import { isRestrictedItem } from '../src/domain/restricted.ts';
import { may, onlyFor } from '../src/domain/roles.ts';
import { evidenceLine } from '../src/words/evidence.ts';
import { type Line, says } from '../src/words/message.ts';
import { itemLine } from '../src/words/own-items.ts';
import { caseSubcommand } from './case.ts';
import { type AskOfInspection, type InspectionSubcommand, type Reply, sayRefusals } from './contract.ts';
import { box, saidLines } from './fields.ts';
import { type About, type Form, one, type Values } from './form.ts';
import { refusedChange } from './forms/correcting.ts';
import { findingNamed } from './forms/finding.ts';
import { notWithdrawn } from './forms/instead.ts';
import { itemAsked } from './forms/items.ts';
import { askAboutNames, namesPieces } from './forms/names.ts';
import { itemTyped } from './forms/numbered-item.ts';
import { recommend } from './recommend.ts';
import { sealedReply } from './reply.ts';
import { request } from './request.ts';

/** Kinds of item that have a word of their own for what is taken back: what follows that word. */
const ownWords: Readonly<Record<string, (ask: AskOfInspection, item: string) => Reply>> = {
  A: (ask, item) => recommend.asked({ ...ask, words: `withdraw ${item}` }),
  C: (ask, item) => caseSubcommand.asked({ ...ask, words: `${item} remove` }),
  Q: (ask, item) => request.asked({ ...ask, words: `withdraw ${item}` }),
};

/** What is withdrawn as it was recorded: a meeting, an earlier inspection. */
const plainly = (item: string): boolean => /^[MV]-\d/.test(item);

/** The item as it stands, above the question why. */
const standingLine = ({ inspection, restricted, at }: AskOfInspection, item: string): Line | null => {
  const evidence = restricted?.evidence.get(item);
  return evidence ? evidenceLine(inspection, evidence, at) : itemLine(inspection, item, at, 200);
};

const whatFollows = (item: string): string => {
  if (findingNamed(item)) return 'It stays in the record, marked as withdrawn.';
  if (item.startsWith('M-'))
    return 'It stays in the record, marked as withdrawn. What it trailed counts as not trailed.';
  if (item.startsWith('V-'))
    return 'It stays in the record, marked as withdrawn. Nothing is compared with it any more.';
  return 'The item stays in the record, marked as withdrawn. A judgement that rests on it must be given again.';
};

const draw = (ask: AskOfInspection, values: Values, about: About): Form => {
  const item = about.item ?? '';
  const standing = standingLine(ask, item);
  return {
    of: 'withdraw',
    title: `Withdraw ${item}`,
    submit: 'Withdraw',
    pieces: [
      ...(standing ? [saidLines(standing)] : []),
      box('reason', 'Why is it withdrawn?', one(values, 'reason'), { hint: whatFollows(item) }),
      ...namesPieces(about),
    ],
    about,
  };
};

const typeFor = (item: string): string => {
  if (findingNamed(item)) return 'WithdrawFinding';
  if (plainly(item)) return 'WithdrawItem';
  return isRestrictedItem(item) ? 'WithdrawRestrictedEvidence' : 'WithdrawEvidence';
};

const keep = (values: Values, about: About): Reply => {
  const item = about.item ?? '';
  return {
    keep: {
      in: isRestrictedItem(item) ? 'restricted' : 'inspection',
      command: { type: typeFor(item), item, reason: one(values, 'reason') },
    },
    receipt: ({ hash }) => says(`Withdrawn: ${item} (${hash.slice(0, 6)}). It stays in the record.`),
    another: null,
    refused: sayRefusals,
  };
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['reason'], draw) ?? keep(values, about);

const findingAsked = (ask: AskOfInspection, finding: string): Reply => {
  const may = changeableFinding(ask.inspection, finding, { person: ask.by, at: ask.at });
  if ('words' in may) return { say: says(may.words) };
  return sealedReply(ask) ?? { open: draw(ask, {}, { item: finding }) };
};

const evidenceAsked = (ask: AskOfInspection): Reply => {
  if (!may(ask.member.role, 'record evidence')) return { say: says(onlyFor('record evidence')) };
  const found = itemAsked(ask, 'withdraw');
  return 'reply' in found ? found.reply : { open: draw(ask, {}, { item: found.evidence.item }) };
};

const asked = (ask: AskOfInspection): Reply => {
  const finding = findingNamed(ask.words);
  if (finding) return findingAsked(ask, finding);
  const item = itemTyped(ask.words);
  if (plainly(item)) return refusedChange(ask, item) ?? { open: draw(ask, {}, { item }) };
  const own = itemNumber(item) > 0 ? ownWords[item.slice(0, 1)] : undefined;
  return own?.(ask, item) ?? notWithdrawn(ask, item) ?? evidenceAsked(ask);
};

export const withdraw: InspectionSubcommand = {
  of: 'inspection',
  word: 'withdraw',
  usage: '<item>',
  about: 'Withdraws an item by its number, with a reason. It stays in the record, marked.',
  brief: 'take an item back',
  example: '/judge withdraw E-014',
  act: 'read',
  asked,
  form: { draw, submitted },
};

import { changeableFinding } from '../src/domain/matters/finding.ts';
import { isRestrictedItem } from '../src/domain/restricted.ts';
import { evidenceLine } from '../src/words/evidence.ts';
import { findingLine } from '../src/words/findings.ts';
import { says } from '../src/words/message.ts';
import { type AskOfInspection, type InspectionSubcommand, noSearch, type Reply, sayRefusals } from './contract.ts';
import { type About, box, type Form, one, saidLines, type Values } from './form.ts';
import { findingNamed } from './forms/finding.ts';
import { itemAsked } from './forms/items.ts';
import { askAboutNames, namesPieces } from './forms/names.ts';
import { sealedReply } from './forms/sealed.ts';

const draw = (ask: AskOfInspection, values: Values, about: About): Form => {
  const item = about.item ?? '';
  const finding = ask.inspection.findings.get(item);
  const evidence = ask.inspection.evidence.get(item) ?? ask.restricted?.evidence.get(item);
  return {
    of: 'withdraw',
    title: `Withdraw ${item}`,
    submit: 'Withdraw',
    pieces: [
      ...(evidence ? [saidLines(evidenceLine(ask.inspection, evidence, ask.at))] : []),
      ...(finding ? [saidLines(findingLine(ask.inspection, finding, 200))] : []),
      box('reason', 'Why is it withdrawn?', one(values, 'reason'), {
        hint: finding
          ? 'It stays in the record, marked as withdrawn.'
          : 'The item stays in the record, marked as withdrawn. A judgement that rests on it must be given again.',
      }),
      ...namesPieces(about),
    ],
    about,
  };
};

const keep = (values: Values, about: About): Reply => {
  const item = about.item ?? '';
  const restricted = isRestrictedItem(item);
  return {
    keep: {
      in: restricted ? 'restricted' : 'inspection',
      command: {
        type: findingNamed(item) ? 'WithdrawFinding' : restricted ? 'WithdrawRestrictedEvidence' : 'WithdrawEvidence',
        item,
        reason: one(values, 'reason'),
      },
    },
    receipt: ({ hash }) => says(`Withdrawn: ${item} (${hash.slice(0, 6)}). It stays in the record.`),
    another: null,
    refused: sayRefusals,
  };
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['reason'], (asking) => draw(ask, values, asking)) ?? keep(values, about);

export const withdraw: InspectionSubcommand = {
  of: 'inspection',
  word: 'withdraw',
  usage: '<item>',
  about: 'Withdraws an item of evidence or a finding, with a reason. It stays in the record, marked.',
  brief: 'take an item back',
  example: '/judge withdraw E-014',
  act: 'record evidence',
  asked: (ask) => {
    const finding = findingNamed(ask.words);
    if (finding) {
      const may = changeableFinding(ask.inspection, finding, { person: ask.by, at: ask.at });
      if ('words' in may) return { say: says(may.words) };
      return sealedReply(ask, '') ?? { open: draw(ask, {}, { item: finding }) };
    }
    const found = itemAsked(ask, 'withdraw');
    if ('reply' in found) return found.reply;
    return { open: draw(ask, {}, { item: found.evidence.item }) };
  },
  form: { draw, submitted, search: noSearch },
};

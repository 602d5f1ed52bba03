import { itemNumber } from '../src/domain/items.ts';
import { ownOfAnyKind } from '../src/domain/own-items.ts';
import { isRestrictedItem } from '../src/domain/restricted.ts';
import { may, onlyFor } from '../src/domain/roles.ts';
import { evidenceReceipt, savedAs } from '../src/words/evidence.ts';
import { firstFitting, says } from '../src/words/message.ts';
import { editButtons, itemLines } from '../src/words/own-items.ts';
import { caseSubcommand } from './case.ts';
import { type AskOfInspection, type InspectionSubcommand, type Reply, sayRefusals } from './contract.ts';
import type { About, Values } from './form.ts';
import { correctionAsked, isCorrected } from './forms/correcting.ts';
import { evidenceForm } from './forms/evidence/form.ts';
import { evidenceTexts, fieldsOf, valuesOf } from './forms/evidence/keep.ts';
import { editFindingAsked, findingNamed } from './forms/finding.ts';
import { notCorrected } from './forms/instead.ts';
import { itemAsked } from './forms/items.ts';
import { linesFitting } from './forms/line-items.ts';
import { correcting, seenIn } from './forms/meanwhile.ts';
import { askAboutNames } from './forms/names.ts';
import { itemTyped } from './forms/numbered-item.ts';
import { line } from './line.ts';
import { recommend } from './recommend.ts';
import { sealedReply } from './reply.ts';

/** Kinds of item that have a word of their own for what is put right: what follows that word. */
const ownWords: Readonly<Record<string, (ask: AskOfInspection, item: string) => Reply>> = {
  L: (ask, item) => line.asked({ ...ask, words: `${item} change` }),
  C: (ask, item) => caseSubcommand.asked({ ...ask, words: `${item} change` }),
  A: (ask, item) => recommend.asked({ ...ask, words: `change ${item}` }),
};

const evidenceAsked = (ask: AskOfInspection): Reply => {
  if (!may(ask.member.role, 'record evidence')) return { say: says(onlyFor('record evidence')) };
  const found = itemAsked(ask, 'edit');
  if ('reply' in found) return found.reply;
  const { evidence, restricted } = found;
  const values = valuesOf(evidence.content, restricted ? 'restricted' : 'team');
  return { open: evidenceForm(ask, values, { ...correcting(ask, evidence.item), more: 'yes' }) };
};

/** As many as a row of buttons takes. */
const mostOffered = 5;

/** The asker's own latest items, for somebody who did not say which. */
const whichAsked = (ask: AskOfInspection): Reply => {
  const { inspection, by, at } = ask;
  const own = ownOfAnyKind(inspection, by, mostOffered).filter(({ changeable }) => changeable);
  if (own.length === 0)
    return sealedReply(ask) ?? { say: says('Say which item: /judge edit E-014. You have recorded none yet.') };
  return {
    say: firstFitting([160, 60], (most) => ({
      parts: [
        { lines: [['Which item? Your latest are:']] },
        { list: itemLines(inspection, own, at, most) },
        { buttons: editButtons(own) },
      ],
    })),
  };
};

const asked = (ask: AskOfInspection): Reply => {
  if (ask.words.trim() === '') return whichAsked(ask);
  const finding = findingNamed(ask.words);
  if (finding) return sealedReply(ask) ?? editFindingAsked(ask, finding);
  const item = itemTyped(ask.words);
  if (isCorrected(item)) return correctionAsked(ask, item);
  const own = itemNumber(item) > 0 ? ownWords[item.slice(0, 1)] : undefined;
  return own?.(ask, item) ?? notCorrected(ask, item) ?? evidenceAsked(ask);
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const item = about.item ?? '';
  const restricted = isRestrictedItem(item);
  const names = askAboutNames(ask, values, about, evidenceTexts, evidenceForm);
  if (names) return names;
  if (restricted && values.readers === 'team') {
    const words = `${item} stays restricted. Record for the team, in a new item, what everybody may read.`;
    return { refusals: [{ field: 'readers', words }] };
  }
  if (!restricted && values.readers === 'restricted') {
    const words = `${item} is in the team’s record already, and what was read cannot be unread. Withdraw it and record it anew as restricted.`;
    return { refusals: [{ field: 'readers', words }] };
  }
  if (!restricted && values.source === 'whistleblower') {
    const words = 'What a whistleblower says is recorded as a new, restricted item. Withdraw this one.';
    return { refusals: [{ field: 'source', words }] };
  }
  const type = restricted ? 'EditRestrictedEvidence' : 'EditEvidence';
  return {
    keep: {
      in: restricted ? 'restricted' : 'inspection',
      command: { type, item, seen: seenIn(about), ...fieldsOf(values) },
    },
    receipt: ({ inspection, hash, at }) => {
      const evidence = inspection.evidence.get(item);
      return evidence ? evidenceReceipt(inspection, evidence, hash, at) : says(`${savedAs(item, hash)} · restricted`);
    },
    another: null,
    refused: sayRefusals,
  };
};

export const edit: InspectionSubcommand = {
  of: 'inspection',
  word: 'edit',
  usage: '<item>',
  about: 'Corrects an item of any kind by its number. The earlier wording stays in the record.',
  brief: 'correct an item',
  example: '/judge edit E-014',
  act: 'read',
  asked,
  form: {
    draw: evidenceForm,
    submitted,
    search: (ask, _, query) => linesFitting(ask, query),
  },
};

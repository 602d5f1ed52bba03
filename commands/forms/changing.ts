import { type Letter, letterOf, ownItems, whyNotChanged } from '../../src/domain/kinds.ts';
import { type Evidence, whyNotChangeEvidence } from '../../src/domain/matters/evidence.ts';
import { isRestrictedItem } from '../../src/domain/restricted/item.ts';
import { shortened } from '../../src/words/fitting.ts';
import { insteadOf, itemLine } from '../../src/words/items.ts';
import { message, type Part, paragraph } from '../../src/words/message.ts';
import { restrictedIsClosed } from '../../src/words/whistleblowing.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { type Form, several, type Values } from '../form.ts';
import { correctedPractice } from '../practice.ts';
import { correctedAnswers } from '../questionnaire.ts';
import { opens, sealedReply, tells } from '../reply.ts';
import { correctedVisit } from '../visit.ts';
import { correctedCase, removedCase } from './case-register.ts';
import { correctedChallenge } from './challenge.ts';
import { correctedConcern } from './concern.ts';
import { evidenceForm } from './evidence/form.ts';
import { valuesOf } from './evidence/keep.ts';
import { editFindingForm } from './finding.ts';
import { correctedLine } from './line.ts';
import { correcting } from './meanwhile.ts';
import { correctedMeeting } from './meeting.ts';
import { itemTyped } from './named-item.ts';
import { correctedPrevious } from './previous.ts';
import { correctedRecommendation, withdrawnRecommendation } from './recommendation.ts';
import { rewrittenSection } from './report.ts';
import { correctedRequest, requestStep } from './request.ts';

/** How an item is put right or taken back, by the word for it. Which kinds there are, and who may, the domain says. */

/** How one kind is taken back: by a reason and nothing else, or in its own way. */
type Withdrawing = { command: string; follows: string } | ((ask: AskOfInspection, item: string) => Reply);

type Changing = {
  /** Opens its form; null where another one takes its place instead. */
  edit: ((ask: AskOfInspection, item: string) => Reply) | null;
  withdraw: Withdrawing | null;
};

/** An item of evidence, wherever it stands; undefined where this person may read none of that number. */
export const evidenceNamed = ({ inspection, restricted }: AskOfInspection, item: string): Evidence | undefined =>
  isRestrictedItem(item) ? restricted?.evidence.get(item) : inspection.evidence.get(item);

/** An item as its form has it: what the form does not show stays as it stands, but for criteria of areas that it left. */
export const asCorrected = (ask: AskOfInspection, item: string, values: Values): Values => {
  const content = evidenceNamed(ask, item)?.content;
  if (!content) return values;
  const areas = ask.inspection.framework.areas.filter(({ id }) =>
    several({ areas: content.areas, ...values }, 'areas').includes(id),
  );
  const known = areas.flatMap((area) => area.criteria.map(({ id }) => id));
  const criteria = content.criteria.filter((id) => known.includes(id));
  return { ...valuesOf(content, isRestrictedItem(item) ? 'restricted' : 'team'), criteria, ...values };
};

const correctedEvidence = (ask: AskOfInspection, item: string): Form | null => {
  const evidence = evidenceNamed(ask, item);
  // What is asked about stands under More.
  const more = evidence?.content.askedOf ? { more: 'yes' } : {};
  return evidence ? evidenceForm(ask, asCorrected(ask, item, {}), { ...correcting(ask, item), ...more }) : null;
};

const stays = 'stays in the record, marked as withdrawn.';
const evidence: Changing & { withdraw: { command: string; follows: string } } = {
  edit: opens(correctedEvidence),
  withdraw: {
    command: 'WithdrawEvidence',
    follows: `The item ${stays} A judgement that rests on it must be given again.`,
  },
};
const another: Changing = { edit: null, withdraw: null };

const kinds: Record<Letter, Changing> = {
  A: { edit: opens(correctedRecommendation), withdraw: opens(withdrawnRecommendation) },
  B: {
    edit: opens(correctedPractice),
    withdraw: { command: 'WithdrawItem', follows: `It ${stays} It goes to nobody.` },
  },
  C: { edit: opens(correctedCase), withdraw: opens(removedCase) },
  D: { edit: null, withdraw: { command: 'WithdrawItem', follows: `It ${stays} It needs no answer any more.` } },
  E: evidence,
  F: { edit: opens(editFindingForm), withdraw: { command: 'WithdrawFinding', follows: `It ${stays}` } },
  G: another,
  H: { edit: opens(correctedChallenge), withdraw: null },
  J: another,
  K: { edit: opens(correctedConcern), withdraw: null },
  L: { edit: opens(correctedLine), withdraw: null },
  M: {
    edit: opens(correctedMeeting),
    withdraw: { command: 'WithdrawItem', follows: `It ${stays} What it trailed counts as not trailed.` },
  },
  N: { edit: null, withdraw: { command: 'WithdrawItem', follows: `It ${stays} What came before it counts again.` } },
  P: another,
  Q: { edit: opens(correctedRequest), withdraw: (ask, item) => requestStep(ask, item, 'withdraw') },
  R: another,
  S: {
    edit: opens(correctedVisit),
    withdraw: { command: 'WithdrawItem', follows: `It ${stays} The site counts as not visited by it.` },
  },
  U: {
    edit: opens(correctedAnswers),
    withdraw: { command: 'WithdrawItem', follows: `It ${stays} It is counted no more.` },
  },
  T: { edit: opens(rewrittenSection), withdraw: null },
  V: {
    edit: opens(correctedPrevious),
    withdraw: { command: 'WithdrawItem', follows: `It ${stays} Nothing is compared with it any more.` },
  },
};

const restricted: Changing & { withdraw: { command: string; follows: string } } = {
  edit: evidence.edit,
  withdraw: { ...evidence.withdraw, command: 'WithdrawRestrictedEvidence' },
};

/** How an item of this number is changed; null where no kind has such numbers. */
export const changingOf = (item: string): Changing | null => {
  if (isRestrictedItem(item)) return restricted;
  const letter = letterOf(item);
  return letter && kinds[letter];
};

/** Why this person may not change an item; null where they may. One answer for "there is none" and "not for you". */
const whyNot = (ask: AskOfInspection, item: string): string | null => {
  if (!isRestrictedItem(item)) return whyNotChanged(ask.inspection, shortened(item, 40), ask.by);
  const found = evidenceNamed(ask, item);
  if (found) return whyNotChangeEvidence(ask.inspection, found, ask.by);
  return ask.restrictedClosed !== null
    ? restrictedIsClosed(ask.restrictedClosed)
    : `There is no ${shortened(item, 40)} here.`;
};

type Word = 'edit' | 'withdraw';

/** So many of them, the latest first, before all are asked for. */
const latest = 10;

/** The asker's own latest items, for somebody who did not say which. */
const whichAsked = (ask: AskOfInspection, word: Word): Reply => {
  const { inspection, by, at } = ask;
  const label = word === 'edit' ? 'Edit' : 'Withdraw';
  const all = ownItems(inspection, by).filter(
    (item) => changingOf(item)?.[word] && whyNotChanged(inspection, item, by) === null,
  );
  if (all.length === 0) return sealedReply(ask) ?? tells('You have recorded none yet. Say which item, such as E-014.');
  return {
    say: message(
      paragraph(
        all.length > latest ? `Which item? Your latest ${latest} of ${all.length} are:` : 'Which item? Yours are:',
      ),
      ...all.slice(0, latest).flatMap((item): Part[] => {
        const row = itemLine(inspection, item, at, 160);
        return row ? [{ row, acts: [{ label, does: `${word} ${item}` }] }] : [];
      }),
      { buttons: all.length > latest ? [{ label: 'All that I recorded', does: 'mine' }] : [] },
    ),
  };
};

/** What comes of naming an item to be put right or taken back: `change` does it where this person may. */
export const changeAsked = (ask: AskOfInspection, word: Word, change: (item: string) => Reply): Reply => {
  if (ask.words.trim() === '') return whichAsked(ask, word);
  const item = itemTyped(ask.words);
  const instead = insteadOf(ask.inspection, item, word === 'edit' ? 'Changing' : 'Withdrawing');
  if (instead) return { say: instead };
  const refused = whyNot(ask, item);
  return refused === null ? change(item) : tells(refused);
};

import { inWordsOf } from '../../src/domain/field.ts';
import { listed } from '../../src/domain/framework.ts';
import { toldAtOnce } from '../../src/domain/standing.ts';
import { concernStanding } from '../../src/words/concern.ts';
import { type Line, lineIf } from '../../src/words/message.ts';
import type { AskOfInspection, Receipt } from '../contract.ts';
import { box, line, moment, said, saidLines } from '../fields.ts';
import { type About, type Form, fieldsIn, one, type Piece, type Values } from '../form.ts';
import { receiptOf, savedItem } from '../receipt.ts';
import { correcting, seenIn } from './meanwhile.ts';
import { toldPieces } from './names.ts';

/** The forms of a child at risk: recording one, and each step after it. A form's `act` is the step; none records. */

export const concernActs = ['refer', 'acknowledged', 'close'] as const;
export type ConcernAct = (typeof concernActs)[number];

/** The fields in which people type at length. */
export const longTexts = ['text', 'referredTo', 'acknowledgedBy', 'done'] as const;

const actIn = ({ act }: About): ConcernAct | null => concernActs.find((each) => each === act) ?? null;

const when = (ask: AskOfInspection, field: string, label: string, values: Values): Piece =>
  moment(field, label, one(values, field) ?? ask.at);

/** Somebody who can act at once is told, by role. */
const byRole = 'Who at the {authority}. By role, such as {the duty team manager}.';

const fieldsOf = (ask: AskOfInspection, values: Values, act: ConcernAct | null, item: string | undefined): Piece[] => {
  switch (act) {
    case 'refer':
      return [
        line('referredTo', 'Referred to', one(values, 'referredTo'), { hint: inWordsOf(ask.inspection, byRole) }),
        when(ask, 'referredAt', 'Referred at', values),
      ];
    case 'acknowledged':
      return [
        line('acknowledgedBy', 'Acknowledged by', one(values, 'acknowledgedBy'), {
          hint: inWordsOf(ask.inspection, byRole),
        }),
        when(ask, 'acknowledgedAt', 'Acknowledged at', values),
      ];
    case 'close':
      return [
        box('done', 'What was done?', one(values, 'done'), {
          hint: inWordsOf(ask.inspection, 'What the {authority} did for the {child}, or why nothing more is needed.'),
        }),
      ];
    case null:
      return [
        box('text', inWordsOf(ask.inspection, 'What puts the {child} at risk?'), one(values, 'text'), {
          hint: item
            ? inWordsOf(
                ask.inspection,
                'No names: use the {case} reference. Whoever was told of it is told of the correction at once.',
              )
            : inWordsOf(ask.inspection, 'No names: use the {case} reference. Lead and deputy are told at once.'),
        }),
        line('case', inWordsOf(ask.inspection, '{Case}'), one(values, 'case'), {
          required: false,
          hint: 'The team’s reference, such as C-017. Never a name.',
        }),
      ];
  }
};

const titles: Record<ConcernAct, string> = { refer: 'Refer back', acknowledged: 'Acknowledged', close: 'Close' };

/** Closing one that nobody at the authority has heard of is allowed, and pointed out. */
const standing = (ask: AskOfInspection, item: string, act: ConcernAct | null): Piece[] => {
  const concern = ask.inspection.concerns.get(item);
  if (!concern) return [];
  const unheard = act === 'close' && !concern.referrals.at(-1)?.acknowledged;
  return [
    saidLines(
      [
        { strong: concern.item },
        concern.case ? ` · ${inWordsOf(ask.inspection, '{case}')} ${concern.case}` : '',
        ` · ${concernStanding(ask.inspection, concern, ask.at)}`,
      ],
      ...lineIf(
        unheard,
        inWordsOf(
          ask.inspection,
          'The {authority} has not acknowledged it. Close it only if that is no longer needed, and say why.',
        ),
      ),
    ),
    said({ quote: concern.text }),
  ];
};

export const concernForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const act = actIn(about);
  return {
    of: 'concern',
    title: act
      ? `${titles[act]} ${about.item ?? ''}`
      : about.item
        ? `Correct ${about.item}`
        : inWordsOf(ask.inspection, '{A child} at risk'),
    submit: act ? 'Save' : about.item ? 'Save and tell of it' : 'Save and tell the lead',
    pieces: [...toldPieces(about), ...standing(ask, about.item ?? '', act), ...fieldsOf(ask, values, act, about.item)],
    about,
  };
};

/** What a form sends, for its door to read. */
export const concernCommand = (values: Values, about: About): Record<string, unknown> => {
  const item = about.item ?? '';
  switch (actIn(about)) {
    case 'refer':
      return {
        type: 'ReferConcern',
        item,
        ...fieldsIn(values, 'referredTo', 'referredAt'),
      };
    case 'acknowledged':
      return {
        type: 'AcknowledgeConcern',
        item,
        ...fieldsIn(values, 'acknowledgedBy', 'acknowledgedAt'),
      };
    case 'close':
      return { type: 'CloseConcern', item, done: one(values, 'done') };
    case null:
      return {
        ...(about.item ? { type: 'CorrectItem', of: 'concern', item, seen: seenIn(about) } : { type: 'RecordConcern' }),
        ...fieldsIn(values, 'text', 'case'),
      };
  }
};

/** A child at risk as it was recorded, to be put right. */
export const correctedConcern = (ask: AskOfInspection, item: string): Form | null => {
  const concern = ask.inspection.concerns.get(item);
  return concern ? concernForm(ask, { text: concern.text, case: concern.case }, correcting(ask, item)) : null;
};

const toldNow = ({ events, inspection }: Receipt): Line[] => {
  const concern = inspection.concerns.get(savedItem({ events }));
  if (events.some(({ type }) => type === 'ItemCorrected')) return [['Whoever was told of it is told of this now.']];
  const leads = toldAtOnce(inspection).map(({ name }) => name);
  return concern?.referrals.length === 0
    ? [[`${listed(leads, 'and')} ${leads.length > 1 ? 'are' : 'is'} told now.`]]
    : [];
};

/** What somebody is told once a step about a child at risk is kept. */
export const concernReceipt = (ask: AskOfInspection) => receiptOf(ask, (kept) => [{ lines: toldNow(kept) }]);

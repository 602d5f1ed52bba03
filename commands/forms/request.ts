import { inWordsOf, labelsInWordsOf } from '../../src/domain/field.ts';
import { alikeRequests, type RequestKind, requestKindLabels, requestKinds } from '../../src/domain/matters/request.ts';
import { dayAfterCounting, isWorkingDay } from '../../src/domain/working-days.ts';
import { paragraph } from '../../src/words/message.ts';
import { alikeLine, requestParts } from '../../src/words/request.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { box, day, labelled, line, menu, said, tick } from '../fields.ts';
import { type About, type Form, fieldsIn, one, type Piece, several, type Values } from '../form.ts';
import { notAllowed, shownItem, todayOf } from '../reply.ts';
import { correcting, seenIn } from './meanwhile.ts';

/** The forms of a request: asking, and what became of it. A form's `act` is the step; none asks. */

export const requestActs = ['received', 'withdraw'] as const;
export type RequestAct = (typeof requestActs)[number];

export const longRequestTexts = ['what', 'askedOf', 'note', 'reason'] as const;

export const kindOf = (values: Values): RequestKind =>
  requestKinds.find((each) => each === one(values, 'kind')) ?? 'other';

/** So many that look alike are shown. */
const mostAlike = 5;

/** The next working day, by which most things are asked for. */
const nextWorkingDay = (ask: AskOfInspection): string =>
  dayAfterCounting(todayOf(ask), 1, (each) => isWorkingDay(each, ask.holidays));

/** What was asked for already and looks much the same, with the choice to send it all the same. */
const alikePieces = (ask: AskOfInspection, values: Values, about: About): Piece[] => {
  if (!about.alike) return [];
  const alike = alikeRequests(ask.inspection, one(values, 'what') ?? '', kindOf(values));
  if (alike.length === 0) return [];
  return [
    said(paragraph('Not sent yet: this looks much like what was asked for already.'), {
      list: alike.slice(0, mostAlike).map((each) => alikeLine(ask.inspection, each, ask.at)),
    }),
    tick('anyway', 'Asked for already?', { value: 'yes', label: 'Send it all the same' }, { required: false }),
  ];
};

const asking = (ask: AskOfInspection, values: Values, about: About): Piece[] => [
  ...(about.item ? [] : alikePieces(ask, values, about)),
  box('what', 'What is asked for?', one(values, 'what'), {
    hint: inWordsOf(ask.inspection, 'As the {authority} will read it. No names of {children}: use a {case} reference.'),
  }),
  menu('kind', 'Kind', labelled(requestKinds, labelsInWordsOf(ask.inspection, requestKindLabels)), kindOf(values)),
  line('askedOf', 'Of whom?', one(values, 'askedOf'), { required: false, hint: 'By role. Empty: the coordinator.' }),
  day('due', 'Needed by', one(values, 'due') ?? nextWorkingDay(ask)),
];

const titles: Record<RequestAct, string> = { received: 'Received', withdraw: 'Take back' };

const actIn = ({ act }: About): RequestAct | null => requestActs.find((each) => each === act) ?? null;

const ending = (ask: AskOfInspection, values: Values, { item }: About, act: RequestAct): Piece[] => {
  const request = ask.inspection.requests.get(item ?? '');
  const today = todayOf(ask);
  return [
    ...(request ? [said(...requestParts(ask.inspection, request, ask.at))] : []),
    ...(act === 'received'
      ? [
          day('receivedOn', 'Received on', one(values, 'receivedOn') ?? today),
          line('note', 'What came', one(values, 'note'), {
            required: false,
            hint: 'Where it is not all, or not that.',
          }),
        ]
      : [box('reason', 'Why is it no longer needed?', one(values, 'reason'))]),
  ];
};

export const requestForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const act = actIn(about);
  return {
    of: 'request',
    title: act
      ? `${titles[act]}: ${about.item ?? ''}`
      : about.item
        ? `Correct ${about.item}`
        : inWordsOf(ask.inspection, 'Ask the {authority}'),
    submit: act || about.item ? 'Save' : 'Ask',
    pieces: [...(act ? ending(ask, values, about, act) : asking(ask, values, about))],
    about,
  };
};

/** What a form sends, for its door to read. */
export const requestCommand = (ask: AskOfInspection, values: Values, about: About): Record<string, unknown> => {
  const item = about.item ?? '';
  switch (actIn(about)) {
    case 'received':
      return {
        type: 'ReceiveRequest',
        item,
        ...fieldsIn(values, 'receivedOn', 'note'),
      };
    case 'withdraw':
      return { type: 'WithdrawRequest', item, reason: one(values, 'reason') };
    case null:
      return {
        ...(about.item
          ? { type: 'CorrectItem', of: 'request', item, seen: seenIn(about) }
          : { type: 'MakeRequest', anyway: several(values, 'anyway').includes('yes') }),
        what: one(values, 'what'),
        kind: kindOf(values),
        askedOf: one(values, 'askedOf'),
        due: one(values, 'due') ?? nextWorkingDay(ask),
      };
  }
};

export const mayRequest = 'ask the {authority} for something';

/** Opens a step after it; one that has come or was taken back is shown instead. */
export const requestStep = (ask: AskOfInspection, item: string, act: RequestAct): Reply => {
  const found = ask.inspection.requests.get(item);
  if (!found || found.received || found.withdrawn) return shownItem(ask, item);
  return notAllowed(ask, mayRequest) ?? { open: requestForm(ask, {}, { act, item }) };
};

/** A request as it was asked, to be put right. */
export const correctedRequest = (ask: AskOfInspection, item: string): Form | null => {
  const request = ask.inspection.requests.get(item);
  if (!request) return null;
  const { what, kind, askedOf, due } = request;
  return requestForm(ask, { what, kind, askedOf, due }, correcting(ask, item));
};

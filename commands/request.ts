import { inWordsOf } from '../src/domain/field.ts';
import { alikeRequests, openRequests } from '../src/domain/matters/request.ts';
import { mostCharacters } from '../src/domain/text/typed.ts';
import { listing, pageOf } from '../src/words/listing.ts';
import { counted } from '../src/words/message.ts';
import { coordinatorList, perPage } from '../src/words/request.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { type About, one, several, type Values } from './form.ts';
import { namedItem } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import {
  kindOf,
  longRequestTexts,
  mayRequest,
  requestActs,
  requestCommand,
  requestForm,
  requestStep,
} from './forms/request.ts';
import { isOneWord, textAfter } from './forms/typed.ts';
import { receiptOf } from './receipt.ts';
import { keeps, notAllowed, offers, shownItem, where } from './reply.ts';

/** The form again, where much the same was asked for already and nobody said to send it all the same. */
const askAboutAlike = (ask: AskOfInspection, values: Values, about: About): Reply | null => {
  if (about.item || several(values, 'anyway').includes('yes')) return null;
  const what = one(values, 'what') ?? '';
  if (alikeRequests(ask.inspection, what, kindOf(values)).length === 0) return null;
  return { open: requestForm(ask, values, { ...about, alike: 'yes' }) };
};

const keep = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, longRequestTexts, requestForm) ??
  askAboutAlike(ask, values, about) ??
  keeps(requestCommand(ask, values, about), receiptOf(ask));

const list = (ask: AskOfInspection, page: number): Reply => {
  if (ask.inspection.requests.size <= (page - 1) * perPage)
    return offers(
      page === 1 ? inWordsOf(ask.inspection, 'Nothing was asked of the {authority} yet.') : 'There is no such page.',
      where(ask, mayRequest, 'Ask for something', 'request'),
    );
  return { say: coordinatorList(ask.inspection, ask.at, page) };
};

/** What has not come, each with what may be done about it; then what came or was taken back. */
const open = (ask: AskOfInspection, page: number): Reply => {
  const waited = openRequests(ask.inspection);
  const over = [...ask.inspection.requests.values()].filter((each) => !waited.includes(each)).reverse();
  const opening = `${counted(waited.length, 'request')} still to come, ${over.length} over.`;
  return {
    say: listing(
      ask,
      opening,
      [...waited, ...over].map(({ item }) => item),
      { words: 'request open', page },
    ),
  };
};

/** With text it is asked for at once, by the next working day; anything to look at first opens the form. */
const make = (ask: AskOfInspection, what: string): Reply => {
  const no = notAllowed(ask, mayRequest);
  if (no) return no;
  if (what === '' || isOneWord(what) || what.length > mostCharacters) return { open: requestForm(ask, { what }, {}) };
  const reply = keep(ask, { what }, {});
  return 'keep' in reply ? { ...reply, refused: () => ({ open: requestForm(ask, { what }, {}) }) } : reply;
};

export const request: InspectionSubcommand = {
  of: 'inspection',
  word: 'request',
  usage: '[text]',
  about: 'Logs what is asked of those inspected, with its day. list is the day’s list for its coordinator.',
  brief: 'what is asked of those inspected',
  offers: [
    { label: 'Ask the {authority} for something', act: mayRequest, sealed: true },
    { label: 'What was asked for', words: 'list', sealed: true },
  ],
  example: '/judge request audits of the last three months, by team',
  act: 'read',
  asked: (ask) => {
    const words = ask.words.trim();
    const [, page] = words.match(/^list(?: (\d{1,3}))?$/i) ?? [words, null];
    if (page !== null) return list(ask, Math.max(1, Number(page ?? 1)));
    const { words: first, page: at } = pageOf(words.toLowerCase());
    if (first === 'open') return open(ask, at);
    const named = namedItem('Q', requestActs, words);
    if (!named) return make(ask, textAfter(words));
    const step = requestActs.find((each) => each === named.word);
    return step ? requestStep(ask, named.item, step) : shownItem(ask, named.item);
  },
  form: { draw: requestForm, submitted: keep },
};

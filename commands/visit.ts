import { inWordsOf } from '../src/domain/field.ts';
import type { Visit } from '../src/domain/matters/visit.ts';
import { sitesOf } from '../src/domain/sites.ts';
import { shortened } from '../src/words/fitting.ts';
import { listing, pageOf } from '../src/words/listing.ts';
import { siteGapLines } from '../src/words/sites.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { box, line, moment, people } from './fields.ts';
import { type About, type Form, fieldsIn, one, several, type Values } from './form.ts';
import { correcting, seenIn } from './forms/meanwhile.ts';
import { namedItem } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import { textAfter } from './forms/typed.ts';
import { receiptOf } from './receipt.ts';
import { keeps, notAllowed, shownItem, where } from './reply.ts';

const longTexts = ['site', 'met', 'lookedAt'];

/** The sites known so far, so that one is written as it was before. */
const sitesKnown = ({ inspection }: AskOfInspection): string => {
  const names = sitesOf(inspection).map(({ name }) => name);
  return names.length > 0 ? `As it is named already: ${shortened(names.join(', '), 120)}` : 'Such as East office.';
};

const draw = (ask: AskOfInspection, values: Values, about: About): Form => ({
  of: 'visit',
  title: about.item ? `Correct ${about.item}` : 'Record a visit',
  submit: 'Save',
  pieces: [
    line('site', 'Site', one(values, 'site'), { hint: sitesKnown(ask) }),
    moment('visitedAt', 'Visited at', one(values, 'visitedAt') ?? ask.at),
    people('who', 'Who went?', 'who' in values ? several(values, 'who') : [ask.by.user]),
    line('met', 'Whom did they meet?', one(values, 'met'), {
      required: false,
      hint: 'By role, such as the manager on duty.',
    }),
    box('lookedAt', 'What was looked at?', one(values, 'lookedAt'), {
      hint: inWordsOf(
        ask.inspection,
        'Such as the front desk, two meetings with staff. No names of {children}: use a {case} reference.',
      ),
    }),
  ],
  about,
});

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, longTexts, draw) ??
  keeps(
    {
      ...(about.item
        ? { type: 'CorrectItem', of: 'visit', item: about.item, seen: seenIn(about) }
        : { type: 'RecordVisit' }),
      ...fieldsIn(values, 'site', 'visitedAt', 'met', 'lookedAt'),
      who: several(values, 'who'),
    },
    receiptOf(ask, ({ inspection }) => [{ list: siteGapLines(inspection) }]),
  );

const valuesOf = ({ site, visitedAt, who, met, lookedAt }: Visit): Values => ({
  site,
  visitedAt,
  who: who.map(({ user }) => user),
  met,
  lookedAt,
});

/** A visit as it was recorded, to be put right. */
export const correctedVisit = (ask: AskOfInspection, item: string): Form | null => {
  const visit = ask.inspection.visits.get(item);
  return visit ? draw(ask, valuesOf(visit), correcting(ask, item)) : null;
};

const listed = (ask: AskOfInspection, page: number): Reply => {
  const all = [...ask.inspection.visits.keys()].reverse();
  const opening = all.length === 0 ? 'No visit was recorded yet.' : 'Visits, newest first:';
  const gaps = { list: siteGapLines(ask.inspection) };
  const record = { buttons: where(ask, 'record evidence', 'Record a visit', 'visit') };
  return { say: listing(ask, opening, all, { words: 'visit list', page }, gaps, record) };
};

export const visit: InspectionSubcommand = {
  of: 'inspection',
  word: 'visit',
  usage: '[site, or list]',
  about:
    'Records a visit to a site: when, who went, whom they met, what was looked at. list also says which sites nobody visited.',
  brief: 'visits to sites, and which nobody has been to',
  offers: [
    { label: 'Record a visit', act: 'record evidence', sealed: true },
    { label: 'Visits', words: 'list', sealed: true },
  ],
  example: '/judge visit East office',
  act: 'read',
  asked: (ask) => {
    const words = ask.words.trim();
    const list = pageOf(words.toLowerCase());
    if (list.words === 'list') return listed(ask, list.page);
    const named = namedItem('S', [], words);
    if (named) return shownItem(ask, named.item);
    const site = textAfter(words);
    return notAllowed(ask, 'record evidence') ?? { open: draw(ask, site === '' ? {} : { site }, {}) };
  },
  form: { draw, submitted },
};

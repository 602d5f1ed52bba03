import { shareable, standingPractice, whyNotShared } from '../src/domain/matters/practice.ts';
import { publishedOn } from '../src/domain/published.ts';
import { shortened } from '../src/words/fitting.ts';
import { itemReads } from '../src/words/items.ts';
import { listing, pageOf } from '../src/words/listing.ts';
import { practiceFields } from '../src/words/practice.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { box, search } from './fields.ts';
import { type About, type Candidates, type Choice, type Form, fieldsIn, one, several, type Values } from './form.ts';
import { correcting, seenIn } from './forms/meanwhile.ts';
import { itemTyped, namedItem, spelt } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import { hasEveryWord, textAfter } from './forms/typed.ts';
import { receiptOf } from './receipt.ts';
import { keeps, notAllowed, shownItem, tells, todayOf, where } from './reply.ts';

const act = 'share good practice';
const texts = ['need', 'did', 'changed', 'take'] as const;

const choice = ({ inspection }: AskOfInspection, item: string): Choice => ({
  value: item,
  label: shortened(`${item} ${itemReads(inspection, item)}`, 75),
});

function* searched(ask: AskOfInspection, query: string): Candidates {
  const fits = hasEveryWord(query);
  for (const item of shareable(ask.inspection))
    yield fits(`${item} ${itemReads(ask.inspection, item)}`) ? choice(ask, item) : null;
}

const hints: Readonly<Record<string, string>> = {
  did: 'Who did what together: by role or agency, never by name.',
  take: 'Everybody may read this once the report is published. Name nobody.',
};

const draw = (ask: AskOfInspection, values: Values, about: About): Form => ({
  of: 'practice',
  title: about.item ? `Correct ${about.item}` : 'Share good practice',
  submit: 'Save',
  pieces: [
    search(
      'shares',
      'Strength or finding',
      several(values, 'shares').map((item) => choice(ask, item)),
      { hint: 'One. Type a word or a number. What it says itself goes to nobody.' },
    ),
    ...practiceFields(ask.inspection).map(({ field, title }) =>
      box(field, title, one(values, field), { required: field === 'take', hint: hints[field] ?? null }),
    ),
  ],
  about,
});

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, texts, draw) ??
  (several(values, 'shares').length > 1
    ? { refusals: [{ field: 'shares', words: 'Choose one. Each has words of its own.' }] }
    : keeps(
        {
          ...(about.item
            ? { type: 'CorrectItem', of: 'practice', item: about.item, seen: seenIn(about) }
            : { type: 'SharePractice' }),
          shares: several(values, 'shares')[0],
          ...fieldsIn(values, ...texts),
        },
        receiptOf(ask),
      ));

/** What was marked as worth sharing, to be put right. */
export const correctedPractice = (ask: AskOfInspection, item: string): Form | null => {
  const found = ask.inspection.practice.get(item);
  if (!found) return null;
  const { shares, need, did, changed, take } = found;
  return draw(ask, { shares: [shares], need, did, changed, take }, correcting(ask, item));
};

const listed = (ask: AskOfInspection, page: number): Reply => {
  const standing = standingPractice(ask.inspection);
  const others = [...ask.inspection.practice.values()].filter((each) => !standing.includes(each));
  const opening =
    standing.length + others.length === 0
      ? 'Nothing is marked as good practice yet.'
      : `Good practice to share: ${standing.length}. ${goesOut(ask)}`;
  const items = [...standing, ...others].map(({ item }) => item);
  const buttons = where(ask, act, 'Share good practice', 'practice new');
  return { say: listing(ask, opening, items, { words: 'practice list', page }, { buttons }) };
};

const goesOut = (ask: AskOfInspection): string =>
  publishedOn(ask.inspection, todayOf(ask)) === null
    ? 'It goes out once the report is published.'
    : 'The report is published, so it may go out.';

export const practice: InspectionSubcommand = {
  of: 'inspection',
  word: 'practice',
  usage: '[E-014 or F-002] [what others could take]',
  about:
    'Marks a strength or a finding as good practice, with what others could take from it. Alone it shows all that is marked.',
  brief: 'good practice that others could use',
  offers: [
    { label: 'Share good practice', words: 'new', act, sealed: true },
    { label: 'Good practice', words: 'list', sealed: true },
  ],
  example: '/judge practice E-014 A duty desk that answers within the day',
  act: 'read',
  asked: (ask) => {
    const words = ask.words.trim();
    const list = pageOf(words.toLowerCase());
    if (words === '' || list.words === 'list') return listed(ask, list.page);
    const named = namedItem('B', [], words);
    if (named) return shownItem(ask, named.item);
    const item = itemTyped(words);
    const isItem = /^[A-Z]-\d+$/.test(item);
    const whyNot = isItem ? whyNotShared(ask.inspection, item) : null;
    if (whyNot !== null) return tells(whyNot);
    const take = isItem ? spelt(words).replace(/^\S+\s*/, '') : textAfter(words);
    return notAllowed(ask, act) ?? { open: draw(ask, { shares: isItem ? [item] : [], take }, {}) };
  },
  form: { draw, submitted, search: (ask, _, query) => searched(ask, query) },
};

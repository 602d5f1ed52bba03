import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Listed, type ListedBy, type Listing, listedInWords } from '../domain/listed-evidence.ts';
import type { Evidence } from '../domain/matters/evidence.ts';
import type { Person } from '../domain/people.ts';
import { type Sign, signLabels, sourceLabel } from '../domain/sources.ts';
import { headOf, sourceMessage } from './evidence.ts';
import { itemActs } from './item-acts.ts';
import { counted, type Menu, type Message, message, type Part, type Pressed, paragraph, plainLine } from './message.ts';

/** Evidence whole, ten items a page, with menus to choose among it. */

const perPage = 10;
/** As many as a menu holds. */
const mostChoices = 100;

const labels: Record<
  Exclude<ListedBy, 'line'>,
  { any: string; of: (inspection: Inspection, value: string) => string }
> = {
  sign: { any: 'Any sign', of: (_, value) => signLabels[value as Sign] },
  case: { any: 'Any {case}', of: (_, value) => value },
  source: { any: 'Any source', of: ({ framework }, value) => sourceLabel(framework, value) },
  person: { any: 'Anybody', of: ({ names }, value) => names.get(value) ?? value },
};
const menuWays = Object.keys(labels) as (keyof typeof labels)[];

const find = (listed: Listed, page = 1): string => `find ${listedInWords(listed)}${page > 1 ? ` (page ${page})` : ''}`;

/** One to choose by, how many there are of each; first the way out of what is chosen. */
const menuBy = (
  inspection: Inspection,
  listed: Listed,
  counts: Listing['counts'],
  way: keyof typeof labels,
): Menu[] => {
  const { any, of } = labels[way];
  const chosen = listed[way];
  const all = [...counts[way]].sort(([one, first], [other, second]) => second - first || one.localeCompare(other));
  if (chosen === undefined && all.length < 2) return [];
  const choices = all.map(([value, count]) => ({
    label: `${of(inspection, value)} ${count}`,
    does: find({ ...listed, [way]: value }),
  }));
  const out = { label: inWordsOf(inspection, any), does: find({ ...listed, [way]: undefined }) };
  return chosen === undefined
    ? [{ label: out.label, choices: choices.slice(0, mostChoices) }]
    : [{ label: of(inspection, chosen), choices: [out, ...choices].slice(0, mostChoices) }];
};

const titleOf = (inspection: Inspection, { area, line, ...listed }: Listed, count: number): string =>
  [
    area?.short ?? 'All areas',
    ...menuWays.flatMap((way) => (listed[way] === undefined ? [] : [labels[way].of(inspection, listed[way])])),
    line ?? '',
    count === 0 ? 'nothing recorded' : `${counted(count, 'item')}, newest first`,
  ]
    .filter(Boolean)
    .join(' · ');

const itemParts = (inspection: Inspection, each: Evidence, at: string, acts: readonly Pressed[]): Part[] => [
  { row: [plainLine(headOf(inspection, each, at))], acts: [{ label: 'Read', does: each.item }, ...acts] },
  { quote: each.content.text },
  { lines: [sourceMessage(each.content.from)] },
];

/** What shows each area's evidence, for a place from which it is read. */
export const evidenceMenu = ({ framework }: Inspection): Menu => ({
  label: 'Read evidence',
  choices: framework.areas.map((area) => ({ label: area.short, does: find({ area }) })),
});

/** One page of a list, each item whole with what its reader may do with it; null where there is no such page. */
export const listedMessage = (
  inspection: Inspection,
  listed: Listed,
  { items, counts }: Listing,
  page: number,
  at: string,
  by: Person,
): Message | null => {
  const shown = items.slice((page - 1) * perPage, page * perPage);
  if (page > 1 && shown.length === 0) return null;
  const pages = Math.ceil(items.length / perPage);
  const places = Array.from({ length: Math.min(pages, mostChoices) }, (_, place) => ({
    label: `Page ${place + 1}`,
    does: find(listed, place + 1),
  }));
  return message(
    paragraph({ strong: titleOf(inspection, listed, items.length) }),
    {
      buttons: [],
      menus: [
        ...menuWays.flatMap((way) => menuBy(inspection, listed, counts, way)),
        ...(pages > 1 ? [{ label: `Page ${page} of ${pages}`, choices: places }] : []),
      ],
    },
    ...shown.flatMap((each) => itemParts(inspection, each, at, itemActs(inspection, each.item, by))),
    { buttons: page < pages ? [{ label: 'More', does: find(listed, page + 1) }] : [] },
  );
};

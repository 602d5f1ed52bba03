import { inWordsOf } from '../../src/domain/field.ts';
import type { Inspection } from '../../src/domain/inspection.ts';
import { type Published, sameAuthority } from '../../src/domain/published.ts';
import { shortened } from '../../src/words/fitting.ts';
import { counted, type Line, type Part, paragraph } from '../../src/words/message.ts';
import { previousTitle, resultInWords } from '../../src/words/previous.ts';
import { said, saidLines } from '../fields.ts';
import type { About, Piece } from '../form.ts';

/** What is public of the same authority's inspections in this store, however its name is written. */
export const publishedOfAuthority = (published: readonly Published[], authority: string): Published[] =>
  published.filter((each) => sameAuthority(each.authority, authority));

/** So many are named. */
const mostNamed = 5;

const foundLine = (each: Published): Line => [
  { strong: previousTitle(each) },
  ` · ${resultInWords(each)}${each.recommendations.length > 0 ? ` · ${counted(each.recommendations.length, 'recommendation')}` : ''}`,
];

/**
 * What is known of an authority before its inspection is started: shown as soon as the form is drawn again with the
 * authority's name in it, and by a button where nothing else draws it again.
 */
export const beforeStarting = (published: readonly Published[], authority: string | null, about: About): Piece[] => {
  const found = authority === null ? [] : publishedOfAuthority(published, authority);
  if (found.length > 0) {
    const more = found.length - mostNamed;
    return [
      saidLines([{ strong: 'Inspected before' }, ' (signed off and posted in this store):']),
      said({ list: found.slice(0, mostNamed).map(foundLine) }),
      saidLines([
        `${more > 0 ? `And ${more} more. ` : ''}Each can be taken into the record by a button once this one is started.`,
      ]),
    ];
  }
  return [
    ...(about.looked === undefined
      ? []
      : [
          saidLines([
            authority === null
              ? 'Write the name above first.'
              : `No earlier inspection of ${shortened(authority, 80)} was signed off and posted in this store. One from elsewhere can be entered.`,
          ]),
        ]),
    { is: 'redraw', label: 'Inspected before?', about: { looked: 'yes' } },
  ];
};

/** Earlier inspections that can be taken in; nothing where there are none. */
export const inStoreParts = (inspection: Inspection, found: readonly Published[]): Part[] => {
  if (found.length === 0) return [];
  const shown = found.slice(0, mostNamed);
  return [
    paragraph({ strong: inWordsOf(inspection, 'In this store, of the same {authority}') }, ' (what was signed off):'),
    {
      list: shown.map(foundLine),
    },
    { buttons: shown.map(({ id }) => ({ label: `Take in ${id}`.slice(0, 75), does: `previous take ${id}` })) },
  ];
};

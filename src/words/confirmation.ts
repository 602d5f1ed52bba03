import type { Inspection } from '../domain/inspection.ts';
import { confirmationsOf } from '../domain/matters/confirmation.ts';
import { nameOfPerson } from '../domain/standing.ts';
import type { CaseCount, Tally } from '../domain/tally.ts';
import { countedCases } from './areas.ts';
import { type Part, paragraph } from './message.ts';
import { shortMomentOf } from './times.ts';

/** What second inspectors said, in one place for every list and form. */

/** " · confirmed by a second inspector", or that somebody sees something else; empty where nobody looked. */
export const confirmationMark = (inspection: Inspection, item: string): string => {
  const all = confirmationsOf(inspection, item);
  if (all.length === 0) return '';
  const differs = all.some(({ sees }) => sees === 'something-else');
  return differs ? ' · a second inspector sees something else' : ' · confirmed by a second inspector';
};

/** What each second inspector said of a case or an item, whole. */
export const confirmationParts = (inspection: Inspection, item: string): Part[] =>
  confirmationsOf(inspection, item).flatMap(({ sees, words, by, at }): Part[] => [
    paragraph(
      { strong: `${nameOfPerson(inspection, by)} ${sees === 'the-same' ? 'sees the same' : 'sees something else'}` },
      `, ${shortMomentOf(inspection, at)}:`,
    ),
    { quote: words },
  ]);

/** "Looked at by a second inspector: 2 of 6 cases, 1 seen differently"; empty where none was. */
export const confirmedCases = (inspection: Inspection, tally: Tally, { all }: CaseCount): string => {
  const looked = [...tally.cases.keys()]
    .map((each) => confirmationsOf(inspection, each))
    .filter(({ length }) => length > 0);
  if (looked.length === 0) return '';
  const differ = looked.filter((each) => each.some(({ sees }) => sees === 'something-else')).length;
  const seen = differ > 0 ? `, ${differ} seen differently` : '';
  return `Looked at by a second inspector: ${looked.length} of ${countedCases(inspection, all)}${seen}`;
};

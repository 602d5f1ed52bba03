import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Visit } from '../domain/matters/visit.ts';
import type { Person } from '../domain/people.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { correctedMark } from './correction.ts';
import { shortened, within } from './fitting.ts';
import type { Line, Part } from './message.ts';
import { momentOf } from './times.ts';

/** How visits to the authority's sites are put. */

const namesOf = (inspection: Inspection, people: readonly Person[]): string =>
  listed(
    people.map((person) => nameOfPerson(inspection, person)),
    'and',
  );

/** One in a list of answers. */
export const visitLine = (inspection: Inspection, visit: Visit, _: string, most: number): Line => [
  { strong: visit.item },
  ` · visit to ${visit.site} · ${momentOf(inspection, visit.visitedAt)} · ${namesOf(inspection, visit.who)}`,
  `${correctedMark(inspection, visit.item)}${visit.withdrawn ? ` · withdrawn: ${shortened(visit.withdrawn.reason, 80)}` : ''} — ${within(visit.lookedAt, most)}`,
];

/** One in full. */
export const visitParts = (inspection: Inspection, visit: Visit): Part[] => [
  { heading: `${visit.item}: visit to ${visit.site}${visit.withdrawn ? ' (withdrawn)' : ''}` },
  {
    list: [
      [`When: ${momentOf(inspection, visit.visitedAt)}`],
      [`Who went: ${namesOf(inspection, visit.who)}`],
      ...(visit.met === null ? [] : [[`Whom they met: ${visit.met}`]]),
      [`Recorded: ${momentOf(inspection, visit.recordedAt)}, by ${nameOfPerson(inspection, visit.by)}`],
      ...(visit.withdrawn ? [[`Withdrawn: ${visit.withdrawn.reason}`]] : []),
    ],
  },
  { quote: visit.lookedAt },
];

import { areasInFull } from './areas.ts';
import { casesInFull } from './case.ts';
import { challengesInFull } from './challenge.ts';
import { concernsInFull } from './concern.ts';
import { confirmationsInFull } from './confirmation.ts';
import { erasedInFull } from './evidence.ts';
import { findingsInFull } from './finding.ts';
import { linesInFull } from './line.ts';
import { meetingsInFull } from './meeting.ts';
import { overallsInFull } from './overall.ts';
import { datesInFull, pausesInFull } from './pause.ts';
import { signaturesInFull, teamInFull } from './people.ts';
import { postingsInFull } from './posting.ts';
import { beforeInFull } from './previous.ts';
import { recommendationsInFull } from './recommendation.ts';
import type { OrdinaryRecord } from './record.ts';
import { requestsInFull } from './request.ts';
import { roundsInFull } from './round.ts';

/** One part of the copy to read. Nothing where the record has nothing of it. */
type Section = (record: OrdinaryRecord) => string[];

/** The letters that items of a record begin with. */
type Letter = 'A' | 'C' | 'E' | 'F' | 'G' | 'H' | 'J' | 'K' | 'L' | 'M' | 'P' | 'Q' | 'R' | 'V';

/** In the order of the copy: where items of each letter are told, several in one section, and what is no item. */
const inOrder = {
  overalls: overallsInFull,
  F: findingsInFull,
  E: areasInFull,
  G: areasInFull,
  J: areasInFull,
  P: areasInFull,
  A: recommendationsInFull,
  Q: requestsInFull,
  H: challengesInFull,
  M: meetingsInFull,
  K: concernsInFull,
  C: casesInFull,
  L: linesInFull,
  confirmations: confirmationsInFull,
  R: roundsInFull,
  erasures: (record) => erasedInFull(record.inspection, record.inspection.erasedItems),
  signatures: signaturesInFull,
  V: beforeInFull,
  pauses: pausesInFull,
  dates: datesInFull,
  postings: postingsInFull,
  team: teamInFull,
} satisfies Record<Letter, Section> & Record<string, Section>;

/** Each section of the copy once. */
export const sections: readonly Section[] = [...new Set<Section>(Object.values(inOrder))];

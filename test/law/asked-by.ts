import type { InspectionCommand } from '../../src/domain/inspection.ts';
import type { RestrictedCommand } from '../../src/domain/restricted.ts';

/**
 * What the app and whoever runs it ask for, whose answers no member of a team is shown; everything else a person does. Closing a
 * round is a person's, but what it discloses is what closing is for: only that of rounds open to all already is looked at.
 */
const askedByTheApp: ReadonlySet<string> = new Set<InspectionCommand['type'] | RestrictedCommand['type']>([
  'EraseItem',
  'ClaimReply',
  'DoubtPosting',
  'NotePosting',
  'PlaceBoard',
  'NotePin',
  'NoteChannel',
  'NoteReaders',
  'NoteAccount',
  'ClaimDailySummary',
  'ClaimDigest',
  'NoteDailySummary',
  'ClaimNotice',
  'NoteNotice',
  'ShowRound',
  'NoteRetention',
  'EraseRestrictedItem',
]);

export const isAsked = (type: string): boolean => !askedByTheApp.has(type);

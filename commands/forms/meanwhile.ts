import { isRestrictedItem } from '../../src/domain/restricted.ts';
import { correctedMeanwhile } from '../../src/words/corrections.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { type About, type Form, saidLines } from '../form.ts';

/** Two people with the same item open: whoever saves second is shown what the first one saved, before anything is kept. */

/** The version of the record that holds this item, as it stands now. */
const versionNow = ({ inspection, restricted }: AskOfInspection, item: string): number =>
  isRestrictedItem(item) ? (restricted?.version ?? 0) : inspection.version;

/** `about` of a form that corrects an item: which, and what its reader has before them. */
export const correcting = (ask: AskOfInspection, item: string): { item: string; seen: string } => ({
  item,
  seen: String(versionNow(ask, item)),
});

/** What a correction sends along for its door; null where the form corrects nothing. */
export const seenIn = ({ seen }: About): number | null => (seen === undefined ? null : Number(seen));

/** The form again, saying what somebody else made of the item meanwhile; null where nobody did. */
export const askAboutMeanwhile = (ask: AskOfInspection, about: About, draw: (about: About) => Form): Reply | null => {
  const { item } = about;
  const seen = seenIn(about);
  if (item === undefined || seen === null) return null;
  const meanwhile = correctedMeanwhile(ask.inspection, ask.restricted, item, seen);
  if (!meanwhile) return null;
  const form = draw({ ...about, ...correcting(ask, item) });
  return { open: { ...form, pieces: [saidLines(...meanwhile.map((words) => [words])), ...form.pieces] } };
};

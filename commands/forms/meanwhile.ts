import { correctedSince } from '../../src/domain/corrections.ts';
import { isRestrictedItem } from '../../src/domain/restricted/item.ts';
import { nameOfPerson } from '../../src/domain/standing.ts';
import { correctedMeanwhile } from '../../src/words/meanwhile.ts';
import type { Part } from '../../src/words/message.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { said } from '../fields.ts';
import type { About, Form } from '../form.ts';

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

/** `about` of a form on what is kept whole: what its reader has before them. */
export const seenNow = ({ inspection }: AskOfInspection): { seen: string } => ({ seen: String(inspection.version) });

/** The form with what became of its matter said above its fields. */
const saying = (form: Form, parts: readonly Part[]): Reply => ({
  open: { ...form, pieces: [said(...parts), ...form.pieces] },
});

/** The form again, saying what somebody else made of the item meanwhile; null where nobody did. */
export const askAboutMeanwhile = (ask: AskOfInspection, about: About, draw: (about: About) => Form): Reply | null => {
  const { item } = about;
  const seen = seenIn(about);
  if (item === undefined || seen === null) return null;
  const meanwhile = correctedMeanwhile(ask.inspection, ask.restricted, item, seen);
  if (!meanwhile) return null;
  const lines = meanwhile.map((words) => [words]);
  return saying(draw({ ...about, ...correcting(ask, item) }), [{ lines }]);
};

/** The same for what is kept whole, such as the team: `did` is what was done to it, `now` how it stands. */
export const askAboutChange = (
  ask: AskOfInspection,
  about: About,
  changed: { subject: string; did: string; now: readonly Part[] },
  draw: (about: About) => Form,
): Reply | null => {
  const { inspection } = ask;
  const last = correctedSince(inspection.corrections, changed.subject, seenIn(about));
  if (!last) return null;
  const lines = [
    [`Not saved yet: ${nameOfPerson(inspection, last.by)} ${changed.did} while this form was open.`],
    ['What you chose is below. Save it to put yours in its place, or close the form to leave it so.'],
  ];
  return saying(draw({ ...about, ...seenNow(ask) }), [{ lines }, ...changed.now]);
};

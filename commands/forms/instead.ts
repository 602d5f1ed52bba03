import { areaOf, areaWord } from '../../src/domain/framework.ts';
import type { Inspection } from '../../src/domain/inspection.ts';
import { letterOf } from '../../src/domain/items.ts';
import { type Button, says } from '../../src/words/message.ts';
import type { AskOfInspection, Reply } from '../contract.ts';

/** Items that are not corrected or not withdrawn by their number, and what is done with them instead. */

type Instead = { words: string; button: Button };

/** The area that a judgement, a proposal or a result from elsewhere is about; null where there is no such item. */
const areaOfGrade = ({ areas, given }: Inspection, item: string): string | null => {
  for (const [area, { judgements, proposals }] of areas)
    if ([...judgements, ...proposals].some((each) => each.item === item)) return area;
  for (const [area, results] of given) if (results.some((each) => each.item === item)) return area;
  return null;
};

/** A grade is never altered: another one takes its place, for correcting and for taking back alike. */
const givenAgain = ({ inspection }: AskOfInspection, item: string): Instead | null => {
  const found = areaOfGrade(inspection, item);
  if (found === null) return null;
  const area = areaOf(inspection.framework, found);
  return {
    words: `${item} stays as it was given. Give ${area.short} its grade again, and that one counts; this one stays in the record.`,
    button: { label: 'Give it again', does: `grade ${areaWord(area)}`, main: true },
  };
};

const inRound = ({ inspection }: AskOfInspection, item: string): Instead | null =>
  inspection.rounds.has(item)
    ? {
        words: `${item} is a blind round. Until it closes, each changes their own answer; then it stays as it was.`,
        button: { label: `Look at ${item}`, does: `round ${item}`, main: true },
      }
    : null;

type Ways = Readonly<Record<string, (ask: AskOfInspection, item: string) => Instead | null>>;

const insteadOfCorrecting: Ways = { J: givenAgain, P: givenAgain, G: givenAgain, R: inRound };

const insteadOfWithdrawing: Ways = {
  ...insteadOfCorrecting,
  K: ({ inspection }, item) =>
    inspection.concerns.has(item)
      ? {
          words: `${item} is a child at risk. It is closed with what was done for the child, never withdrawn; what is wrong in it is corrected.`,
          button: { label: `Close ${item}`, does: `concern close ${item}`, main: true },
        }
      : null,
  H: ({ inspection }, item) =>
    inspection.challenges.has(item)
      ? {
          words: `${item} is a challenge. It is answered, never withdrawn: where nobody holds to it any more, the answer says so.`,
          button: { label: `Answer ${item}`, does: `challenge answer ${item}`, main: true },
        }
      : null,
  L: ({ inspection }, item) =>
    inspection.lines.has(item)
      ? {
          words: `${item} is a line of enquiry. It is set aside with a reason, and stays in the record.`,
          button: { label: 'Set it aside', does: `line ${item} settle`, main: true },
        }
      : null,
};

const reply = (instead: Instead | null | undefined): Reply | null =>
  instead ? { say: { parts: [...says(instead.words).parts, { buttons: [instead.button] }] } } : null;

/** What is said to somebody who would correct an item that is not corrected so; null where it is, or there is none. */
export const notCorrected = (ask: AskOfInspection, item: string): Reply | null =>
  reply(insteadOfCorrecting[letterOf(item)]?.(ask, item));

/** The same to somebody who would withdraw it. */
export const notWithdrawn = (ask: AskOfInspection, item: string): Reply | null =>
  reply(insteadOfWithdrawing[letterOf(item)]?.(ask, item));

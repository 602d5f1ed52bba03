import { letterOf } from '../../src/domain/items.ts';
import { whyNotChange } from '../../src/domain/matters/correctable.ts';
import { type Button, type Part, says } from '../../src/words/message.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import type { Form } from '../form.ts';
import { correctedChallenge } from './challenge.ts';
import { correctedConcern } from './concern.ts';
import { correctedMeeting } from './meeting.ts';
import { correctedPrevious } from './previous.ts';
import { correctedRequest } from './request.ts';

/** The form of each kind of item that is put right as it was recorded, by the letter of its number. */
const forms: Readonly<Record<string, (ask: AskOfInspection, item: string) => Form | null>> = {
  M: correctedMeeting,
  K: correctedConcern,
  H: correctedChallenge,
  Q: correctedRequest,
  V: correctedPrevious,
};

export const isCorrected = (item: string): boolean => letterOf(item) in forms;

/** Why this person may not change the item, to be said to them; null where they may. */
export const refusedChange = ({ inspection, by }: AskOfInspection, item: string): Reply | null => {
  const erased = inspection.erasedItems.get(item);
  const why = erased ? `${item} was erased: ${erased.reason}` : whyNotChange(inspection, item, by);
  return why === null ? null : { say: says(why) };
};

/** Opens an item to be put right, or says why this person may not. */
export const correctionAsked = (ask: AskOfInspection, item: string): Reply => {
  const refused = refusedChange(ask, item);
  if (refused) return refused;
  const form = forms[letterOf(item)]?.(ask, item);
  return form ? { open: form } : { say: says(`There is no ${item} here.`) };
};

/** Under an item that is shown: what this person may change about it. */
export const changeButtons = ({ inspection, by }: AskOfInspection, item: string, ...more: Button[]): Part[] => {
  const changes = whyNotChange(inspection, item, by) === null;
  const buttons = [...more, ...(changes ? [{ label: 'Correct', does: `edit ${item}` }] : [])];
  return buttons.length > 0 ? [{ buttons }] : [];
};

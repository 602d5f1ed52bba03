import { Damaged, NotKept, NotRead, OutcomeUnknown } from '../inspections.ts';
import { type Message, plainText } from '../words/message.ts';
import { pauseAskedFor, slackError } from './errors.ts';

/** Letters and digits that are not mistaken for one another when read out. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** "5K2-9QD": short enough to be read out, out of six bytes by chance. */
export const reference = (chance: Uint8Array): string => {
  const letters = [...chance.slice(0, 6)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
};

/** Does things, each under its name: what goes wrong is written down once, however often it is tried, and comes to null. */
export const faultsOnce = (fault: (error: unknown) => unknown) => {
  const told = new Set<string>();
  return async <Result>(name: string, act: () => Promise<Result>): Promise<Result | null> => {
    try {
      return await act();
    } catch (error) {
      if (!told.has(name)) fault(error);
      told.add(name);
      return null;
    }
  };
};

/** Something was kept, and Slack did not show its receipt. Only the receipt's first line is in it, which names the item. */
export class ReceiptNotShown extends Error {
  override name = 'ReceiptNotShown';
  constructor(
    readonly receipt: Message,
    cause: unknown,
  ) {
    super('A receipt could not be shown', { cause });
  }
}

const firstLine = (message: Message): string => plainText(message).split('\n', 1)[0] ?? '';

/** Slack says in these ways that a form came too late, or is not there any more. */
const tooLate = new Set(['expired_trigger_id', 'trigger_expired', 'exchanged_trigger_id', 'trigger_exchanged']);

/** What a person is told of a fault: what it means for what they typed, and what to do. */
export const faultInWords = (error: unknown, quoted: string, typed: 'in the form' | 'below' | 'nothing'): string => {
  const kept = { 'in the form': 'Your text is still in the form. ', below: 'Your text is below. ', nothing: '' }[typed];
  if (error instanceof ReceiptNotShown) {
    return `It is saved, though Slack did not show the receipt: ${firstLine(error.receipt)}`;
  }
  if (error instanceof Damaged) {
    return `${error.message}. Nothing was saved. ${kept}Tell whoever runs Fortnight, and quote ${quoted}.`;
  }
  if (error instanceof NotKept) {
    return `This could not be stored, so nothing was saved. ${kept}Try again; if it stays so, quote ${quoted} to whoever runs Fortnight.`;
  }
  if (error instanceof NotRead) {
    const refused = typed === 'nothing' ? 'Nothing was saved.' : 'This could not be stored, so nothing was saved.';
    return `${refused} Fortnight cannot reach its records: the folder that holds them is gone or cannot be read. What was saved before is as it was. ${kept}Tell whoever runs Fortnight, and quote ${quoted}.`;
  }
  if (error instanceof OutcomeUnknown) {
    return `Whether this was saved is not known yet: the database did not answer. ${kept}Before you send it again, look whether it is there; if it stays so, quote ${quoted} to whoever runs Fortnight.`;
  }
  const pause = pauseAskedFor(error);
  if (pause !== null) {
    return `Slack asks Fortnight to wait ${Math.ceil(pause / 1000)} seconds, and nothing was saved. ${kept}Try again after that.`;
  }
  const name = slackError(error) ?? '';
  if (tooLate.has(name)) {
    return `Slack opens a form only within three seconds, and this took longer. Nothing was saved. ${kept}Try again.`;
  }
  if (name === 'not_found') return `This form was closed or has expired. Nothing was saved. ${kept}Open it again.`;
  return `Something went wrong on our side and nothing was saved. ${kept}Try again, or quote ${quoted} to whoever runs Fortnight.`;
};

/** What a person is told where some of several were kept and the next was not. */
export const restNotKept = (quoted: string): string =>
  `The next one could not be stored. Try again; if it stays so, quote ${quoted} to whoever runs Fortnight.`;

import { listed } from '../../../src/domain/framework.ts';
import type { Inspection } from '../../../src/domain/inspection.ts';
import { whyNotChangeEvidence } from '../../../src/domain/matters/evidence.ts';
import { recordedAlready, recordedFrom } from '../../../src/domain/matters/evidence-from-a-message.ts';
import { partsOf } from '../../../src/domain/recording/lines.ts';
import { mostCharacters } from '../../../src/domain/text/typed.ts';
import { evidenceLine } from '../../../src/words/evidence.ts';
import { message, paragraph } from '../../../src/words/message.ts';
import type { AskOfInspection, Reply, Written } from '../../contract.ts';
import { sealedReply, tells } from '../../reply.ts';
import { evidenceForm, severalForm } from './form.ts';
import { whichCarried } from './head.ts';
import { lineTyped, valuesIn } from './line.ts';

/** So many are carried along with the form; the names of the others are asked about. */
const mostWriters = 5;

/** As much as one item takes, no character halved. */
const fittingIn = (text: string): string => text.slice(0, mostCharacters).replace(/[\uD800-\uDBFF]$/, '');

/** Opens the evidence form with a message's text, or names the item that the message was recorded as. */
export const evidenceFromMessage = (ask: AskOfInspection, written: Written, among: readonly Inspection[]): Reply => {
  const sealed = sealedReply(ask);
  if (sealed) return sealed;
  // What it says comes from the record, or was confided to whoever it was sent to.
  if (written.ours)
    return tells('Fortnight wrote this itself, so it is no evidence. Record what you found in your own words.');
  const { link, author, at, edited, writers, left } = written;
  // Only the ordinary record is looked at: that a message is recorded as restricted shows nowhere.
  const which = whichCarried(among);
  const text = fittingIn(written.text);
  const cut = [...written.text.slice(text.length)].length;
  const before = which.which ? null : recordedFrom(ask.inspection, written, text).now;
  if (before) {
    const mayEdit = whyNotChangeEvidence(ask.inspection, before, ask.by) === null;
    return {
      say: message(
        paragraph(recordedAlready(before.item)),
        { list: [evidenceLine(ask.inspection, before, ask.at)] },
        { buttons: mayEdit ? [{ label: `Edit ${before.item}`, does: `edit ${before.item}` }] : [] },
      ),
    };
  }
  // What stands before the words of one line is read as after the command, where it is known of which inspection it is.
  const isLine = !which.which && partsOf(ask.inspection, text).length === 1;
  const line = lineTyped(ask, isLine ? text : '');
  const values = { ...valuesIn(ask, line), text: isLine ? line.text : text, observedAt: at };
  const carried = {
    link,
    author,
    edited: edited ?? '',
    writers: writers.slice(0, mostWriters).join('\n'),
    left: listed(left, 'and'),
    cut: cut ? `${cut}` : '',
  };
  return {
    open: which.which ? evidenceForm(ask, values, { ...which, ...carried }) : severalForm(ask, values, carried),
  };
};

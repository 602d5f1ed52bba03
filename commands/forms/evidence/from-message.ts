import type { Inspection } from '../../../src/domain/inspection.ts';
import { recordedAlready, recordedFrom, whyNotChangeEvidence } from '../../../src/domain/matters/evidence.ts';
import { mostCharacters } from '../../../src/domain/text/typed.ts';
import { evidenceLine } from '../../../src/words/evidence.ts';
import { message, paragraph } from '../../../src/words/message.ts';
import type { AskOfInspection, Reply, Written } from '../../contract.ts';
import { sealedReply } from '../../reply.ts';
import { evidenceForm } from './form.ts';
import { whichCarried } from './head.ts';

/** As much as one item takes, no character halved, and how many characters are left out. */
const cutText = (text: string): { text: string; cut: number } => {
  if (text.length <= mostCharacters) return { text, cut: 0 };
  const characters = [...text];
  let length = 0;
  const end = characters.findIndex((character) => {
    length += character.length;
    return length > mostCharacters;
  });
  return { text: characters.slice(0, end).join(''), cut: characters.length - end };
};

/** Opens the evidence form with a message's text, or names the item that the message was recorded as. */
export const evidenceFromMessage = (ask: AskOfInspection, written: Written, among: readonly Inspection[]): Reply => {
  const sealed = sealedReply(ask);
  if (sealed) return sealed;
  const { link, author, at } = written;
  // Only the ordinary record is looked at: that a message is recorded as restricted shows nowhere.
  const which = whichCarried(among);
  const before = which.which ? null : recordedFrom(ask.inspection, link);
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
  const { text, cut } = cutText(written.text.trim());
  const source = ask.member.role === 'analyst' ? 'data' : 'not-stated';
  const values = { areas: [], text, sign: 'context', source, observedAt: at };
  return { open: evidenceForm(ask, values, { ...which, link, author, ...(cut ? { cut: `${cut}` } : {}) }) };
};

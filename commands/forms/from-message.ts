import type { Inspection } from '../../src/domain/inspection.ts';
import { recordedAlready, recordedFrom } from '../../src/domain/matters/evidence.ts';
import { samePerson } from '../../src/domain/people.ts';
import { may } from '../../src/domain/roles.ts';
import { mostCharacters } from '../../src/domain/text/typed.ts';
import { evidenceLine } from '../../src/words/evidence.ts';
import type { AskOfInspection, Reply, Written } from '../contract.ts';
import { evidenceForm } from './evidence.ts';
import { whichCarried } from './evidence-head.ts';
import { sealedReply } from './sealed.ts';

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
  const sealed = sealedReply(ask, '');
  if (sealed) return sealed;
  const { link, author, at } = written;
  // Only the ordinary record is looked at: that a message is recorded as restricted shows nowhere.
  const which = whichCarried(among);
  const before = which.which ? null : recordedFrom(ask.inspection, link);
  if (before) {
    const mayEdit = samePerson(before.by, ask.by) || may(ask.member.role, 'correct anyone’s evidence');
    return {
      say: {
        parts: [
          { lines: [[recordedAlready(before.item)]] },
          { list: [evidenceLine(ask.inspection, before, ask.at)] },
          ...(mayEdit ? [{ buttons: [{ label: `Edit ${before.item}`, does: `edit ${before.item}` }] }] : []),
        ],
      },
    };
  }
  const { text, cut } = cutText(written.text.trim());
  const source = ask.member.role === 'analyst' ? 'data' : 'not-stated';
  const values = { areas: [], text, sign: 'context', source, observedAt: at };
  return { open: evidenceForm('evidence', ask, values, { ...which, link, author, ...(cut ? { cut: `${cut}` } : {}) }) };
};

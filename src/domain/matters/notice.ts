import { z } from 'zod';
import type { Inspection } from '../inspection.ts';
import { matter, type Of } from '../matter.ts';
import { noticesDue } from '../notices.ts';
import { personSchema } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';

/*
 * A notice is a direct message that must arrive. It is claimed in the record for one person before it is sent, and noted
 * once it stands; until then it is due, whatever becomes of the app or of Slack in between. Its words are those of the
 * item that it tells of and are not kept again, so that erasing the item leaves none.
 */

/** `notice` says what it tells of, such as `concern K-001`. */
const which = { notice: z.string(), recipient: personSchema };

const claimNotice = z.strictObject({ type: z.literal('ClaimNotice'), ...which });
/** What became of a claim: where it stands, or by what name Slack refused that person. */
const noteNotice = z.strictObject({
  type: z.literal('NoteNotice'),
  ...which,
  became: z.union([z.strictObject({ channel: z.string(), ts: z.string() }), z.strictObject({ refused: z.string() })]),
});
const commands = [claimNotice, noteNotice] as const;

const noticeClaimed = z.strictObject({ type: z.literal('NoticeClaimed'), ...which });
const noticePosted = z.strictObject({
  type: z.literal('NoticePosted'),
  ...which,
  channel: z.string(),
  ts: z.string(),
});
const noticeRefused = z.strictObject({ type: z.literal('NoticeRefused'), ...which, refused: z.string() });
const events = [noticeClaimed, noticePosted, noticeRefused] as const;
type NoticeEvent = Of<typeof events>;

export type NoticeBecame = 'claimed' | 'posted' | 'refused';

/** What becomes of each notice, by its name and its reader's id. */
export type Notices = Map<string, NoticeBecame>;

const decide = (command: Of<typeof commands>, inspection: Inspection): Decision<NoticeEvent> => {
  const { notice, recipient } = command;
  if (command.type === 'ClaimNotice') {
    const due = noticesDue(inspection).some((each) => each.notice === notice && each.recipient.user === recipient.user);
    return due
      ? { events: [{ type: 'NoticeClaimed', notice, recipient }] }
      : refuse('notice', 'This notice does not go to this person any more.');
  }
  const { became } = command;
  return {
    events: [
      'refused' in became
        ? { type: 'NoticeRefused', notice, recipient, refused: became.refused }
        : { type: 'NoticePosted', notice, recipient, ...became },
    ],
  };
};

const nameOf = ({ notice, recipient }: NoticeEvent): string => `${notice} ${recipient.user}`;

declare module '../inspection.ts' {
  interface Inspection {
    notices: Notices;
  }
}

export const noticeMatter = matter({
  commands,
  events,
  sealed: false,
  begins: () => ({ notices: new Map() }),
  decide,
  evolve: {
    NoticeClaimed: ({ notices }, event) => void notices.set(nameOf(event), 'claimed'),
    NoticePosted: ({ notices }, event) => void notices.set(nameOf(event), 'posted'),
    NoticeRefused: ({ notices }, event) => void notices.set(nameOf(event), 'refused'),
  },
  moves: 'nothing',
  untold: ['NoticeClaimed', 'NoticePosted', 'NoticeRefused'],
});

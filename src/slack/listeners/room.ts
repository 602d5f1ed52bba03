import type { Person } from '../../domain/people.ts';
import { type Message, says } from '../../words/message.ts';
import type { Count } from '../counting.ts';
import type { Effects } from '../effects.ts';
import { faultInWords } from '../faults.ts';
import type { Homes } from '../home.ts';
import type { Asker, Routed, Router } from '../router.ts';
import type { Shell } from '../shell.ts';
import type { Surface } from '../surface.ts';
import type { Watch } from '../watch.ts';

/** What every listener works with. */
export type Room = Shell & {
  router: Router;
  effects: Effects;
  watch: Watch;
  home: Homes;
  newId: () => string;
  count: Count;
  /** Whether the app takes nothing more. */
  stopping: () => boolean;
  /** The workspace took its permission back: nothing more can be shown or posted until the app is installed again. */
  disowned: (how: string) => void;
};

/** Said to somebody of another organisation, who can see and press what stands in a channel that was shared. */
const notOfThisWorkspace: Message = says('Fortnight is for members of its own workspace only.');

type Acting = { user: { id: string; team_id?: string | undefined }; team: { id: string } | null };

/** Whoever acts, of this workspace; null for others. Slack gives a person's own team beside the one the app is installed in. */
export const memberActing = ({ app: { team } }: Room, body: Acting): Person | null =>
  (body.user.team_id ?? body.team?.id) === team ? { team, user: body.user.id } : null;

/** What somebody sent: who and where, its one request, and what is said where it goes wrong. */
type Sent = {
  /** Null for somebody of another workspace. */
  by: Person | null;
  channel: string;
  request: string;
  surface: Surface;
  reply: (asker: Asker) => Promise<Routed>;
  failed: (error: unknown) => Promise<void>;
};

/** Answers what somebody sent: carries out what it comes to, and tells them where that goes wrong. */
export const answer = async (room: Room, { by, channel, request, surface, reply, failed }: Sent): Promise<void> => {
  if (by === null) return surface.say(notOfThisWorkspace);
  const at = room.now();
  try {
    const routed = await reply({ by, channel, at });
    const where = { channel, inspection: routed.inspection };
    await room.effects.carryOut(routed.reply, surface, where, { person: by, at, request });
  } catch (error) {
    await failed(error);
  }
};

/** Tells of a fault where somebody asked; where Slack takes nothing there any more, in a direct message. */
export const sayFault = async (room: Room, surface: Surface, user: string, error: unknown): Promise<void> => {
  const words = says(faultInWords(error, room.fault(error), 'nothing'));
  try {
    await surface.say(words);
  } catch (another) {
    room.fault(another);
    await room.sender.tell(user, words);
  }
};

import { type Message, says } from '../../words/message.ts';
import type { Count } from '../counting.ts';
import type { Effects } from '../effects.ts';
import { faultInWords } from '../faults.ts';
import type { Homes } from '../home.ts';
import type { Router } from '../router.ts';
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
export const notOfThisWorkspace: Message = says('Fortnight is for members of its own workspace only.');

/** Whether whoever acts is of this workspace. Slack gives a person's own team beside the one the app is installed in. */
export const ofThisWorkspace = (
  room: Room,
  body: { user: { team_id?: string | undefined }; team: { id: string } | null },
): boolean => (body.user.team_id ?? body.team?.id) === room.app.team;

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

import type { Person } from '../../domain/people.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Message, says } from '../../words/message.ts';
import { refusedUnshown, savedUnshown } from '../../words/unshown.ts';
import type { Became, Effects } from '../effects.ts';
import { pauseAskedFor } from '../errors.ts';
import { faultInWords } from '../faults.ts';
import type { Homes } from '../home.ts';
import type { Drawing } from '../pages.ts';
import type { Asker, Routed, Router } from '../router.ts';
import type { Shell } from '../shell.ts';
import type { Surface } from '../surface.ts';
import type { Watch } from '../watch.ts';

/** What every listener works with. */
export type Room = Shell &
  Drawing & {
    router: Router;
    effects: Effects;
    watch: Watch;
    home: Homes;
    /** The workspace took its permission back: nothing more can be shown or posted until the app is installed again. */
    disowned: (how: string) => void;
  };

/** Said to somebody of another organisation, who can see and press what stands in a channel that was shared. */
const notOfThisWorkspace = 'Fortnight is for members of its own workspace only.';

type Acting = { user: { id: string; team_id?: string | undefined }; team: { id: string } | null };

/**
 * Whoever acts, of this workspace; null for others. Slack gives a person's own workspace beside the one the app is installed in:
 * where they differ, Slack is asked whether they work in both, as members of one organisation may.
 */
export const memberActing = async ({ app, directory }: Room, { user, team }: Acting): Promise<Person | null> => {
  const own = user.team_id ?? team?.id ?? '';
  const isHere = own === app.team || (await directory.worksHere(user.id, own));
  return isHere ? { team: app.team, user: user.id } : null;
};

/** What somebody sent: who and where, its one request and a digest of it, and what is said where it goes wrong. */
type Sent = {
  acting: Acting;
  channel: string;
  request: string;
  sent: string;
  surface: Surface;
  reply: (asker: Asker) => Promise<Routed>;
  failed: (error: unknown, quoted: string) => Promise<void>;
  /** What the field of a refusal is called in the form; left out where there is none. */
  labelOf?: (refusal: Refusal) => string;
  /** Whether the answer was lost; left out where whoever shows it knows at once. */
  lost?: () => Promise<boolean>;
};

/** Between two tries to tell somebody, in milliseconds, unless Slack asks for a longer pause. */
const tryAgainAfter = [1000, 5000, 30_000, 0];

/** Tells somebody directly what they were perhaps not shown: at least once. Nobody waits for it. */
const tellBeside = async (room: Room, user: string, words: Message): Promise<void> => {
  for (const pause of tryAgainAfter) {
    try {
      return await room.inHand.during(() => room.sender.tell(user, words));
    } catch (error) {
      room.fault(error);
      await new Promise((resolve) => setTimeout(resolve, pauseAskedFor(error) ?? pause).unref());
    }
  }
};

/** Answers what somebody sent: carries out what it comes to, and tells them where that goes wrong, or is not shown to them. */
export const answer = async (room: Room, sent: Sent): Promise<void> => {
  const { acting, channel, request, surface, reply, failed, labelOf, lost } = sent;
  const at = room.now();
  const beside: { words: Message | null } = { words: null };
  const became = (what: Became): void => {
    beside.words = 'saved' in what ? savedUnshown(what.saved) : refusedUnshown(what.refused, labelOf);
  };
  try {
    const by = await memberActing(room, acting);
    if (by === null) return await surface.refuse([{ field: null, words: notOfThisWorkspace }]);
    const routed = await reply({ by, channel, at });
    const where = { channel, inspection: routed.inspection };
    await room.effects.carryOut(routed.reply, surface, where, { person: by, at, request, sent: sent.sent, became });
  } catch (error) {
    const quoted = room.fault(error);
    beside.words ??= says(faultInWords(error, quoted, 'nothing'));
    try {
      await failed(error, quoted);
    } catch (another) {
      room.fault(another);
      void tellBeside(room, acting.user.id, beside.words);
      return;
    }
  }
  const { words } = beside;
  if (words && lost)
    void lost().then((isLost) => {
      if (isLost) void tellBeside(room, acting.user.id, words);
    });
};

/**
 * Answers in an acknowledgement, which is given once: Slack takes no second. One that could not be sent is lost, as is one that
 * did not arrive.
 */
export const acknowledging = <Said>(
  ack: (said?: Said) => Promise<void>,
  /** Whether it arrived, as far as the connection that it goes over can tell. */
  arrived: Promise<boolean>,
  fault: Room['fault'],
) => {
  let given = false;
  let sent = true;
  return {
    give: async (said?: Said): Promise<void> => {
      if (given) throw new Error('This was answered already');
      given = true;
      await ack(said).catch((error: unknown) => {
        sent = false;
        fault(error);
      });
    },
    lost: async (): Promise<boolean> => !sent || !(await arrived),
  };
};

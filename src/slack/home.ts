import { atHome } from '../domain/home.ts';
import { dayIn } from '../domain/moments.ts';
import type { Person } from '../domain/people.ts';
import { memberOf } from '../domain/standing.ts';
import { homeMessage } from '../words/home.ts';
import { homeBlocks } from './blocks.ts';
import type { Shell } from './shell.ts';

/** The app's Home: drawn when somebody opens it, and again after what they do while it may stand open. */
export const homes = ({ inspections, showing, pace, now, timeZone, holidays, inHand, fault }: Shell) => {
  /** Whose Home was opened since the start; anybody else's is drawn when they open it. */
  const opened = new Set<string>();

  const show = async (person: Person): Promise<void> => {
    const at = now();
    const running = (await inspections.runningFor(person)).flatMap((inspection) => {
      const member = memberOf(inspection, person);
      return member ? [atHome(inspection, member, at)] : [];
    });
    const message = homeMessage(running, await inspections.endedFor(person), at, dayIn({ timeZone }, at), holidays);
    opened.add(person.user);
    await showing.views.publish({ user_id: person.user, view: { type: 'home', blocks: homeBlocks(message) } });
  };

  /** Whose is to be drawn anew when it is its turn: a burst of changes is one drawing. */
  const waiting = new Set<string>();
  const drawn = async (person: Person): Promise<void> => {
    waiting.delete(person.user);
    // What stands open when the app is told to stop is drawn anew when it is opened again.
    if (!inHand.stopping.aborted) await show(person);
  };

  /** Draws it anew for somebody who did something. Nobody waits for it. */
  const changed = (person: Person): void => {
    if (!opened.has(person.user) || waiting.has(person.user)) return;
    waiting.add(person.user);
    inHand.during(() => pace.drawing('', () => drawn(person), pace.turn())).catch(fault);
  };

  return { show, changed };
};

export type Homes = ReturnType<typeof homes>;

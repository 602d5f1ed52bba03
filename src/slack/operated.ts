import { asking, type Operated, operate } from '../inspections/operator.ts';
import type { Followers } from './effects.ts';
import { slackError } from './errors.ts';
import type { Shell } from './shell.ts';

/** Does what is asked for on the command line while the app runs, and shows what comes of it. */
export const operated =
  ({ inspections, directory, now, holidays }: Shell, { followed }: Pick<Followers, 'followed'>) =>
  async (request: unknown): Promise<Operated> => {
    const asked = asking.parse(request);
    const user = asked.asks === 'lead' ? asked.user : null;
    try {
      const done = await operate(
        inspections,
        asked,
        now(),
        user === null ? null : await directory.person(user),
        holidays,
      );
      if ('refused' in done) return done;
      await followed(await inspections.of(asked.inspection));
      return done;
    } catch (error) {
      if (slackError(error) !== 'user_not_found') throw error;
      return { refused: `Slack knows nobody by the id ${user}.` };
    }
  };

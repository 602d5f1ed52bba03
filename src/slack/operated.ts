import { asking, type NamingLead, nameLead, type Operated, takePlan } from '../inspections/operator.ts';
import type { Followers } from './effects.ts';
import { slackError } from './errors.ts';
import type { Shell } from './shell.ts';

/** Does what is asked for on the command line while the app runs, and shows what comes of it. */
export const operated = (
  { inspections, directory, now }: Shell,
  { notices, board }: Pick<Followers, 'notices' | 'board'>,
) => {
  const named = async (asked: NamingLead): Promise<Operated> => {
    try {
      return await nameLead(inspections, asked, now(), await directory.person(asked.user));
    } catch (error) {
      if (slackError(error) !== 'user_not_found') throw error;
      return { refused: `Slack knows nobody by the id ${asked.user}.` };
    }
  };

  return async (request: unknown): Promise<Operated> => {
    const asked = asking.parse(request);
    const came = asked.asks === 'lead' ? await named(asked) : await takePlan(inspections, asked, now());
    if ('refused' in came) return came;
    void notices.changed(asked.inspection);
    board.changed(asked.inspection);
    return came;
  };
};

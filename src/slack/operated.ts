import { type NamingLead, nameLead, namingLead, type Operated } from '../inspections/operator.ts';
import type { Followers } from './effects.ts';
import { slackError } from './errors.ts';
import type { Shell } from './shell.ts';

/** Does what is asked for on the command line while the app runs, and shows what comes of it. */
export const operated =
  ({ inspections, directory, now }: Shell, { followed }: Pick<Followers, 'followed'>) =>
  async (request: unknown): Promise<Operated> => {
    const asked: NamingLead = namingLead.parse(request);
    try {
      const named = await nameLead(inspections, asked, now(), await directory.person(asked.user));
      if ('refused' in named) return named;
      await followed(asked.inspection);
      return named;
    } catch (error) {
      if (slackError(error) !== 'user_not_found') throw error;
      return { refused: `Slack knows nobody by the id ${asked.user}.` };
    }
  };

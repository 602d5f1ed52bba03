import { randomUUID } from 'node:crypto';
import { argumentsOf, oneInspection } from './arguments.ts';
import { keptBy } from './kept.ts';
import { operating } from './operating.ts';
import { type Word, WrongUsage } from './word.ts';

/** Names the lead of an inspection that nobody can lead any more. */
export const lead: Word = {
  name: 'lead',
  usage: '<inspection> <user> [--reason "..."]',
  about:
    'Names the lead inspector, by their id at Slack, where nobody can who is on the team. The app may run meanwhile. A lead whose account has ended leaves the team; one who is still there stays as inspector.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { reason: { type: 'string' } });
    const [id, user, ...more] = positionals;
    const inspection = oneInspection([id ?? '', ...more]);
    if (!user || !/^[UW][A-Z0-9]+$/.test(user))
      throw new WrongUsage(
        'Say who, by their id at Slack, such as U024BE7LH. It stands in their profile, under the three dots.',
      );
    const kept = keptBy(environment);
    const reason = values.reason ?? 'Named on the command line by whoever runs Fortnight.';
    const asked = { asks: 'lead' as const, inspection, user, reason, request: randomUUID() };
    environment.print(await operating(kept, asked, { user }));
    return 0;
  },
};

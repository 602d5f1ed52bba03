import { randomUUID } from 'node:crypto';
import { type NamingLead, nameLead, type Operated } from '../inspections/operator.ts';
import { openInspections } from '../inspections.ts';
import { askOwner } from '../store/asking.ts';
import { note } from '../store/operations.ts';
import { argumentsOf, oneInspection } from './arguments.ts';
import { type Kept, keptBy, lookingAt, owning } from './kept.ts';
import { NotDone, type Word, WrongUsage } from './word.ts';

/** By whoever owns the folder, or by this process, which owns it meanwhile or records beside others. */
const named = async (kept: Kept, asked: NamingLead): Promise<Operated> => {
  const answer = 'folder' in kept ? ((await askOwner(kept, asked)) as Operated | null) : null;
  const now = new Date().toISOString();
  return (
    answer ??
    owning(kept, async (_, store) => nameLead(await openInspections(store, () => undefined), asked, now, null))
  );
};

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
    const asked: NamingLead = { asks: 'lead', inspection, user, reason, request: randomUUID() };
    const came = await named(kept, asked);
    if ('refused' in came) throw new NotDone(came.refused);
    await lookingAt(environment, (records) => note(records, { did: 'lead', inspection, user }));
    environment.print(came.done);
    return 0;
  },
};

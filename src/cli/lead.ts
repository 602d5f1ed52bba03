import { randomUUID } from 'node:crypto';
import { type NamingLead, nameLead, type Operated } from '../inspections/operator.ts';
import { openInspections } from '../inspections.ts';
import { askOwner } from '../store/asking.ts';
import { realFiles } from '../store/files.ts';
import { note } from '../store/operations.ts';
import { argumentsOf, oneInspection } from './arguments.ts';
import { dataFolder, owning } from './data-folder.ts';
import { NotDone, type Word, WrongUsage } from './word.ts';

/** By this process, which owns the folder meanwhile. */
const named = async (folder: string, asked: NamingLead): Promise<Operated> =>
  owning(folder, async (store) =>
    nameLead(await openInspections(store, () => undefined), asked, new Date().toISOString(), null),
  );

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
    const folder = dataFolder(environment);
    const reason = values.reason ?? 'Named on the command line by whoever runs Fortnight.';
    const asked: NamingLead = { asks: 'lead', inspection, user, reason, request: randomUUID() };
    const came = ((await askOwner({ folder }, asked)) as Operated | null) ?? (await named(folder, asked));
    if ('refused' in came) throw new NotDone(came.refused);
    await note(realFiles, folder, { did: 'lead', inspection, user });
    environment.print(came.done);
    return 0;
  },
};

import { randomBytes } from 'node:crypto';
import { backUp } from '../store/backing-up.ts';
import { realFiles as files } from '../store/files.ts';
import type { Records } from '../store/records.ts';
import { counted } from '../words/message.ts';
import { argumentsOf } from './arguments.ts';
import { isWithin, leading, orSaying, readingOf, whereWritable } from './data-folder.ts';
import { lookingAt } from './kept.ts';
import { type Environment, type ExitCode, type Word, WrongUsage } from './word.ts';

const backedUp = async (there: Records, named: string, environment: Environment): Promise<ExitCode> => {
  const to = leading(named);
  if (isWithin(there, to)) throw new WrongUsage(`${named} is in the folder of the records itself. Name one elsewhere.`);
  const at = new Date().toISOString();
  const records = await readingOf(environment, 'Backing up', { records: there, times: 4, which: () => true });
  const note = (act: () => Promise<void>) => whereWritable(environment, records, 'The backup', act);
  const done = await orSaying('The backup was not made. One from before is as it was.', () =>
    backUp({ records, files, to, random: randomBytes, at, note }),
  );
  const { copied, broken, backup } = done;
  const all = backup.records.filter(({ copy }) => copy).length;
  const { print } = environment;
  const others = copied < all ? ', the others as they were' : '';
  print(`${counted(all, 'record is', 'records are')} in ${to}: ${copied} copied${others}.`);
  for (const { inspection, why, kept } of broken) {
    const stays = kept ? 'Its copy from before stays, until it is put right or accepted.' : 'There is no copy of it.';
    print(`${inspection} does not hold, so it is not copied: ${why}. ${stays}`);
  }
  return broken.length === 0 ? 0 : 1;
};

/** Backs up every record, beside a running app or without one. */
export const backup: Word = {
  name: 'backup',
  usage: '--to <folder>',
  about:
    'Copies every record into a folder, also what is restricted, each whole and checked. The app may run meanwhile. What did not change since the last backup there is left. It holds all that the records hold: keep it on another disk, encrypted.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { to: { type: 'string' } });
    if (!values.to || positionals.length > 0)
      throw new WrongUsage('Say where, with --to and a folder on another disk.');
    return lookingAt(environment, (records) => backedUp(records, values.to ?? '', environment));
  },
};

import { randomBytes } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { backUp } from '../store/backing-up.ts';
import { counted } from '../words/message.ts';
import { argumentsOf } from './arguments.ts';
import { dataFolder, orSaying, readingOf, whereWritable } from './data-folder.ts';
import { type Word, WrongUsage } from './word.ts';

/** Where a whole path leads, whether it is there or not. */
const leading = (path: string): string =>
  existsSync(path) ? realpathSync(path) : join(leading(dirname(path)), basename(path));

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
    const folder = dataFolder(environment);
    const to = leading(resolve(values.to));
    if (`${to}/`.startsWith(`${leading(resolve(folder))}/`))
      throw new WrongUsage(`${values.to} is in the folder of the records itself. Name one elsewhere.`);
    const at = new Date().toISOString();
    const files = await readingOf(environment, 'Backing up', { folder, times: 4 });
    const note = (act: () => Promise<void>) => whereWritable(environment, folder, 'The backup', act);
    const done = await orSaying('The backup was not made. One from before is as it was.', () =>
      backUp({ files, folder, to, random: randomBytes, at, note }),
    );
    const { copied, broken, backup } = done;
    const there = backup.records.filter(({ copy }) => copy).length;
    const { print } = environment;
    const others = copied < there ? ', the others as they were' : '';
    print(`${counted(there, 'record is', 'records are')} in ${to}: ${copied} copied${others}.`);
    for (const { inspection, why, kept } of broken) {
      const stays = kept ? 'Its copy from before stays, until it is put right or accepted.' : 'There is no copy of it.';
      print(`${inspection} does not hold, so it is not copied: ${why}. ${stays}`);
    }
    return broken.length === 0 ? 0 : 1;
  },
};

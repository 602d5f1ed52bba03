import { readFrameworks } from '../frameworks.ts';
import { argumentsOf } from './arguments.ts';
import { frameworksFolder } from './framework-named.ts';
import { inForceWords } from './framework-words.ts';
import { aligned } from './text.ts';
import { type Word, WrongUsage } from './word.ts';

/** Lists the editions, oldest first. */
export const frameworks: Word = {
  name: 'frameworks',
  usage: '',
  about: 'Lists the frameworks there are, with the days they are in force. Each is checked wholly as it is read.',
  run: async (args, environment) => {
    const { positionals } = argumentsOf(args, {});
    if (positionals.length > 0) throw new WrongUsage('It takes nothing after its name.');
    const { all } = readFrameworks(frameworksFolder(environment));
    const rows = all.map((framework) => [framework.id, inForceWords(framework), framework.title]);
    for (const line of aligned([['Id', 'In force', 'Title'], ...rows], 0)) environment.print(line);
    return 0;
  },
};

import type { Framework } from '../domain/framework.ts';
import { readFrameworks } from '../frameworks.ts';
import { argumentsOf } from './arguments.ts';
import { frameworksFolder } from './framework-named.ts';
import { inForceWords } from './framework-words.ts';
import { aligned, inJson } from './text.ts';
import { type Word, WrongUsage } from './word.ts';

/** Lists the editions, oldest first. */
export const frameworks: Word = {
  name: 'frameworks',
  usage: '[--json]',
  about: 'Lists the frameworks there are, with the days they are in force. Each is checked wholly as it is read.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { json: { type: 'boolean' } });
    if (positionals.length > 0) throw new WrongUsage('It takes nothing after its name.');
    const { all } = readFrameworks(frameworksFolder(environment));
    const rows = all.map((framework) => [framework.id, inForceWords(framework), framework.title]);
    const lines = values.json
      ? [inJson({ frameworks: all.map(aboutOf) })]
      : aligned([['Id', 'In force', 'Title'], ...rows], 0);
    for (const line of lines) environment.print(line);
    return 0;
  },
};

/** What programs read of a framework: its names are relied on. */
const aboutOf = ({ id, title, inForce: { from, to }, planned, output }: Framework) => {
  return { framework: id, title, from, to, planned: planned !== undefined, output };
};

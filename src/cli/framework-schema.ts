import { frameworkJsonSchema } from '../frameworks.ts';
import { argumentsOf } from './arguments.ts';
import { type Word, WrongUsage } from './word.ts';

/** Prints what editors read beside a framework file. `docs/framework.schema.json` is kept so. */
export const frameworkSchema: Word = {
  name: 'framework schema',
  usage: '',
  about: 'Prints the JSON Schema by which editors complete and explain a framework file (docs/framework.schema.json).',
  run: async (args, environment) => {
    const { positionals } = argumentsOf(args, {});
    if (positionals.length > 0) throw new WrongUsage('It takes nothing after its name.');
    environment.print(JSON.stringify(frameworkJsonSchema(), null, 2));
    return 0;
  },
};

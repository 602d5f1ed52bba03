import { bankHolidaysPlace, readBankHolidays } from '../calendar.ts';
import { readFrameworks } from '../frameworks.ts';
import { openReplay, replayFolder } from '../practice/open.ts';
import { argumentsOf } from './arguments.ts';
import { frameworksFolder } from './framework-named.ts';
import { type Word, WrongUsage } from './word.ts';

/** Where a replay is told: lines as they come, and how far it is. */
type Out = Parameters<typeof openReplay>[0]['out'];

/** Replays a scenario through the real app in the terminal. `out` is where it is told. */
export const replayWord = (out: Out): Word => ({
  name: 'replay',
  usage: '<file>',
  about:
    'Replays a sample fortnight, such as data/practice/northmoor-2013.json, through the real app against a local Slack, and prints what everybody sees.',
  run: async (args, environment) => {
    const { positionals } = argumentsOf(args, {});
    const [scenario, more] = positionals;
    if (scenario === undefined || more !== undefined)
      throw new WrongUsage('It takes one file, such as data/practice/northmoor-2013.json.');
    const complain = (words: string) => environment.complain(words);
    await openReplay({
      frameworks: readFrameworks(frameworksFolder(environment)),
      holidays: readBankHolidays(bankHolidaysPlace),
      log: { info: () => undefined, warn: complain, error: complain },
      fault: (reference, error) =>
        complain(`Unexpected fault ${reference}: ${error instanceof Error ? error.stack : String(error)}`),
      out,
      places: { scenario, manifest: 'manifest.yml', folder: replayFolder },
    });
    return 0;
  },
});

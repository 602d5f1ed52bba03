import { type ParseArgsConfig, parseArgs } from 'node:util';
import { WrongUsage } from './word.ts';

/**
 * Splits what follows a word into plain arguments and options.
 * @throws WrongUsage for an option that is unknown or lacks its value
 */
export const argumentsOf = <const Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) => {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    if (error instanceof TypeError) throw new WrongUsage(error.message, { cause: error });
    throw error;
  }
};

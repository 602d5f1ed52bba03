import { type ParseArgsConfig, parseArgs } from 'node:util';
import { isName } from '../store/folder.ts';
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

/**
 * The one inspection that a word is about.
 * @throws WrongUsage where there is none, more than one, or no such id
 */
export const oneInspection = ([inspection, more]: readonly string[]): string => {
  if (inspection === undefined || more !== undefined)
    throw new WrongUsage('It takes one inspection, such as northmoor-2013-11-19.');
  if (!isName(inspection) || inspection.includes('.'))
    throw new WrongUsage(`"${inspection}" is not the id of an inspection, such as northmoor-2013-11-19.`);
  return inspection;
};

/** A day that was given. @throws WrongUsage where it is none */
export const dayGiven = (day: string): string => {
  if (/^\d{4}-\d\d-\d\d$/.test(day) && Date.parse(day)) return day;
  throw new WrongUsage(`"${day}" is not a day such as 2013-12-05.`);
};

import { CalendarRefused } from '../calendar.ts';
import { SettingRefused } from '../config.ts';
import { nearest } from '../domain/text/nearest.ts';
import { harmless } from '../domain/text/signs.ts';
import { FrameworkRefused } from '../frameworks.ts';
import { PracticeStopped } from '../practice/stopped.ts';
import { NotAnswered } from '../store/asking.ts';
import { BackupRefused } from '../store/backups.ts';
import { FolderTaken } from '../store/claim.ts';
import { Damaged } from '../store/port.ts';
import { DatabaseRefused } from '../store/postgres/called.ts';
import { TableRefused } from '../tables/refused.ts';
import { inJson, wrapped } from './text.ts';
import { type Environment, type ExitCode, NotDone, type Word, WrongUsage } from './word.ts';

const answers = (word: Word, args: readonly string[]): boolean =>
  word.name.split(' ').every((part, index) => args[index] === part);

/** What every command line takes in place of a word. */
const options = new Map([
  ['--help', 'help'],
  ['-h', 'help'],
  ['--version', 'version'],
  ['-v', 'version'],
]);

const isHelp = (each: string): boolean => each === '--help' || each === '-h';

/** What a person can do something about: its words are all they need. */
const foreseen = [
  NotDone,
  FrameworkRefused,
  CalendarRefused,
  PracticeStopped,
  FolderTaken,
  NotAnswered,
  BackupRefused,
  Damaged,
  SettingRefused,
  DatabaseRefused,
  TableRefused,
];

const wayIn = 'npm run -s fortnight --';

/**
 * Runs the word that the arguments begin with, and turns what the person can put right into words and an exit code. Nothing
 * that it says does anything to a terminal.
 */
export const runWord = async (
  words: readonly Word[],
  args: readonly string[],
  given: Environment,
): Promise<ExitCode> => {
  const environment: Environment = {
    // Asked for by what needs them: a setting that is wrong keeps nobody from help.
    get settings() {
      return given.settings;
    },
    print: (line) => given.print(harmless(line)),
    complain: (line) => given.complain(harmless(line)),
    far: given.far,
  };
  const option = options.get(args[0] ?? '');
  const isAbout = args[0] === 'help' && args.length > 1 && !args.some(isHelp);
  const asked = option ? [option] : isAbout ? [...args.slice(1), '--help'] : args;
  const word = words.find((each) => answers(each, asked));
  if (!word) {
    const plain = asked.filter((each) => !isHelp(each));
    const isHalf = words.some((each) => each.name.startsWith(`${plain[0]} `));
    const said = plain.slice(0, isHalf ? 2 : 1).join(' ');
    const meant = nearest(said, [...words.map(({ name }) => name), 'help']);
    const perhaps = meant ? ` Did you mean "${meant}"?` : '';
    environment.complain(said === '' ? 'Say what to do.' : `Fortnight does not know "${said}".${perhaps}`);
    for (const each of words) environment.complain(`  ${each.name} ${each.usage}`.trimEnd());
    environment.complain(`Usage: ${wayIn} help`);
    return 2;
  }
  if (asked.some(isHelp)) {
    environment.print(`${wayIn} ${word.name} ${word.usage}`.trimEnd());
    for (const line of wrapped(`  ${word.about}`, 2)) environment.print(line);
    return 0;
  }
  try {
    return await word.run(asked.slice(word.name.split(' ').length), environment);
  } catch (error) {
    const isUsage = error instanceof WrongUsage;
    if (!(error instanceof Error) || !(isUsage || foreseen.some((kind) => error instanceof kind))) throw error;
    // A program that asked for JSON is told in it, too.
    if (asked.includes('--json')) environment.print(inJson({ error: error.message }));
    environment.complain(error.message);
    if (isUsage) environment.complain(`Usage: ${`${wayIn} ${word.name} ${word.usage}`.trimEnd()}`);
    return isUsage ? 2 : 1;
  }
};

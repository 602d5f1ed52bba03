/** Where a word runs: the settings as the process has them, and its two outputs, a line at a time. */
export type Environment = {
  settings: Readonly<Record<string, string | undefined>>;
  /** To standard output: what was asked for. */
  print(line: string): void;
  /** To standard error: what went wrong. */
  complain(line: string): void;
  /** How far a long word is: shown on a terminal only. */
  far?: ((words: string) => void) | undefined;
};

/** 0: all is well. 1: what was checked does not hold. 2: it was asked in a wrong way. */
export type ExitCode = 0 | 1 | 2;

/** One word of `npm run -s fortnight -- <words>`. Its file and a line in `words.ts` are all it needs. */
export type Word = {
  /** One word, or two such as "framework check". */
  name: string;
  /** What follows the name, as `help` shows it: "<framework> <area>=<grade> ... [--json]". */
  usage: string;
  /** One sentence. */
  about: string;
  /**
   * @throws WrongUsage for what the person can put right on the command line; NotDone, or another error that `run.ts`
   * lists, for what can't be done. Anything else thrown is a fault of ours and ends the process with its trace.
   */
  run(args: readonly string[], environment: Environment): Promise<ExitCode>;
};

/** Asked in a wrong way. The message says what was wrong and what would be right; the usage line is added to it. */
export class WrongUsage extends Error {
  override name = 'WrongUsage';
}

/** What was asked for can't be done as things stand. The message says why, and perhaps what to do; the exit code is 1. */
export class NotDone extends Error {
  override name = 'NotDone';
}

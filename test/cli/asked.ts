import { runWord } from '../../src/cli/run.ts';
import { words } from '../../src/cli/words.ts';
import { frameworksFolder } from '../support/frameworks.ts';

/** What the command line answers to these words: its exit code and the lines of both outputs. */
export const asked = async (
  args: readonly string[],
  settings: Record<string, string> = { FRAMEWORKS_DIR: frameworksFolder },
) => {
  const [printed, complained]: [string[], string[]] = [[], []];
  const code = await runWord(words, args, {
    settings,
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, printed, complained };
};

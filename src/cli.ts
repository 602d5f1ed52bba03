import { runWord } from './cli/run.ts';
import { farOn } from './cli/terminal.ts';
import { words } from './cli/words.ts';
import { withEnvFile } from './config.ts';
import { program } from './program.ts';

void program(async () => {
  const { far, above, over } = farOn(process.stderr, () => performance.now());
  process.exitCode = await runWord(words, process.argv.slice(2), {
    get settings() {
      return withEnvFile(process.env);
    },
    print: (line) => above(`${line}\n`, process.stdout),
    complain: (line) => above(`${line}\n`),
    far,
  }).finally(over);
});

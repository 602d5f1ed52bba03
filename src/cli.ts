import { runWord } from './cli/run.ts';
import { words } from './cli/words.ts';

process.exitCode = await runWord(words, process.argv.slice(2), {
  settings: process.env,
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});

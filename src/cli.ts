import { runWord } from './cli/run.ts';
import { farOn } from './cli/terminal.ts';
import { words } from './cli/words.ts';
import { withEnvFile } from './config.ts';
import { harmless } from './domain/text/signs.ts';

// Whoever reads the output may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const { far, above, over } = farOn(process.stderr, () => performance.now());
const running = runWord(words, process.argv.slice(2), {
  get settings() {
    return withEnvFile(process.env);
  },
  print: (line) =>
    above(
      `${line}
`,
      process.stdout,
    ),
  complain: (line) =>
    above(`${line}
`),
  far,
}).finally(over);
process.exitCode = await running.catch((error) => {
  process.stderr.write(`${harmless(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
  return 1;
});

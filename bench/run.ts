/** The benchmark: `npm run bench -- [parts]`. Prints a table with each figure's budget beside it. */
import { cpus, release, totalmem } from 'node:os';
import { measureAppend } from './append.ts';
import { measureDue } from './due.ts';
import { measureFifty } from './fifty.ts';
import { measureHolds } from './holds.ts';
import { measureOpening } from './opening.ts';
import { type Figure, tableOf } from './report.ts';
import { measureStarting } from './starting.ts';
import { measureSubmission } from './submission.ts';
import { measureTogether } from './together.ts';

const parts: Record<string, () => Promise<Figure[]>> = {
  append: measureAppend,
  together: measureTogether,
  fifty: measureFifty,
  due: measureDue,
  submission: measureSubmission,
  opening: measureOpening,
  starting: measureStarting,
  holds: measureHolds,
};

const asked = process.argv.slice(2);
const unknown = asked.filter((part) => parts[part] === undefined);
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(', ')}. There are: ${Object.keys(parts).join(', ')}.\n`);
  process.exit(2);
}

const [processor] = cpus();
process.stdout.write(
  `Node ${process.version}, Linux ${release()}, ${cpus().length} x ${processor?.model}, ${Math.round(totalmem() / 2 ** 30)} GB\n`,
);
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  const found = await measure();
  // Told part by part: the whole takes minutes.
  for (const { what, value, met } of found)
    process.stderr.write(`${name}: ${what}: ${value}${met === false ? ' NO' : ''}\n`);
  figures.push(...found);
}
const budgeted = figures.filter(({ budget }) => budget !== null);
const others = figures.filter(({ budget }) => budget === null);
process.stdout.write(`\n${tableOf(budgeted)}\n\n${tableOf(others)}\n`);

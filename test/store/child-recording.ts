/** A process of its own: opens the folder it is given, says so, and records until it is killed, saying each version once it is kept. */
import { randomBytes } from 'node:crypto';
import { realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import { draft } from './drafts.ts';

const [folder = '', inspection = '', most = '0'] = process.argv.slice(2);
const say = (words: string): void => {
  process.stdout.write(`${words}\n`);
};

const store = await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => {} }).catch((error) => {
  say(error.message);
  process.exit(1);
});
say('opened');
let { length } = await store.read(inspection, 0);
const last = length + Number(most);
while (length < last) {
  const few = Array.from({ length: 3 }, (_, n) => store.append(inspection, length + n, draft(length + n)));
  for (const entry of await Promise.all(few)) say(`${entry.header.version} ${entry.hash}`);
  length += few.length;
}
// Keeps the folder until it is killed.
setInterval(() => {}, 60_000);

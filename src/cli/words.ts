import { deleteWord } from './delete.ts';
import { erase } from './erase.ts';
import { exportWord } from './export.ts';
import { frameworkCheck } from './framework-check.ts';
import { frameworkCompare } from './framework-compare.ts';
import { frameworkSchema } from './framework-schema.ts';
import { frameworks } from './frameworks.ts';
import { grade } from './grade.ts';
import { helpFor } from './help.ts';
import { importWord } from './import.ts';
import { inspections } from './inspections.ts';
import { replayWord } from './replay.ts';
import { terminal } from './terminal.ts';
import { verify } from './verify.ts';
import { version } from './version.ts';
import type { Word } from './word.ts';

const working: readonly Word[] = [
  frameworks,
  frameworkCheck,
  frameworkCompare,
  frameworkSchema,
  grade,
  inspections,
  verify,
  exportWord,
  importWord,
  erase,
  deleteWord(terminal),
  replayWord(process.stdout),
  version,
];

/** Every word of the command line. A new one is a file beside this and a line in the list above. */
export const words: readonly Word[] = [...working, helpFor(working)];

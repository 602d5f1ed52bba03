import { accept } from './accept.ts';
import { backup } from './backup.ts';
import { casePlan } from './case-plan.ts';
import { deleteWord } from './delete.ts';
import { doctorWord } from './doctor.ts';
import { erase } from './erase.ts';
import { exportWord } from './export.ts';
import { frameworkCheck } from './framework-check.ts';
import { frameworkCompare } from './framework-compare.ts';
import { frameworkSchema } from './framework-schema.ts';
import { frameworks } from './frameworks.ts';
import { grade } from './grade.ts';
import { importWord } from './import.ts';
import { inspections } from './inspections.ts';
import { lead } from './lead.ts';
import { manifest } from './manifest.ts';
import { move } from './move.ts';
import { overview } from './overview.ts';
import { practiceWord } from './practice.ts';
import { questionnaireWord } from './questionnaire.ts';
import { replayWord } from './replay.ts';
import { reportWord } from './report.ts';
import { restore } from './restore.ts';
import { sample } from './sample.ts';
import { comments, plan } from './sent-table.ts';
import { terminal } from './terminal.ts';
import { wrapped } from './text.ts';
import { verify } from './verify.ts';
import { versionWord } from './version.ts';
import type { Word } from './word.ts';

const working: readonly Word[] = [
  frameworks,
  frameworkCheck,
  frameworkCompare,
  frameworkSchema,
  grade,
  inspections,
  overview,
  questionnaireWord,
  practiceWord,
  verify,
  doctorWord(60_000),
  accept,
  exportWord,
  reportWord,
  importWord,
  backup,
  restore,
  move,
  erase,
  lead,
  casePlan,
  comments,
  plan,
  deleteWord(terminal),
  replayWord(process.stdout),
  sample,
  manifest,
  versionWord,
];

/** The word that lists the other words. */
const helpFor = (words: readonly Word[]): Word => ({
  name: 'help',
  usage: '[word]',
  about: 'Lists what Fortnight can do on the command line, or says all about one word.',
  run: async (_args, { print }) => {
    print('npm run -s fortnight -- <words>');
    for (const word of [...words, helpFor(words)]) {
      print('');
      print(`${word.name} ${word.usage}`.trimEnd());
      for (const line of wrapped(`  ${word.about}`, 2)) print(line);
    }
    print('');
    print('Exit codes: 0 all is well, 1 what was checked does not hold, 2 it was asked in a wrong way.');
    return 0;
  },
});

/** Every word of the command line. A new one is a file beside this and a line in the list above. */
export const words: readonly Word[] = [...working, helpFor(working)];

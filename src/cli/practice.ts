import { dayIn } from '../domain/moments.ts';
import { filesOf } from '../reports/papers.ts';
import { practicePaper, type SharedBy, sharedBy } from '../reports/practice.ts';
import { realFiles } from '../store/files.ts';
import { counted } from '../words/message.ts';
import { argumentsOf } from './arguments.ts';
import { everyInspection } from './every-inspection.ts';
import { writeExport } from './export-folder.ts';
import { lookingAt } from './kept.ts';
import { NotDone, type Word, WrongUsage } from './word.ts';

/** Good practice of every inspection that is published, as one paper. */
export const practiceWord: Word = {
  name: 'practice',
  usage: '--to <folder> [--framework sif-2013]',
  about:
    'Writes the good practice that inspections marked, once their reports are published, as one paper in Word and Markdown into an empty folder: each inspection by name, in the words that were written to be shared. No evidence and nothing restricted is in it.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { to: { type: 'string' }, framework: { type: 'string' } });
    const { to, framework } = values;
    if (positionals.length > 0) throw new WrongUsage('It takes nothing after its name but options.');
    if (!to) throw new WrongUsage('Say where, with --to and a folder that is empty or not there yet.');
    const now = new Date().toISOString();
    return lookingAt(environment, async (records) => {
      const [shared, closed]: [SharedBy[], string[]] = [[], []];
      for await (const { id, inspection } of everyInspection(records, environment))
        if (typeof inspection === 'string') closed.push(`${id} is left out, since it is closed: ${inspection}`);
        else if (!framework || inspection.framework.id === framework)
          shared.push(...[sharedBy(inspection, dayIn(inspection, now)) ?? []].flat());
      for (const line of closed) environment.complain(line);
      if (shared.length === 0)
        throw new NotDone(
          'No inspection whose report is published has good practice marked. The day of publication is kept in its timetable.',
        );
      const paper = practicePaper(shared);
      const files = await filesOf([
        { name: 'good-practice.docx', word: paper },
        { name: 'good-practice.md', markdown: paper },
      ]);
      await writeExport(realFiles, to, files);
      environment.print(`Good practice of ${counted(shared.length, 'inspection')} is in ${to}.`);
      return closed.length > 0 ? 1 : 0;
    });
  },
};

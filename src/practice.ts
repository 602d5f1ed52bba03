import { CalendarRefused } from './calendar.ts';
import type { Config } from './config.ts';
import { FrameworkRefused } from './frameworks.ts';
import { groundOf } from './ground.ts';
import { openPractice, pagePlaces, pageWords } from './practice/open.ts';
import { PracticeStopped } from './practice/stopped.ts';
import { outliveRejections, program, stopOnSignals } from './program.ts';
import { FolderTaken } from './store/claim.ts';

/** The practice workspace and its page. A program of its own: nothing of it is loaded where Fortnight connects to Slack. */
export const practise = (config: Config): Promise<void> =>
  program(async () => {
    const { unasked, ...ground } = groundOf(config);
    const practice = await openPractice(ground, pagePlaces, config.practicePort);
    process.stdout.write(`${pageWords(practice, pagePlaces.folder)}\n`);
    outliveRejections(unasked);
    stopOnSignals(ground.log, practice.close);
  }, [FrameworkRefused, CalendarRefused, FolderTaken, PracticeStopped]);

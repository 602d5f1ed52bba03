import type { Message } from '../src/words/message.ts';
import { caseSubcommand } from './case.ts';
import { challenge } from './challenge.ts';
import { compare } from './compare.ts';
import { concern } from './concern.ts';
import { confirm } from './confirm.ts';
import { context } from './context.ts';
import type { Chapter, Subcommand } from './contract.ts';
import { edit } from './edit.ts';
import { evidence } from './evidence.ts';
import { exportCommand } from './export.ts';
import { find } from './find.ts';
import { grade } from './grade.ts';
import { help, helpMessage } from './help.ts';
import { incomplete } from './incomplete.ts';
import { line } from './line.ts';
import { meeting } from './meeting.ts';
import { mine } from './mine.ts';
import { overall } from './overall.ts';
import { pause } from './pause.ts';
import { previous } from './previous.ts';
import { profile } from './profile.ts';
import { progress } from './progress.ts';
import { recommend } from './recommend.ts';
import { reopen } from './reopen.ts';
import { request } from './request.ts';
import { resume } from './resume.ts';
import { round } from './round.ts';
import { settings } from './settings.ts';
import { signOff } from './sign-off.ts';
import { start } from './start.ts';
import { status } from './status.ts';
import { summary } from './summary.ts';
import { team } from './team.ts';
import { timetable } from './timetable.ts';
import { today } from './today.ts';
import { visit } from './visit.ts';
import { whistleblow } from './whistleblow.ts';
import { withdraw } from './withdraw.ts';

export { helpAfter } from './help.ts';

/** Every /judge subcommand, in the order in which help lists them, by what it is for. */
export const chapters: readonly Chapter[] = [
  { title: 'Record', subcommands: [evidence, concern, whistleblow, mine, edit, withdraw, find] },
  { title: 'Judge', subcommands: [grade, overall, summary, round, confirm, recommend] },
  { title: 'Enquire', subcommands: [line, caseSubcommand, profile, progress, today, status] },
  {
    title: 'With those inspected',
    subcommands: [meeting, visit, request, challenge, timetable, previous, compare, context],
  },
  {
    title: 'Run the inspection',
    subcommands: [
      start,
      team,
      settings,
      signOff,
      reopen,
      pause,
      resume,
      incomplete,
      exportCommand,
      help(() => chapters),
    ],
  },
];

export const subcommands: readonly Subcommand[] = chapters.flatMap((chapter) => chapter.subcommands);

/** The subcommand of this word; null where there is none. */
export const subcommandOf = (word: string): Subcommand | null => subcommands.find((each) => each.word === word) ?? null;

/** What is asked of Fortnight in words, read: the subcommand, null where there is no such word, and the words after it. */
export type CommandLine = { text: string; subcommand: Subcommand | null; words: string };

/** `/judge` alone asks for the status. */
export const subcommandIn = (text: string): CommandLine => {
  const [, word = '', words = ''] = text.trim().match(/^(\S*)\s*([\s\S]*)$/) ?? [];
  return { text, subcommand: subcommandOf(word === '' ? status.word : word.toLowerCase()), words };
};

/** What is said where a text begins with no word of ours. */
export const noSuchWord = (text: string): Message => helpMessage(chapters, text);

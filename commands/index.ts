import type { Inspection } from '../src/domain/inspection.ts';
import { letterOf } from '../src/domain/kinds.ts';
import { kindsInWords } from '../src/words/kinds.ts';
import { itemIn, restrictedIn } from '../src/words/search.ts';
import { type Taken, takenAs } from './anything.ts';
import { caseSubcommand } from './case.ts';
import { challenge } from './challenge.ts';
import { comments } from './comments.ts';
import { compare } from './compare.ts';
import { concern } from './concern.ts';
import { confirm } from './confirm.ts';
import { context } from './context.ts';
import type { Chapter, Subcommand } from './contract.ts';
import { doSomething } from './do.ts';
import { edit } from './edit.ts';
import { evidence } from './evidence.ts';
import { exportCommand } from './export.ts';
import { find } from './find.ts';
import { grade } from './grade.ts';
import { asksForHelp, help } from './help.ts';
import { incomplete } from './incomplete.ts';
import { join } from './join.ts';
import { line } from './line.ts';
import { meeting } from './meeting.ts';
import { mine } from './mine.ts';
import { open } from './open.ts';
import { overall } from './overall.ts';
import { pause } from './pause.ts';
import { plan } from './plan.ts';
import { practice } from './practice.ts';
import { previous } from './previous.ts';
import { profile } from './profile.ts';
import { progress } from './progress.ts';
import { questionnaire } from './questionnaire.ts';
import { recommend } from './recommend.ts';
import { reopen } from './reopen.ts';
import { report } from './report.ts';
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

export { keptNoMore, noSuchWord } from './anything.ts';
export { askedInPlace, inItsPlace } from './forms/names.ts';
export { helpAfter } from './help.ts';
export { onlyLooked } from './reply.ts';
export { onPage } from './whole.ts';

/** Every /judge subcommand, in the order in which help lists them, by what it is for. */
export const chapters: readonly Chapter[] = [
  { title: 'Record', subcommands: [evidence, concern, whistleblow, mine, edit, withdraw, find] },
  { title: 'Judge', subcommands: [grade, overall, summary, round, confirm, recommend, practice, report] },
  { title: 'Enquire', subcommands: [line, caseSubcommand, profile, progress, open, today, status] },
  {
    title: 'With those inspected',
    subcommands: [
      meeting,
      visit,
      request,
      challenge,
      comments,
      plan,
      timetable,
      previous,
      compare,
      context,
      questionnaire,
    ],
  },
  {
    title: 'Run the inspection',
    subcommands: [
      start,
      team,
      join,
      settings,
      signOff,
      reopen,
      pause,
      resume,
      incomplete,
      exportCommand,
      doSomething(() => chapters),
      help(() => chapters),
    ],
  },
];

export const subcommands: readonly Subcommand[] = chapters.flatMap((chapter) => chapter.subcommands);

/** The subcommand of this word; null where there is none. */
export const subcommandOf = (word: string): Subcommand | null => subcommands.find((each) => each.word === word) ?? null;

/**
 * What is asked of Fortnight in words, read: the subcommand, null where there is no such word, and the words after it. What
 * `looks` keeps nothing; `kept` says where its words are.
 */
export type CommandLine = {
  text: string;
  subcommand: Subcommand | null;
  words: string;
  looks?: boolean;
  /** The item whose number alone was asked for. */
  item?: string;
  kept?: { key: string; instead: number };
};

/** The number of an item alone is asked of the word that shows one. */
const itemAlone = (text: string): CommandLine | null => {
  const restricted = restrictedIn(text);
  if (restricted) return { text, subcommand: whistleblow, words: restricted, item: restricted };
  const item = itemIn(text);
  const letter = item && letterOf(item);
  return letter
    ? { text, subcommand: subcommandOf(kindsInWords[letter].shownBy ?? find.word), words: item, item }
    : null;
};

/** `/judge` alone asks for the status. */
export const subcommandIn = (written: string): CommandLine => {
  // Copied with the command before it.
  const text = written.trim().replace(/^(?:\/judge\s+)+/i, '');
  const shown = itemAlone(text);
  if (shown) return shown;
  const [, typed = '', words = ''] = text.match(/^(\S*)\s*([\s\S]*)$/) ?? [];
  const word = typed === '' ? status.word : asksForHelp(typed) ? 'help' : typed.toLowerCase();
  // Help is also an area's word.
  const isHelp = words === '' || subcommandOf(words.toLowerCase()) !== null || asksForHelp(words);
  return { text, subcommand: word === 'help' && !isHelp ? null : subcommandOf(word), words };
};

/** How a text is taken that begins with no word of ours: as a line of evidence, if it is one, else as a word that was meant. */
export const understood = (
  text: string,
  among: readonly Inspection[],
): { taken: Taken; evidence: CommandLine | null } => {
  const taken = takenAs(subcommands, text, among);
  const line: CommandLine = { text, subcommand: evidence, words: text, looks: taken.as === 'form' };
  return { taken, evidence: taken.as === 'word' ? null : line };
};

/** The same of a button that goes on with a text that is kept: its word alone is looked at, and nothing is saved by it. */
export const goingOnWith = (text: string): CommandLine => {
  const [, key, instead, word] = text.match(/^kept ([\w-]+) (\d) (\S+)$/) ?? [];
  if (key === undefined || word === undefined) return subcommandIn(text);
  return { text, subcommand: subcommandOf(word), words: '', looks: true, kept: { key, instead: Number(instead) } };
};

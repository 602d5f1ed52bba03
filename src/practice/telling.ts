import { format } from 'date-fns/format';
import type { Appearance, Block, Posted, View } from '../local-slack/index.ts';
import { actWords, timeWords } from './act-words.ts';
import { linesOf, textOf } from './printing/blocks.ts';
import { fieldLines, type Sent, submitWords, titleOf } from './printing/form.ts';
import { indented, wrapped } from './printing/wrapping.ts';
import type { ScenarioAct, ScenarioStep } from './scenario.ts';
import { isPage, type Stage } from './stage.ts';

const within = 4;
const deep = 6;
/** Of a longer answer to one person only the beginning and the end are told. What stands in the channel is told whole. */
const longest = 40;
const beginning = 9;
const end = 4;

/** What a person did and what then appeared, and to whom, as lines for a terminal of `width` columns. */
export const createTelling = (stage: Stage, width: number) => {
  const opened = new Set<string>();
  const above = new Map<string, string>();
  let justRead: string[] = [];
  let stamp = '';
  let boardTold = '';

  const said = (heading: string, blocks: readonly Block[], briefLists = false): string[] => [
    ...indented(wrapped(heading, width - within), within),
    ...indented(linesOf(blocks, { width: width - deep, briefLists, justRead }), deep),
  ];

  const toOne = (heading: string, blocks: readonly Block[]): string[] => {
    const lines = said(heading, blocks);
    if (lines.length <= longest) return lines;
    const between = `(... ${lines.length - beginning - end} more lines ...)`;
    return [...lines.slice(0, beginning), ...indented([between], deep), ...lines.slice(-end)];
  };

  /** What stands with a message that carries files: its text, and what each file is called. */
  const withFiles = ({ files, text }: Posted): string[] =>
    files.length === 0
      ? []
      : indented(
          [text, ...files.map(({ name }) => `(a file: ${name})`)].flatMap((line) => wrapped(line, width - deep)),
          deep,
        );

  const posted = (message: Posted, changed: boolean): string[] => {
    const where = stage.channelName(message.channel);
    if (message.by !== stage.slack.appUser) return [];
    const to = stage.directTo(message);
    if (to !== undefined) return [...said(`A direct message to ${to}:`, message.blocks), ...withFiles(message)];
    if (!stage.isPinned(message)) return said(`${changed ? 'Changed' : 'Posted'} in ${where}:`, message.blocks);
    if (changed) return [];
    boardTold = textOf(message.blocks);
    return said(`Pinned in ${where}, and from now on updated in place:`, message.blocks);
  };

  /** What a form says above its fields: whole the first time a form of its kind opens, then a line for each item. */
  const form = (person: string, view: View, changed: boolean): string[] => {
    if (isPage(view)) return toOne(`${stage.nameOf(person)} now sees:`, view.blocks);
    const title = titleOf(view);
    const blocks = view.blocks.filter(({ type }) => type !== 'actions');
    const words = textOf(blocks);
    const before = above.get(view.id);
    above.set(view.id, words);
    if (changed && (before === words || words === '')) return [];
    const heading = changed ? `The form "${title}" now says:` : `A form opens: ${title}`;
    const lines = said(heading, blocks, opened.has(title));
    opened.add(title);
    return lines;
  };

  /** The first thing that a person is seen to do in a step says when. */
  const doing = (step: ScenarioStep, words: string): string[] => {
    const lines = wrapped(`${stamp}${step.who} ${words}`, width - (stamp === '' ? within : 0), ' '.repeat(within));
    const first = stamp !== '';
    stamp = '';
    return first ? ['', ...lines] : indented(lines, within);
  };

  return {
    day: (day: string): string[] => {
      const title = format(`${day}T12:00:00`, 'EEEE d MMMM yyyy');
      return ['', '', title, '='.repeat(title.length)];
    },
    story: (text: string): string[] => ['', ...wrapped(text, width)],
    begins: (step: ScenarioStep, day: string): void => {
      stamp = `[${format(`${day}T12:00:00`, 'EEE d MMM')} ${step.at}] `;
      justRead = [];
    },
    does: (step: ScenarioStep, act: ScenarioAct): string[] => {
      if ('fills' in act) justRead.push(...Object.values(act.fills).flatMap((entry) => entry ?? []));
      if ('types' in act) justRead.push(act.types);
      const words = actWords(act, step);
      return words === null ? [] : doing(step, words);
    },
    /** What the app does of itself at a time; a message that several people get is told once. */
    ofItself: (at: string, news: readonly Appearance[]): string[] => {
      const messages = news.flatMap((each) => (each.what === 'message' ? [each.posted] : []));
      const told = new Map<string, { posted: Posted; names: string[] }>();
      for (const posted of messages) {
        const to = stage.directTo(posted);
        if (to === undefined) continue;
        const text = textOf(posted.blocks);
        const before = told.get(text) ?? { posted, names: [] };
        told.set(text, { posted, names: [...before.names, to] });
      }
      const when = timeWords(at, stage.scenario.timeZone);
      return [...told.values()].flatMap(({ posted, names }) => [
        '',
        ...wrapped(`[${when}] Fortnight sends its daily summary.`, width),
        ...said(`A direct message to ${names.join(' and to ')}:`, posted.blocks),
      ]);
    },
    sent: (step: ScenarioStep, sent: Sent): string[] => {
      const fields = fieldLines(sent, { zone: stage.scenario.timeZone, nameOf: stage.nameOf }, width - deep);
      const button = `[${submitWords(sent.view)}]`;
      if (fields.length === 0) return doing(step, `presses ${button}`);
      const verb = sent.again ? 'changes it' : sent.filled.size === 0 ? 'leaves it as it is' : 'fills it in';
      return [...doing(step, `${verb} and presses ${button}:`), ...indented(fields, deep)];
    },
    appeared: (appearance: Appearance): string[] => {
      switch (appearance.what) {
        case 'message':
        case 'message changed':
          return posted(appearance.posted, appearance.what === 'message changed');
        case 'only visible to you':
        case 'only visible to you, changed':
          return toOne(`Only ${stage.nameOf(appearance.shown.to)} sees:`, appearance.shown.blocks);
        case 'form':
        case 'form changed':
          return form(appearance.person, appearance.view, appearance.what === 'form changed');
        case 'message deleted':
        case 'only visible to you, deleted':
        case 'form closed':
        case 'home':
          return [];
      }
    },
    /** The board, if it says something else than when it was last told. */
    board: (heading: string): string[] => {
      const board = stage.board();
      if (!board || textOf(board.blocks) === boardTold) return [];
      boardTold = textOf(board.blocks);
      return ['', ...said(heading, board.blocks)];
    },
  };
};

export type Telling = ReturnType<typeof createTelling>;

import { format } from 'date-fns';
import type { Sent } from './acting.ts';
import type { Appearance, Block, Posted, View } from './local-slack/index.ts';
import { linesOf, textOf } from './printing/blocks.ts';
import { fieldLines, submitWords, titleOf } from './printing/form.ts';
import { indented, wrapped } from './printing/wrapping.ts';
import type { Act, Step } from './scenario.ts';
import { isPage, type Stage } from './stage.ts';

/** What a person did and what then appeared, and to whom, as lines for a terminal of `width` columns. */
export const createTelling = (stage: Stage, width: number) => {
  const within = 4;
  const deep = 6;
  const told = new Map<string, string>();
  let boardTold = '';
  const telling = { zone: stage.scenario.timeZone, nameOf: stage.nameOf };

  const said = (heading: string, blocks: readonly Block[], text: string): string[] => {
    const lines = blocks.length > 0 ? linesOf(blocks, width - deep) : wrapped(unescaped(text), width - deep);
    return [...indented(wrapped(heading, width - within), within), ...indented(lines, deep)];
  };

  const posted = (message: Posted, changed: boolean): string[] => {
    const where = stage.channelName(message.channel);
    if (message.by !== stage.slack.appUser)
      return said(`In ${where}, ${stage.nameOf(message.by)} writes:`, message.blocks, message.text);
    const to = stage.directTo(message);
    if (to !== undefined) return said(`A direct message to ${to}:`, message.blocks, message.text);
    if (!stage.isPinned(message))
      return said(`${changed ? 'Changed' : 'Posted'} in ${where}:`, message.blocks, message.text);
    if (changed) return [];
    boardTold = textOf(message.blocks);
    return said(`Pinned in ${where}, and from now on updated in place:`, message.blocks, message.text);
  };

  /** A form says what stands above its fields; drawn again, only if that is something else. */
  const form = (person: string, view: View, changed: boolean): string[] => {
    const above = textOf(view.blocks);
    const before = told.get(view.id);
    told.set(view.id, above);
    if (isPage(view)) return said(`${stage.nameOf(person)} now sees:`, view.blocks, '');
    if (changed && before === above) return [];
    const heading = changed ? `The form "${titleOf(view)}" now says:` : `A form opens: ${titleOf(view)}`;
    const lines = said(
      heading,
      view.blocks.filter(({ type }) => type !== 'actions'),
      '',
    );
    return changed && lines.length === 1 ? [] : lines;
  };

  return {
    day: (day: string): string[] => {
      const title = format(`${day}T12:00:00`, 'EEEE d MMMM yyyy');
      return ['', title, '='.repeat(title.length)];
    },
    story: (text: string): string[] => ['', ...wrapped(text, width)],
    /** What a person sets out to do. The first act of a step says when. */
    does: (step: Step, day: string, act: Act, first: boolean): string[] => {
      const when = first ? `[${format(`${day}T12:00:00`, 'EEE d MMM')} ${step.at}] ` : '';
      const where = step.in === undefined ? '' : ` in #${step.in}`;
      const what = words(act, where);
      if (what === null) return [];
      const lines = wrapped(`${when}${step.who} ${what}`, width - (first ? 0 : within), ' '.repeat(within));
      return first ? ['', ...lines] : indented(lines, within);
    },
    sent: (step: Step, { view, errors }: Sent): string[] => [
      ...indented([`${step.who} fills it in and presses [${submitWords(view)}]:`], within),
      ...indented(fieldLines(view, errors, telling, width - deep), deep),
    ],
    appeared: (appearance: Appearance): string[] => {
      switch (appearance.what) {
        case 'message':
        case 'message changed':
          return posted(appearance.posted, appearance.what === 'message changed');
        case 'only visible to you':
        case 'only visible to you, changed':
          return said(
            `Only ${stage.nameOf(appearance.shown.to)} sees:`,
            appearance.shown.blocks,
            appearance.shown.text,
          );
        case 'form':
        case 'form changed':
          return form(appearance.person, appearance.view, appearance.what === 'form changed');
        default:
          return [];
      }
    },
    /** The board, if it says something else than when it was last told. */
    board: (heading: string): string[] => {
      const board = stage.board();
      if (!board || textOf(board.blocks) === boardTold) return [];
      boardTold = textOf(board.blocks);
      return ['', heading, ...indented(linesOf(board.blocks, width - within), within)];
    },
  };
};

export type Telling = ReturnType<typeof createTelling>;

const words = (act: Act, where: string): string | null => {
  if ('types' in act) return `types${where}: ${act.types}`;
  if ('presses' in act) return `presses [${act.presses}]`;
  if ('joins' in act) return `joins #${act.joins}`;
  return null;
};

/** The plain text of a message is marked up; its blocks are not. */
const unescaped = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

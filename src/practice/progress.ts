import { harmless } from '../domain/text/signs.ts';

/** Where practice writes: a terminal, or a file or pipe. process.stdout is one. */
export type Out = { write: (text: string) => unknown; isTTY?: boolean; columns?: number };

const clearLine = '\r\u001b[2K';

/** One line at the bottom of a terminal that is rewritten as things go on. Whatever else is printed there goes above it. */
export const bottomLine = (out: Out) => {
  let line = '';
  return {
    show: (words: string): void => {
      line = words;
      out.write(`${clearLine}${line}`);
    },
    above: (text: string, to = out): void => {
      if (line !== '') out.write(clearLine);
      to.write(text);
      if (line !== '') out.write(line);
    },
    /** Takes it away. */
    over: (): void => {
      if (line !== '') out.write(clearLine);
      line = '';
    },
  };
};

/**
 * Prints lines, and how far the replay is: in a terminal one line at the bottom that is rewritten, elsewhere a plain
 * line at every tenth of the way.
 */
export const createProgress = (out: Out, total: number) => {
  const { show, above, over } = bottomLine(out);
  let tenth = 0;

  return {
    print: (lines: readonly string[]): void => {
      if (lines.length > 0) above(`${harmless(lines.join('\n'))}\n`);
    },
    /** So many steps are done. */
    done: (steps: number): void => {
      if (out.isTTY) return show(`Replaying: step ${steps} of ${total}`);
      const reached = Math.floor((10 * steps) / total);
      if (reached > tenth) out.write(`\n... ${reached * 10} % replayed\n`);
      tenth = reached;
    },
    over,
  };
};

export type Progress = ReturnType<typeof createProgress>;

import { harmless } from '../domain/text/signs.ts';

/** Where practice writes: a terminal, or a file or pipe. process.stdout is one. */
export type Out = { write: (text: string) => unknown; isTTY?: boolean; columns?: number };

const clearLine = '\r\u001b[2K';

/**
 * Prints lines, and how far the replay is: in a terminal one line at the bottom that is rewritten, elsewhere a plain
 * line at every tenth of the way.
 */
export const createProgress = (out: Out, total: number) => {
  let line = '';
  let tenth = 0;

  return {
    print: (lines: readonly string[]): void => {
      if (lines.length === 0) return;
      out.write(`${line === '' ? '' : clearLine}${harmless(lines.join('\n'))}\n${line}`);
    },
    /** So many steps are done. */
    done: (steps: number): void => {
      if (out.isTTY) {
        line = `Replaying: step ${steps} of ${total}`;
        out.write(`${clearLine}${line}`);
        return;
      }
      const reached = Math.floor((10 * steps) / total);
      if (reached > tenth) out.write(`\n... ${reached * 10} % replayed\n`);
      tenth = reached;
    },
    /** Takes the rewritten line away. */
    over: (): void => {
      if (line !== '') out.write(clearLine);
      line = '';
    },
  };
};

export type Progress = ReturnType<typeof createProgress>;

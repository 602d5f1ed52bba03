import { createInterface } from 'node:readline/promises';
import { bottomLine, type Out } from '../practice/progress.ts';

/** Asks somebody at the keyboard. */
export type Terminal = {
  /** False where a program runs this: then nobody can be asked. */
  readonly isThere: boolean;
  ask(question: string): Promise<string>;
};

export const terminal: Terminal = {
  isThere: Boolean(process.stdin.isTTY && process.stdout.isTTY),
  ask: async (question) => {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return (await lines.question(question)).trim();
    } finally {
      lines.close();
    }
  },
};

const patience = 2000;
const pause = 100;

/** How far a word is that takes longer than two seconds, at the bottom of a terminal; nothing where there is none. */
export const farOn = (out: Out, now: () => number) => {
  const { show, above, over } = bottomLine(out);
  let next = now() + patience;
  return {
    far: (words: string): void => {
      if (!out.isTTY || now() < next) return;
      next = now() + pause;
      show(words);
    },
    above,
    over,
  };
};

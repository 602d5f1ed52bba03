import { createInterface } from 'node:readline/promises';

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

import type { Line, Message } from '../src/words/message.ts';
import type { Subcommand, WorkspaceSubcommand } from './contract.ts';

/** The list of commands, made from the commands themselves. */
export const helpMessage = (subcommands: readonly Subcommand[], unknown: string | null): Message => ({
  parts: [
    { lines: [[unknown === null ? 'What you can ask of Fortnight:' : `There is no /judge ${unknown}. There is:`]] },
    {
      list: subcommands.map(
        ({ word, usage, about, example }): Line => [
          { strong: `/judge ${word}${usage ? ` ${usage}` : ''}` },
          ` — ${about}${example === `/judge ${word}` ? '' : ` For example: ${example}`}`,
        ],
      ),
    },
    {
      note: '/judge on its own shows where the inspection stands. Everything you save has a receipt; only you see these answers.',
    },
  ],
});

export const help = (all: () => readonly Subcommand[]): WorkspaceSubcommand => ({
  of: 'workspace',
  word: 'help',
  usage: '',
  about: 'Lists these commands.',
  example: '/judge help',
  asked: () => ({ say: helpMessage(all(), null) }),
  form: null,
});

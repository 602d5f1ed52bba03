import { firstFitting, type Line, type Message, type Part, shortened } from '../src/words/message.ts';
import type { Subcommand, WorkspaceSubcommand } from './contract.ts';

/** What was typed is given back where it was more than a word, so that nobody types it again. */
const opening = (typed: string | null): Part[] => {
  if (typed === null) return [{ lines: [['What you can ask of Fortnight:']] }];
  const [word = ''] = typed.trim().split(/\s/);
  const said: Part = { lines: [[`There is no /judge ${shortened(word, 40)}. There is:`]] };
  return typed.trim() === word && word.length <= 40 ? [said] : [said, { quote: typed }];
};

type Size = 'whole' | 'without examples' | 'in short' | 'by example' | 'words alone';
const sizes: [Size, ...Size[]] = ['whole', 'without examples', 'in short', 'by example', 'words alone'];

/** What a command does up to its first stop: /judge help and its word says the rest. */
const inShort = (about: string): string => shortened(about.split(/[:;.]/)[0] ?? about, 90);

const list = (subcommands: readonly Subcommand[], size: Size): Part => {
  const words = subcommands.map(({ word }) => word).join(', ');
  if (size === 'words alone') return { lines: [[`${words}. /judge help says what each does.`]] };
  return {
    list: subcommands.map(({ word, usage, about, example }): Line => {
      if (size === 'in short') return [{ strong: `/judge ${word}` }, ` — ${inShort(about)}`];
      if (size === 'by example') return [example];
      const shown = size === 'whole' && example !== `/judge ${word}`;
      return [
        { strong: `/judge ${word}${usage ? ` ${usage}` : ''}` },
        ` — ${about}${shown ? ` For example: ${example}` : ''}`,
      ];
    }),
  };
};

/** The list of commands, made from the commands themselves; for what was typed that is none of them, if it was. */
export const helpMessage = (subcommands: readonly Subcommand[], typed: string | null): Message =>
  firstFitting(sizes, (size) => ({
    parts: [
      ...opening(typed),
      list(subcommands, size),
      {
        note: '/judge help and a word says all about it. /judge on its own shows where the inspection stands. Everything you save has a receipt; only you see these answers.',
      },
    ],
  }));

export const help = (all: () => readonly Subcommand[]): WorkspaceSubcommand => ({
  of: 'workspace',
  word: 'help',
  usage: '[word]',
  about: 'Lists these commands, or says all about one.',
  example: '/judge help timetable',
  asked: ({ words }) => {
    const one = all().find(({ word }) => word === words.trim().toLowerCase());
    return { say: one ? { parts: [list([one], 'whole')] } : helpMessage(all(), null) };
  },
  form: null,
});

import { firstFitting } from '../src/words/fitting.ts';
import { type Line, type Message, message, type Part, paragraph } from '../src/words/message.ts';
import type { Chapter, Subcommand, WorkspaceSubcommand } from './contract.ts';

const sizes: ['with examples', 'words alone'] = ['with examples', 'words alone'];

const list = (chapters: readonly Chapter[], size: (typeof sizes)[number]): Part[] =>
  size === 'words alone'
    ? [
        {
          list: chapters.map(
            ({ title, subcommands }): Line => [`${title}: ${subcommands.map(({ word }) => word).join(', ')}`],
          ),
        },
      ]
    : chapters.flatMap(({ title, subcommands }): Part[] => [
        paragraph({ strong: title }),
        { list: subcommands.map(({ brief, example }): Line => [{ strong: example }, ` — ${brief}`]) },
      ]);

/** The list of commands, made from the commands themselves. */
const helpMessage = (chapters: readonly Chapter[]): Message =>
  firstFitting(sizes, (size) =>
    message(paragraph('What you can ask of Fortnight:'), ...list(chapters, size), {
      note: '/judge on its own shows where the inspection stands. /judge help evidence says all about one of them. Only you see these answers.',
    }),
  );

/** All about one of them. */
const aboutOne = ({ word, usage, about, example }: Subcommand): Message =>
  message({ lines: [[{ strong: `/judge ${word}${usage ? ` ${usage}` : ''}` }], [about], [`For example: ${example}`]] });

/** Words after which `help` alone is an area's word, or what is looked for. */
const hasOwnHelp = ({ usage }: Subcommand): boolean => /\barea\b|<words>/.test(usage);

/** Help as it is asked of programs; two dashes are one on a phone. */
export const asksForHelp = (typed: string): boolean => /^(?:(?:--|[–—])help|-h|\?)$/i.test(typed.trim());

/** All about a word after which somebody typed nothing but that they want help; null where they typed anything else. */
export const helpAfter = (subcommand: Subcommand, words: string): Message | null => {
  const typed = words.trim().toLowerCase();
  const asks = asksForHelp(typed) || (typed === 'help' && !hasOwnHelp(subcommand));
  return asks ? aboutOne(subcommand) : null;
};

export const help = (all: () => readonly Chapter[]): WorkspaceSubcommand => ({
  of: 'workspace',
  word: 'help',
  usage: '[word]',
  about: 'Lists what can be asked, or says all about one word.',
  brief: 'this list, or all about one word',
  offers: [{ label: 'All words', sealed: true }],
  example: '/judge help grade',
  asked: ({ words }) => {
    const asked = words.trim().toLowerCase();
    const one = all()
      .flatMap(({ subcommands }) => subcommands)
      .find(({ word }) => word === asked);
    return { say: one ? aboutOne(one) : helpMessage(all()) };
  },
  form: null,
});

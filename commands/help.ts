import { nearest } from '../src/domain/text/nearest.ts';
import { firstFitting, shortened } from '../src/words/fitting.ts';
import { type Line, type Message, message, type Part, paragraph } from '../src/words/message.ts';
import type { Chapter, Subcommand, WorkspaceSubcommand } from './contract.ts';

/** What was typed is given back where it was more than a word, so that nobody types it again. */
const opening = (chapters: readonly Chapter[], typed: string | null): Part[] => {
  if (typed === null) return [paragraph('What you can ask of Fortnight:')];
  const [word = ''] = typed.trim().split(/\s/);
  const meant = nearest(
    word,
    chapters.flatMap(({ subcommands }) => subcommands.map((each) => each.word)),
  );
  const perhaps = meant ? ` Did you mean /judge ${meant}?` : '';
  const said: Part = paragraph(`There is no /judge ${shortened(word, 40)}.${perhaps} There is:`);
  return typed.trim() === word && word.length <= 40 ? [said] : [said, { quote: typed }];
};

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

/** The list of commands, made from the commands themselves; for what was typed that is none of them, if it was. */
export const helpMessage = (chapters: readonly Chapter[], typed: string | null): Message =>
  firstFitting(sizes, (size) =>
    message(...opening(chapters, typed), ...list(chapters, size), {
      note: '/judge on its own shows where the inspection stands. /judge help evidence says all about one of them. Only you see these answers.',
    }),
  );

/** All about one of them. */
const aboutOne = ({ word, usage, about, example }: Subcommand): Message =>
  message({ lines: [[{ strong: `/judge ${word}${usage ? ` ${usage}` : ''}` }], [about], [`For example: ${example}`]] });

/** Words after which `help` alone is an area's word, or what is looked for. */
const hasOwnHelp = ({ usage }: Subcommand): boolean => /\barea\b|<words>/.test(usage);

/** All about a word after which somebody typed nothing but that they want help; null where they typed anything else. */
export const helpAfter = (subcommand: Subcommand, words: string): Message | null => {
  const typed = words.trim().toLowerCase();
  const asks = /^(--|[–—])help$|^-h$/.test(typed) || (typed === 'help' && !hasOwnHelp(subcommand));
  return asks ? aboutOne(subcommand) : null;
};

export const help = (all: () => readonly Chapter[]): WorkspaceSubcommand => ({
  of: 'workspace',
  word: 'help',
  usage: '[word]',
  about: 'Lists what can be asked, or says all about one word.',
  brief: 'this list, or all about one word',
  example: '/judge help grade',
  asked: ({ words }) => {
    const asked = words.trim().toLowerCase();
    const one = all()
      .flatMap(({ subcommands }) => subcommands)
      .find(({ word }) => word === asked);
    return { say: one ? aboutOne(one) : helpMessage(all(), null) };
  },
  form: null,
});

import { inWordsOf } from '../src/domain/field.ts';
import { may } from '../src/domain/roles.ts';
import type { AskOfInspection, Chapter, InspectionSubcommand, Instead, Offer, Reply, Subcommand } from './contract.ts';
import { groupedMenu, line } from './fields.ts';
import { type About, type Form, one, type Values } from './form.ts';

/** Every act that somebody's role has, to choose from: each word says its own. */

type Chosen = Offer & { does: string };

/** What a word offers this asker, as the inspection stands. */
export const offeredBy = ({ inspection, member }: AskOfInspection, { offers, word, ...of }: Subcommand): Chosen[] =>
  offers
    .filter(({ act, sealed, only }) => {
      const needed = act ?? ('act' in of ? of.act : 'read');
      return may(member.role, needed) && (sealed || !inspection.sealed) && (only?.(inspection) ?? true);
    })
    .map((offer) => ({
      ...offer,
      label: inWordsOf(inspection, offer.label),
      does: offer.words ? `${word} ${offer.words}` : word,
    }));

/** The command that opens what is chosen in it, grouped as help groups its words. */
export const doSomething = (all: () => readonly Chapter[]): InspectionSubcommand => {
  const draw = (ask: AskOfInspection, values: Values, about: About): Form => {
    const groups = all().map(({ title, subcommands }) => ({
      label: title,
      choices: subcommands.flatMap((each) => offeredBy(ask, each)).map(({ does, label }) => ({ value: does, label })),
    }));
    return {
      of: 'do',
      title: 'Do something',
      submit: 'Go on',
      pieces: [
        groupedMenu(
          'does',
          'What do you want to do?',
          groups.filter(({ choices }) => choices.length > 0),
          one(values, 'does'),
        ),
        ...(about.asks ? [line('words', about.asks, one(values, 'words'))] : []),
      ],
      about,
    };
  };

  const submitted = (ask: AskOfInspection, values: Values): Reply | Instead => {
    const offers = all().flatMap(({ subcommands }) => subcommands.flatMap((each) => offeredBy(ask, each)));
    const chosen = offers.find(({ does }) => does === one(values, 'does'));
    if (!chosen) return { refusals: [{ field: 'does', words: 'Choose another: this is not possible any more.' }] };
    const words = one(values, 'words');
    if (chosen.asks && words === null) return { open: draw(ask, values, { asks: chosen.asks }) };
    return { asks: chosen.asks ? `${chosen.does} ${words}` : chosen.does };
  };

  return {
    of: 'inspection',
    word: 'do',
    usage: '',
    about: 'Offers everything that you can do here, to choose from.',
    brief: 'everything you can do, to choose from',
    offers: [],
    example: '/judge do',
    act: 'read',
    asked: (ask) => ({ open: draw(ask, {}, {}) }),
    form: { draw, submitted },
  };
};

import { becameOf } from '../../src/domain/matters/previous.ts';
import { shortened } from '../../src/words/message.ts';
import { becameLabels } from '../../src/words/previous.ts';
import type { AskOfInspection, ToKeep } from '../contract.ts';
import { type About, box, type Choice, type Form, menu, one, radio, several, type Values } from '../form.ts';
import { namesPieces } from './names.ts';

/** Saying what became of an earlier recommendation, and on what evidence. */

export const drawTest = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const previous = inspection.previous.get(about.item ?? '');
  const number = one(values, 'number') ?? about.number ?? '1';
  const before = previous?.tested.get(Number(number));
  const chosen = 'evidence' in values ? several(values, 'evidence') : (before?.evidence ?? []);
  return {
    of: 'previous',
    title: 'Earlier recommendation',
    submit: 'Save',
    pieces: [
      menu(
        'number',
        'Recommendation',
        (previous?.content.recommendations ?? [])
          .slice(0, 100)
          .map((text, place) => ({ value: String(place + 1), label: shortened(`${place + 1}. ${text}`, 75) })),
        number,
        {},
      ),
      radio(
        'became',
        'What became of it?',
        becameOf.map((value) => ({ value, label: becameLabels[value] })),
        one(values, 'became') ?? before?.became ?? null,
        {},
      ),
      box('words', 'What did you see of it?', one(values, 'words') ?? before?.words ?? null, {}),
      {
        is: 'search',
        field: 'evidence',
        label: 'Evidence',
        hint: 'Type a word or a number of an item.',
        required: true,
        fresh: '',
        initial: chosen.flatMap((item) => {
          const evidence = inspection.evidence.get(item);
          return evidence ? [{ value: item, label: shortened(`${item} ${evidence.content.text}`, 75) }] : [];
        }),
      },
      ...namesPieces(about),
    ],
    about,
  };
};

export const testCommand = (values: Values, about: About): ToKeep => ({
  in: 'inspection',
  command: {
    type: 'TestEarlierRecommendation',
    item: about.item ?? '',
    number: Number(one(values, 'number')),
    became: one(values, 'became'),
    words: one(values, 'words'),
    evidence: several(values, 'evidence'),
  },
});

/** Items that fit what was typed, the latest first. */
export const searchTest = ({ inspection }: AskOfInspection, query: string): Choice[] => {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return [...inspection.evidence.values()]
    .reverse()
    .filter(({ item, content, withdrawn }) => {
      const text = `${item} ${content.text} ${content.case ?? ''}`.toLowerCase();
      return withdrawn === null && words.every((word) => text.includes(word));
    })
    .slice(0, 100)
    .map(({ item, content }) => ({ value: item, label: shortened(`${item} ${content.text}`, 75) }));
};

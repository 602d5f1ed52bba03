import { gradeLabel } from '../../src/domain/framework.ts';
import { gradedIn, gradesOf } from '../../src/domain/matters/previous-content.ts';
import { dayIn } from '../../src/domain/moments.ts';
import { shortened } from '../../src/words/message.ts';
import type { AskOfInspection, ToKeep } from '../contract.ts';
import { type About, box, day, type Form, menu, one, type Piece, type Values } from '../form.ts';
import { correcting, seenIn } from './meanwhile.ts';
import { namesPieces } from './names.ts';

/** Entering an inspection that went before, by hand, in the words of the framework it was made under. */

const chosenFramework = ({ frameworks }: AskOfInspection, values: Values) =>
  frameworks.find(({ id }) => id === one(values, 'framework'));

const gradePieces = (ask: AskOfInspection, values: Values): Piece[] => {
  const framework = chosenFramework(ask, values);
  if (!framework || framework.scale.length === 0) return [];
  return gradedIn(framework).map(({ id, title }) =>
    menu(
      `grade-${id}`,
      shortened(title, 70),
      gradesOf(framework, id).map((grade) => ({ value: grade, label: gradeLabel(framework, grade) })),
      one(values, `grade-${id}`),
      { required: false, fresh: framework.id },
    ),
  );
};

export const drawEntry = (ask: AskOfInspection, values: Values, about: About): Form => ({
  of: 'previous',
  title: about.item ? `Correct ${about.item}` : 'An earlier inspection',
  submit: 'Save',
  pieces: [
    {
      is: 'choice',
      field: 'framework',
      label: 'Framework',
      hint: 'The one it was made under.',
      required: true,
      fresh: '',
      shown: 'menu',
      groups: [
        {
          label: null,
          choices: ask.frameworks.slice(0, 100).map(({ id, short, inForce }) => ({
            value: id,
            label: shortened(`${short} (${inForce.from.slice(0, 4)})`, 75),
          })),
        },
      ],
      initial: one(values, 'framework'),
      redraws: true,
    },
    day('published', 'Published on', one(values, 'published') ?? dayIn(ask.inspection.timeZone, ask.at), {}),
    ...gradePieces(ask, values),
    box('recommendations', 'Recommendations', one(values, 'recommendations'), {
      required: false,
      hint: 'One on each line: what was to be done, or the areas for improvement.',
    }),
    ...namesPieces(about),
  ],
  about,
});

export const entryCommand = (ask: AskOfInspection, values: Values, about: About): ToKeep => {
  const framework = chosenFramework(ask, values);
  const graded = framework ? gradedIn(framework) : [];
  return {
    in: 'inspection',
    command: {
      ...(about.item
        ? { type: 'CorrectItem', of: 'previous', item: about.item, seen: seenIn(about) }
        : { type: 'EnterPrevious' }),
      framework,
      published: one(values, 'published'),
      grades: Object.fromEntries(
        graded.flatMap(({ id }) => {
          const grade = one(values, `grade-${id}`);
          return grade === null ? [] : [[id, grade]];
        }),
      ),
      recommendations: (one(values, 'recommendations') ?? '')
        .split('\n')
        .map((text) => text.trim())
        .filter((text) => text !== ''),
    },
  };
};

/** One entered by hand as it was, to be put right. */
export const correctedPrevious = (ask: AskOfInspection, item: string): Form | null => {
  const previous = ask.inspection.previous.get(item);
  if (!previous) return null;
  const { framework, published, grades, recommendations } = previous.content;
  const values = {
    framework: framework.id,
    published,
    recommendations: recommendations.join('\n'),
    ...Object.fromEntries(grades.map(({ of, grade }) => [`grade-${of}`, grade])),
  };
  return drawEntry(ask, values, { ...correcting(ask, item), what: 'correct' });
};

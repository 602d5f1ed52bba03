import { gradeLabel } from '../../src/domain/framework.ts';
import { becameLabels } from '../../src/domain/matters/previous.ts';
import { becameOf, gradedIn, gradesOf } from '../../src/domain/matters/previous-content.ts';
import { shortened } from '../../src/words/fitting.ts';
import type { AskOfInspection } from '../contract.ts';
import { box, day, labelled, menu, radio, redrawing, search } from '../fields.ts';
import { type About, type Candidates, type Form, fieldsIn, one, type Piece, several, type Values } from '../form.ts';
import { todayOf } from '../reply.ts';
import { evidenceChosen, evidenceFitting, latestStanding } from './chosen-evidence.ts';
import { correcting, seenIn } from './meanwhile.ts';

/**
 * The forms of an inspection that went before: entering it by hand, in the words of the framework it was made under, and
 * saying what became of one of its recommendations, and on what evidence.
 */

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

const drawEntry = (ask: AskOfInspection, values: Values, about: About): Form => ({
  of: 'previous',
  title: about.item ? `Correct ${about.item}` : 'An earlier inspection',
  submit: 'Save',
  pieces: [
    redrawing(
      menu(
        'framework',
        'Framework',
        ask.frameworks.slice(0, 100).map(({ id, short, inForce }) => ({
          value: id,
          label: shortened(`${short} (${inForce.from.slice(0, 4)})`, 75),
        })),
        one(values, 'framework'),
        { hint: 'The one it was made under.' },
      ),
    ),
    day('made', 'First day on site', one(values, 'made') ?? '', { required: false }),
    day('published', 'Published on', one(values, 'published') ?? todayOf(ask)),
    ...gradePieces(ask, values),
    box('recommendations', 'Recommendations', one(values, 'recommendations'), {
      required: false,
      hint: 'One on each line: what was to be done, or the areas for improvement.',
    }),
  ],
  about,
});

const entryCommand = (ask: AskOfInspection, values: Values, about: About) => {
  const framework = chosenFramework(ask, values);
  const graded = framework ? gradedIn(framework) : [];
  return {
    ...(about.item
      ? { type: 'CorrectItem', of: 'previous', item: about.item, seen: seenIn(about) }
      : { type: 'EnterPrevious' }),
    framework,
    ...fieldsIn(values, 'made', 'published'),
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
  };
};

const drawTest = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const previous = inspection.previous.get(about.item ?? '');
  const number = one(values, 'number') ?? about.number ?? '1';
  const before = previous?.tested.get(Number(number));
  const chosen = 'evidence' in values ? several(values, 'evidence') : (before?.evidence ?? []);
  const recommendations = (previous?.content.recommendations ?? []).slice(0, 100);
  return {
    of: 'previous',
    title: 'Earlier recommendation',
    submit: 'Save',
    pieces: [
      menu(
        'number',
        'Recommendation',
        recommendations.map((text, place) => ({
          value: String(place + 1),
          label: shortened(`${place + 1}. ${text}`, 75),
        })),
        number,
      ),
      radio(
        'became',
        'What became of it?',
        labelled(becameOf, becameLabels),
        one(values, 'became') ?? before?.became ?? null,
      ),
      box('words', 'What did you see of it?', one(values, 'words') ?? before?.words ?? null),
      search('evidence', 'Evidence', evidenceChosen(inspection, chosen), {
        hint: 'Type a word or a number of an item.',
      }),
    ],
    about,
  };
};

const testCommand = (values: Values, about: About) => ({
  type: 'TestEarlierRecommendation',
  item: about.item ?? '',
  number: Number(one(values, 'number')),
  ...fieldsIn(values, 'became', 'words'),
  evidence: several(values, 'evidence'),
});

/** Items that fit what was typed, the latest first. */
export const searchTest = ({ inspection }: AskOfInspection, _: About, query: string): Candidates =>
  evidenceFitting(latestStanding(inspection), query);

/** Whether a form says what became of a recommendation, and does not enter or correct what went before. */
const tests = ({ item, what }: About): boolean => item !== undefined && what !== 'correct';

/** The fields in which people type at length. */
export const longPreviousTexts = ['words', 'recommendations'] as const;

export const previousForm = (ask: AskOfInspection, values: Values, about: About): Form =>
  tests(about) ? drawTest(ask, values, about) : drawEntry(ask, values, about);

/** What a form sends, for its door to read. */
export const previousCommand = (ask: AskOfInspection, values: Values, about: About): Record<string, unknown> =>
  tests(about) ? testCommand(values, about) : entryCommand(ask, values, about);

/** One entered by hand as it was, to be put right. */
export const correctedPrevious = (ask: AskOfInspection, item: string): Form | null => {
  const previous = ask.inspection.previous.get(item);
  if (!previous) return null;
  const { framework, made, published, grades, recommendations } = previous.content;
  const values = {
    framework: framework.id,
    made: made?.first ?? null,
    published,
    recommendations: recommendations.join('\n'),
    ...Object.fromEntries(grades.map(({ of, grade }) => [`grade-${of}`, grade])),
  };
  return drawEntry(ask, values, { ...correcting(ask, item), what: 'correct' });
};

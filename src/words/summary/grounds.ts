import { inWordsOf } from '../../domain/field.ts';
import type { Inspection } from '../../domain/inspection.ts';
import { givenFor } from '../../domain/matters/given.ts';
import { emptySides, explanationOf } from '../../domain/matters/sides.ts';
import { nameOfPerson } from '../../domain/standing.ts';
import type { Summary } from '../../domain/summary.ts';
import { printedTitle } from '../areas.ts';
import { basedOnInWords, emptyInWords, thinJudgements } from '../based-on.ts';
import { contextInWords } from '../context.ts';
import { givenAreas, givenInWords } from '../given.ts';
import { claimsInWords } from '../line.ts';
import { type Line, lineIf, type Part, paragraph } from '../message.ts';
import { sampleInWords } from '../sample.ts';
import { type Chapter, wordsUnder } from './chapters.ts';

/** What a summary rests on as a whole, and what stands beside its grades. */

const whole = Number.POSITIVE_INFINITY;

/** Why one side is empty, as it was said; that nobody has said why, where it is still to be. */
const sidesParts = (inspection: Inspection): Part[] => {
  const empty = emptySides(inspection);
  if (empty.length === 0) return [];
  const given = explanationOf(inspection);
  const label = { strong: `It rests on ${emptyInWords(empty)}.` };
  return given
    ? wordsUnder([label, ` Why, says ${nameOfPerson(inspection, given.by)}:`], given.reason)
    : [paragraph(label, ' Before it is posted, a reason is asked for.')];
};

/** Results given from elsewhere, whole, told apart from what the team judges. */
export const givenChapter = ({ inspection, areas }: Summary): Chapter => ({
  name: 'given',
  title: [{ strong: 'Given, and not judged by the team' }],
  together: givenAreas(areas).map((area) => {
    const given = givenFor(inspection, area.area.id);
    const result = given ? givenInWords(inspection, given, whole) : 'not given yet';
    return [paragraph(`${printedTitle(inspection, area)}: ${result}`)];
  }),
});

export const groundsChapter = (summary: Summary): Chapter => {
  const { inspection } = summary;
  const { framework, context } = inspection;
  const claims = claimsInWords(inspection);
  const facts = [
    basedOnInWords(inspection),
    ...sampleInWords(inspection),
    thinJudgements(summary, whole),
    claims && `${inWordsOf(inspection, 'The {authority}’s self-evaluation')}: ${claims}`,
  ];
  const place: Line[] = lineIf(
    context,
    { strong: 'Context' },
    ` (it stands beside the grades and changes none): ${context ? contextInWords(inspection, context, whole) : ''}`,
  );
  return {
    name: 'grounds',
    title: [{ strong: 'Context and basis' }],
    together: [
      [{ lines: place }],
      [{ lines: facts.filter(Boolean).map((fact): Line => [`${fact}.`]) }],
      sidesParts(inspection),
      [paragraph(`${framework.title}, edition ${framework.id}.`)],
    ],
  };
};

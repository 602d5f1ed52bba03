import { cohortLabel } from '../domain/cohorts.ts';
import { longDay } from '../domain/day-words.ts';
import { capital, inWordsOf } from '../domain/field.ts';
import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Sample } from '../domain/matters/sample.ts';
import { isReserve, type SamplePlan } from '../domain/sample-plan.ts';
import {
  type CohortDrawn,
  chosenBeside,
  drawnAs,
  drawnByCohort,
  inPlaceOf,
  standingSamples,
} from '../domain/samples.ts';
import { writePlan } from '../sampling/plan.ts';
import { countedCases } from './areas.ts';
import type { SentFile } from './export.ts';
import { counted, type Line, type Message, message, type Part, type Pressed } from './message.ts';

/** How cases came to be read, so that nobody takes what was drawn on purpose, or chosen, for a picture of all. */

const drawnWay = ({ strata }: SamplePlan): string =>
  `drawn at random${strata.length === 0 ? '' : `, spread by ${listed(strata, 'and')}`}`;

const sum = (cohorts: readonly CohortDrawn[], of: 'drawn' | 'replaced' | 'off'): number =>
  cohorts.reduce((all, each) => all + each[of], 0);

/** "3 replaced and 1 taken off"; empty where all stand that were drawn. */
const goneInWords = (cohorts: readonly CohortDrawn[]): string =>
  [
    [sum(cohorts, 'replaced'), 'replaced'],
    [sum(cohorts, 'off'), 'taken off'],
  ]
    .flatMap(([count, what]) => (count ? [`${count} ${what}`] : []))
    .join(' and ');

const numberInWords = (children: number | null): string => (children === null ? 'fewer than 6' : String(children));

const drawnSentence = (inspection: Inspection, sample: Sample): string => {
  const cohorts = drawnByCohort(inspection, sample);
  const [only, ...others] = cohorts;
  const each = (drawn: CohortDrawn): string =>
    `${cohortLabel(inspection.framework, drawn.cohort).toLowerCase()} ${drawn.drawn} of ${numberInWords(drawn.size)}`;
  const drawn =
    only && others.length === 0
      ? `${capital(each(only))}, ${drawnWay(sample.plan)}`
      : `${countedCases(inspection, sum(cohorts, 'drawn'))} ${drawnWay(sample.plan)}: ${cohorts.map(each).join(', ')}`;
  const gone = goneInWords(cohorts);
  return gone === '' ? drawn : `${drawn}; ${gone}, for the reasons in the record`;
};

const ruleSentences = (inspection: Inspection, { plan }: Sample): string[] =>
  plan.rules.flatMap(({ words, fitting }, index) => {
    const count = plan.cases.filter((each) => each.rule === index + 1 && !isReserve(each)).length;
    const whom = inWordsOf(inspection, `the ${numberInWords(fitting)} {children} that it fits`);
    return count > 0
      ? [`${count} of them came by the rule “${words}”, out of ${whom}, so there are more of these than at random`]
      : [];
  });

/** What was drawn, what a rule drew more of, what was replaced and what was chosen: a sentence each, without its full stop. */
export const sampleInWords = (inspection: Inspection): string[] => {
  const samples = standingSamples(inspection);
  const chosen = chosenBeside(inspection);
  return [
    ...samples.flatMap((sample) => [drawnSentence(inspection, sample), ...ruleSentences(inspection, sample)]),
    ...(samples.length > 0 && chosen > 0
      ? [`${countedCases(inspection, chosen)} more ${chosen === 1 ? 'was' : 'were'} chosen, not drawn`]
      : []),
  ];
};

/** "36 cases drawn at random, 4 of them by a rule, 3 replaced"; empty where none were. */
export const sampleBriefly = (inspection: Inspection): string => {
  const samples = standingSamples(inspection);
  const cohorts = samples.flatMap((sample) => drawnByCohort(inspection, sample));
  const ruled = samples.flatMap(({ plan }) => plan.cases.filter((each) => each.rule !== null && !isReserve(each)));
  const drawn = `${countedCases(inspection, sum(cohorts, 'drawn'))} drawn at random`;
  const facts = [drawn, ruled.length > 0 ? `${ruled.length} of them by a rule` : '', goneInWords(cohorts)];
  return samples.length === 0 ? '' : facts.filter(Boolean).join(', ');
};

/** How one case was drawn, and whose place it took or which took its; empty where it was not. */
export const drawnInWords = (inspection: Inspection, item: string): string => {
  const drawn = drawnAs(inspection, item);
  if (!drawn) return '';
  const { sample, planned, used } = drawn;
  const rule = planned.rule === null ? undefined : sample.plan.rules[planned.rule - 1];
  const after = inPlaceOf(inspection, item);
  return [
    `${rule ? `Drawn by the rule “${rule.words}”` : capital(drawnWay(sample.plan))}${planned.team ? `, of team ${planned.team}` : ''}.`,
    used ? `It took the place of ${used.for}; in the key it is ${used.reserve}.` : '',
    after ? `${after.as} took its place.` : '',
  ]
    .filter(Boolean)
    .join(' ');
};

/** The samples that count, and each one's plan, so that it can be drawn again. */
export const sampleMessage = (inspection: Inspection, more: readonly Pressed[]): Message => {
  const plans = standingSamples(inspection).map((sample) => ({
    sample,
    label: 'Send me the plan file',
    does: `case plan file ${inspection.samples.indexOf(sample) + 1}`,
  }));
  return message(
    { heading: inWordsOf(inspection, 'How the {cases} were drawn') },
    { lines: sampleInWords(inspection).map((sentence): Line => [`${sentence}.`]) },
    ...plans.map(
      ({ sample: { plan }, ...act }): Part => ({
        row: [
          `Seed “${plan.seed}”, ${longDay(plan.day)}, method ${plan.method.name} ${plan.method.version}, from ${counted(plan.workbooks.length, 'file')}`,
        ],
        acts: [act],
      }),
    ),
    { note: 'Whoever has the plan file and the same lists can draw it again, and see that it is the same.' },
    { buttons: more },
  );
};

/** A plan as it was taken in, to the letter. */
export const planText = ({ plan }: Sample): string => writePlan(plan);

export const planFile = (inspection: Inspection, sample: Sample): SentFile => ({
  name: `${inspection.id}-plan-${inspection.samples.indexOf(sample) + 1}.txt`,
  content: planText(sample),
  note: inWordsOf(inspection, 'The plan that the {cases} were drawn by. It names nobody.'),
});

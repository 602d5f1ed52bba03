import { shortDay } from '../../src/domain/day-words.ts';
import { type Framework, inForceInWords, isInForce, usualVariant } from '../../src/domain/framework.ts';
import { dayIn } from '../../src/domain/moments.ts';
import { shortened } from '../../src/words/fitting.ts';
import type { Ask } from '../contract.ts';
import { choicesOf, menu, radio, tick } from '../fields.ts';
import { type About, type Choice, type ChoiceGroup, one, type Piece, type Values } from '../form.ts';

/** The part of the start form that asks for the framework, and for what it lets choose. */

/** "2009 to 2012", "2013" where it began and ended in one year. */
const yearsOf = ({ planned, inForce: { from, to } }: Framework): string => {
  if (planned !== undefined) return 'planned, never in force';
  const [first, last] = [from.slice(0, 4), to?.slice(0, 4) ?? 'now'];
  return first === last ? first : `${first} to ${last}`;
};

const label = (framework: Framework): string => shortened(`${framework.short} (${yearsOf(framework)})`, 75);

/** Those in force on the first day on site, then the others under their dates. */
export const frameworkGroups = ({ frameworks }: Ask, firstDay: string): ChoiceGroup[] => {
  const choices = (inForce: boolean) =>
    frameworks
      .filter((each) => isInForce(each, firstDay) === inForce)
      .map((each) => ({ value: each.id, label: label(each) }));
  return [
    { label: `In force on ${shortDay(firstDay)}`, choices: choices(true) },
    { label: 'Not in force on that day', choices: choices(false) },
  ].filter((group) => group.choices.length > 0);
};

/** The only framework in force on a day: it need not be chosen. */
const onlyInForce = ({ frameworks }: Ask, firstDay: string): string | null => {
  const [only, ...others] = frameworks.filter((each) => isInForce(each, firstDay));
  return only && others.length === 0 ? only.id : null;
};

/** The first day on site as it stands in the form: today until it is chosen. */
export const firstDayIn = (ask: Ask, values: Values): string => one(values, 'firstDay') ?? dayIn(ask, ask.at);

/** The framework chosen, or offered: one that was only offered goes when the day does. */
export const frameworkIn = (
  ask: Ask,
  values: Values,
  about: About,
): { framework: Framework | undefined; offered: string } => {
  const chosen = one(values, 'framework');
  const offered = onlyInForce(ask, firstDayIn(ask, values)) ?? '';
  const id = chosen === null || chosen === about.offered ? offered : chosen;
  return { framework: ask.frameworks.find((each) => each.id === id), offered };
};

/** What a framework lets choose beside it, and what is asked where it is not in force on the first day. */
export const besideFramework = (framework: Framework, firstDay: string, values: Values): Piece[] => {
  const { id: fresh, themes, variants, output } = framework;
  const at = (field: string, choices: readonly { id: string }[]): string | null =>
    choices.find(({ id }) => id === one(values, field))?.id ?? null;
  return [
    ...(isInForce(framework, firstDay)
      ? []
      : [
          tick(
            'confirmed',
            'Not in force on that day',
            { value: 'yes', label: 'Start under it all the same' },
            { required: false, fresh, hint: `${framework.short} ${inForceInWords(framework)}.` },
          ),
        ]),
    ...(variants.length > 0
      ? // The first is the usual one.
        [
          radio('variant', 'Which one', choicesOf(variants), at('variant', variants) ?? usualVariant(framework), {
            fresh,
          }),
        ]
      : []),
    ...(themes.length > 0 ? [menu('theme', 'Theme', choicesOf(themes), at('theme', themes), { fresh })] : []),
    ...(output === 'grades'
      ? [radio('narrative', 'Result', results, one(values, 'narrative') ?? 'no', { fresh })]
      : []),
  ];
};

const results: Choice[] = [
  { value: 'no', label: 'Grades' },
  { value: 'yes', label: 'Narrative only, no grades' },
];

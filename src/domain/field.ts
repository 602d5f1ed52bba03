import childrensServices from '../../data/frameworks/fields/childrens-services.json' with { type: 'json' };
import { Field } from './framework/schema/field.ts';

/** What a field of inspection calls things: children's services, schools, care homes. */

/** The field of frameworks that name none: also of every record that carries none. Its file may say things better later; its ids never change. */
const usual: Field = Field.parse(childrensServices);

type OfAField = { field?: Field | undefined };

export const fieldOf = ({ field }: OfAField): Field => field ?? usual;

/** Whether a field is the one that frameworks without any have, so that a record need not carry it. */
export const isUsual = (field: Field): boolean => JSON.stringify(field) === JSON.stringify(usual);

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** What a sentence may name in braces, by an example of it in children's services. */
const named: Readonly<Record<string, (field: Field) => string>> = {
  authority: ({ inspected }) => inspected.one,
  'the director': ({ inspected }) => inspected.atIt,
  'the duty team manager': ({ inspected }) => inspected.onDuty,
  child: ({ people }) => people.one,
  'a child': ({ people }) => people.a,
  children: ({ people }) => people.many,
  'child-level data (a list)': ({ people }) => people.list,
  'statement of action': ({ plan }) => plan.called,
  'a child’s or a parent’s': ({ people }) => people.named,
  case: (field) => field.case.one,
  cases: (field) => field.case.many,
};

export type InAField = { framework: OfAField };

/**
 * A sentence of the app in the words of an inspection's field: "The {authority} was told of {a child} at risk", with a capital where
 * the sentence has one: "{Child} at risk". It is never given what anybody typed.
 */
export const inWordsOf = ({ framework }: InAField, sentence: string): string =>
  sentence.replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const word = named[name.charAt(0).toLowerCase() + name.slice(1)]?.(fieldOf(framework)) ?? whole;
    return /^\p{Lu}/u.test(name) ? capital(word) : word;
  });

/** Labels that stand beside an enumeration, in the words of an inspection's field. */
export const labelsInWordsOf = <Value extends string>(
  inspection: InAField,
  labels: Readonly<Record<Value, string>>,
): Record<Value, string> =>
  Object.fromEntries(
    Object.entries<string>(labels).map(([value, label]) => [value, inWordsOf(inspection, label)]),
  ) as Record<Value, string>;

import childrensServices from '../../data/frameworks/fields/childrens-services.json' with { type: 'json' };
import { Field } from './framework/schema/field.ts';

/** What a field of inspection calls things: children's services, schools, care homes. */

/** The field of frameworks that name none: also of every record that carries none. Its file may say things better later; its ids never change. */
const usual: Field = Field.parse(childrensServices);

type OfAField = { field?: Field | undefined };

export const fieldOf = ({ field }: OfAField): Field => field ?? usual;

/** Whether a field is the one that frameworks without any have, so that a record need not carry it. */
export const isUsual = (field: Field): boolean => JSON.stringify(field) === JSON.stringify(usual);

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/**
 * A sentence in the words of a field: `{authority}` for what is inspected, `{child}`, `{children}` and `{a child}` for whom it is there,
 * `{case}` and `{cases}` for how one of them is read; each with a capital where it has one: `{Child} at risk`.
 */
export const inWordsOf = (framework: OfAField, sentence: string): string => {
  const { inspected, people, case: read } = fieldOf(framework);
  const words: Record<string, string> = {
    authority: inspected.one,
    child: people.one,
    children: people.many,
    'a child': people.a,
    case: read.one,
    cases: read.many,
  };
  return sentence.replace(/\{([^}]+)\}/g, (whole, name: string) => {
    const said = words[name.charAt(0).toLowerCase() + name.slice(1)];
    return said === undefined ? whole : /^[A-Z]/.test(name) ? capital(said) : said;
  });
};

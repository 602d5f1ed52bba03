import type { Choice, Field, Form, Values } from '../../commands/form.ts';

/** With what Slack would read otherwise than it stands. */
const words = 'Invented & untrue: <plans> were late in *two* of three cases_seen, and nobody had asked the neighbour. ';

/** What words say would be right, by an example. */
const exampleIn = (said: string | null): string[] =>
  [...(said ?? '').matchAll(/\bsuch as (?:"([^"]+)"|(.+?)(?:[.,;]|$| or ))/g)].map(
    (found) => found[1] ?? found[2] ?? '',
  );

/** What a form is filled in from: who there is by field, what its searches find, and which day it is. */
type Filling = {
  people: Readonly<Record<string, string | readonly string[]>>;
  found: readonly Choice[];
  day: string;
};

const values = (choices: readonly Choice[]): string[] => choices.map(({ value }) => value);

/** What may be entered in a field, the likeliest first. */
const candidates = (field: Field, { people, found, day }: Filling): Values[string][] => {
  switch (field.is) {
    case 'text':
      return [
        field.initial,
        words.repeat(field.long ? 2 : 1).slice(0, field.long ? 200 : 70),
        ...exampleIn(field.hint),
        '3',
        'C-001',
      ];
    case 'choice':
      return [field.initial, ...values(field.groups.flatMap(({ choices }) => choices))];
    case 'choices':
      return [field.initial, values(field.choices.slice(0, 2)), values(field.choices)];
    case 'search':
      return [values(found), ...values(found).map((each) => [each])];
    case 'person':
    case 'people':
      return [people[field.field], field.initial, ...Object.values(people)];
    default:
      return [field.initial || day];
  }
};

const fieldsOf = ({ pieces }: Form): Field[] => pieces.flatMap((piece) => ('field' in piece ? [piece] : []));

/** How often a field was refused, and why last; what was said of no field is under the empty name. */
export type Refused = ReadonlyMap<string, { times: number; said: string }>;

/** A form filled in: in a field that was refused stands the next thing that may be right. */
export const filledIn = (form: Form, filling: Filling, refused: Refused): Values =>
  Object.fromEntries(
    fieldsOf(form).map((field) => {
      const { times = 0, said = '' } = refused.get(field.field) ?? {};
      const all = candidates(field, filling).filter((each) => each?.length);
      const tried = times + (refused.get('')?.times ?? 0);
      return [field.field, exampleIn(said)[times - 1] ?? all[Math.min(tried, all.length - 1)] ?? null];
    }),
  );

/** A form as it stands when it opens. */
export const leftAsDrawn = (form: Form): Values =>
  Object.fromEntries(
    fieldsOf(form).map((field) => [field.field, field.is === 'search' ? values(field.initial) : field.initial]),
  );

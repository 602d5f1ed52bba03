import { limitAt } from './published.ts';

/** Something that Slack, or this house, would not take. `rule` is the published limit's path where there is one. */
export interface Complaint {
  where: string;
  rule: string;
  says: string;
}

export type Surface = 'modal' | 'home' | 'message';

/** Where a check stands, and whom it tells. */
export interface At {
  path: string;
  surface: Surface;
  complain(rule: string, says: string): void;
  down(name: string | number): At;
}

export type Check = (value: unknown, at: At) => void;

export const startAt = (path: string, surface: Surface, complaints: Complaint[]): At => ({
  path,
  surface,
  complain: (rule, says) => void complaints.push({ where: path, rule, says }),
  down: (name) => startAt(typeof name === 'number' ? `${path}[${name}]` : `${path}.${name}`, surface, complaints),
});

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Characters as Slack counts them: code points. */
export const lengthOf = (text: string): number => [...text].length;

const measured = (size: number, limit: string, what: string, [least, most]: [string, string], at: At): void => {
  const [min, max] = [limitAt(`${limit}.${least}`), limitAt(`${limit}.${most}`)];
  if (min !== undefined && size < min) at.complain(`${limit}.${least}`, `${what} is ${size}, and at least ${min}`);
  if (max !== undefined && size > max) at.complain(`${limit}.${most}`, `${what} is ${size}, and at most ${max}`);
};

/** Text within the published limit of that path. */
export const string =
  (...limits: string[]): Check =>
  (value, at) => {
    if (typeof value !== 'string') return at.complain('type', 'must be text');
    for (const limit of limits) measured(lengthOf(value), limit, 'its length', ['min_length', 'max_length'], at);
  };

export const filled: Check = (value, at) => {
  string()(value, at);
  if (value === '') at.complain('empty', 'must not be empty');
};

export const boolean: Check = (value, at) => {
  if (typeof value !== 'boolean') at.complain('type', 'must be true or false');
};

export const number =
  (limit: string): Check =>
  (value, at) => {
    if (typeof value !== 'number') return at.complain('type', 'must be a number');
    measured(value, limit, 'it', ['min', 'max'], at);
    const above = limitAt(`${limit}.exclusive_min`);
    if (above !== undefined && value <= above)
      at.complain(`${limit}.exclusive_min`, `it is ${value}, and more than ${above}`);
  };

export const oneOf =
  (...allowed: unknown[]): Check =>
  (value, at) => {
    if (!allowed.includes(value)) at.complain('type', `must be one of ${allowed.join(', ')}`);
  };

export const matching =
  (pattern: RegExp, example: string): Check =>
  (value, at) => {
    if (typeof value !== 'string' || !pattern.test(value)) at.complain('type', `must look like ${example}`);
  };

/** A list within the published limit of that path, each item checked. */
export const list =
  (each: Check, ...limits: string[]): Check =>
  (value, at) => {
    if (!Array.isArray(value)) return at.complain('type', 'must be a list');
    for (const limit of limits)
      measured(value.length, limit, 'the number of its items', ['min_items', 'max_items'], at);
    for (const [place, item] of value.entries()) each(item, at.down(place));
  };

/** An object with these members, and no others. */
export const object =
  (required: Record<string, Check>, optional: Record<string, Check>, ...further: Check[]): Check =>
  (value, at) => {
    if (!isObject(value)) return at.complain('type', 'must be an object');
    for (const name of Object.keys(required))
      if (value[name] === undefined) at.complain('missing', `${name} is missing`);
    const members = { ...optional, ...required };
    for (const [name, member] of Object.entries(value)) {
      if (member === undefined) continue;
      const check = Object.hasOwn(members, name) ? members[name] : undefined;
      if (check) check(member, at.down(name));
      else at.complain('unknown', `${name} is not known here`);
    }
    for (const check of further) check(value, at);
  };

/** Whichever check belongs to the object's type. `rule` is told where the type does not belong here. */
export const byType =
  (checks: Record<string, Check>, rule: string): Check =>
  (value, at) => {
    const type = isObject(value) ? value.type : undefined;
    const check = typeof type === 'string' && Object.hasOwn(checks, type) ? checks[type] : undefined;
    if (check) check(value, at);
    else at.complain(rule, `${String(type)} does not belong here; ${Object.keys(checks).join(', ')} do`);
  };

export const anything: Check = () => {};

const text =
  (types: string[]) =>
  (...limits: string[]): Check =>
    object(
      { type: oneOf(...types), text: string('text', ...limits) },
      { emoji: boolean, verbatim: boolean },
      (value, at) => {
        if (isObject(value) && value.type === 'mrkdwn' && value.emoji !== undefined)
          at.complain('unknown', 'emoji belongs to plain_text only');
      },
    );

export const plainText = text(['plain_text']);
export const mrkdwnText = text(['mrkdwn']);
export const anyText = text(['plain_text', 'mrkdwn']);

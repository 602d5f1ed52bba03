import { isObject, type Json } from '../json.ts';

/** Looks at something that the app sent, and gives Slack's words for everything wrong in it, each with its place. */
export type Look = (value: Json | undefined, at: string) => string[];

export const wrong = (says: string, at: string): string[] => [`${says} [json-pointer:${at}]`];

/** Text of so many characters, counted as Slack counts: by code point. */
export const string =
  (most = Number.POSITIVE_INFINITY, least = 0): Look =>
  (value, at) => {
    if (typeof value !== 'string') return wrong('must provide a string', at);
    const length = [...value].length;
    if (length > most) return wrong(`must be less than ${most + 1} characters`, at);
    return length < least ? wrong(`must be more than ${least - 1} characters`, at) : [];
  };

export const truth: Look = (value, at) => (typeof value === 'boolean' ? [] : wrong('must provide a boolean', at));

export const number: Look = (value, at) => (typeof value === 'number' ? [] : wrong('must provide a number', at));

export const anything: Look = () => [];

export const list =
  (each: Look, most = Number.POSITIVE_INFINITY, least = 0): Look =>
  (value, at) => {
    if (!Array.isArray(value)) return wrong('must provide an array', at);
    if (value.length > most) return wrong(`no more than ${most} items allowed`, at);
    if (value.length < least) return wrong(`must provide at least ${least} items`, at);
    return value.flatMap((item, place) => each(item, `${at}/${place}`));
  };

/** An object with these members and no others; the second ones may be left out. */
export const object =
  (needed: Record<string, Look>, allowed: Record<string, Look>): Look =>
  (value, at) => {
    if (!isObject(value)) return wrong('must provide an object', at);
    const known = { ...allowed, ...needed };
    return [
      ...Object.keys(needed)
        .filter((name) => value[name] === undefined)
        .flatMap((name) => wrong(`missing required field: ${name}`, at)),
      ...Object.entries(value).flatMap(([name, item]) => {
        if (item === undefined) return [];
        const look = Object.hasOwn(known, name) ? known[name] : undefined;
        return look ? look(item, `${at}/${name}`) : wrong(`invalid additional property: ${name}`, at);
      }),
    ];
  };

/** One of several kinds, told by its type. */
export const byType =
  (kinds: Record<string, Look>): Look =>
  (value, at) => {
    if (!isObject(value)) return wrong('must provide an object', at);
    if (value.type === undefined) return wrong('missing required field: type', at);
    const look = typeof value.type === 'string' && Object.hasOwn(kinds, value.type) ? kinds[value.type] : undefined;
    return look ? look(value, at) : wrong(`unsupported type: ${String(value.type)}`, `${at}/type`);
  };

const text =
  (types: readonly string[]) =>
  (most: number, least = 1): Look =>
  (value, at) => {
    if (isObject(value) && !types.includes(String(value.type)))
      return wrong(`unsupported type: ${String(value.type)}`, `${at}/type`);
    return object({ type: anything, text: string(most, least) }, { emoji: truth, verbatim: truth })(value, at);
  };

export const plainText = text(['plain_text']);
export const anyText = text(['plain_text', 'mrkdwn']);

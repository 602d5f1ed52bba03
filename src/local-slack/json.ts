/** What travels as JSON. Members may be undefined: they are left out when written. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export type JsonObject = { [name: string]: Json | undefined };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const objectIn = (value: unknown): JsonObject => (isObject(value) ? value : {});

export const listIn = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);

export const objectsIn = (value: Json | undefined): JsonObject[] => listIn(value).filter(isObject);

export const textIn = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** Truth as Slack's forms send it: true, "true", 1, "1". */
export const truthIn = (value: Json | undefined): boolean =>
  value === true || value === 1 || value === 'true' || value === '1';

/** Parses JSON text; undefined where it is not JSON. */
export const parsedJson = (text: string): Json | undefined => {
  try {
    const parsed: Json = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
};

/** The words of a text object or of plain text. */
export const wordsIn = (value: Json | undefined): string =>
  typeof value === 'string' ? value : textIn(objectIn(value).text);

import type { JsonObject } from '../../practice/page-server/wire.ts';

/** Reading Block Kit, which is JSON whose shape only Slack's documentation says. */

export const objectIn = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

export const objectsIn = (value: unknown): JsonObject[] => (Array.isArray(value) ? value.map(objectIn) : []);

export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The words of a text object. */
export const wordsIn = (value: unknown): string => (typeof value === 'string' ? value : textIn(objectIn(value).text));

export type Option = { value: string; text: string; about: string };

export const optionsIn = (value: unknown): Option[] =>
  objectsIn(value).map((option) => ({
    value: textIn(option.value),
    text: wordsIn(option.text),
    about: wordsIn(option.description),
  }));

export const truthIn = (value: unknown): boolean => value === true;

import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fieldOf } from '../domain/field.ts';
import { FrameworkRefused } from './problem.ts';
import { readText } from './text.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field by its name: out of `fields` beside the framework's file, else the one that comes with the app. */
const named = (file: string, name: string, inside: readonly string[]): unknown => {
  const place = join(dirname(file), 'fields', `${name}.json`);
  const isLoop = inside.includes(name);
  if (/^[a-z0-9-]+$/.test(name) && !isLoop && existsSync(place)) return whole(file, readText(place), [...inside, name]);
  const usual = fieldOf({});
  if (name === usual.id) return usual;
  throw new FrameworkRefused(file, [
    {
      path: 'field',
      wrong: isLoop
        ? `extends itself: ${[...inside, name].join(', which extends ')}`
        : `is ${JSON.stringify(name)}, and there is no such file in the folder fields beside it`,
      right: `"${usual.id}", the name of a file in that folder, or a field whole`,
    },
  ]);
};

/** A field with what it extends; `inside` are the names that led to it. */
const whole = (file: string, field: unknown, inside: readonly string[]): unknown => {
  if (typeof field === 'string') return named(file, field, inside);
  if (!isRecord(field) || typeof field.extends !== 'string') return field;
  const { extends: other, ...own } = field;
  const extended = named(file, other, inside);
  return isRecord(extended) ? { ...extended, ...own } : own;
};

/**
 * What a framework file says, with its field whole: the file names one, writes it out, or says what differs from another that it
 * `extends`, part by part.
 * @throws FrameworkRefused where it names none that is there
 */
export const withItsField = (file: string, value: unknown): unknown =>
  isRecord(value) && 'field' in value ? { ...value, field: whole(file, value.field, []) } : value;

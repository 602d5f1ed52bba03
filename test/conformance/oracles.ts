import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Slack's published limits, methods and manifest schema lie beside the project; where they are absent, what needs them skips. */
const folder = join(import.meta.dirname, '../../../shared/slack');

export const oraclesPresent = existsSync(folder);
export const whyAbsent = 'skipped: ../shared/slack, with the published limits and methods of Slack, is absent';

const read = (path: string): unknown => JSON.parse(readFileSync(join(folder, path), 'utf8'));

const limits: unknown = oraclesPresent ? read('block-kit/limits.json') : {};

/** Remembers what was found: a test asks for the same few again with each call and block. */
const once = <Found>(find: (name: string) => Found): ((name: string) => Found) => {
  const known = new Map<string, Found>();
  return (name) => {
    const found = known.has(name) ? (known.get(name) as Found) : find(name);
    known.set(name, found);
    return found;
  };
};

/** One published limit, by its path (`button.text.max_length`); undefined where there is none. */
export const limitAt = once((path): number | undefined => {
  let here: unknown = limits;
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = new Map<string, unknown>(Object.entries(here)).get(name);
  }
  return typeof here === 'number' ? here : undefined;
});

/** The published description of a Web API method; undefined where Slack has none of that name. */
export const methodCalled = once((name): unknown =>
  /^[a-zA-Z.]+$/.test(name) && existsSync(join(folder, 'methods', `${name}.json`))
    ? read(`methods/${name}.json`)
    : undefined,
);

export const manifestSchema = (): unknown => read('manifest.schema.json');

export const oracle = (path: string): unknown => read(path);
export const oracleFolder = folder;

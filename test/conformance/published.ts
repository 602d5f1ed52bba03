import { existsSync, readFileSync } from 'node:fs';
import { isPresent, oracleAt } from '../support/oracles.ts';

/** Something that Slack published: its limits, methods, samples and manifest schema. */
export const published = (path: string): unknown => JSON.parse(readFileSync(oracleAt('slack', path), 'utf8'));

const limits: unknown = isPresent('slack') ? published('block-kit/limits.json') : {};

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
  /^[a-zA-Z.]+$/.test(name) && existsSync(oracleAt('slack', 'methods', `${name}.json`))
    ? published(`methods/${name}.json`)
    : undefined,
);

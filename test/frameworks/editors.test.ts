import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { frameworkJsonSchema } from '../../src/frameworks.ts';
import { asked } from '../cli/asked.ts';

const root = join(import.meta.dirname, '../..');
const kept = JSON.parse(readFileSync(join(root, 'docs/framework.schema.json'), 'utf8'));
const folder = join(root, 'data/frameworks');
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const holds = new Ajv({ allErrors: true, strict: false, validateFormats: false }).compile(kept);

/** Every field that an object of the schema may have, by its place. */
const fieldsIn = (schema: unknown, path: string): { path: string; schema: object }[] => {
  if (schema === null || typeof schema !== 'object') return [];
  return Object.entries(schema).flatMap(([key, inside]) =>
    key === 'properties'
      ? Object.entries<object>(inside).flatMap(([name, field]) => [
          { path: `${path}.${name}`, schema: field },
          ...fieldsIn(field, `${path}.${name}`),
        ])
      : fieldsIn(inside, path),
  );
};

describe('what editors know of a framework file', () => {
  it('[FW15] is what the loader knows: docs/framework.schema.json is what "framework schema" prints', async () => {
    expect(kept).toEqual(JSON.parse(JSON.stringify(frameworkJsonSchema())));
    const { code, printed } = await asked(['framework', 'schema']);
    expect({ code, printed: JSON.parse(printed.join('\n')) }).toEqual({ code: 0, printed: kept });
  });

  it('[FW15] explains every field', () => {
    const silent = fieldsIn(kept, '').filter(({ schema }) => !('description' in schema));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it.each(files)('[FW15] takes $name, which points to it', ({ text }) => {
    const framework = JSON.parse(text);
    holds(framework);
    expect(holds.errors ?? []).toEqual([]);
    expect(framework.$schema).toBe('../../docs/framework.schema.json');
  });

  it('[FW15] marks a mistyped field and a missing one', () => {
    const framework = JSON.parse(files[0]?.text ?? '{}');
    expect(holds({ ...framework, weights: [] })).toBe(false);
    expect(holds({ ...framework, areas: undefined })).toBe(false);
    expect(holds({ ...framework, output: 'scores' })).toBe(false);
  });
});

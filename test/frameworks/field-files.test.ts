import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../src/domain/field.ts';
import type { Field } from '../../src/domain/framework/schema/field.ts';
import { type Framework, withoutExamples } from '../../src/domain/framework.ts';
import { readFrameworks } from '../../src/frameworks.ts';
import { asked } from '../cli/asked.ts';
import { ownFolder, refusal } from './spoilt.ts';

const made = join(import.meta.dirname, '../fields');
const folder = ownFolder();

/** The school's framework with this as its field, and these files of fields beside it. */
const written = (field: unknown, fields: Record<string, unknown> = {}): string => {
  const framework = JSON.parse(readFileSync(join(made, 'school-2013.json'), 'utf8'));
  writeFileSync(join(folder(), 'school-2013.json'), JSON.stringify({ ...framework, field }));
  mkdirSync(join(folder(), 'fields'), { recursive: true });
  for (const [name, said] of Object.entries(fields))
    writeFileSync(join(folder(), 'fields', `${name}.json`), JSON.stringify(said));
  return folder();
};
const read = (...given: Parameters<typeof written>): Framework => {
  const [only] = readFrameworks(written(...given)).all;
  if (!only) throw new Error('There is no framework');
  return only;
};
const refused = (...given: Parameters<typeof written>): string =>
  refusal(() => readFrameworks(written(...given)))
    .message.split('\n')
    .slice(1)
    .join('\n');

const schools: Field = JSON.parse(readFileSync(join(made, 'fields/schools.json'), 'utf8'));

describe('the field of a framework file', () => {
  it('[FO4] is a file of its name beside it, the shipped one, a field whole, or what differs from another', () => {
    expect(fieldOf(read('schools', { schools })).inspected.one).toBe('school');
    expect(fieldOf(read(schools)).inspected.one).toBe('school');
    expect(fieldOf(read('childrens-services')).inspected.one).toBe('authority');
    const pupils = { ...schools.people, many: 'learners' };
    const differing = fieldOf(
      read({ extends: 'colleges' }, { schools, colleges: { extends: 'schools', people: pupils } }),
    );
    expect([differing.inspected.one, differing.people.many]).toEqual(['school', 'learners']);
    const trust = fieldOf(read({ extends: 'childrens-services', inspected: { ...schools.inspected, one: 'trust' } }));
    expect([trust.inspected.one, trust.people.many]).toEqual(['trust', 'children']);
  });

  it('[FO4] is kept in the record whole, but the usual one', () => {
    expect(withoutExamples(read('schools', { schools })).field?.id).toBe('schools');
    expect(withoutExamples(read('childrens-services'))).not.toHaveProperty('field');
  });

  const itself = { ...schools, extends: 'schools' };
  it.each<[string, unknown, Record<string, unknown>, string]>([
    [
      'that is not there',
      'prisons',
      {},
      'field: is "prisons", and there is no such file in the folder fields beside it. Right would be: "childrens-services", the name of a file in that folder',
    ],
    ['that is a path', '../school-2013', { schools }, 'field: is "../school-2013", and there is no such file'],
    [
      'that extends one that is not there',
      { extends: 'prisons' },
      {},
      'field: is "prisons", and there is no such file',
    ],
    ['that extends itself', 'schools', { schools: itself }, 'field: extends itself: schools, which extends schools'],
    [
      'that comes round to itself',
      'one',
      { one: { extends: 'two' }, two: { extends: 'one' } },
      'field: extends itself: one, which extends two, which extends one',
    ],
    [
      'without the app’s own sources',
      'schools',
      { schools: { ...schools, sources: schools.sources.slice(0, 3) } },
      'field.sources: ',
    ],
    [
      'with a source twice',
      'schools',
      { schools: { ...schools, sources: [...schools.sources, schools.sources[0]] } },
      'field.sources[14].id',
    ],
    [
      'with a word that means two',
      'schools',
      {
        schools: {
          ...schools,
          sources: [
            ...schools.sources,
            { id: 'other', label: 'Other', one: 'other', many: 'others', words: ['pupil'] },
          ],
        },
      },
      'field.sources[14].words',
    ],
    [
      'with a role that the app has',
      'schools',
      { schools: { ...schools, roles: [{ id: 'lead', label: 'lead', many: 'leads', as: 'analyst' }] } },
      'field.roles[0].id: is "lead", which is a role that the app has. Right would be: an id of its own',
    ],
    [
      'with an unknown part',
      'schools',
      { schools: { ...schools, pupils: 'pupils' } },
      'field: has the unknown field "pupils"',
    ],
  ])('[FO4] is refused with its place and what would be right: one %s', (_, field, fields, words) => {
    const message = refused(field, fields);
    expect(message).toContain(words);
    expect(message).toMatch(/Right would be: .+\.$/);
  });

  it('[FO4] is found by the command line in a folder of one’s own, and named by it', async () => {
    cpSync(made, folder(), { recursive: true });
    const environment = { FRAMEWORKS_DIR: folder() };
    const checked = await asked(['framework', 'check', 'school-2013'], environment);
    expect([checked.code, checked.printed.join('\n')]).toEqual([
      0,
      expect.stringContaining('In the words of: Schools'),
    ]);
    const compared = await asked(
      [
        'framework',
        'compare',
        'school-2013',
        'care-home-2013',
        '--same',
        'teaching=safe',
        '--same',
        'behaviour=caring',
      ],
      environment,
    );
    expect(compared.printed.join('\n')).toContain('In the words of: Schools | Care homes');
  });
});

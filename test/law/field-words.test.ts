import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inWordsOf } from '../../src/domain/field.ts';
import { filesBelow } from '../support/files.ts';
import { literalsIn } from './literals.ts';

/** Words of children's services stand in the file of their field, and in no sentence of the code. */

const root = join(import.meta.dirname, '../..');
const theirs =
  /\b(child(ren)?|young (people|persons?)|carers?|parents?|social (workers?|care)|authorit(y|ies)|councils?|looked[- ]after|care[- ]leavers?|directors?|police|health boards?|ofsted|strategy discussions?|pupils?|foster\w*|adoption|in[- ]care|principal social worker|statement of action|duty team)\b/i;

/**
 * The room that acts Slack, the page's own invented workspace, what a file of a framework may say, the samples' readers, and what reads
 * the lists that only this field's authorities send.
 */
const elsewhere = /^src\/(local-slack|page|practice\/samples|domain\/framework\/schema|sampling|cli\/sample)/;

/** Ids and names that files, records and Slack know, and words that nobody reads; by what they are. */
const known: Readonly<Record<string, readonly string[]>> = {
  'a field of a command, an event, a form or a file': ['authority', 'children', 'child-level-data'],
  'Slack’s name for a part of a block': [
    'title rich_text_title subtitle caption text description body details output fields elements child_blocks tasks',
  ],
};
const named = new Set(Object.values(known).flat());
/** Where such a word is meant: what it names is so called in every field. */
const meant: Readonly<Record<string, string>> = {
  'src/cli/results.ts': 'a column of a file',
  'src/domain/field.ts': 'what sentences name in braces',
  'src/domain/text/identifiers.ts': 'a number that children have wherever they are',
  'src/frameworks/choices.ts': 'what files call the agency that is inspected itself',
};

const literals = ['src', 'commands']
  .flatMap((folder) => filesBelow(join(root, folder)))
  .filter((file) => /\.tsx?$/.test(file) && !elsewhere.test(relative(root, file)))
  .flatMap(literalsIn);

/** What a sentence says beside what the field says in it. */
const own = (words: string): string => words.replace(/\{[^{}]*\}/g, '');

describe('a sentence in the code', () => {
  it('[FO2] holds no word of children’s services but where its field says it', () => {
    expect(literals.length).toBeGreaterThan(5000);
    const found = literals.filter(
      ({ at, words }) => theirs.test(own(words)) && !named.has(words) && !(at.replace(/:\d+$/, '') in meant),
    );
    expect(found).toEqual([]);
  });

  it('[FO2] names nothing that fields do not have', () => {
    const asked = literals.flatMap(({ at, words }) =>
      [...words.matchAll(/(?<!\\[pP])\{([A-Za-z][^{}]{3,})\}/g)].map(([name]) => ({ at, name })),
    );
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter(({ name }) => inWordsOf({ framework: {} }, name) === name)).toEqual([]);
  });
});

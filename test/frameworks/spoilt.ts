import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Framework } from '../../src/domain/framework.ts';
import { FrameworkRefused, readFrameworks } from '../../src/frameworks.ts';

/** The single inspection framework's file, as it should be. */
export const sound = readFileSync(join(import.meta.dirname, '../../data/frameworks/sif-2013.json'), 'utf8');

/** A folder of its own for each test of the file that asks for it. */
export const ownFolder = (): (() => string) => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'frameworks-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  return () => folder;
};

export const refusal = (act: () => unknown): FrameworkRefused => {
  try {
    act();
  } catch (error) {
    if (error instanceof FrameworkRefused) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

/**
 * What is said of the sound framework once it was spoilt so, in a folder of its own. Whatever is wrong, it is one refusal that
 * names the file and what would be right for each problem, and nothing in the folder was touched.
 */
export const spoiltIn = (folder: string, spoil: (framework: Framework) => unknown): string => {
  const framework: Framework = JSON.parse(sound);
  spoil(framework);
  const file = join(folder, 'sif-2013.json');
  const written = JSON.stringify(framework);
  writeFileSync(file, written);
  const { message } = refusal(() => readFrameworks(folder));
  const [first, ...problems] = message.split('\n');
  expect(first).toBe(`The framework file ${file} cannot be used:`);
  expect(problems.length).toBeGreaterThan(0);
  for (const problem of problems)
    expect(problem).toMatch(/^ {2}(\S.*: .+\. Right would be: .+|and \d+ more, .+ look again)\.$/);
  expect(readdirSync(folder)).toEqual(['sif-2013.json']);
  expect(readFileSync(file, 'utf8')).toBe(written);
  return message;
};

export const at = <Item>(items: readonly Item[], position: number): Item => {
  const item = items[position];
  if (item === undefined) throw new Error(`there is no item ${position}`);
  return item;
};

/** Replaces some fields of a rule, whatever its force. */
export const rule = (framework: Framework, position: number, fields: object) =>
  Object.assign(at(framework.rules, position), fields);

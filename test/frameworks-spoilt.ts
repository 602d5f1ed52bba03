import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Framework } from '../src/domain/framework.ts';
import { FrameworkRefused, readFrameworks } from '../src/frameworks.ts';

/** The single inspection framework's file, as it should be. */
export const sound = readFileSync(join(import.meta.dirname, '../data/frameworks/sif-2013.json'), 'utf8');

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

/** What is said of the sound framework once it was spoilt so, in a folder of its own. */
export const spoiltIn = (folder: string, spoil: (framework: Framework) => unknown): string => {
  const framework: Framework = JSON.parse(sound);
  spoil(framework);
  writeFileSync(join(folder, 'sif-2013.json'), JSON.stringify(framework));
  return refusal(() => readFrameworks(folder)).message;
};

export const at = <Item>(items: readonly Item[], position: number): Item => {
  const item = items[position];
  if (item === undefined) throw new Error(`there is no item ${position}`);
  return item;
};

/** Replaces some fields of a rule, whatever its force. */
export const rule = (framework: Framework, position: number, fields: object) =>
  Object.assign(at(framework.rules, position), fields);

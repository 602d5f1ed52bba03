import { constants } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Files } from './files.ts';
import { readWhole, syncFolder, writeAll } from './folder.ts';

/** What a line says, its parts in their order, where it is of that shape. */
export const said = <Value>(text: string, shape: z.ZodType<Value>): Value[] => {
  try {
    const value = JSON.parse(text);
    return shape.safeParse(value).success ? [value] : [];
  } catch {
    return [];
  }
};

/** The lines of JSON in a log beside the records, null where there is none. One not written to its end was never relied on: it is left out. */
export const readLog = async <Value>(files: Files, path: string, shape: z.ZodType<Value>): Promise<Value[] | null> =>
  (await readWhole(files, path))
    ?.toString()
    .split('\n')
    .flatMap((text) => said(text, shape)) ?? null;

/** Adds lines of JSON, on stable storage when it resolves, whatever a write that was cut short left before them. */
export const appendLog = async (files: Files, path: string, lines: readonly object[]): Promise<void> => {
  const { O_RDWR, O_APPEND, O_CREAT } = constants;
  const descriptor = await files.open(path, O_RDWR | O_APPEND | O_CREAT, 0o600);
  try {
    const size = await files.size(descriptor);
    const last = Buffer.alloc(1);
    if (size > 0) await files.read(descriptor, last, size - 1);
    const begun = size > 0 && last.toString() !== '\n' ? '\n' : '';
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
    if (text !== '') await writeAll(files, descriptor, Buffer.from(begun + text));
    await files.sync(descriptor);
    if (size === 0) await syncFolder(files, dirname(path));
  } finally {
    await files.close(descriptor);
  }
};

/** Adds those lines to a log that it does not have. */
export const addNews = async (files: Files, to: string, lines: readonly object[]): Promise<void> => {
  const there = new Set((await linesOf(files, to)).map((line) => JSON.stringify(line)));
  const news = lines.filter((line) => !there.has(JSON.stringify(line)));
  await appendLog(files, to, news);
};

const linesOf = async (files: Files, path: string) => (await readLog(files, path, z.looseObject({}))) ?? [];

/** Adds to a log the lines of another that it does not have. */
export const carryLog = async (files: Files, from: string, to: string): Promise<void> =>
  addNews(files, to, await linesOf(files, from));

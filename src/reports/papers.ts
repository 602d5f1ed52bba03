import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BankHolidays } from '../domain/working-days.ts';
import { starts } from '../package-folder.ts';
import type { AskedPaper } from '../words/export.ts';
import type { Unmade } from './files.ts';

/**
 * The papers of an inspection, asked for. They are made in a thread of their own: what makes Word and Excel files never gives
 * way, and nothing of it is loaded before somebody asks.
 */

/** One file that leaves the app; its name may have a folder before it. */
export type ReportFile = { name: string; content: Uint8Array | string };

/** A record as it may leave the app, to the letter, and for whom. */
export type Whole = {
  to: 'a person' | 'a folder';
  id: string;
  ordinary: Uint8Array;
  /** Null where nothing restricted goes out. */
  restricted: Uint8Array | null;
  holidays: BankHolidays;
  /** One paper of it, where that is asked for by itself. */
  only?: AskedPaper;
};

/** What a record is called in each form. */
export const namesOf = (history: string) => ({
  docx: `${history}.docx`,
  xlsx: `${history}.xlsx`,
  md: `${history}.md`,
  jsonl: `${history}.jsonl`,
});
export type Names = ReturnType<typeof namesOf>;

/** The names of what is sent to a person, apart by who may read them. */
export const namesForAPerson = (id: string): { ordinary: string[]; restricted: string[] } => ({
  ordinary: [...Object.values(namesOf(id)), 'verify.mjs'],
  restricted: Object.values(namesOf(`${id}.restricted`)),
});

/** What is to be made: a record's files, or files whose trees are there already. */
type Wanted = { whole: Whole } | { files: readonly Unmade[] };
export type Asked = { number: number } & Wanted;
export type Answer = { number: number } & ({ files: ReportFile[] } | { error: unknown });
type Waiting = { done: (files: ReportFile[]) => void; failed: (error: unknown) => void };
type Maker = { worker: Worker; waiting: Map<number, Waiting>; idle: NodeJS.Timeout | null };

/** Compiled it stands beside this file; where the sources run as they are, it is compiled as they stand. */
const thread = (): Worker => {
  const compiled = join(import.meta.dirname, 'papers.mjs');
  if (existsSync(compiled)) return new Worker(compiled, { execArgv: [] });
  const compiling = JSON.stringify(pathToFileURL(starts));
  return new Worker(
    `void import(${compiling}).then(({ built }) => import(require('node:url').pathToFileURL(built() + '/papers.mjs')))`,
    { eval: true, execArgv: [] },
  );
};

/** How long a maker without work is kept: somebody who takes one record out may take another. */
const idleFor = 10_000;

let maker: Maker | null = null;
let asked = 0;

const begun = (): Maker => {
  const worker = thread();
  const own: Maker = { worker, waiting: new Map(), idle: null };
  const ended = (error: unknown): void => {
    if (maker === own) maker = null;
    for (const { failed } of own.waiting.values()) failed(error);
    own.waiting.clear();
  };
  worker.on('message', (answer: Answer) => {
    const waiting = own.waiting.get(answer.number);
    own.waiting.delete(answer.number);
    if ('files' in answer) waiting?.done(answer.files);
    else waiting?.failed(answer.error);
    if (own.waiting.size > 0) return;
    // One that has nothing to do keeps no process from ending.
    worker.unref();
    own.idle = setTimeout(() => {
      if (maker === own) maker = null;
      void worker.terminate();
    }, idleFor).unref();
  });
  worker.on('error', ended);
  worker.on('exit', () => ended(new Error('What makes papers ended before they were made')));
  return own;
};

/** What has a memory of its own, to be handed over whatever its length; the rest is copied. */
export const handed = (contents: readonly (ReportFile['content'] | null)[]): ArrayBuffer[] =>
  contents.flatMap((each) =>
    each instanceof Uint8Array && each.byteLength === each.buffer.byteLength ? [each.buffer as ArrayBuffer] : [],
  );

const made = (wanted: Wanted, handing: ArrayBuffer[]): Promise<ReportFile[]> => {
  maker ??= begun();
  const { worker, waiting, idle } = maker;
  if (idle) clearTimeout(idle);
  worker.ref();
  asked += 1;
  const number = asked;
  return new Promise((done, failed) => {
    waiting.set(number, { done, failed });
    worker.postMessage({ number, ...wanted } satisfies Asked, handing);
  });
};

/**
 * Everything that goes out of a record, the record itself to the letter. Its bytes are handed over: nobody reads them after.
 * @throws Error where this version can't read it
 */
export const papersOf = (whole: Whole): Promise<ReportFile[]> =>
  made({ whole }, handed([whole.ordinary, whole.restricted]));

/** Files of more than one record, made of their trees. */
export const filesOf = (files: readonly Unmade[]): Promise<ReportFile[]> => made({ files }, []);

import { hostname, userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from './files.ts';
import { readLog } from './log-file.ts';
import type { Records } from './records.ts';

/** What was done to records from the command line, by whom and when: one line of JSON each, without anybody's words. */
type Operation = Readonly<Record<string, string | boolean>> & {
  did:
    | 'accept'
    | 'backup'
    | 'case-plan'
    | 'comments'
    | 'delete'
    | 'erase'
    | 'export'
    | 'import'
    | 'lead'
    | 'move'
    | 'plan'
    | 'restore';
};

const text = z.string().optional();
export const noted = z.looseObject({
  at: text,
  did: text,
  inspection: text,
  item: text,
  erased: text,
  to: text,
  done: text,
  is: text,
});
export type Noted = z.infer<typeof noted>;

/** Beside the records. It is no record itself: its name does not end as theirs do. */
export const operationsFile = (folder: string): string => join(folder, 'operations.log');

/** The account of the machine that runs this, such as "ana@server". */
const account = (): string => {
  try {
    return `${userInfo().username}@${hostname()}`;
  } catch {
    // An account without a name, as in some containers.
    return `${process.getuid?.() ?? 'unknown'}@${hostname()}`;
  }
};

/** What was noted in a folder, the oldest first. */
export const operationsIn = async (files: Files, folder: string): Promise<Noted[]> =>
  (await readLog(files, operationsFile(folder), noted)) ?? [];

const doneNow = (operation: Operation) => ({ at: new Date().toISOString(), by: account(), ...operation });

/** Notes an operation, on stable storage when it resolves. */
export const note = ({ note }: Pick<Records, 'note'>, operation: Operation): Promise<void> =>
  note([doneNow(operation)]);

/** The same for what is asked for again where it was cut short: it is noted once. */
export const noteOnce = async (records: Records, operation: Operation): Promise<void> =>
  records.note(await unlessDone(records, operation));

/** What is to be noted of an operation: nothing where it is noted already. */
export const unlessDone = async (records: Records, operation: Operation): Promise<object[]> => {
  const isIt = (each: object) => Object.entries(operation).every(([key, value]) => Reflect.get(each, key) === value);
  return (await records.operations()).some(isIt) ? [] : [doneNow(operation)];
};

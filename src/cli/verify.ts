import { restrictedHistory, whyClosed } from '../inspections.ts';
import { inspectionOf } from '../store/absence.ts';
import { isName } from '../store/folder.ts';
import type { Head } from '../store/port.ts';
import type { Records } from '../store/records.ts';
import type { Verdict } from '../store/verify.ts';
import { verifyRecords } from '../store/verify-records.ts';
import { argumentsOf } from './arguments.ts';
import { readingOf } from './data-folder.ts';
import { lookingAt } from './kept.ts';
import { inJson } from './text.ts';
import { type Environment, type ExitCode, type Word, WrongUsage } from './word.ts';

/** Checks records against their chains of hashes, beside a running app or without one. */
export const verify: Word = {
  name: 'verify',
  usage: '[inspection] [--head version:hash] [--json]',
  about:
    'Checks every entry of a record, or of all records, and names the first that does not hold. With the head from a daily summary it also finds a record that was cut short.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { head: { type: 'string' }, json: { type: 'boolean' } });
    const [asked, more] = positionals;
    if (more !== undefined) throw new WrongUsage('It takes one inspection, or none for all of them.');
    const known = values.head === undefined ? null : headFrom(values.head);
    if (known !== null && asked === undefined) throw new WrongUsage('Say whose head that is: name the inspection.');
    if (asked !== undefined && !isName(asked)) {
      throw new WrongUsage(`"${asked}" is not the id of an inspection, such as northmoor-2013-11-19.`);
    }

    const only = asked === undefined ? null : { inspection: asked, known };
    return lookingAt(environment, (records) => checked(records, only, values.json === true, environment));
  },
};

/** Checks all records, or one inspection's, and says of each how it stands. */
export const checked = async (
  there: Records,
  only: { inspection: string; known: Head | null } | null,
  json: boolean,
  environment: Environment,
): Promise<ExitCode> => {
  const all: Verdict[] = [];
  const broken: { inspection: string; noted: boolean }[] = [];
  const which = (history: string) =>
    only === null || [only.inspection, restrictedHistory(only.inspection)].includes(history);
  const records = await readingOf(environment, 'Checking', { records: there, times: 1, which });
  await verifyRecords({ records, only, whyClosed }, (verdict, noted) => {
    all.push(verdict);
    if (!json) environment.print(lineFor(verdict));
    if (!verdict.holds) broken.push({ inspection: inspectionOf(verdict.inspection), noted });
  });
  if (json) {
    environment.print(inJson({ ...there.place, holds: broken.length === 0, records: all.map(recordOf) }));
    return broken.length === 0 ? 0 : 1;
  }
  if (all.length === 0) environment.print(`There are no records in ${there.called}.`);
  for (const inspection of new Set(broken.flatMap((each) => (each.noted ? [each.inspection] : []))))
    environment.print(
      `If ${inspection} was restored so on purpose, take it as it is: npm run -s fortnight -- accept ${inspection}`,
    );
  return broken.length === 0 ? 0 : 1;
};

const headFrom = (text: string): Head => {
  const [, version, hash] = /^(\d+):([0-9a-f]{12,64})…?$/i.exec(text) ?? [];
  if (version === undefined || hash === undefined) {
    throw new WrongUsage(
      `"${text}" is not a head. It is a version, a colon and at least the first twelve digits of a hash, such as 131:41d07e9b1c40.`,
    );
  }
  return { version: Number(version), hash: hash.toLowerCase() };
};

/** What programs read of a record: its names are relied on. */
const recordOf = (verdict: Verdict) => {
  const { inspection: record, holds } = verdict;
  if (!holds) return { record, holds, why: verdict.why, broken: verdict.version, ...nothingFound };
  const { head, erased, unacknowledgedBytes: unfinishedBytes, closed = null } = verdict;
  const found = { closed, entries: head.version, head: `${head.version}:${head.hash}`, erased, unfinishedBytes };
  return { record, holds, why: null, broken: null, ...found };
};

const nothingFound = { closed: null, entries: null, head: null, erased: null, unfinishedBytes: null };

const lineFor = (verdict: Verdict): string => {
  if (!verdict.holds) return `${verdict.inspection}: does not hold: ${verdict.why}`;
  const { inspection, head, erased, unacknowledgedBytes, closed } = verdict;
  return [
    `${inspection}: ${head.version} ${head.version === 1 ? 'entry holds' : 'entries hold'}`,
    `head ${head.version}:${head.hash.slice(0, 12)}…`,
    ...(erased > 0 ? [`${erased} erased`] : []),
    ...(unacknowledgedBytes > 0 ? [`and ${unacknowledgedBytes} bytes of a line not written to its end`] : []),
    ...(closed === undefined ? [] : [`but it is closed: ${closed}`]),
  ].join(', ');
};

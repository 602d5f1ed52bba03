import { whyClosed } from '../inspections.ts';
import { inspectionOf } from '../store/absence.ts';
import { isName } from '../store/folder.ts';
import type { Head } from '../store/port.ts';
import type { Verdict } from '../store/verify.ts';
import { verifyFolder } from '../store/verify-folder.ts';
import { argumentsOf } from './arguments.ts';
import { dataFolder, readingOf } from './data-folder.ts';
import { inJson } from './text.ts';
import { type Word, WrongUsage } from './word.ts';

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

    const folder = dataFolder(environment);
    const only = asked === undefined ? null : { inspection: asked, known };
    const all: Verdict[] = [];
    const broken: { inspection: string; noted: boolean }[] = [];
    const files = await readingOf(environment, 'Checking', { folder, times: 1, only: asked && `${asked}.` });
    await verifyFolder({ files, folder, only, whyClosed }, (verdict, noted) => {
      all.push(verdict);
      if (!values.json) environment.print(lineFor(verdict));
      if (!verdict.holds) broken.push({ inspection: inspectionOf(verdict.inspection), noted });
    });
    if (values.json) {
      environment.print(inJson({ folder, holds: broken.length === 0, records: all.map(recordOf) }));
      return broken.length === 0 ? 0 : 1;
    }
    if (all.length === 0) environment.print(`There are no records in ${folder}.`);
    for (const inspection of new Set(broken.flatMap((each) => (each.noted ? [each.inspection] : []))))
      environment.print(
        `If ${inspection} was restored so on purpose, take it as it is: npm run -s fortnight -- accept ${inspection}`,
      );
    return broken.length === 0 ? 0 : 1;
  },
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

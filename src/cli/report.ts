import { type Stage, versionNamed } from '../domain/matters/report.ts';
import type { Copy } from '../store/copy.ts';
import type { ReportAsked } from '../words/export.ts';
import { reportFile } from '../words/report.ts';
import { argumentsOf, oneInspection } from './arguments.ts';
import { exported } from './export.ts';
import { lookingAt } from './kept.ts';
import { NotDone, type Word, WrongUsage } from './word.ts';

type Version = { stage: Stage; number: number; version: number };

/** The versions that a record keeps, the oldest first. */
const versionsIn = ({ entries }: Copy): Version[] => {
  const versions: Version[] = [];
  for (const { header, events } of entries)
    for (const { type, stage } of (events ?? []) as { type: string; stage: Stage }[])
      if (type === 'ReportVersionKept') {
        const number = versions.filter((each) => each.stage === stage).length + 1;
        versions.push({ stage, number, version: header.version });
      }
  return versions;
};

/** The version that is named, or the last; the record as it stands where it keeps none. @throws NotDone where it has not the one named */
const paperNamed =
  (id: string, named: string | undefined) =>
  (record: Copy): ReportAsked => {
    const versions = versionsIn(record);
    const version = named === undefined ? versions.at(-1) : versionNamed(versions, named);
    if (named !== undefined && !version) {
      const kept = versions.map((each) => reportFile({ id }, each).split('.').at(-1)).join(', ');
      throw new NotDone(`${id} keeps no version "${named}". ${kept ? `It keeps ${kept}.` : 'It keeps none yet.'}`);
    }
    return { name: reportFile({ id }, version ?? null), version: version?.version ?? null };
  };

/** Makes the paper that an inspection ends in: beside a running app or without one. */
export const reportWord: Word = {
  name: 'report',
  usage: '<inspection> --to <folder> [--version draft]',
  about:
    'Writes the report or letter that an inspection ends in, as Word and Markdown, into an empty folder: of the last version that is kept, or of the one named, such as draft or draft-2. What was erased since is in none.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { to: { type: 'string' }, version: { type: 'string' } });
    const inspection = oneInspection(positionals);
    const { to } = values;
    if (!to) throw new WrongUsage('Say where, with --to and a folder that is empty or not there yet.');
    const asked = { inspection, to, restricted: false, only: paperNamed(inspection, values.version) };
    return lookingAt(environment, (records) => exported(records, asked, environment));
  },
};

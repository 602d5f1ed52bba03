import { isRestrictedHistory, whyClosed } from '../inspections.ts';
import { realFiles } from '../store/files.ts';
import { listHistories } from '../store/listing.ts';
import type { Entry, Listing } from '../store/port.ts';
import { verifyHistory } from '../store/verify.ts';
import { argumentsOf } from './arguments.ts';
import { dataFolder } from './data-folder.ts';
import { aligned } from './text.ts';
import { type Word, WrongUsage } from './word.ts';

/** Lists what the data folder holds. Restricted records are left out: that there is one is itself restricted. */
export const inspections: Word = {
  name: 'inspections',
  usage: '',
  about: 'Lists the inspections there are, with when something was first and last recorded in each.',
  run: async (args, environment) => {
    const { positionals } = argumentsOf(args, {});
    if (positionals.length > 0) throw new WrongUsage('It takes nothing after its name.');
    const folder = dataFolder(environment);
    const listings = (await listHistories(realFiles, folder, (listing) => listing)).filter(
      ({ inspection }) => !isRestrictedHistory(inspection),
    );
    if (listings.length === 0) {
      environment.print(`There are no inspections in ${folder}.`);
      return 0;
    }
    const rows = listings.filter(isSound).map(rowFor);
    const table = [['Id', 'Authority', 'First recorded', 'Last recorded', 'Entries'], ...rows];
    for (const line of rows.length === 0 ? [] : aligned(table, 0)) environment.print(line);
    let closed = 0;
    for (const { inspection, damage } of listings) {
      const why = damage ?? (await whyNotOpened(folder, inspection));
      if (why === undefined) continue;
      closed += 1;
      environment.print(`${inspection} is closed: ${why}`);
    }
    return closed === 0 ? 0 : 1;
  },
};

/** Why a record is closed whose two ends are sound; none where it is not. */
const whyNotOpened = async (folder: string, inspection: string): Promise<string | undefined> => {
  const verdict = await verifyHistory({ files: realFiles, folder, inspection, known: [], whyClosed });
  return verdict.holds ? verdict.closed : verdict.why;
};

type Sound = Extract<Listing, { first: Entry }>;
const isSound = (listing: Listing): listing is Sound => listing.damage === undefined;

const rowFor = ({ inspection, first, last }: Sound): string[] => [
  inspection,
  authorityIn(first.events?.[0]),
  minute(first.header.recordedAt),
  minute(last.header.recordedAt),
  String(last.header.version),
];

const authorityIn = (event: unknown): string => {
  const named = typeof event === 'object' && event !== null && 'authority' in event;
  return named && typeof event.authority === 'string' ? event.authority : '';
};

const minute = (recordedAt: string): string => `${recordedAt.slice(0, 10)} ${recordedAt.slice(11, 16)} UTC`;

import { isRestrictedHistory, whyClosed } from '../inspections.ts';
import type { Listing } from '../store/port.ts';
import type { Records } from '../store/records.ts';
import { verifyHistory } from '../store/verify.ts';
import { argumentsOf } from './arguments.ts';
import { lookingAt } from './kept.ts';
import { aligned, inJson } from './text.ts';
import { type Word, WrongUsage } from './word.ts';

/** Lists what there is. Restricted records are left out: that there is one is itself restricted. */
export const inspections: Word = {
  name: 'inspections',
  usage: '[--json]',
  about: 'Lists the inspections there are, with when something was first and last recorded in each.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { json: { type: 'boolean' } });
    if (positionals.length > 0) throw new WrongUsage('It takes nothing after its name.');
    return lookingAt(environment, async (records) => {
      const rows = (await records.list(rowFor)).filter(({ inspection }) => !isRestrictedHistory(inspection));
      for (const row of rows) row.closed ??= await whyNotOpened(records, row.inspection);
      const lines = values.json ? [inJson({ ...records.place, inspections: rows })] : asText(rows, records.called);
      for (const line of lines) environment.print(line);
      return rows.some(({ closed }) => closed !== null) ? 1 : 0;
    });
  },
};

/** Why a record is closed whose two ends are sound; null where it is not. */
const whyNotOpened = async ({ lines }: Records, inspection: string): Promise<string | null> => {
  const verdict = await verifyHistory({ inspection, lines: lines(inspection), known: [], whyClosed });
  return verdict.holds ? (verdict.closed ?? null) : verdict.why;
};

/** What programs read of an inspection: its names are relied on. What the two ends of its record do not say is null. */
const rowFor = (listing: Listing) => {
  const [first, last] = listing.damage === undefined ? [listing.first, listing.last] : [null, null];
  return {
    inspection: listing.inspection,
    authority: authorityIn(first?.events?.[0]),
    firstRecorded: first?.header.recordedAt ?? null,
    lastRecorded: last?.header.recordedAt ?? null,
    entries: last?.header.version ?? null,
    closed: listing.damage ?? null,
  };
};
type Row = ReturnType<typeof rowFor>;

const asText = (rows: readonly Row[], called: string): string[] => {
  if (rows.length === 0) return [`There are no inspections in ${called}.`];
  const cells = rows
    .filter(({ entries }) => entries !== null)
    .map((row) => [
      row.inspection,
      row.authority,
      minute(row.firstRecorded),
      minute(row.lastRecorded),
      `${row.entries}`,
    ]);
  const table = [['Id', 'Inspected', 'First recorded', 'Last recorded', 'Entries'], ...cells];
  const closed = rows.filter((row) => row.closed !== null).map((row) => `${row.inspection} is closed: ${row.closed}`);
  return [...(cells.length === 0 ? [] : aligned(table, 0)), ...closed];
};

const authorityIn = (event: unknown): string => {
  const named = typeof event === 'object' && event !== null && 'authority' in event;
  return named && typeof event.authority === 'string' ? event.authority : '';
};

const minute = (recordedAt: string | null): string =>
  recordedAt === null ? '' : `${recordedAt.slice(0, 10)} ${recordedAt.slice(11, 16)} UTC`;

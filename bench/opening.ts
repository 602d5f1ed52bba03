/** What opening costs, each time in a process that has just started: this file, run with what is to be measured, is that process. */
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { summaryOf } from '../src/domain/summary.ts';
import { openInspections } from '../src/inspections.ts';
import { realFiles } from '../src/store/files.ts';
import { recordsIn } from '../src/store/records-in-folder.ts';
import { verifyHistory } from '../src/store/verify.ts';
import { aServer } from '../test/support/postgres.ts';
import { aDatabaseIn, aFolder, openStore } from './items.ts';
import { interleaved, median, ratioOf, timed } from './measuring.ts';
import { keepInspection, keepMany } from './records.ts';
import { type Figure, held, inDigits, shown } from './report.ts';

const items = 100_000;
const rounds = 5;

const heapInUse = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};

const measures = {
  verified: async (folder: string, inspection: string) => {
    const store = await openStore(folder);
    return timed(() => store.each(inspection, 0, () => {}));
  },
  'verify only': async (folder: string, inspection: string) =>
    timed(() => verifyHistory({ inspection, lines: recordsIn(realFiles, folder).lines(inspection), known: [] })),
  folded: async (folder: string, inspection: string) => {
    const store = await openStore(folder);
    return timed(async () => summaryOf(await (await openInspections(store, () => {})).of(inspection)));
  },
  listing: async (folder: string) => {
    const store = await openStore(folder);
    let count = 0;
    const took = await timed(() =>
      store.list(() => {
        count += 1;
      }),
    );
    return took / count;
  },
  /** Kilobytes in use for each that is open. */
  open: async (folder: string) => {
    const store = await openStore(folder);
    const inspections = await openInspections(store, () => {});
    const before = heapInUse();
    await inspections.open();
    return (heapInUse() - before) / 1000 / (await inspections.running()).length;
  },
};
type Measure = keyof typeof measures;

const own = fileURLToPath(import.meta.url);
/** Compiled, as users have it: what compiles would be measured as well. */
const built = join(import.meta.dirname, 'opening.built.mjs');

/** One measurement in a process of its own. */
const fresh = (what: Measure, folder: string, inspection: string): number =>
  Number(execFileSync(process.execPath, ['--expose-gc', built, what, folder, inspection], { encoding: 'utf8' }));

export const measureOpening = async (): Promise<Figure[]> => {
  buildSync({
    entryPoints: [own],
    outfile: built,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  type Keep = (store: Awaited<ReturnType<typeof openStore>>) => Promise<string | undefined>;
  const keeping = async (keep: Keep, folder = aFolder()) => {
    const store = await openStore(folder);
    const kept = await keep(store);
    await store.close();
    return { folder, kept };
  };
  const keepLong: Keep = (store) => keepInspection(store, { channel: 'CTEAM', items });
  const keepThousand: Keep = async (store) => {
    await keepMany(store, 1000, { items: 5, signedOff: true });
    return undefined;
  };
  const long = await keeping(keepLong);
  const many = await keeping(keepThousand);
  const open = await keeping(async (store) => {
    await keepMany(store, 500, { items: 0, signedOff: false });
    return undefined;
  });
  const server = await aServer();
  const shared = {
    long: await keeping(keepLong, await aDatabaseIn(server)),
    many: await keeping(keepThousand, await aDatabaseIn(server)),
  };
  type Kept = { folder: string; kept: string | undefined };
  const once =
    (what: Measure, { folder, kept }: Kept) =>
    async () => [fresh(what, folder, kept ?? '')];
  const of = (what: Measure, { folder, kept }: Kept): number =>
    median(Array.from({ length: rounds }, () => fresh(what, folder, kept ?? '')));
  /** The same in a folder and in PostgreSQL, turn by turn. */
  const beside = async (what: Measure, one: Kept, other: Kept) => {
    const taken = await interleaved({ folder: once(what, one), postgres: once(what, other) }, rounds);
    return { took: median(taken.postgres.flat()), over: ratioOf(taken.postgres, taken.folder, median) };
  };
  const verified = await beside('verified', long, shared.long);
  const listed = await beside('listing', many, shared.many);
  await server.remove();
  const figures = [
    held('100,000 entries in a fresh process: verified', of('verified', long) / 1000, 0.7, 's'),
    held('100,000 entries in a fresh process: verified only', of('verify only', long) / 1000, 0.4, 's'),
    held('100,000 entries in a fresh process: folded, with its first summary', of('folded', long) / 1000, 1.4, 's'),
    held('listing, an inspection, by 1,000 of them', of('listing', many), 0.1, 'ms'),
    held(
      '100,000 entries in PostgreSQL, a fresh process: verified, over the same in a folder',
      verified.over,
      2,
      'times',
    ),
    shown('100,000 entries in PostgreSQL, a fresh process: verified', `${inDigits(verified.took / 1000)} s`),
    shown('listing, an inspection, by 1,000 of them in PostgreSQL', `${inDigits(listed.took)} ms`),
    shown('the same over a folder', `${inDigits(listed.over)} times`),
    held('one open inspection without items, by 500 of them', of('open', open), 35, 'kB'),
  ];
  for (const { folder } of [long, many, open]) rmSync(folder, { recursive: true });
  rmSync(built);
  return figures;
};

const [what = '', folder = '', inspection = ''] = process.argv.slice(2);
if (process.argv[1] === own && what in measures) {
  process.stdout.write(String(await measures[what as Measure](folder, inspection)));
  process.exit(0);
}

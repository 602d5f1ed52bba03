import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Framework } from '../../src/domain/framework.ts';
import { openInspections } from '../../src/inspections.ts';
import { realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import { shipped } from '../support/frameworks.ts';
import { holidays } from '../support/holidays.ts';
import { lead, rehearse, team } from './rehearsal.ts';

/** The same each time: bytes that only count up. */
const counting = () => {
  let next = 0;
  return (bytes: number): Buffer => {
    const one = Buffer.alloc(bytes);
    one.writeUIntBE(++next, Math.max(0, bytes - 6), Math.min(bytes, 6));
    return one;
  };
};

/** All that the app shows when all of it is gone through over an empty folder, and the inspections that come of it. */
export const rehearsed = async (
  frameworks: readonly Framework[] = shipped,
  seen: (what: object) => void = () => {},
) => {
  const folder = mkdtempSync(join(tmpdir(), 'fortnight-rehearsal-'));
  const chance = counting();
  const store = await jsonLines({ folder, files: realFiles, random: chance, report: () => undefined });
  const faults: unknown[] = [];
  const inspections = await openInspections(store, (_, why) => faults.push(why));
  try {
    const fault = (error: unknown) => faults.push(error);
    const came = await rehearse({
      inspections,
      frameworks,
      seen,
      holidays,
      timeZone: 'Europe/London',
      chance,
      fault,
    });
    return { ...came, faults, inspections: await inspections.allFor({ team, user: lead }, 'read') };
  } finally {
    await inspections.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

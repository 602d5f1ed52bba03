import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openInspections } from '../../src/inspections.ts';
import { NotRead } from '../../src/store/port.ts';
import { postgres } from '../../src/store/postgres.ts';
import { afterTheTest } from '../support/closing.ts';
import { framework } from '../support/frameworks.ts';
import { aDatabase } from '../support/postgres.ts';
import { evidence, startNorthmoor } from '../support/sent.ts';
import { aWire } from '../support/wire.ts';
import { by, kept, northmoor } from './opened.ts';

describe('a database that gives nothing once something is kept', () => {
  it('[PF13] has it told as kept: an inspection that was begun, and evidence in it', async () => {
    const wire = await aWire(await aDatabase());
    afterTheTest(wire.remove);
    const store = await postgres({ address: wire.address, random: randomBytes, report: () => undefined, settles: 0 });
    afterTheTest(() => store.close());
    const inspections = await openInspections(store, (_, why) => expect.fail(why));
    /** Nothing is read any more from when that is kept. */
    const unreadAfter = (statement: string): void => {
      let passed = false;
      wire.judgedBy((sent) => {
        const reads = sent.includes('fortnight lines');
        passed ||= sent.includes(statement);
        return passed && reads ? 'cut before it arrives' : null;
      });
    };
    unreadAfter('fortnight begin');
    const begun = kept(await inspections.start(startNorthmoor(framework('sif-2013')), by('lead', 0)));
    expect(begun.inspection.id).toBe(northmoor);
    await expect(inspections.of(northmoor)).rejects.toThrow(NotRead);
    wire.judgedBy(() => null);
    unreadAfter('fortnight keep');
    const recorded = kept(await inspections.record(northmoor, evidence({}), by('inspector')));
    expect([...recorded.inspection.evidence.keys()]).toEqual(['E-001']);
    await expect(inspections.of(northmoor)).rejects.toThrow(NotRead);
    wire.judgedBy(() => null);
    expect((await inspections.of(northmoor)).evidence.size).toBe(1);
    // A start that meets it calls nothing closed: its record is read when it is asked about.
    unreadAfter('fortnight');
    await inspections.open();
    wire.judgedBy(() => null);
    expect(inspections.closed()).toBe(0);
  });
});

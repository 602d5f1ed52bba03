import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { erase } from '../../src/cli/erase.ts';
import { runWord } from '../../src/cli/run.ts';
import { verify } from '../../src/cli/verify.ts';
import { type Inspections, openInspections } from '../../src/inspections.ts';
import { realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import { frameworks } from '../support/frameworks.ts';

const lead = { team: 'T1', user: 'U1' };
const northmoor = 'northmoor-2013-11-19';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

let asked = 0;
const context = () => {
  asked += 1;
  return { person: lead, at: '2013-11-19T10:00:00.000Z', request: `request ${asked}` };
};

const content = (text: string) => ({
  areas: ['help-and-protection'],
  text,
  sign: 'concern',
  source: 'worker',
  observedAt: '2013-11-19T09:00:00.000Z',
  criteria: [],
});

const opened = async () =>
  openInspections(
    await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => undefined }),
    () => undefined,
  );

const given = async (but: Record<string, unknown> = {}): Promise<Inspections> => {
  const inspections = await opened();
  await inspections.start(
    {
      type: 'StartInspection',
      authority: 'Northmoor',
      framework: frameworks.get('sif-2013'),
      firstDay: '2013-11-19',
      lead: { ...lead, name: 'Ana Reyes', fullMember: true },
      deputy: null,
      inspectors: [],
      qualityAssuranceManager: null,
      dailySummaryAt: '17:30',
      timeZone: 'Europe/London',
      channel: { team: 'T1', id: 'C1' },
      ...but,
    },
    context(),
  );
  await inspections.record(northmoor, { type: 'RecordEvidence', ...content('a first finding') }, context());
  await inspections.record(
    northmoor,
    { type: 'EditEvidence', item: 'E-001', ...content('a second wording') },
    context(),
  );
  await inspections.recordRestricted(
    northmoor,
    { type: 'RecordRestrictedEvidence', item: 'W-7K2Q', ...content('a confidence'), source: 'whistleblower' },
    context(),
  );
  return inspections;
};

const run = async (word: typeof erase, ...args: string[]) => {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const code = await runWord([word], [word.name, ...args], {
    settings: { DATA_DIR: folder },
    print: say,
    complain: say,
  });
  return { code, said: said.join('\n') };
};

const bytes = (history: string) => readFileSync(join(folder, `${history}.jsonl`), 'utf8');

describe('erasing an item on the command line', () => {
  it('[E8] destroys every wording, keeps number and reason, and the chain still verifies', async () => {
    await (await given()).close();
    const { code, said } = await run(erase, northmoor, 'e-001', '--reason', 'retention date reached');
    expect({ code, said }).toEqual({ code: 0, said: 'E-001 is erased: 2 entries destroyed, the chain holds.' });
    expect(bytes(northmoor)).not.toMatch(/a first finding|a second wording/);
    expect(bytes(northmoor)).toContain('retention date reached');
    expect((await run(verify, northmoor)).said).toContain('2 erased');
    const inspections = await opened();
    const next = await inspections.record(northmoor, { type: 'RecordEvidence', ...content('a third') }, context());
    expect('events' in next && next.events[0]).toMatchObject({ item: 'E-002' });
    expect((await inspections.of(northmoor)).erasedItems.get('E-001')?.reason).toBe('retention date reached');
    await inspections.close();
  });

  it('[E8] [FI19] names a recommendation that was made of an erased remedy and keeps its words', async () => {
    const inspections = await given({ narrative: true });
    const keep = async (command: Record<string, unknown>) => inspections.record(northmoor, command, context());
    const weakness = { heading: 'weaknesses', area: 'help-and-protection', text: 'Late', remedy: 'Decide in time' };
    await keep({ type: 'RecordFinding', ...weakness, evidence: ['E-001'] });
    await keep({ type: 'RecommendRemedy', finding: 'F-001', urgency: 'area-for-improvement' });
    await inspections.close();
    const { said } = await run(erase, northmoor, 'F-001', '--reason', 'The retention date has passed');
    expect(said).toContain('A-001 was made of its remedy and keeps those words. Erase it too where they must go.');
  });

  it('[E8] [X8] says whose signature lapses with it, and only where one does', async () => {
    const inspections = await given({ narrative: true });
    const keep = async (command: Record<string, unknown>) => inspections.record(northmoor, command, context());
    const areas = (frameworks.get('sif-2013')?.areas ?? []).map(({ id }) => id);
    await keep({ type: 'RecordEvidence', ...content('of every area'), areas });
    for (const area of areas)
      await keep({ type: 'RecordFinding', heading: 'strengths', area, text: 'Seen in time', evidence: ['E-002'] });
    expect(await keep({ type: 'SignOff' })).toMatchObject({ events: [{ type: 'SignedOff' }] });
    await inspections.close();
    const { said } = await run(erase, northmoor, 'E-001', '--reason', 'retention');
    expect(said).toMatch(/\nAna Reyes’s signature lapsed on .* with E-001\.$/);
    expect((await run(erase, northmoor, 'E-002', '--reason', 'retention')).said).not.toContain('signature');
  });

  it('[E8] finishes an erasure that was interrupted after it was kept', async () => {
    const inspections = await given();
    await inspections.record(northmoor, { type: 'EraseItem', item: 'E-001', reason: 'retention' }, context());
    await inspections.close();
    expect(bytes(northmoor)).toContain('a first finding');
    expect((await run(erase, northmoor, 'E-001', '--reason', 'retention')).code).toBe(0);
    expect(bytes(northmoor)).not.toContain('a first finding');
  });

  it('[E8] erases a restricted item in its own history and leaves no word of it in the other', async () => {
    await (await given()).close();
    const before = bytes(northmoor);
    expect((await run(erase, northmoor, 'W-7K2Q', '--reason', 'asked by its source')).code).toBe(0);
    expect(bytes(`${northmoor}.restricted`)).not.toContain('a confidence');
    expect(bytes(northmoor)).toBe(before);
    expect((await run(verify, northmoor)).code).toBe(0);
  });

  it('[E8] says what is missing and destroys nothing', async () => {
    await (await given()).close();
    expect((await run(erase, northmoor, 'E-009', '--reason', 'x')).said).toMatch(/no E-009/);
    expect((await run(erase, 'southport-2013-11-19', 'E-001', '--reason', 'x')).code).toBe(1);
    expect(await run(erase, northmoor, 'E-001')).toMatchObject({ code: 2, said: expect.stringMatching(/--reason/) });
    expect(bytes(northmoor)).toContain('a first finding');
  });

  it('[E8] is refused while the app runs, naming the process that owns the folder', async () => {
    const inspections = await given();
    const { code, said } = await run(erase, northmoor, 'E-001', '--reason', 'x');
    expect(code).toBe(1);
    expect(said).toContain(String(process.pid));
    await inspections.close();
  });
});

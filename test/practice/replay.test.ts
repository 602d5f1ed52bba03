import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countedOver } from '../../src/domain/questionnaires.ts';
import { openInspections } from '../../src/inspections.ts';
import { realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import { recordsIn } from '../../src/store/records-in-folder.ts';
import { verifyHistory } from '../../src/store/verify.ts';
import {
  movedThereAndBack,
  northmoorScenario,
  practise,
  smallScenario,
  takenInAgain,
  temporaryFolder,
} from './replaying.ts';

const northmoor = 'northmoor-2013-11-19';

describe('The fortnight at Northmoor, replayed', () => {
  it('[Q1] [SC10] [Y15] [V21] [MV1] ends signed off with the grades that were really published, and its record holds', async () => {
    const folder = temporaryFolder();
    const { printed, stopped, complaints } = await practise(northmoorScenario, folder);
    expect(stopped).toBeNull();
    expect(complaints).toEqual([]);

    for (const inspection of [northmoor, `${northmoor}.restricted`]) {
      const verdict = await verifyHistory({
        inspection,
        lines: recordsIn(realFiles, folder).lines(inspection),
        known: [],
      });
      expect(verdict).toMatchObject({ inspection, holds: true });
    }
    const store = await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => undefined });
    const inspections = await openInspections(store, (_, why) => expect.fail(why));
    const record = await inspections.of(northmoor);
    const { areas, overalls, sealed, evidence, postings } = record;
    const restricted = await inspections.restrictedOf(northmoor);
    await inspections.close();

    const grades = Object.fromEntries([...areas].map(([area, { judgements }]) => [area, judgements.at(-1)?.grade]));
    expect(grades).toEqual({
      'help-and-protection': 'inadequate',
      'looked-after-and-permanence': 'inadequate',
      adoption: 'requires-improvement',
      'care-leavers': 'inadequate',
      leadership: 'inadequate',
      lscb: 'inadequate',
    });
    expect(overalls.get('overall')).toMatchObject({ grade: 'inadequate', derived: { permitted: ['inadequate'] } });
    expect(sealed).toBe(true);
    expect(evidence.size).toBeGreaterThanOrEqual(45);
    expect([...postings.values()].filter(({ slack }) => slack !== null).length).toBeGreaterThanOrEqual(2);

    expect([...record.lines.values()].map(({ standing }) => standing)).toEqual(Array(3).fill('contradicted'));
    expect([...record.concerns.values()].map(({ closed }) => closed !== null)).toEqual(Array(5).fill(true));
    expect([...record.rounds.values()].map(({ answers, withNames }) => [answers.size, withNames])).toEqual([
      [5, true],
      [5, false],
    ]);
    expect([...record.challenges.values()].map(({ from }) => from)).toEqual(['team', 'authority', 'authority']);
    expect([...record.meetings.values()].map(({ kind }) => kind)).toContain('team');
    expect(record.pauses.length).toBe(1);
    for (const items of [record.meetings, record.challenges, record.recommendations, record.requests, record.previous])
      expect(items.size).toBeGreaterThan(0);
    // What follows the fortnight: eleven comments, the plan, the questionnaire and one good practice.
    expect([record.comments.size, record.answers.size, record.practice.size]).toEqual([11, 3, 1]);
    expect(countedOver([record])).toMatchObject({ asked: 6, answered: 3 });
    expect(record.cases.registered.size).toBeGreaterThanOrEqual(12);
    expect(record.confirmations.has('C-017')).toBe(true);
    expect(record.context).not.toBeNull();
    expect(restricted?.evidence.size ?? 0).toBe(1);

    // What a sample is about is in it: a list for the coordinator, a child at risk over night, no coefficient, the action plan.
    for (const words of [
      'Overdue\n',
      'not acknowledged since 14:20',
      'no coefficient is claimed',
      'northmoor-2013-11-19.action-plan.csv)',
      'due on Friday 23 May 2014',
      'Dissent of Dee Marsh',
    ])
      expect(printed).toContain(words);
    const summaries = printed.split('Fortnight sends its daily summary.').slice(1);
    const wordsIn = (summary: string): number =>
      (summary.split(/\n\s*record [0-9a-f]{12}/)[0] ?? '')
        .replace(/^[\s\S]*?direct message to [^:]*:/, '')
        .replaceAll(/\[[^\]]*\]|“[^”]*”/g, '')
        .split(/\s+/)
        .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    expect(summaries.length).toBeGreaterThanOrEqual(12);
    for (const summary of summaries) expect(wordsIn(summary), summary).toBeLessThanOrEqual(120);

    const final = printed.slice(printed.lastIndexOf('Northmoor · overall effectiveness: '));
    expect(final).toContain('Northmoor · overall effectiveness: Inadequate');
    expect(final).toContain('SIGNED OFF');
    expect(final).toContain('SIF-1 (must');
    expect(final).toContain(`DATA_DIR=${folder} npm run -s fortnight -- verify`);
    await takenInAgain(folder, northmoor);
    await movedThereAndBack(folder);
  });

  it('[Q2] has strengths and concerns, and something a reader can look up, in every area', () => {
    const steps = readFileSync(northmoorScenario, 'utf8');
    for (const area of ['help', 'looked-after', 'adoption', 'care-leavers', 'leadership', 'lscb']) {
      expect(steps, `a strength of ${area}`).toMatch(new RegExp(`/judge evidence ${area} \\+`));
      expect(steps, `a concern of ${area}`).toMatch(new RegExp(`/judge evidence ${area} [-!]`));
    }
  });
});

describe('The folder of practice records', () => {
  it('[Q3] loses the records of earlier replays, and nothing else', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'earlier-2012-01-09.jsonl'), 'of an earlier replay\n');
    writeFileSync(join(folder, 'notes.txt'), 'somebody’s own\n');
    const { stopped } = await practise(smallScenario(temporaryFolder(), []), folder);
    expect(stopped).toBeNull();
    expect(readdirSync(folder).sort()).toEqual(['heads.log', 'northmoor-2013-11-19.jsonl', 'notes.txt']);
  });

  it('[Q3] is left alone while another practice run has it', async () => {
    const folder = temporaryFolder();
    const other = await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => undefined });
    writeFileSync(join(folder, 'earlier-2012-01-09.jsonl'), 'of the other run\n');
    await expect(practise(smallScenario(temporaryFolder(), []), folder)).rejects.toMatchObject({ name: 'FolderTaken' });
    expect(readFileSync(join(folder, 'earlier-2012-01-09.jsonl'), 'utf8')).toBe('of the other run\n');
    await other.close();
  });
});

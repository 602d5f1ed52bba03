import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readFrameworks } from '../../../src/frameworks.ts';
import { asked } from '../../cli/asked.ts';
import {
  allGood,
  boardOf,
  fillIn,
  grade,
  gradeAll,
  judge,
  page,
  record,
  storedOf,
  wholeSummary,
} from '../../support/acts.ts';
import { openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { frameworks } from '../../support/frameworks.ts';
import { under } from '../../support/given.ts';
import { overall } from '../../support/sent.ts';

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8');
const section = readme.split('### Adding a framework')[1]?.split('\n## ')[0] ?? '';
const [, file = '', , shown = ''] = section.split(/```(?:json)?\n/);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'frameworks-'));
  writeFileSync(join(folder, 'front-door-2027.json'), file);
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('adding a framework as the README shows it', () => {
  it('[FW19] is one file, which framework check proves with the words shown', async () => {
    const { code, printed } = await asked(['framework', 'check', 'front-door-2027'], { FRAMEWORKS_DIR: folder });
    expect(code).toBe(0);
    expect(printed.join('\n')).toContain(shown.trimEnd());
    const listed = await asked(['frameworks'], { FRAMEWORKS_DIR: folder });
    expect(listed.printed.at(-1)).toBe(
      'front-door-2027  2027-01-04 on  Review of the front door of children’s services',
    );
    expect(readdirSync(folder)).toEqual(['front-door-2027.json']);
  });

  it('[FW19] lets an inspection begin under it and come to its own kind of result, with no code', async () => {
    const fortnight = await openFortnight({ known: readFrameworks(folder).all });
    await startNorthmoor(fortnight, 'front-door-2027');
    await record(fortnight, 'inspector', 'response ! Nobody had looked at forty contacts.');
    await gradeAll(fortnight, { response: 'weak', leaders: 'strong' });
    const refused = await fillIn(fortnight, 'lead', 'overall', {});
    expect(page(refused)).toContain('Weak');
    const [set] = await storedOf(fortnight, 'OverallSet');
    expect(set).toMatchObject({ overall: 'overall', grade: 'weak', derived: { permitted: ['weak'] } });
    const summary = await wholeSummary(fortnight, 'lead');
    expect(summary).toContain('the front door as a whole: Weak');
    expect(summary).toContain('FD-1 (must): a weak response makes the whole weak.');
    expect(summary).toContain('FD-1: Made up for this page.');
  });
});

describe('a limiting rule', () => {
  it('[U8] is exact: what it rules out is refused with its id, force, sentence and the judgement that set it off', async () => {
    const fortnight = await openNorthmoor();
    await gradeAll(fortnight, allGood);
    await judge(fortnight, 'lead', 'overall');
    await grade(fortnight, 'help', 'inadequate', 'deputy');
    const lead = fortnight.as('lead');
    // The form was drawn before; choosing draws it again as the rules have it now: one grade is left.
    await lead.fill({ 'Overall effectiveness': 'good' });
    expect(lead.typed()).toMatchObject({ grade: 'inadequate' });
    under('sif-2013')
      .judged('good', { 'help-and-protection': 'inadequate' })
      .when(overall('good', 'Good all the same.'), 'lead')
      .refuses(
        'grade',
        'Not possible under this framework: Good for overall effectiveness. SIF-1 (must): any key judgement inadequate makes overall inadequate. Help and protection is inadequate.',
      );
    await fortnight.as('lead').submit({ 'Overall effectiveness': 'inadequate' });
    const summary = await wholeSummary(fortnight, 'lead');
    expect(summary).toContain('overall effectiveness: Inadequate');
    expect(summary).toContain('SIF-1 (must): any key judgement inadequate makes overall inadequate.');
    expect(summary).toMatch(/^SIF-1: Ofsted’s proposals /m);
  });
});

describe('a framework that changes', () => {
  it('[U20] leaves an inspection on the edition it began with', async () => {
    const sif = frameworks.get('sif-2013');
    if (!sif) throw new Error('there is no sif-2013');
    const known = [sif];
    const fortnight = await openFortnight({ known });
    await startNorthmoor(fortnight);
    await record(fortnight, 'inspector', 'help ! Children were left at risk.');
    const scale = sif.scale.map((grade) => ({ ...grade, label: `${grade.label} (new)` }));
    known.splice(0, 1, { ...sif, scale, rules: [] });
    await fortnight.restart();
    await gradeAll(fortnight, { help: 'inadequate' });
    const status = await boardOf(fortnight);
    expect(status).toMatch(/inadequate is certain already/i);
    expect(status).not.toContain('(new)');
  });
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/reports/record.ts';
import { asked } from '../cli/asked.ts';
import { aFolder } from '../store/opened.ts';
import { copyToRead } from '../support/at-once.ts';
import { type Story, under } from '../support/given.ts';
import { edit, evidence, gradeOf, overall, reopen } from '../support/sent.ts';
import { awkward, northmoor, recordedIn } from './whole-record.ts';

let copy: string;
beforeAll(async () => {
  const [data, out] = [await aFolder(), await aFolder()];
  await recordedIn(data, { restricted: true });
  await asked(['export', northmoor, '--to', out], { DATA_DIR: data });
  copy = await readFile(join(out, `${northmoor}.md`), 'utf8');
});

/** The part under a heading, up to the next one that is as high. */
const partOf = (text: string, heading: string): string => {
  const level = heading.match(/^#+/)?.[0] ?? '';
  const from = text.indexOf(`\n${heading}`) + 1;
  const rest = text.slice(from + heading.length);
  const to = rest.search(new RegExp(`\n#{1,${level.length}} `));
  return from === 0 ? '' : heading + (to === -1 ? rest : rest.slice(0, to));
};

/** The reading copy of a story's record. */
const copyOf = (story: Story): string => {
  const kept = story.entries().map(({ events, entered: { version, at, person } }): RecordEntry => {
    return { header: { version, recordedAt: at, person }, hash: version.toString(16).padStart(64, '0'), events };
  });
  return copyToRead(northmoor, kept);
};

describe('the copy to be read', () => {
  it('[V13] begins with whose record it is, under which framework, and where it stands', () => {
    expect(copy).toMatch(/^# Northmoor: inspection record\n\nSIGNED OFF\./);
    expect(copy).toContain('(edition sif-2013)');
    expect(copy).toMatch(/Head of the record: (\d+:[0-9a-f]{64})\n[\s\S]*End of the record\. Head: \1\n$/);
    expect(partOf(copy, '## Team')).toContain('- Gus Vale, quality assurance manager (UGUS)');
  });

  it('[V13] leads from each judgement to the words of each item it rests on, with source, times and who', () => {
    const area = partOf(copy, '## Help and protection');
    expect(area).toContain('J-002: Good 🟩.** Given Tuesday 19 November 2013, 09:15, by Ana Reyes');
    expect(area).toContain('It rests on E-001.');
    expect(area).toContain('> Children wait too long for help');
    const item = partOf(partOf(area, '### Evidence relied on'), '#### E-001');
    expect(item).toContain('- Source: Case record, tracked in depth');
    expect(item).toContain('- Observed: Tuesday 19 November 2013, 08:30');
    expect(item).toMatch(/- Recorded: Tuesday 19 November 2013, 09:02, by Chi Lam \(entry 3, [0-9a-f]{6}\)/);
    expect(item).toContain('> Seen in help-and-protection, put better');
  });

  it('[V13] shows what was there before: each earlier wording, judgement and proposal', () => {
    const area = partOf(copy, '## Help and protection');
    expect(area).toMatch(
      /- Corrected: .* by Chi Lam \(entry 9, .*\n\n {2}Before, as recorded on .*\n\n {2}> Seen in help-and-protection\n/,
    );
    expect(partOf(area, '### Earlier judgements')).toMatch(/J-001: Inadequate .* It rests on E-001 and E-008\./);
    expect(partOf(area, '### Grades proposed')).toContain('P-001: good.** Proposed');
  });

  it('[V13] shows evidence that no judgement rests on, and what was withdrawn with its reason', () => {
    const others = partOf(partOf(copy, '## Help and protection'), '### Evidence not relied on');
    expect(others).toContain('#### E-007: concern');
    expect(others).toContain('#### E-009: concern (withdrawn)');
    expect(others).toMatch(/- Withdrawn: .*, by Chi Lam\. Reason: It was another child’s/);
  });

  it('[V14] marks what was erased, with the reason, and has none of its words', () => {
    expect(partOf(copy, '## Erased items')).toMatch(/- E-008 was erased on .* Reason: The retention date has passed/);
    expect(copy).not.toContain('Words that must go');
    expect(copy).toMatch(/, Chi Lam: erased\n/);
  });

  it('[V13] gives the overall grade with the rules and the reason, the signatures, and what was posted', () => {
    const whole = partOf(copy, '## Overall effectiveness');
    expect(whole).toContain('What the rules left then: expected, ');
    expect(whole).toMatch(/SIF-\d\w? \(expected; /);
    expect(whole).toContain('> Good throughout.');
    expect(partOf(copy, '## Signatures')).toContain('by Gus Vale');
    expect(partOf(copy, '## Postings')).toContain('````text\nWhat was posted\n```\nto the letter\n````');
  });

  it('[LE5] [LE11] gives every line of enquiry with its evidence and how it was settled, and every case with who reads it', () => {
    const line = partOf(copy, '### L-001: confirmed');
    expect(line).toContain('- From: The authority’s self-evaluation');
    expect(line).toContain('- Evidence for: E-001');
    expect(line).toMatch(/- Confirmed: .*, by Ana Reyes .*Reason: Seen in every team/);
    expect(partOf(copy, '## Lines of enquiry')).toContain('1 of 1 claim tested; 1 stood, 0 did not.');
    const one = partOf(copy, '### C-001: sampled');
    expect(one).toContain('- Read by: Chi Lam');
    expect(one).toContain('- Site: # East \\*office\\*');
    expect(one).toContain('- Evidence that names it: none');
  });

  it('[V13] lists every entry of the record with its number and hash', () => {
    const lines = partOf(copy, '## The record, entry by entry').match(/^- \d+ \([0-9a-f]{6}\) .*$/gm) ?? [];
    expect(lines[0]).toMatch(/^- 1 .* Ana Reyes: inspection of Northmoor started under sif-2013$/);
    const [, last] = copy.match(/Head of the record: (\d+):/) ?? [];
    expect(lines).toHaveLength(Number(last));
  });

  it('[V15] lets nobody’s words become markup', () => {
    const said = partOf(copy, '#### E-007');
    expect(said).toContain('> \\# Not a heading');
    for (const each of awkward.split('\n')) expect(copy.split('\n')).not.toContain(`> ${each}`);
    expect(said).toContain('\\<b\\>nor\\</b\\> \\*this\\*');
  });

  it('[V13] says what stands no more after a change, and what is not set', () => {
    const sif = under('sif-2013');
    const story = sif
      .signedOff()
      .and(reopen('A late complaint'), 'lead')
      .and(gradeOf('leadership', 'inadequate', [sif.itemOf('leadership')]), 'lead');
    const text = copyOf(story);
    expect(text).toContain('PROVISIONAL');
    expect(partOf(text, '## Overall effectiveness: not set')).toContain('### Set earlier, and stands no more');
    expect(partOf(text, '## Signatures')).toContain('Reason: A late complaint');
    expect(partOf(text, '## Leadership')).toContain('### Earlier judgements');
    expect(copyOf(story.and(overall('inadequate', null), 'lead'))).toContain('## Overall effectiveness: Inadequate');
  });

  it('[V13] shows an item under a judgement that rests on it although it was corrected to another area', () => {
    const sif = under('sif-2013');
    const story = sif.judged('good', {}).and(edit(sif.itemOf('leadership'), { areas: ['care-leavers'] }), 'lead');
    const area = partOf(copyOf(story), '## Leadership');
    expect(area).toContain(`#### ${sif.itemOf('leadership')}`);
    expect(area).toContain('Areas: Care leavers');
  });

  it('[V13] names the proposal that a judgement adopts, and who proposed it', () => {
    const good = gradeOf('help-and-protection', 'good', ['E-001']);
    const story = under('sif-2013').withEvidence().and(good, 'inspector').and(good, 'lead');
    expect(copyOf(story)).toContain('Adopts P-001, proposed by Chi Lam. It rests on E-001.');
  });

  it('[V13] says why there is no overall grade where the framework gives none', () => {
    const text = copyOf(under('ilacs-2026').withEvidence());
    expect(partOf(text, '## No overall grade').length).toBeGreaterThan(40);
    expect(text).toContain('Not judged yet.');
  });

  it('[V13] needs no evidence to be read', () => {
    expect(copyOf(under('ilacs-2023').started())).toContain('Not judged yet.');
    expect(copyOf(under('ilacs-2023').started().and(evidence({}), 'inspector'))).toContain('### Evidence\n');
  });
});

import { describe, expect, it } from 'vitest';
import type { Block } from '../../src/reports/tree.ts';
import { type Story, under } from '../support/given.ts';
import { paperMade, paperRead, recordOf } from '../support/report-made.ts';
import { edit, erase, evidence, finding, gradeOf } from '../support/sent.ts';
import { recommend } from '../support/sent-concern.ts';
import { keepVersion, rewriteSection, writeSection } from '../support/sent-report.ts';

const sif = under('sif-2013');
const written = sif
  .judged('inadequate', { lscb: 'good' })
  .and(evidence({ text: 'A toddler waited nine days' }), 'inspector')
  .and(evidence({ areas: ['lscb'], text: 'Audits lead to nothing' }), 'inspector')
  .and(recommend({ text: 'See every child alone', evidence: ['E-007'] }), 'lead')
  .and(recommend({ text: 'Write down every decision', evidence: ['E-007'], urgency: 'area-for-improvement' }), 'lead')
  .and(recommend({ text: 'Follow audits up', evidence: ['E-008'] }), 'lead')
  .and(
    writeSection('findings', 'Children wait.\nE-007\nAs E-007 shows, nobody asks.\n- a point', 'The second part.'),
    'lead',
  )
  .and(keepVersion('draft'), 'lead');
const [draft] = written.state().reportVersions;

const numbered = (blocks: readonly Block[]): [number, string][] =>
  blocks.flatMap((block): [number, string][] =>
    'paragraph' in block && block.number !== undefined
      ? [[block.number, typeof block.paragraph === 'string' ? block.paragraph : JSON.stringify(block.paragraph)]]
      : [],
  );

/** The paper of the draft, after an item was erased. */
const afterErasing = (story: Story, item: string) => {
  const erased = story.and(erase(item), 'lead');
  const gone = erased.state().erasedItems.get(item)?.versions ?? [];
  return recordOf(erased.entries(), gone);
};

describe('the paper, made of the record', () => {
  it('[RT8] has its sections in the printed order, grades where that edition has them, and paragraphs in one run', () => {
    const { blocks, title } = paperMade(recordOf(written.entries()), draft?.version ?? null);
    expect(title).toMatch(/^Northmoor: inspection of services/);
    expect(blocks.flatMap((block) => ('heading' in block ? [block.heading] : []))).toEqual([
      'Section 1: the local authority',
      'Summary of key findings',
      'What does the local authority need to improve?',
      'Priority and immediate action',
      'Area for improvement',
      'Information about this inspection',
      'Information about this local authority area',
      'Inspection judgements about the local authority',
      'The experiences and progress of children who need help and protection are inadequate',
      'The experiences and progress of children looked after and achieving permanence are inadequate',
      'Adoption performance is inadequate',
      'The experiences and progress of care leavers are inadequate',
      'Leadership, management and governance is inadequate',
      'What the inspection judgements mean: the local authority',
      'Section 2: The effectiveness of the local safeguarding children board',
      'Priority and immediate action',
      'What the inspection judgements mean: the LSCB',
    ]);
    const numbers = numbered(blocks).map(([number]) => number);
    expect(numbers).toEqual(numbers.map((_, place) => place + 1));
    expect(
      numbered(blocks)
        .slice(0, 5)
        .map(([, words]) => words),
    ).toEqual([
      'Children wait.',
      'As E-007 shows, nobody asks.',
      'The second part.',
      'See every child alone',
      'Write down every decision',
    ]);
  });

  it('[RT8] says at its foot how the inspection stands, which version it is, and the head of the record then', () => {
    const later = written.and(evidence({ text: 'Said later' }), 'inspector');
    const { foot } = paperMade(recordOf(later.entries()), draft?.version ?? null);
    expect(foot).toEqual({
      standing: 'PROVISIONAL · Draft',
      head: `${draft?.version}:${draft?.version.toString(16).padStart(64, '0')}`,
    });
    expect(paperMade(recordOf(later.entries()), null).foot.standing).toBe('PROVISIONAL · Not a version that is kept');
  });

  it('[RT9] of a version is the record as it stood then, whatever was recorded or rewritten since', () => {
    const before = paperRead(recordOf(written.entries()), draft?.version ?? null);
    const later = written
      .and(rewriteSection('T-001', 'Other words altogether'), 'lead')
      .and(edit('E-007', { text: 'A toddler waited ten days' }), 'inspector')
      .and(gradeOf('adoption', 'good', ['E-003']), 'lead');
    expect(paperRead(recordOf(later.entries()), draft?.version ?? null)).toBe(before);
    expect(paperRead(recordOf(later.entries()), null)).toContain('Other words altogether');
  });

  it('[RT10] has nothing of an erased item in any version made afterwards, marks what names it, and keeps its numbers', () => {
    const before = numbered(paperMade(recordOf(written.entries()), draft?.version ?? null).blocks);
    const record = afterErasing(written, 'E-007');
    const after = paperRead(record, draft?.version ?? null);
    expect(after).not.toContain('nine days');
    expect(after).toContain('A quotation that stood here was erased or withdrawn.');
    expect(after).toContain('This names E-007, which was erased.');
    const kept = numbered(paperMade(record, draft?.version ?? null).blocks);
    expect(kept.map(([number]) => number)).toEqual(before.map(([number]) => number));
  });

  it.each(['T-001', 'A-001', 'J-001'])('[RT10] keeps the numbers of paragraphs where %s was erased', (item) => {
    const before = new Map(numbered(paperMade(recordOf(written.entries()), draft?.version ?? null).blocks));
    const { blocks } = paperMade(afterErasing(written, item), draft?.version ?? null);
    const after = numbered(blocks);
    expect(after).toHaveLength(before.size);
    expect(after.some(([, words]) => words === 'What stood here was erased.')).toBe(true);
    for (const [number, words] of after)
      if (words !== 'What stood here was erased.') expect(words).toBe(before.get(number));
  });

  it('[RT11] of a focused visit is a letter without grades or numbers, what must be put right under its heading', () => {
    const visit = under('ilacs-focused-visit');
    const story = visit
      .withEvidence()
      .and(finding({ heading: 'strengths', area: 'practice', text: 'Workers know the children', remedy: null }), 'lead')
      .and(
        finding({
          heading: 'areas-for-priority-action',
          area: null,
          text: 'Children wait at the door',
          remedy: 'Decide within a day',
        }),
        'lead',
      )
      .and(writeSection('headline', 'Leaders know what they must do'), 'lead');
    const read = paperRead(recordOf(story.entries()), null);
    expect(read).toMatch(/^# Focused visit to Northmoor children’s services/);
    expect(read).toMatch(/## Areas for priority action\n\n- Children wait at the door\n- Decide within a day/);
    expect(read).toMatch(/Workers know the children[\s\S]*Yours sincerely\n\nAna Reyes/);
    expect(numbered(paperMade(recordOf(story.entries()), null).blocks)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/reports/record.ts';
import { copyToRead } from '../support/at-once.ts';
import { framework } from '../support/frameworks.ts';
import { given, type Story } from '../support/given.ts';
import { evidence, finding, giveResult } from '../support/sent.ts';

const copyOf = (story: Story): string => {
  const kept = story.entries().map(({ events, entered: { version, at, person } }): RecordEntry => {
    return { header: { version, recordedAt: at, person }, hash: version.toString(16).padStart(64, '0'), events };
  });
  return copyToRead('northmoor-2013-11-19', kept);
};

describe('the copy to be read, where a framework does not grade', () => {
  const priority = { heading: 'areas-for-priority-action', area: null, remedy: 'Name one lead' };
  const story = given(framework('jtai-2016'))
    .and(evidence({ areas: ['response'], agency: 'Police' }), 'partner')
    .and(finding({ area: 'response', agency: 'police' }), 'partner')
    .and(finding({ area: 'response', agency: 'childrens-social-care', text: 'Contacts are answered at once' }), 'lead')
    .and(finding({ ...priority, text: 'Nobody leads on missing children' }), 'lead')
    .and({ type: 'AdoptFinding', item: 'F-001' }, 'lead')
    .and(finding({ area: 'response', agency: 'health', text: 'Nurses are left out' }), 'partner');

  it('[FI11] [V13] tells findings in order, each partner’s apart, with who proposed and adopted them', () => {
    const copy = copyOf(story);
    const order = [
      '## At a glance',
      '- Areas for priority action: **1**',
      '## Findings',
      '### The partnership as a whole',
      '#### F-003: Areas for priority action · The partnership as a whole',
      '> Name one lead',
      '### Children’s social care',
      '#### F-002: Identification and response · Strengths · Children’s social care',
      '### Police',
      '- Recorded as a proposal: Tuesday 19 November 2013, 09:03, by Eve Stone',
      '- Adopted: Tuesday 19 November 2013, 09:06, by Ana Reyes',
      '### Proposed, and not decided',
      '#### F-004: Identification and response · Strengths · Health services',
      '## Identification and response',
      '- Agency: Police',
    ];
    const places = order.map((words) => copy.indexOf(words));
    expect(order.filter((_, place) => places[place] === -1)).toEqual([]);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(copy).not.toMatch(/not judged|overall/i);
  });

  it('[FI12] [V13] tells each result given, the latest first, with where it comes from', () => {
    const rating = given(framework('annual-rating-2009'))
      .and(giveResult('safeguarding-inspection', 'good'), 'analyst')
      .and(giveResult('safeguarding-inspection', 'inadequate', { source: 'Report on the second visit' }), 'lead');
    const copy = copyOf(rating);
    expect(copy).toContain('| Safeguarding inspection (given) | Inadequate 🟥 | G-002, 3 June 2013 |');
    expect(copy).toContain('- Inadequate 🟥 (G-002: Report on the second visit, of 3 June 2013). Recorded');
    expect(copy).not.toContain('..');
    expect(copy).toMatch(/Given from elsewhere, and not judged by the team\.\n\n- Inadequate .*by Ana Reyes.*\n- Good/);
  });
});

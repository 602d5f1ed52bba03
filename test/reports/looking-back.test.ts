import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/reports/record.ts';
import { copyToRead } from '../support/at-once.ts';
import { framework } from '../support/frameworks.ts';
import { type Story, under } from '../support/given.ts';
import { earlier, evidence, pause } from '../support/sent.ts';

const copyOf = (story: Story): string => {
  const kept = story.entries().map(({ events, entered: { version, at, person } }): RecordEntry => {
    return { header: { version, recordedAt: at, person }, hash: version.toString(16).padStart(64, '0'), events };
  });
  return copyToRead('northmoor-2013-11-19', kept);
};

const story = (): Story =>
  under('sif-2013')
    .started()
    .and(earlier({ framework: framework('sif-2013'), grades: { leadership: 'good' } }), 'inspector')
    .and({ type: 'SetContext', children: '96,000' }, 'analyst')
    .and(pause('2013-11-19'), 'lead')
    .and(evidence({}), 'inspector')
    .and({ type: 'ResumeInspection', on: '2013-11-20', note: 'Two offices are seen anew' }, 'deputy')
    .and({ type: 'KeepDate', step: 'last-day', day: '2013-12-17' }, 'lead');

describe('the copy to be read', () => {
  it('[V13] tells of pauses, dates, context and earlier inspections, with who and when', () => {
    const copy = copyOf(story());
    expect(copy).toMatch(/- Paused from Tuesday 19 November 2013 \(.*by Ana Reyes.*Reason: A flood at the main office/);
    expect(copy).toMatch(/- Goes on from Wednesday 20 November 2013 \(.*Two offices are seen anew/);
    expect(copy).toMatch(/- last-day: Tuesday 17 December 2013 \(.*Ana Reyes/);
    expect(copy).toMatch(/- 96,000 children \(.*Fay Bright/);
    expect(copy).toContain('V-001: Single inspection framework, published 1 February 2013, entered by hand');
    expect(copy).toContain('Hold strategy discussions within a day');
  });

  it('[HM6] marks what was recorded while the inspection was paused', () => {
    expect(copyOf(story())).toMatch(/- Recorded: .*, while the inspection was paused/);
  });

  it('[HM7] begins by saying that it ended incomplete, and why', () => {
    const copy = copyOf(story().and({ type: 'EndIncomplete', reason: 'The flood lasts' }, 'lead'));
    expect(copy).toContain('INCOMPLETE: it ended without a result.');
    expect(copy).toMatch(/- Ended incomplete .*Reason: The flood lasts/);
  });
});

import { describe, expect, it } from 'vitest';
import { outcomeOf } from '../../src/domain/grading.ts';
import { compareOutcomes, differencesBetween } from '../../src/frameworks.ts';
import { framework, frameworks } from '../support/frameworks.ts';
import { asked } from './asked.ts';

const compared = async (...words: string[]) => (await asked(['framework', 'compare', ...words])).printed.join('\n');
const scale = framework('ilacs-2018').scale.map(({ id }) => id);

describe('comparing two editions', () => {
  it('[FW18] says what only one of them has and what they say otherwise, part by part', async () => {
    const text = await compared('ilacs-2018', 'ilacs-2023');
    expect(text).toContain(
      'ilacs-2018 | ilacs-2023\nTitle: Inspecting local authority children’s services, 2018 to 2022 |',
    );
    expect(text).toContain('In force: 2018-01-01 to 2022-12-31 | 2023-01-01 to 2026-03-31');
    expect(text).toContain(
      'Areas\n  only in ilacs-2018: In care and care leavers\n  only in ilacs-2023: Children in care; Care leavers',
    );
    expect(text).toContain('Rules\n  changed: IL-1 (when)');
    expect(text).toContain('May be paused: not said | 5 to 15 working days');
  });

  it('[FW18] says which combinations of grades come out differently, a split judgement alike in its parts', async () => {
    const text = await compared('ilacs-2018', 'ilacs-2023');
    expect(text).toContain('In care\n  and care leavers = Children in care + Care leavers');
    expect(text).toContain('64 combinations: 5 come out differently');
    expect(text).toContain('1  outstanding or good | outstanding: ');
  });

  it('[FW18] counts them as grading does', () => {
    const [before, after] = [framework('ilacs-2018'), framework('ilacs-2023')];
    const differing = scale.flatMap((leaders) =>
      scale.flatMap((help) =>
        scale.filter((care) => {
          const shared = { leaders, 'help-and-protection': help };
          const one = outcomeOf(before, 'overall', { ...shared, 'in-care-and-care-leavers': care });
          const other = outcomeOf(after, 'overall', { ...shared, 'in-care': care, 'care-leavers': care });
          return one.expected.join() !== other.expected.join() || one.permitted.join() !== other.permitted.join();
        }),
      ),
    );
    const [result] = compareOutcomes(before, after, []);
    expect(result?.different.reduce((sum, each) => sum + each.combinations, 0)).toBe(differing.length);
  });

  it.each(frameworks.all.map((edition) => [edition.id, edition] as const))(
    '[FW18] finds nothing different between an edition and itself: %s',
    (_, edition) => {
      expect(differencesBetween(edition, edition)).toEqual([]);
      for (const { different } of compareOutcomes(edition, edition, [])) expect(different).toEqual([]);
    },
  );

  it('[FW18] takes from the asker which judgements are the same', async () => {
    const text = await compared(
      'sif-2013',
      'ilacs-2018',
      '--same',
      'looked-after-and-permanence=in-care-and-care-leavers',
    );
    expect(text).toContain('Leadership = Impact of leaders');
    expect(text).toContain('28  inadequate, nothing else permitted | inadequate: ');
    expect(text).toContain('64 combinations: 38 come out differently');
  });

  it('[FW18] says what would be right where it is asked in a wrong way', async () => {
    const wrong = async (...words: string[]) => {
      const { code, complained } = await asked(['framework', 'compare', ...words]);
      return { code, said: complained[0] };
    };
    expect(await wrong('sif-2013')).toEqual({ code: 2, said: 'Say which two frameworks: their ids or files.' });
    expect((await wrong('sif-2013', 'cp-2012', '--same', 'help')).said).toBe(
      '"help" is not of the form <area>=<area>.',
    );
    expect((await wrong('sif-2013', 'cp-2012', '--same', 'lscb=board')).said).toContain(
      '"board" is no judgement area of cp-2012. Its areas: help-and-protection,',
    );
  });

  it('[FW18] compares only grades that both have, says which, and fits a terminal', async () => {
    const text = await compared('cp-2012', 'sif-2013');
    expect(text.replace(/\s+/g, ' ')).toContain('in the grades that both have: outstanding, good and inadequate');
    expect(text).toContain('3  inadequate | inadequate, nothing else permitted: Help and protection at inadequate\n');
    expect(text).not.toContain('adequate or worse');
    for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

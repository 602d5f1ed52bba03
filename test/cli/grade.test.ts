import { describe, expect, it } from 'vitest';
import { asked } from './asked.ts';

const json = async (...args: string[]) => {
  const { code, printed, complained } = await asked(['grade', ...args, '--json']);
  expect({ code, complained }).toEqual({ code: 0, complained: [] });
  return JSON.parse(printed.join('\n'));
};

describe('grading on the command line', () => {
  it('[L5] gives as JSON what is left, what is missing and which rules ruled what out', async () => {
    expect(await json('sif-2013', 'help=inadequate', 'looked-after=outstanding', 'leadership=outstanding')).toEqual({
      permitted: ['inadequate'],
      expected: ['inadequate'],
      fixed: true,
      missing: [],
      because: [
        {
          rule: 'SIF-1',
          force: 'must',
          ruledOut: ['outstanding', 'good', 'requires-improvement'],
          because: 'Any key judgement inadequate makes overall inadequate',
        },
        {
          rule: 'SIF-6a',
          force: 'expected',
          ruledOut: ['outstanding'],
          because: 'Outstanding needs every key judgement at least good',
        },
      ],
    });
  });

  it('[L5] gives what any completion leaves where areas are missing', async () => {
    expect(await json('ilacs-2023', 'leaders=requires-improvement')).toMatchObject({
      permitted: ['outstanding', 'good', 'requires-improvement', 'inadequate'],
      expected: ['requires-improvement', 'inadequate'],
      fixed: false,
      missing: ['help-and-protection', 'in-care', 'care-leavers'],
    });
  });

  it('[L6] gives empty lists and the reason where the framework gives no overall grade', async () => {
    const nothing = {
      permitted: [],
      expected: [],
      fixed: false,
      missing: [],
      because: [],
      reason:
        'Inspections from 1 April 2026 give four judgements and no overall effectiveness, so none is derived or posted.',
    };
    expect(await json('ilacs-2026', 'leaders=inadequate')).toEqual(nothing);
    expect(await json('ilacs-2026', '--of', 'overall')).toEqual(nothing);
    expect((await asked(['grade', 'ilacs-2026'])).printed.join(' ')).toContain(
      'No overall grade: Inspections from 1 April 2026',
    );
  });

  it('[L7] grades what --of names, an area that rules limit too', async () => {
    expect(await json('sif-2013', 'adoption=inadequate', '--of', 'looked-after-and-permanence')).toMatchObject({
      expected: ['requires-improvement', 'inadequate'],
      missing: ['care-leavers'],
    });
  });

  it('[L8] tells in words why, what a rule lacked, what to answer and what would change it', async () => {
    const { code, printed } = await asked(['grade', 'ilacs-2018', 'leaders=inadequate', 'help=good', 'in-care=good']);
    const text = printed.join('\n');
    expect(code).toBe(0);
    expect(printed[0]).toBe('Overall effectiveness: requires improvement to be good or inadequate');
    expect(text).toContain(
      '  IL-4 (expected; consistent with all published results): Leaders below good keep overall below\n    good. Rules out outstanding and good.',
    );
    expect(text).toContain('It needs no key\n    judgement at inadequate; one is (Impact of leaders).');
    expect(text).toContain('To be answered in words\n  IL-2: Leaders are inadequate and no experiences judgement is.');
    expect(text).toContain('What would change it\n  Only');
    expect(text).toContain('Sources\n  IL-4, IL-7a, IL-7b, IL-7c: 313 published ILACS results');
    for (const line of printed) expect(line.length, line).toBeLessThanOrEqual(100);
  });

  it('[L8] says what is certain while areas are missing', async () => {
    const { printed } = await asked(['grade', 'sif-2013', 'leadership=inadequate']);
    expect(printed[0]).toBe('Overall effectiveness: inadequate is certain already');
    expect(printed.join('\n')).toContain('Not judged yet\n  Help and protection, and Looked after and permanence');
  });

  it.each([
    [['grade'], 'Say under which framework.'],
    [['grade', 'sif-2031'], 'ilacs-2018, ilacs-2023, ilacs-2026,'],
    [['grade', './none.json'], 'There is no file ./none.json.'],
    [['grade', 'sif-2013', 'help'], '"help" is not of the form <area>=<grade>.'],
    [
      ['grade', 'sif-2013', 'housing=good'],
      '"housing" is no judgement area of sif-2013. Its areas: help-and-protection,',
    ],
    [['grade', 'sif-2013', 'help=good', 'protection=good'], 'help-and-protection is given a grade twice.'],
    [['grade', 'ilacs-2023', 'in-care=not-judged'], '"not-judged" is no grade for in-care.'],
    [['grade', 'sif-2013', '--of', 'capacity'], '"capacity" is nothing sif-2013 grades. Use overall,'],
  ])('[L9] %j is answered with what would be right', async (args, wanted) => {
    const { code, printed, complained } = await asked(args);
    expect({ code, printed }).toEqual({ code: 2, printed: [] });
    expect(complained[0]).toContain(wanted);
    expect(complained[1]).toBe(
      'Usage: npm run -s fortnight -- grade <framework> <area>=<grade> ... [--of <overall>] [--json]',
    );
  });
});

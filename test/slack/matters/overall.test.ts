import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/local-slack/index.ts';
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
  told,
  underFields,
  wholeSummary,
  wordsOf,
} from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { framework } from '../../support/frameworks.ts';

/** The box for the reason, as it stands in a form. */
const reasonIn = (view: View | undefined) => view?.blocks.find(({ block_id }) => block_id === 'reason');

const opened = async (edition = 'sif-2013') => {
  const fortnight = await openNorthmoor(edition);
  return fortnight;
};

describe('overall effectiveness', () => {
  it('[O1] is refused while an area that counts is not judged, naming it; the separate LSCB never blocks it', async () => {
    const fortnight = await opened();
    const { lscb: _, leadership, ...others } = allGood;
    await gradeAll(fortnight, others);
    const outcome = await judge(fortnight, 'lead', 'overall');
    expect(told(outcome)).toBe('Not yet judged: Leadership. Give the grade first.');
    expect(outcome.view).toBeUndefined();
    await gradeAll(fortnight, { leadership });
    expect(page(await fillIn(fortnight, 'lead', 'overall', {}))).toMatch(/Saved overall effectiveness · Good/);
  });

  it('[O1] is refused at submission too, when an area was reopened by then', async () => {
    const fortnight = await opened();
    await gradeAll(fortnight, allGood);
    await judge(fortnight, 'lead', 'overall');
    await fillIn(fortnight, 'deputy', 'grade help', {
      Grade: 'inadequate',
      'Why this grade?': 'Children were left at risk.',
    });
    const refused = await fortnight.as('lead').submit();
    expect(refused.errors?.grade).toMatch(
      /^Not possible under this framework: Good for overall effectiveness\. SIF-1 \(must\):/,
    );
    expect(refused.errors?.grade).toContain('Help and protection is inadequate.');
    expect(await storedOf(fortnight, 'OverallSet')).toEqual([]);
  });

  it('[O2] offers only permitted grades, the expected ones apart', async () => {
    const fortnight = await opened();
    await gradeAll(fortnight, { ...allGood, 'looked-after-and-permanence': 'requires-improvement' });
    const { view } = await judge(fortnight, 'lead', 'overall');
    const field = view?.blocks.find(({ block_id }) => block_id === 'grade');
    expect(field).toMatchObject({
      element: {
        option_groups: [
          { label: { text: 'Expected' }, options: [{ value: 'good' }, { value: 'requires-improvement' }] },
          { label: { text: 'Permitted with a reason' }, options: [{ value: 'outstanding' }, { value: 'inadequate' }] },
        ],
      },
    });
  });

  it('[O3] [O8] asks for a reason outside what is expected, and shows it in the summary', async () => {
    const fortnight = await opened();
    await gradeAll(fortnight, allGood);
    const form = await judge(fortnight, 'lead', 'overall');
    expect(reasonIn(form.view)).toMatchObject({
      optional: true,
      hint: { text: expect.stringContaining('needs no reason') },
    });
    const lead = fortnight.as('lead');
    await lead.fill({ 'Overall effectiveness': 'requires-improvement' });
    expect(reasonIn(lead.view())).toMatchObject({
      optional: false,
      hint: { text: 'Needed: the rules expect good. The summary shows your words.' },
    });
    await lead.submit({ 'Why this grade?': 'Much of it began only this autumn.' });
    const [set] = await storedOf(fortnight, 'OverallSet');
    expect(set).toMatchObject({
      grade: 'requires-improvement',
      reason: 'Much of it began only this autumn.',
      derived: { expected: ['good'], permitted: ['outstanding', 'good', 'requires-improvement', 'inadequate'] },
    });
    const summary = await wholeSummary(fortnight, 'lead');
    expect(summary).toContain('outside what is expected (good)');
    expect(summary).toContain('Much of it began only this autumn.');
  });

  it('[O4] is refused under a framework without one, with the reason, and the summary says why there is none', async () => {
    const fortnight = await opened('ilacs-2026');
    const outcome = await judge(fortnight, 'lead', 'overall');
    const why = 'Inspections from 1 April 2026 give four judgements and no overall effectiveness';
    expect(told(outcome)).toContain(why);
    expect(outcome.view).toBeUndefined();
    await gradeAll(fortnight, { leaders: 'good', help: 'good', 'in-care': 'good', 'care-leavers': 'outstanding' });
    for (const answer of [told(await judge(fortnight, 'lead', 'summary')), await boardOf(fortnight)]) {
      expect(answer).toContain(why);
      expect(answer).toMatch(/care leavers:?\s+Outstanding/i);
    }
    const [shown] = (await judge(fortnight, 'lead', 'summary')).shown;
    if (shown) expect(told(await fortnight.as('lead').press(shown, 'Post to the team channel'))).toContain('Posted');
    expect((await storedOf(fortnight, 'PostingMade')).at(-1)).toMatchObject({ text: 'All 6 replies are posted.' });
    expect(await storedOf(fortnight, 'OverallSet')).toEqual([]);
  });

  it('[O5] is said to be certain already as soon as one key judgement is inadequate', async () => {
    const fortnight = await opened();
    await record(fortnight, 'inspector', 'help ! Children were left at risk.');
    await grade(fortnight, 'help', 'inadequate');
    for (const answer of [await boardOf(fortnight), await wholeSummary(fortnight, 'lead')])
      expect(answer).toMatch(/Overall effectiveness so far: inadequate is certain already/i);
    const [board] = fortnight.slack.channel('CTEAM').pinned();
    expect(board?.text).toContain('certain already');
    expect(board?.text).toContain('because help and protection is inadequate, so overall is too (SIF-1).');
  });

  it('[O6] answers in words what a rule asks, and the answer moves no grade', async () => {
    const fortnight = await opened('ilacs-2023');
    await gradeAll(fortnight, {
      leaders: 'inadequate',
      help: 'requires-improvement',
      'in-care': 'requires-improvement',
      'care-leavers': 'requires-improvement',
    });
    await judge(fortnight, 'lead', 'overall');
    const lead = fortnight.as('lead');
    const before = lead.typed();
    expect(before).toHaveProperty('answers.IL-2');
    const chosen = before.grade ?? 'requires-improvement';
    const answer = lead.view()?.blocks.find(({ block_id }) => block_id === 'answers.IL-2');
    expect(answer).toMatchObject({ optional: false });
    const words = 'Leaders changed in spring; practice held.';
    await lead.fill({ grade: String(chosen) });
    expect(
      underFields(await lead.submit({ 'Why this grade?': 'As the three experiences show.', 'answers.IL-2': words })),
    ).toBe('');
    expect(await storedOf(fortnight, 'OverallSet')).toMatchObject([{ grade: chosen, answers: { 'IL-2': words } }]);
    expect(await wholeSummary(fortnight, 'lead')).toContain(words);
  });

  it('[O7] keeps what the rules left at that time beside what was recorded', async () => {
    const fortnight = await opened();
    await gradeAll(fortnight, { ...allGood, leadership: 'inadequate' });
    await fillIn(fortnight, 'lead', 'overall', {});
    expect(await storedOf(fortnight, 'OverallSet')).toMatchObject([
      { grade: 'inadequate', derived: { permitted: ['inadequate'], expected: ['inadequate'] } },
    ]);
  });

  /** What stands above a form's first field, and below its last. */
  const around = (view: View | undefined) => {
    const blocks = view?.blocks ?? [];
    const isField = ({ type }: { type: string }) => type === 'input';
    return {
      above: wordsOf(blocks.slice(0, blocks.findIndex(isField))),
      below: wordsOf(blocks.slice(blocks.findLastIndex(isField) + 1)),
    };
  };

  it('[O9] begins with what is expected in at most 45 words, then asks, then says why', async () => {
    const fortnight = await opened('ilacs-2023');
    await gradeAll(fortnight, {
      leaders: 'good',
      help: 'requires-improvement',
      'in-care': 'good',
      'care-leavers': 'good',
    });
    const { view } = await judge(fortnight, 'lead', 'overall');
    const { above, below } = around(view);
    expect(above).toBe(
      'Expected: good or requires improvement to be good. Any other needs a reason.\nThin evidence: all four areas.',
    );
    expect(above.split(/\s+/).length).toBeLessThanOrEqual(45);
    expect(view?.blocks.filter(({ type }) => type === 'input').map(({ block_id }) => block_id)).toEqual([
      'grade',
      'reason',
    ]);
    expect(below).toMatch(
      /^Because: no judgement is inadequate, so not inadequate \(IL-3\); impact of leaders is good, so not outstanding \(IL-7a\)\.\nAll rules and the closest changes\n/,
    );
    expect(below).toContain('Good 🟩: Impact of leaders, Children in care and Care leavers');
  });

  it('[O9] says which grades are left where a rule forbids the others, and where none limits it', async () => {
    const fortnight = await opened();
    await gradeAll(fortnight, { ...allGood, leadership: 'inadequate' });
    const limited = around((await judge(fortnight, 'lead', 'overall')).view);
    expect(limited.above).toContain('Expected: inadequate. No other is permitted.');
    expect(limited.below).toContain('Because: leadership is inadequate, so overall is too (SIF-1).');
    const free = await opened('tlac-2013');
    await gradeAll(free, Object.fromEntries(framework('tlac-2013').areas.map(({ words }) => [words[0], 'good'])));
    const { above, below } = around((await judge(free, 'lead', 'overall')).view);
    expect(above).toContain('No rule of this framework limits it: any grade, with a reason.');
    expect(below).not.toMatch(/Because|All rules/);
  });

  it('[O10] shows every rule and the closest changes on a page above the form, which keeps what is typed', async () => {
    const fortnight = await opened();
    await gradeAll(fortnight, { ...allGood, 'looked-after-and-permanence': 'requires-improvement' });
    await judge(fortnight, 'lead', 'overall');
    const lead = fortnight.as('lead');
    await lead.fill({ 'Why this grade?': 'Half a sentence' });
    await lead.press('view', 'All rules and the closest changes');
    const rules = page({ view: lead.view() });
    const [, decided = '', others = '', silent = '', changes = '', sources = ''] = rules.split(
      /\n(?:Decided|Fired too|Did not fire|The closest changes|Sources)\n/,
    );
    expect(decided.match(/SIF-\S+ \(\w+\)/g)).toEqual(['SIF-2 (expected)', 'SIF-6a (expected)']);
    expect(others.match(/SIF-\S+/g)).toEqual(['SIF-6b']);
    expect(silent.match(/SIF-\S+/g)).toEqual(['SIF-1', 'SIF-5a', 'SIF-5b', 'SIF-7a', 'SIF-7b']);
    expect(changes.split('\n')[0]).toBe('Only good if looked after and permanence rises to good or better.');
    expect(changes.split('\n')).toHaveLength(2);
    expect(sources.match(/173 published SIF results/g)).toHaveLength(1);
    await lead.closeView();
    expect(lead.typed()).toMatchObject({ reason: 'Half a sentence' });
  });
});

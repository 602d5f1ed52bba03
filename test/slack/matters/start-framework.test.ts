import { describe, expect, it } from 'vitest';
import type { Block, JsonObject } from '../../../src/local-slack/index.ts';
import { page, stored, storedOf, underFields } from '../../support/acts.ts';
import { openFortnight } from '../../support/fortnight.ts';
import { frameworks } from '../../support/frameworks.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const opened = async () => {
  const fortnight = await openFortnight();
  const lead = fortnight.as('lead');
  await lead.command(teamChannel, 'start');
  return { fortnight, lead };
};

type Group = { label: { text: string }; options: { value: string; text: { text: string } }[] };

/** What the menu of frameworks offers, group by group. */
const offered = (blocks: readonly Block[]): Record<string, string[]> => {
  const input = blocks.find(({ block_id }) => block_id === 'framework') as { element: JsonObject } | undefined;
  const groups = (input?.element.option_groups ?? []) as Group[];
  return Object.fromEntries(groups.map(({ label, options }) => [label.text, options.map(({ value }) => value)]));
};

const inForceOn = (day: string): string[] => frameworks.inForceOn(day).map(({ id }) => id);
const others = (day: string): string[] =>
  frameworks.all.map(({ id }) => id).filter((id) => !inForceOn(day).includes(id));

describe('choosing a framework', () => {
  it('[FI1] offers those in force on the first day on site, then the others; drawn again when the day changes', async () => {
    const { lead } = await opened();
    expect(offered(lead.view()?.blocks ?? [])).toEqual({
      'In force on 19 November 2013': inForceOn('2013-11-19'),
      'Not in force on that day': others('2013-11-19'),
    });
    await lead.fill({ 'Local authority': 'Northmoor', 'First day on site': '2024-03-04' });
    expect(offered(lead.view()?.blocks ?? [])).toEqual({
      'In force on 4 March 2024': inForceOn('2024-03-04'),
      'Not in force on that day': others('2024-03-04'),
    });
    expect(lead.typed()).toMatchObject({ authority: 'Northmoor', firstDay: '2024-03-04' });
  });

  it('[FI1] is offered also while Slack does not say who asks', async () => {
    const { fortnight, lead } = await opened();
    fortnight.slack.fail('users.info', { error: 'internal_error' }, 1);
    await lead.fill({ 'First day on site': '2024-03-04' });
    expect(fortnight.faults.splice(0)).toHaveLength(1);
    expect(Object.keys(offered(lead.view()?.blocks ?? []))[0]).toBe('In force on 4 March 2024');
  });

  it('[FI1] names each with its years, and one that began and ended in one year with that year alone', async () => {
    const { lead } = await opened();
    const words = page({ view: lead.view() });
    expect(words).toContain('Single inspection framework (2013 to 2018)');
    expect(words).toContain('Targeted looked after children (2013)');
  });

  it('[FW7] says of one that was only planned that it was never in force', async () => {
    const { lead } = await opened();
    expect(page({ view: lead.view() })).toContain('Multi-agency child protection (planned, never in force)');
    await lead.fill({ Framework: 'multi-agency-2013' });
    expect(page({ view: lead.view() })).toContain('Multi-agency child protection was planned and never in force.');
  });

  it('[FI2] asks to confirm one that is not in force, and starts nothing until the box is ticked', async () => {
    const { fortnight, lead } = await opened();
    await lead.fill({ 'Local authority': 'Northmoor', Framework: 'ilacs-2018' });
    expect(page({ view: lead.view() })).toContain('was in force from 1 January 2018 to');
    const refused = await lead.submit();
    expect(refused.errors?.confirmed).toMatch(
      /was in force from 1 January 2018 to .*, and the first day on site is 19 November 2013\. Choose another framework, or tick the box\./,
    );
    expect(await stored(fortnight)).toEqual([]);
    const saved = await lead.submit({ 'Not in force on that day': ['yes'] });
    expect(page(saved)).toContain('Started northmoor-2013-11-19');
    expect(await storedOf(fortnight, 'InspectionStarted')).toMatchObject([{ framework: { id: 'ilacs-2018' } }]);
  });

  it('[FI3] offers narrative instead of grades, keeps the choice and says it', async () => {
    const { fortnight, lead } = await opened();
    await lead.fill({ 'Local authority': 'Northmoor', Framework: 'sif-2013', 'Lead inspector': people.lead });
    const saved = await lead.submit({ Result: 'Narrative only, no grades' });
    expect(underFields(saved)).toBe('');
    expect(page(saved)).toContain('Narrative only, no grades');
    expect(await storedOf(fortnight, 'InspectionStarted')).toMatchObject([
      { narrative: true, framework: { id: 'sif-2013', output: 'grades' } },
    ]);
  });
});

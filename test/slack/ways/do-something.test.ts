import { describe, expect, it } from 'vitest';
import type { Block, JsonObject } from '../../../src/local-slack/index.ts';
import { fillIn, judge, openReadyToSign, page, record, signOff, stored, underFields } from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import type { Who } from '../../support/people.ts';

const team: Who[] = ['lead', 'deputy', 'inspector', 'partner', 'analyst', 'qualityAssurance', 'observer'];

type Offered = { group: string; choices: { label: string; value: string }[] };

/** The menu of a form that offers everything, by its groups. */
const offeredIn = (blocks: readonly Block[]): Offered[] => {
  const [{ element }] = blocks.filter(({ type }) => type === 'input') as unknown as [{ element: JsonObject }];
  return (
    element.option_groups as { label: { text: string }; options: { text: { text: string }; value: string }[] }[]
  ).map(({ label, options }) => ({
    group: label.text,
    choices: options.map(({ text, value }) => ({ label: text.text, value })),
  }));
};

const offered = async (fortnight: Fortnight, who: Who): Promise<Offered[]> => {
  const { view } = await judge(fortnight, who, 'do');
  if (!view) throw new Error('Nothing opened');
  return offeredIn(view.blocks);
};

const labels = (all: Offered[]): string[] => all.flatMap(({ choices }) => choices.map(({ label }) => label));

const question = 'What do you want to do?';
const refusal =
  /^Only (?!you can see)|is for its team|is signed off|was ended|There is no |^Not saved|gives no |takes in no |^Use \/judge/;

/** What each thing offered to somebody comes to, where that is a refusal. */
const refusedTo = async (fortnight: Fortnight, who: Who): Promise<string[]> => {
  const refused: string[] = [];
  for (const { value } of (await offered(fortnight, who)).flatMap(({ choices }) => choices)) {
    const sent = await fillIn(fortnight, who, 'do', { [question]: value });
    const asks = sent.view?.blocks.some(({ block_id }) => block_id === 'words');
    const said = sent.view?.callback_id === 'page' ? (page(sent).split('\n')[0] ?? '') : '';
    if (sent.errors || !sent.view || refusal.test(said)) refused.push(`${value}: ${underFields(sent)}${said}`);
    if (asks) expect(value).toMatch(/^(find|edit|withdraw|confirm)$/);
  }
  return refused;
};

describe('choosing out of everything that can be done', () => {
  it('[JA9] offers each role what it may do, grouped as help groups it, and nothing that is refused', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - C-004 Two visits were late');
    for (const who of team) expect(await refusedTo(fortnight, who), who).toEqual([]);
    const byLead = await offered(fortnight, 'lead');
    expect(byLead.map(({ group }) => group)).toEqual([
      'Record',
      'Judge',
      'Enquire',
      'With those inspected',
      'Run the inspection',
    ]);
    expect(labels(byLead)).toEqual(expect.arrayContaining(['Record evidence', 'Give a judgement', 'Change the team']));
    expect(labels(await offered(fortnight, 'observer'))).not.toContain('Record evidence');
  });

  it('[JA9] asks what is looked for, then opens it; the same choice can be made twice, and nothing is kept', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - C-004 Two visits were late');
    const before = (await stored(fortnight)).length;
    for (const _ of ['once', 'twice']) {
      await judge(fortnight, 'lead', 'do');
      await fortnight.as('lead').submit({ [question]: 'find' });
      const found = await fortnight.as('lead').submit({ 'What are you looking for?': 'visits late' });
      expect(page(found)).toContain('Two visits were late');
    }
    expect((await stored(fortnight)).length).toBe(before);
  });

  it.each([
    [
      'is paused',
      ['Resume'],
      ['Pause', 'Reopen'],
      (fortnight: Fortnight) => fillIn(fortnight, 'lead', 'pause', { 'Why is it paused?': 'Snow closed the roads.' }),
    ],
    [
      'is signed off',
      ['Reopen'],
      ['Record evidence', 'Give a judgement', 'Sign off', 'Pause'],
      (fortnight: Fortnight) => signOff(fortnight),
    ],
  ])('[JA9] offers nothing that is refused where the inspection %s', async (_, has, hasNot, brought) => {
    const fortnight = await openReadyToSign();
    await brought(fortnight);
    for (const who of team) expect(await refusedTo(fortnight, who), who).toEqual([]);
    const byLead = labels(await offered(fortnight, 'lead'));
    expect(byLead).toEqual(expect.arrayContaining(has));
    expect(byLead.filter((label) => hasNot.includes(label))).toEqual([]);
  });

  it.each(['jtai-2016', 'ilacs-2023', 'annual-rating-2009'])('[JA9] speaks as %s does', async (framework) => {
    const fortnight = await openNorthmoor(framework);
    for (const who of ['lead', 'partner', 'analyst'] as const) expect(await refusedTo(fortnight, who), who).toEqual([]);
    const gives =
      { 'jtai-2016': 'Record a finding', 'annual-rating-2009': 'Record a result' }[framework] ?? 'Give a judgement';
    const byLead = labels(await offered(fortnight, 'lead'));
    expect(byLead).toContain(gives);
  });
});

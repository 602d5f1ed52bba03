import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, record, storedOf, told, underFields } from '../../support/acts.ts';
import { clockAt } from '../../support/daily.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';

const heard = (fortnight: Fortnight, who: Who): string[] =>
  fortnight.slack
    .directMessages(people[who])
    .map(({ text }) => text)
    .filter((text) => text.includes('name the next lead'));

const gone = async (fortnight: Fortnight, ...who: Who[]): Promise<void> => {
  for (const each of who) await fortnight.slack.setDeactivated(people[each], true);
};

const naming = { 'Lead inspector': people.inspector, 'Why them?': 'Both leads have left the inspectorate.' };

describe('a team that nobody leads any more', () => {
  it('[A8] its quality assurance manager is told, and names the next lead with a reason', async () => {
    const fortnight = await openNorthmoor();
    await gone(fortnight, 'deputy', 'lead');
    expect([heard(fortnight, 'qualityAssurance').length, heard(fortnight, 'inspector').length]).toEqual([1, 0]);
    const opened = await judge(fortnight, 'qualityAssurance', 'team');
    expect(page(opened)).toContain('Nobody leads this inspection at present');
    const saved = await fortnight.as('qualityAssurance').submit(naming);
    expect(page(saved)).toContain('Chi Lam');
    const last = (await storedOf(fortnight, 'TeamSet')).at(-1);
    expect(last).toMatchObject({ reason: naming['Why them?'] });
    const seats = ((last?.members ?? []) as { name: string; role: string }[]).map(
      ({ name, role }) => `${name}, ${role}`,
    );
    expect(seats).toContain('Chi Lam, lead');
    expect(seats.join()).not.toContain('Ana Reyes');
    expect(told(await judge(fortnight, 'inspector', 'team'))).toContain('Lead inspector: Chi Lam');
    expect(page(await judge(fortnight, 'inspector', 'team change'))).toContain('Deputy lead');
  });

  it('[A8] the deputy leads where there is one, and nobody else may name a lead', async () => {
    const fortnight = await openNorthmoor();
    await gone(fortnight, 'lead');
    expect(heard(fortnight, 'qualityAssurance')).toEqual([]);
    expect(told(await judge(fortnight, 'qualityAssurance', 'team'))).toContain('Ben Okoro');
    expect(told(await judge(fortnight, 'observer', 'settings summary 18:00'))).not.toContain('The lead inspector');
    expect(told(await judge(fortnight, 'observer', 'evidence help - Late'))).toContain('Only the lead inspector');
    expect(told(await judge(fortnight, 'qualityAssurance', 'sign-off'))).not.toContain('The lead inspector');
  });

  it('[A8] without a quality assurance manager it is the inspector longest on the team', async () => {
    const fortnight = await openNorthmoor();
    await fillIn(fortnight, 'lead', 'team change', {
      'Deputy lead': null,
      Inspectors: [people.secondInspector],
      'Quality assurance manager': null,
    });
    await fortnight.as('lead').closeView();
    await fillIn(fortnight, 'lead', 'team change', { Inspectors: [people.inspector, people.secondInspector] });
    await fortnight.as('lead').closeView();
    await gone(fortnight, 'lead');
    expect([heard(fortnight, 'inspector').length, heard(fortnight, 'secondInspector').length]).toEqual([0, 1]);
    expect(told(await judge(fortnight, 'inspector', 'pause'))).toContain(
      'the inspector longest on the team names the next lead inspector',
    );
    const saved = await fillIn(fortnight, 'secondInspector', 'team', {
      'Lead inspector': people.secondInspector,
      'Why them?': 'The longest on the team.',
    });
    expect(page(saved)).toContain('Lead inspector: ');
    expect(await record(fortnight, 'secondInspector', 'help - Late in two cases')).toBe('E-001');
  });

  it('[A8] is looked at again when the form is sent: the lead came back, or somebody named one before', async () => {
    const fortnight = await openNorthmoor();
    await gone(fortnight, 'deputy', 'lead');
    await judge(fortnight, 'qualityAssurance', 'team');
    await fortnight.slack.setDeactivated(people.lead, false);
    const sent = await fortnight.as('qualityAssurance').submit(naming);
    expect(underFields(sent)).toContain('Only the lead inspector');
    expect(fortnight.as('qualityAssurance').typed()).toMatchObject({ reason: naming['Why them?'] });
  });

  it('[A8] nobody whose account has ended is named', async () => {
    const fortnight = await openNorthmoor();
    await gone(fortnight, 'deputy', 'lead', 'inspector');
    const sent = await fillIn(fortnight, 'qualityAssurance', 'team', naming);
    expect(underFields(sent)).toContain('Chi Lam');
    expect(await storedOf(fortnight, 'TeamSet')).toHaveLength(1);
  });

  it('[A8] whoever speaks for it hears of a child at risk, and of it being told in the next minute where Slack failed', async () => {
    const fortnight = await openNorthmoor();
    await gone(fortnight, 'deputy', 'lead');
    fortnight.slack.fail('conversations.open', { status: 500 }, 1);
    expect(told(await judge(fortnight, 'inspector', 'concern C-17 Left alone at night'))).toContain(
      'Gus Vale is told now.',
    );
    await fortnight.slack.quiet();
    fortnight.faults.splice(0);
    await clockAt(fortnight, '2013-11-19 09:10');
    const said = fortnight.slack.directMessages(people.qualityAssurance).map(({ text }) => text);
    expect(said.filter((text) => text.includes('A child at risk'))).toHaveLength(1);
  });
});

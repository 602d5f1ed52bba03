import { describe, expect, it } from 'vitest';
import { page, stored, told, underFields } from '../../support/acts.ts';
import { openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { frameworks } from '../../support/frameworks.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const fields = (more: Record<string, string | string[]> = {}) => ({
  'Local authority': 'Northmoor',
  Framework: 'sif-2013',
  'First day on site': '2013-11-19',
  'Lead inspector': people.lead,
  ...more,
});

describe('starting an inspection', () => {
  it('[A1] keeps what stands in the form, says its id and pins the board', async () => {
    const fortnight = await openFortnight();
    const lead = fortnight.as('lead');
    await lead.command(teamChannel, 'start');
    const submitted = await lead.submit({
      ...fields(),
      'Deputy lead': people.deputy,
      Inspectors: [people.inspector],
      'Quality assurance manager': people.qualityAssurance,
      'Daily summary at': '18:00',
    });
    const [entry, ...further] = await fortnight.entries('northmoor-2013-11-19');
    expect(entry?.events).toMatchObject([
      {
        type: 'InspectionStarted',
        authority: 'Northmoor',
        framework: { id: 'sif-2013' },
        firstDay: '2013-11-19',
        members: [
          { person: { team: 'TFORT', user: people.lead }, name: 'Ana Reyes', role: 'lead' },
          { person: { user: people.deputy }, name: 'Ben Okoro', role: 'deputy' },
          { person: { user: people.inspector }, name: 'Chi Lam', role: 'inspector' },
          { person: { user: people.qualityAssurance }, name: 'Gus Vale', role: 'quality-assurance-manager' },
        ],
        dailySummaryAt: '18:00',
        timeZone: 'Europe/London',
        channel: { team: 'TFORT', id: teamChannel },
      },
    ]);
    expect(further.flatMap(({ events }) => events)).toContainEqual(expect.objectContaining({ type: 'BoardPlaced' }));
    expect(page(submitted)).toMatch(new RegExp(`Started northmoor-2013-11-19[^]*\\n${entry?.hash.slice(0, 6)}`));
    expect(fortnight.slack.channel(teamChannel).pinned()).toHaveLength(1);
  });

  it('[A1] refuses a second one while the first is not signed off, at the command and at a form already open', async () => {
    const fortnight = await openFortnight();
    const deputy = fortnight.as('deputy');
    await deputy.command(teamChannel, 'start');
    await startNorthmoor(fortnight);
    const before = await stored(fortnight);
    expect(underFields(await deputy.submit(fields({ 'Local authority': 'Southport' })))).toContain(
      'This channel already has an inspection: Northmoor.',
    );
    expect(told(await deputy.command(teamChannel, 'start'))).toContain(
      'This channel already has an inspection: Northmoor.',
    );
    expect(await stored(fortnight)).toEqual(before);
  });

  it.each([
    ['CPUBLIC', 'This is not a private channel'],
    ['CSHARED', 'shared with another organisation'],
    ['CALONE', 'Type /invite @Fortnight here'],
  ])('[A1] [M1] starts nothing in %s and says what to do', async (channel, words) => {
    const fortnight = await openFortnight();
    const outcome = await fortnight.as('lead').command(channel, 'start');
    expect(told(outcome)).toContain(words);
    expect(outcome.view).toBeUndefined();
    expect(fortnight.slack.channel(channel).messages()).toEqual([]);
  });

  it('[A1] starts nothing in a direct message, and says where', async () => {
    const fortnight = await openFortnight();
    const lead = fortnight.as('lead');
    const outcome = await lead.command(await lead.directChannel(), 'start');
    expect(told(outcome)).toContain('private channel: /judge start there');
    expect(outcome.view).toBeUndefined();
  });

  it('[A1] [M1] starts nothing in a channel that was shared while the form stood open', async () => {
    const fortnight = await openFortnight();
    const lead = fortnight.as('lead');
    await lead.command(teamChannel, 'start');
    await fortnight.slack.setShared(teamChannel, true);
    expect(underFields(await lead.submit(fields()))).toContain('shared with another organisation');
    expect(await fortnight.inspections().runningFor({ team: 'TFORT', user: people.lead })).toEqual([]);
    expect(fortnight.slack.channel(teamChannel).messages()).toEqual([]);
  });

  it('[A2] refuses a guest who starts one, and guests in its team, under their field', async () => {
    const fortnight = await openFortnight();
    await fortnight.slack.invite(people.guest, teamChannel);
    const guest = fortnight.as('guest');
    await guest.command(teamChannel, 'start');
    expect(underFields(await guest.submit(fields()))).toContain('Only full members of this workspace');
    const lead = fortnight.as('lead');
    await lead.command(teamChannel, 'start');
    const refused = await lead.submit(fields({ Inspectors: [people.guest, people.inspector] }));
    expect(refused.errors).toEqual({
      inspectors: 'Jan West is not a full member of this workspace, so cannot join the team.',
    });
    const corrected = await lead.submit({ Inspectors: [people.inspector] });
    expect(page(corrected)).toContain('Started northmoor-2013-11-19');
  });

  it('[A3] numbers the id where it is taken, for another channel too', async () => {
    const fortnight = await openNorthmoor();
    const lead = fortnight.as('lead');
    await lead.command('COTHER', 'start');
    expect(page(await lead.submit(fields()))).toContain('Started northmoor-2013-11-19-2');
    const second = await stored(fortnight, 'northmoor-2013-11-19-2');
    expect(second[0]).toMatchObject({ type: 'InspectionStarted', authority: 'Northmoor' });
    expect(second).toContainEqual(expect.objectContaining({ type: 'BoardPlaced', channel: 'COTHER' }));
  });

  it('[A4] carries the framework itself, without its examples', async () => {
    const fortnight = await openNorthmoor();
    const [started] = await stored(fortnight);
    const { examples, $schema: _, field: __, ...edition } = frameworks.all.find(({ id }) => id === 'sif-2013') ?? {};
    expect(examples?.length).toBeGreaterThan(0);
    expect(started?.framework).toEqual(edition);
  });

  it('[A5] refuses two roles for one person, under the second one’s field', async () => {
    const fortnight = await openFortnight();
    const lead = fortnight.as('lead');
    await lead.command(teamChannel, 'start');
    const { errors } = await lead.submit(fields({ 'Quality assurance manager': people.lead }));
    expect(errors).toEqual({
      qualityAssuranceManager: 'Ana Reyes is already the lead inspector. One person has one role.',
    });
    expect(lead.typed()).toMatchObject({ authority: 'Northmoor', framework: 'sif-2013' });
  });
});

import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, storedOf, told, wordsOf } from '../../support/acts.ts';
import { choosing, type Fortnight, openFortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const heard = ({ slack }: Fortnight, who: Who): string[] => slack.directMessages(people[who]).map(({ text }) => text);

/** Somebody who is in the team channel and not on the team types a line, and asks to be added. */
const asksToBeAdded = async (fortnight: Fortnight): Promise<void> => {
  const answer = (await judge(fortnight, 'outsider', 'evidence help - Two visits were late')).said;
  if (!answer) throw new Error('Nothing was said');
  await fortnight.as('outsider').press(answer, 'Ask to be added');
};

describe('starting with everybody in the channel', () => {
  it('[CI1] has its full members stand under inspectors, but those chosen for something else, and names the others', async () => {
    const fortnight = await openFortnight();
    await fortnight.slack.invite(people.guest, teamChannel);
    const lead = fortnight.as('lead');
    await lead.command(teamChannel, 'start');
    await lead.fill({ 'Quality assurance manager': people.qualityAssurance, Observers: [people.observer] });
    const { view } = await lead.press('view', 'Everybody in this channel');
    expect(page({ view })).toContain('Not chosen: Jan West (a guest).');
    const inspectors = [people.deputy, people.inspector, people.secondInspector, people.partner, people.analyst];
    expect(lead.typed()).toMatchObject({ inspectors });
    await lead.submit({ 'Local authority': 'Northmoor', ...choosing('ilacs-2023', '2013-11-19') });
    const [started] = await storedOf(fortnight, 'InspectionStarted');
    const members = started?.members as { person: { user: string }; role: string }[];
    expect(members.filter(({ role }) => role === 'inspector').map(({ person }) => person.user)).toEqual(inspectors);
    expect(members.at(-1)).toMatchObject({ person: { user: people.observer }, role: 'observer' });
  });

  it('[CI1] works in a channel of hundreds', async () => {
    const fortnight = await openFortnight({ others: 200 });
    for (let number = 1; number <= 200; number += 1) await fortnight.slack.invite(`UMANY${number}`, teamChannel);
    const lead = fortnight.as('lead');
    await lead.command(teamChannel, 'start');
    await lead.press('view', 'Everybody in this channel');
    expect(lead.typed().inspectors).toHaveLength(207);
  });
});

describe('coming to a team', () => {
  it('[CI2] is greeted once, with the role and a line of it; not whoever did the adding', async () => {
    const fortnight = await openNorthmoor();
    expect(heard(fortnight, 'lead').filter((text) => text.includes('added you'))).toEqual([]);
    const [greeting, ...more] = heard(fortnight, 'inspector').filter((text) => text.includes('added you'));
    expect(greeting).toContain('Ana Reyes added you to the team of Northmoor');
    expect(greeting).toContain('you are inspector');
    expect(greeting).toContain('/judge help - C-017');
    expect(more).toEqual([]);
    await fillIn(fortnight, 'lead', 'team change', { 'Partner inspectors': [people.partner, people.outsider] });
    expect(heard(fortnight, 'outsider')).toHaveLength(1);
    expect(heard(fortnight, 'partner').filter((text) => text.includes('added you'))).toHaveLength(1);
    await fortnight
      .as('outsider')
      .press(fortnight.slack.directMessages(people.outsider)[0] as never, 'What waits for me');
  });

  it('[CI3] is asked for in the team channel: the line comes back, the lead hears once and adds them with a role', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.slack.invite(people.outsider, teamChannel);
    const { said } = await judge(fortnight, 'outsider', 'evidence help - Two visits were late');
    expect(wordsOf(said?.blocks ?? [])).toContain('evidence help - Two visits were late');
    for (const _ of ['once', 'again']) await asksToBeAdded(fortnight);
    await fortnight.restart();
    await asksToBeAdded(fortnight);
    const asked = fortnight.slack.directMessages(people.lead).filter(({ text }) => text.includes('asks to be added'));
    expect(asked).toHaveLength(1);
    const [only] = asked;
    if (!only) throw new Error('The lead was not told');
    await fortnight.as('lead').press(only, 'Add, with a role');
    expect(fortnight.as('lead').typed()).toMatchObject({
      inspectors: [people.inspector, people.secondInspector, people.outsider],
    });
    await fortnight.as('lead').submit({});
    expect(heard(fortnight, 'outsider').filter((text) => text.includes('added you'))).toHaveLength(1);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });

  it('[CI3] is told kindly, once, that it is not now', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.slack.invite(people.outsider, teamChannel);
    await asksToBeAdded(fortnight);
    const only = fortnight.slack.directMessages(people.lead).find(({ text }) => text.includes('asks to be added'));
    if (!only) throw new Error('The lead was not told');
    for (const _ of ['once', 'again']) await fortnight.as('lead').press(only, 'Not now');
    expect(heard(fortnight, 'outsider')).toEqual([
      'Ana Reyes cannot add you to the team just now. Nothing that you typed was saved.',
    ]);
  });

  it('[CI4] is not offered to a guest, and elsewhere nothing says that there is an inspection', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.slack.invite(people.guest, teamChannel);
    expect(told(await judge(fortnight, 'guest', ''))).not.toContain('Ask to be added');
    await judge(fortnight, 'guest', 'join');
    const outsider = fortnight.as('outsider');
    for (const channel of ['COTHER', 'CPUBLIC', await outsider.directChannel()])
      expect(told(await outsider.command(channel, 'join'))).toContain('No inspection runs in this channel.');
    expect(heard(fortnight, 'lead').filter((text) => text.includes('asks to be added'))).toEqual([]);
  });

  it('[CI5] waits for whoever speaks for a team that nobody leads, in what /judge alone answers', async () => {
    const fortnight = await openNorthmoor();
    for (const who of ['lead', 'deputy'] as const) await fortnight.slack.setDeactivated(people[who], true);
    const { said } = await judge(fortnight, 'qualityAssurance', '');
    if (!said) throw new Error('Nothing was said');
    await fortnight.as('qualityAssurance').press(said, 'Name the next lead');
    expect(page({ view: fortnight.as('qualityAssurance').view() })).toContain('Why them?');
    expect(told(await judge(fortnight, 'inspector', ''))).not.toContain('Name the next lead');
  });
});

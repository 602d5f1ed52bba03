import { describe, expect, it } from 'vitest';
import { subcommands } from '../../../commands/index.ts';
import { fillIn, grade, judge, page, record, something, storedOf, told, wholeSummary } from '../../support/acts.ts';
import { openFortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';

const opened = async (framework = 'sif-2013') => {
  const fortnight = await openNorthmoor(framework);
  return fortnight;
};

const examples = subcommands.map(({ example, brief }) => `${example} — ${brief}`);

describe('/judge help and words that it does not know', () => {
  it('[M3] lists every command with what it does, in help', async () => {
    const fortnight = await opened();
    const help = told(await judge(fortnight, 'observer', 'help'));
    for (const example of examples) expect(help).toContain(example);
  });

  it('[M3] says all about one word', async () => {
    const fortnight = await opened();
    const words = told(await judge(fortnight, 'observer', 'help evidence'));
    expect(words).toContain('/judge evidence [area]');
    expect(words).toContain('+ is a strength');
    expect(words).not.toContain('/judge concern');
  });

  it('[M3] says all about one command that is named', async () => {
    const fortnight = await opened();
    const said = told(await judge(fortnight, 'observer', 'help timetable'));
    expect(said).toContain('/judge timetable [calendar, or a step and its day]');
    expect(said).toContain('For example: /judge timetable received 2016-11-28');
  });

  it('[M3] answers where no inspection runs', async () => {
    const fortnight = await openFortnight();
    expect(told(await judge(fortnight, 'lead', 'help'))).toContain('/judge start');
    expect(told(await judge(fortnight, 'lead', ''))).toContain('No inspection runs in this channel.');
  });

  it('[E2] gives back what was typed after a word that is no command', async () => {
    const fortnight = await opened();
    const typed = 'evidnce help - Strategy discussions were late in two of three cases';
    expect(told(await judge(fortnight, 'inspector', typed))).toContain(typed);
    const long = `${'x'.repeat(400)} and more`;
    const answer = told(await judge(fortnight, 'inspector', long));
    expect(answer.split('\n')[0]?.length).toBeLessThan(80);
    expect(answer).toContain(long);
  });
});

describe('what /judge answers', () => {
  it('[JA10] status is answered to the asker alone, as /judge on its own is', async () => {
    const fortnight = await opened();
    const alone = told(await judge(fortnight, 'observer', ''));
    expect(told(await judge(fortnight, 'observer', 'STATUS'))).toBe(alone);
    expect(alone).toContain('Northmoor · Single inspection framework · day 1 of 19 · provisional');
    expect(fortnight.slack.channel('CTEAM').messages()).toHaveLength(1);
  });

  it('[M5] progress shows by area what there is and what is missing', async () => {
    const fortnight = await opened();
    const inspector = fortnight.as('inspector');
    await judge(fortnight, 'inspector', 'evidence');
    await inspector.fill({ ...something, Source: 'observation' });
    await inspector.press('view', 'More');
    await inspector.submit({ About: 'Experience', Criteria: ['HP3'], Case: 'C-1' });
    await record(fortnight, 'inspector', 'help + C-2 On time');
    const answer = told(await judge(fortnight, 'observer', 'progress'));
    expect(answer).toContain('Help and protection: not judged yet ⬜ · 2 items · 2 cases · 1 strength, 1 concern');
    expect(answer).toContain('Read all 2');
    expect(answer).not.toContain('1 observation');
    const help = told(await judge(fortnight, 'observer', 'progress help'));
    expect(help).toContain('1 observation, 1 item with no source stated');
    expect(help).toContain('experience 100 %');
    expect(help).toMatch(/HP3 .* · 1 item/);
  });

  it('[M5] find gives what has all of the words, whatever case, accents or field they stand in', async () => {
    const fortnight = await opened();
    await record(fortnight, 'inspector', 'help - C-7 The café meeting was late');
    await record(fortnight, 'secondInspector', 'leaders + Reviews are on time');
    const found = async (query: string) => {
      const answer = await judge(fortnight, 'observer', `find ${query}`);
      return [...`${told(answer)}${page(answer)}`.matchAll(/E-\d+/g)].map(([item]) => item);
    };
    expect(await found('LATE cafe')).toEqual(['E-001']);
    expect(await found('c-007')).toEqual(['E-001']);
    expect(await found('e-002')).toEqual(['E-002']);
    expect(await found('dee marsh')).toEqual(['E-002']);
    expect(await found('leadership')).toEqual(['E-002']);
    expect(await found('late reviews')).toEqual([]);
    expect(told(await judge(fortnight, 'observer', 'find late reviews'))).toContain(
      'Nothing that you may read has all of these words: late reviews.',
    );
    expect(told(await judge(fortnight, 'observer', 'find'))).toContain('Say what to look for');
  });

  it('[A5] team shows who is who, and the lead changes it; names stay as they were given', async () => {
    const fortnight = await opened();
    const list = told(await judge(fortnight, 'observer', 'team'));
    expect(list).toContain('Lead inspector: Ana Reyes');
    expect(list).toContain('Inspectors: Chi Lam and Dee Marsh');
    expect(list).not.toContain('Change the team');
    const [shown] = (await judge(fortnight, 'lead', 'team')).shown;
    if (shown) await fortnight.as('lead').press(shown, 'Change the team');
    const lead = fortnight.as('lead');
    expect(lead.typed()).toMatchObject({ lead: people.lead, inspectors: [people.inspector, people.secondInspector] });
    const saved = await lead.submit({
      'Lead inspector': people.deputy,
      'Deputy lead': people.lead,
      Inspectors: [people.inspector],
    });
    expect(page(saved)).toContain('Lead inspector: Ben Okoro');
    const [, changed] = await storedOf(fortnight, 'TeamSet');
    expect(changed).toMatchObject({
      members: [
        { person: { user: people.deputy }, role: 'lead' },
        { person: { user: people.lead }, role: 'deputy' },
        { person: { user: people.inspector }, name: 'Chi Lam', role: 'inspector' },
        { role: 'partner-inspector' },
        { role: 'analyst' },
        { role: 'quality-assurance-manager' },
        { role: 'observer' },
      ],
    });
    expect(told(await judge(fortnight, 'secondInspector', ''))).toContain('This inspection is for its team.');
  });

  it('[A2] only full members join', async () => {
    const fortnight = await opened();
    const refused = await fillIn(fortnight, 'lead', 'team change', { Observers: [people.observer, people.guest] });
    expect(refused.errors).toEqual({
      observers: 'Jan West is not a full member of this workspace, so cannot join the team.',
    });
  });

  it('[A5] there is always a lead', async () => {
    const fortnight = await opened();
    const refused = await fillIn(fortnight, 'lead', 'team change', { 'Deputy lead': people.lead });
    expect(refused.errors).toEqual({ deputy: 'Ana Reyes is already the lead inspector. One person has one role.' });
    await expect(fortnight.as('lead').submit({ 'Lead inspector': null })).rejects.toThrow('is required and empty');
  });

  it('[M5] the summary says what each grade rests on, its strength and concern, and what would change the outcome', async () => {
    const fortnight = await opened();
    await record(fortnight, 'inspector', 'help + C-1 Thresholds are understood at the front door');
    await record(fortnight, 'inspector', 'help - C-2 Strategy discussions were late');
    await grade(fortnight, 'help', 'good');
    const summary = await wholeSummary(fortnight, 'observer');
    expect(summary).toMatch(/need help and protection: Good .* · J-001\nWhat was seen in help bears this out\./);
    expect(summary).toContain('Rests on 2 items');
    expect(summary).toContain('2 cases');
    expect(summary).toContain('Strength (E-001)\nThresholds are understood at the front door');
    expect(summary).toContain('Concern (E-002)\nStrategy discussions were late');
    expect(summary).toMatch(/Record [0-9a-f]{12} · \d+$/m);
  });
});

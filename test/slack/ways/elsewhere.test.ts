import { describe, expect, it } from 'vitest';
import type { Shown } from '../../../src/local-slack/index.ts';
import { fillIn, judge, page, postedSummary, record, something, storedOf, told, wordsOf } from '../../support/acts.ts';
import { choosing, type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';

/** Northmoor in its own channel, and Southport in another, led by the same lead. */
const two = async () => {
  const fortnight = await openNorthmoor();
  await fortnight.as('lead').command('COTHER', 'start');
  await fortnight.as('lead').submit({ 'Local authority': 'Southport', ...choosing('ilacs-2018', '2013-11-19') });
  return fortnight;
};

const direct = async (fortnight: Fortnight, who: 'lead' | 'inspector', words: string) => {
  const person = fortnight.as(who);
  return person.command(await person.directChannel(), words);
};

const only = ({ shown }: { shown: Shown[] }): Shown => {
  const [first] = shown;
  if (!first) throw new Error('Nothing was shown');
  return first;
};

describe('elsewhere than in the inspection’s channel', () => {
  it('[A7] a command means the person’s only running inspection', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await direct(fortnight, 'inspector', 'evidence help - Late'))).toContain('Saved E-001');
    expect(told(await direct(fortnight, 'inspector', ''))).toContain('Northmoor · Single inspection framework');
    const form = await direct(fortnight, 'inspector', 'evidence');
    expect(form.view?.callback_id).toBe('form:evidence');
    expect(page(await fortnight.as('inspector').submit(something))).toContain('Saved E-002');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(2);
  });

  it('[A7] it asks which of several is meant, and what was typed goes on with the choice', async () => {
    const fortnight = await two();
    await fortnight.as('lead').command('COTHER', 'evidence help - Strategy discussions were "late" <twice>');
    const asked = await direct(fortnight, 'lead', 'find "late" <twice>');
    expect(told(asked)).toContain('You have more than one running inspection. Which one is this about?');
    const pressed = await fortnight.as('lead').press(only(asked), 'Southport');
    expect(told(pressed)).toContain('1 item found');
    const elsewhere = await fortnight.as('lead').press(only(asked), 'Northmoor');
    expect(told(elsewhere)).toContain('Nothing that you may read has all of these words: "late" <twice>.');
  });

  it('[A7] it asks about a text that is too long for a button too, and gives it back whole', async () => {
    const fortnight = await two();
    const text = `find ${'Seen in case after case, without exception. '.repeat(60)}end`;
    const asked = await direct(fortnight, 'lead', text);
    expect(wordsOf(only(asked).blocks).replaceAll('\n', '')).toContain(text);
    const pressed = await fortnight.as('lead').press(only(asked), 'Northmoor');
    expect(told(pressed)).toContain('Say what to look for');
  });

  it('[A7] what is pressed in an answer goes on about the same inspection', async () => {
    const fortnight = await two();
    await fortnight.as('lead').command('COTHER', 'evidence help - Late in Southport');
    const mine = await fortnight.as('lead').press(only(await direct(fortnight, 'lead', 'mine')), 'Southport');
    await fortnight.as('lead').choose(only(mine), 'judge:in southport-2013-11-19 E-001', 'Correct');
    expect(fortnight.as('lead').typed()).toMatchObject({ text: 'Late in Southport' });
    const summary = await fortnight.as('lead').press(only(await direct(fortnight, 'lead', 'summary')), 'Southport');
    const posted = await fortnight.as('lead').press(only(summary), 'Post to the team channel');
    expect(told(posted)).toBe('Posted to the team channel. The replies follow in its thread.');
    expect(postedSummary(fortnight, 'COTHER')).toContain('Southport · ');
    expect(postedSummary(fortnight)).toBe('');
    const status = await fortnight.as('lead').press(only(await direct(fortnight, 'lead', '')), 'Southport');
    await fortnight.as('lead').press(only(status), 'Do something…');
    const progress = await fortnight.as('lead').submit({ 'What do you want to do?': 'progress' });
    expect(page(progress)).toContain('Progress: Southport');
  });

  it('[A7] there is none for somebody who is on no team, and it says where to go', async () => {
    const fortnight = await two();
    const outsider = fortnight.as('outsider');
    const answer = told(await outsider.command(await outsider.directChannel(), 'evidence help - Late'));
    expect(answer).toContain('No inspection runs in this channel.');
    expect(answer).toContain('Start one here');
    expect(answer).not.toContain('Northmoor');
  });

  it('[A7] a channel with an inspection of its own means that one, also for those on another team only', async () => {
    const fortnight = await two();
    await fortnight.slack.invite(people.inspector, 'COTHER');
    const outcome = await fortnight.as('inspector').command('COTHER', 'evidence help - Late');
    expect(told(outcome)).toContain('This inspection is for its team.');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });

  it('[W1] nobody reaches an inspection by typing its id', async () => {
    const fortnight = await two();
    const outsider = fortnight.as('outsider');
    const channel = await outsider.directChannel();
    const answers: string[] = [];
    for (const id of ['northmoor-2013-11-19', 'nowhere-2013-11-19'])
      answers.push(told(await outsider.command(channel, `in ${id} status`)).replaceAll(id, ''));
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('There is no /judge in');
    expect(told(await judge(fortnight, 'lead', 'in care'))).toContain('There is no /judge in');
  });

  it('[E1] a line that begins with a word of help is no command of its own', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - in northmoor-2013-11-19 nobody rang back');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { content: { text: 'in northmoor-2013-11-19 nobody rang back' } },
    ]);
    await fillIn(fortnight, 'inspector', 'edit E-001', { 'It is': 'context' });
  });
});

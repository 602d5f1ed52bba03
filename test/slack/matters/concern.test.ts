import { describe, expect, it } from 'vitest';
import { watchedFiles } from '../../store/watched-files.ts';
import {
  fillIn,
  judge,
  openReadyToSign,
  page,
  signOff,
  storedOf,
  told,
  underFields,
  wordsOf,
} from '../../support/acts.ts';
import { clockAt, sentTo } from '../../support/daily.ts';
import { type Fortnight, northmoor, openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { leadsAndManager, people, type Who } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const seen = 'Left alone at night with an adult who must not see them';
const line = `concern C-17 ${seen}`;

/** The messages about a child at risk that somebody has been sent. */
const noticesTo = (fortnight: Fortnight, who: Who): string[] =>
  fortnight.slack
    .directMessages(people[who])
    .map(({ blocks }) => wordsOf(blocks))
    .filter((words) => words.includes('A child at risk'));

const counts = (fortnight: Fortnight): number[] => leadsAndManager.map((who) => noticesTo(fortnight, who).length);

const board = (fortnight: Fortnight): string => wordsOf(fortnight.slack.channel(teamChannel).pinned()[0]?.blocks ?? []);

const send = async (fortnight: Fortnight, who: Who, words: string): Promise<string> => {
  const answer = told(await judge(fortnight, who, words));
  await fortnight.slack.quiet();
  return answer;
};

describe('recording a child at risk', () => {
  it('[CM1] takes one line, and tells lead and deputy at once', async () => {
    const fortnight = await openNorthmoor();
    const answer = await send(fortnight, 'observer', line);
    expect(answer).toMatch(/^Saved K-001/);
    expect(answer).toContain('Ana Reyes and Ben Okoro are told now.');
    for (const who of ['lead', 'deputy'] as const) {
      const [message] = noticesTo(fortnight, who);
      expect(message).toContain('A child at risk: Northmoor');
      expect(message).toContain('K-001 (case C-017)');
      expect(message).toContain(seen);
    }
    expect(counts(fortnight)).toEqual([1, 1, 0]);
  });

  it('[CM1] reaches somebody who wants no daily summaries', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'deputy', 'today off');
    await send(fortnight, 'inspector', line);
    expect(counts(fortnight)).toEqual([1, 1, 0]);
  });

  it('[CM1] takes a form of two fields, and asks about a likely name before anything is kept', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'concern');
    const inspector = fortnight.as('inspector');
    const named = await inspector.submit({ 'What puts the child at risk?': 'Ellie Brown was left alone' });
    expect(page(named)).toContain('this may be a person’s name: Ellie Brown');
    expect(await storedOf(fortnight, 'ConcernRecorded')).toEqual([]);
    const saved = await inspector.submit({ 'What puts the child at risk?': seen, Case: 'C-17' });
    expect(page(saved)).toContain('Saved K-001');
    expect(await storedOf(fortnight, 'ConcernRecorded')).toEqual([
      { type: 'ConcernRecorded', item: 'K-001', text: seen, case: 'C-017' },
    ]);
  });

  it.each([
    ['concern new', '', null],
    ['concern C-17 new', 'new', 'C-017'],
    ['concern W-7K2Q', 'W-7K2Q', null],
  ])('[CM1] tells nobody of one word alone, and opens the form: /judge %s', async (words, text, reference) => {
    const fortnight = await openNorthmoor();
    await send(fortnight, 'inspector', words);
    expect(fortnight.as('inspector').typed()).toMatchObject({
      ...(text === '' ? {} : { text }),
      ...(reference === null ? {} : { case: reference }),
    });
    expect(await storedOf(fortnight, 'ConcernRecorded')).toEqual([]);
    expect(counts(fortnight)).toEqual([0, 0, 0]);
  });

  it('[CM1] opens the form with everything in place where a line is refused', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'concern C-17 Call 01632 960 123 about them');
    const inspector = fortnight.as('inspector');
    expect(page({ view: inspector.view() })).toContain('a telephone number');
    expect(inspector.typed()).toEqual({ text: 'Call 01632 960 123 about them', case: 'C-017' });
    expect(underFields(await inspector.submit({ 'What puts the child at risk?': seen }))).toBe('');
    expect(await storedOf(fortnight, 'ConcernRecorded')).toHaveLength(1);
  });
});

describe('the message of a child at risk', () => {
  it.each([
    ['is lost before Slack has it', { status: 503 }, 0],
    ['is not answered in time', 'timeout', 0],
    ['arrives, and the answer is lost', 'drop', 1],
  ] as const)('[CM2] stands once in the end where it %s', async (_, fault, standing) => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('chat.postMessage', fault, 1);
    await send(fortnight, 'inspector', line);
    expect(counts(fortnight)).toEqual([standing, 1, 0]);
    fortnight.faults.splice(0);
    await clockAt(fortnight, '2013-11-19 09:10');
    await clockAt(fortnight, '2013-11-19 09:11');
    expect(counts(fortnight)).toEqual([1, 1, 0]);
    const posted = await storedOf(fortnight, 'NoticePosted');
    expect(posted.filter(({ notice }) => notice === 'concern K-001')).toHaveLength(2);
  });

  it('[CM2] is tried each minute for as long as Slack is down, through a restart, and a fault is logged once', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('conversations.open', { status: 503 }, 6);
    await send(fortnight, 'inspector', line);
    await clockAt(fortnight, '2013-11-19 09:10');
    expect(fortnight.faults.splice(0)).toHaveLength(2);
    await fortnight.restart();
    await clockAt(fortnight, '2013-11-19 09:11');
    expect(counts(fortnight)).toEqual([0, 0, 0]);
    fortnight.faults.splice(0);
    await clockAt(fortnight, '2013-11-19 09:12');
    expect(counts(fortnight)).toEqual([1, 1, 0]);
  });

  it('[CM2] stands once though the disk was full when it was to be noted', async () => {
    const watched = watchedFiles(0);
    const fortnight = await openFortnight({ files: watched.files });
    await startNorthmoor(fortnight);
    let writes = 0;
    watched.fate = ({ operation }) => {
      if (operation === 'write') writes += 1;
      return operation === 'write' && writes > 2 ? { fails: 'ENOSPC' } : 'goes ahead';
    };
    await send(fortnight, 'inspector', line);
    watched.fate = () => 'goes ahead';
    expect(fortnight.faults.splice(0).length).toBeGreaterThan(0);
    await clockAt(fortnight, '2013-11-19 09:10');
    expect(counts(fortnight)).toEqual([1, 1, 0]);
  });

  it('[CM2] goes to the quality assurance manager too where Slack will not take it for the lead', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('conversations.open', { error: 'user_disabled' }, 1);
    await send(fortnight, 'inspector', line);
    expect(counts(fortnight)).toEqual([0, 1, 1]);
    expect(await storedOf(fortnight, 'NoticeRefused')).toMatchObject([{ refused: 'user_disabled' }]);
    expect(fortnight.faults.splice(0)).toHaveLength(1);
  });

  it('[CM2] is sent again where the app may not look whether it stands', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('chat.postMessage', { status: 503 }, 1);
    await send(fortnight, 'inspector', line);
    fortnight.faults.splice(0);
    fortnight.slack.fail('conversations.history', { error: 'missing_scope' }, 1);
    await clockAt(fortnight, '2013-11-19 09:10');
    expect(counts(fortnight)).toEqual([1, 1, 0]);
  });

  it('[CM5] goes out after sign-off as well, at once or when Slack is back', async () => {
    const fortnight = await openReadyToSign();
    await signOff(fortnight);
    fortnight.slack.fail('chat.postMessage', { status: 503 }, 1);
    await send(fortnight, 'inspector', line);
    expect(counts(fortnight)).toEqual([0, 1, 0]);
    fortnight.faults.splice(0);
    await fortnight.restart();
    await clockAt(fortnight, '2013-11-19 18:00');
    expect(counts(fortnight)).toEqual([1, 1, 0]);
    expect(board(fortnight)).toContain('🔴 Child at risk K-001: not referred back since 09:00');
  });
});

describe('following a child at risk', () => {
  it('[CM3] [U24] goes by the buttons of the message: referred, acknowledged, closed', async () => {
    const fortnight = await openNorthmoor();
    await send(fortnight, 'inspector', line);
    const lead = fortnight.as('lead');
    const [message] = fortnight.slack.directMessages(people.lead).slice(-1);
    if (!message) throw new Error('The lead was not told');
    await lead.press(message, 'Refer back');
    const referred = await lead.submit({ 'Referred to': 'the duty team manager' });
    expect(page(referred)).toContain('referred back today 09:00, not acknowledged yet');
    await lead.press('view', 'Acknowledged');
    await lead.submit({ 'Acknowledged by': 'the head of service' });
    await lead.press('view', 'Close');
    const closed = await lead.submit({ 'What was done?': 'Seen the same evening' });
    expect(page(closed)).toContain('closed today 09:00');
    expect(await send(fortnight, 'observer', 'concern K-1')).toContain(
      'Acknowledged today 09:00 by the head of service',
    );
    const { concerns } = await fortnight.inspections().of(northmoor);
    expect(concerns.get('K-001')?.closed).not.toBeNull();
  });

  it('[CM3] points out that nobody acknowledged what is being closed', async () => {
    const fortnight = await openNorthmoor();
    await send(fortnight, 'inspector', line);
    expect(page(await judge(fortnight, 'lead', 'concern close K-001'))).toContain('has not acknowledged it');
    await fortnight.as('lead').closeView();
    expect(await send(fortnight, 'inspector', 'concern close K-001')).toContain('may close a child at risk');
  });

  it('[CM4] heads the board and every daily summary by reference, never by its words, until it is closed', async () => {
    const fortnight = await openNorthmoor();
    await send(fortnight, 'inspector', line);
    expect(board(fortnight)).toContain('🔴 Child at risk K-001: not referred back since 09:00\nRefer back');
    await clockAt(fortnight, '2013-11-19 17:30');
    await clockAt(fortnight, '2013-11-20 17:30');
    const summaries = sentTo(fortnight, 'lead').map(({ words }) => words);
    expect(summaries).toHaveLength(2);
    for (const words of [board(fortnight), ...summaries]) expect(words).not.toContain(seen);
    for (const words of summaries) {
      expect(words).toMatch(/^Northmoor, day \d of 19\n🔴 Child at risk K-001: not referred back since /);
      expect(words.indexOf('K-001')).toBeLessThan(words.indexOf('Today: '));
    }
    await fillIn(fortnight, 'lead', 'concern close K-001', { 'What was done?': 'Seen the same evening' });
    await fortnight.slack.quiet();
    expect(board(fortnight)).not.toContain('at risk');
    await clockAt(fortnight, '2013-11-21 17:30');
    await clockAt(fortnight, '2013-11-22 17:30');
    expect(
      sentTo(fortnight, 'lead')
        .slice(2)
        .map(({ words }) => words.includes('at risk')),
    ).toEqual([false]);
  });

  it('[CM4] names so many and says how many more there are', async () => {
    const fortnight = await openNorthmoor();
    for (let place = 1; place <= 20; place += 1)
      await judge(fortnight, 'inspector', `concern C-${place} ${seen.repeat(9)}`);
    await fortnight.slack.quiet();
    expect(board(fortnight).match(/Child at risk K-/g)).toHaveLength(3);
    expect(board(fortnight)).toContain('All 20 open matters');
    const list = await send(fortnight, 'lead', 'concern list');
    expect(list).toContain('Children at risk: 20 open, 0 closed.');
    expect(list).toContain('The next 10 of 20');
  });
});

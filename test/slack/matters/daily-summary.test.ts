import { describe, expect, it } from 'vitest';
import { daysAfter } from '../../../src/domain/moments.ts';
import { watchedFiles } from '../../store/watched-files.ts';
import { judge, record, storedOf, told } from '../../support/acts.ts';
import { clockAt, dayWords, sentTo, startOn, workingDays } from '../../support/daily.ts';
import { london } from '../../support/dated.ts';
import { type Fortnight, openFortnight } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';

const leads = ['lead', 'deputy'] as const;
const tuesday = '2013-11-19';

const opened = async (): Promise<Fortnight> => {
  const fortnight = await openFortnight();
  await startOn(fortnight, tuesday);
  await record(fortnight, 'inspector', 'help - Late in two cases');
  return fortnight;
};

const countOf = (fortnight: Fortnight): number[] => leads.map((who) => sentTo(fortnight, who).length);

/** Every day from one to another: an item at ten, and the minutes around half past five. */
const liveThrough = async (fortnight: Fortnight, first: string, last: string): Promise<void> => {
  for (let day = first; day <= last; day = daysAfter(day, 1)) {
    await clockAt(fortnight, `${day} 10:00`);
    await record(fortnight, 'inspector', `help - Seen on ${day.replaceAll('-', ' of ')}`);
    for (const time of ['17:29', '17:30', '17:31', '23:00']) await clockAt(fortnight, `${day} ${time}`);
  }
};

describe('the daily summary', () => {
  it.each([
    ['a clock change in spring', '2014-03-24', '2014-04-04'],
    ['a clock change in autumn', '2013-10-24', '2013-10-29'],
    ['Easter', '2014-04-16', '2014-04-23'],
  ])(
    '[Y4] [Y3] reaches lead and deputy once each working day at half past five in London, through %s',
    async (_, first, last) => {
      const fortnight = await openFortnight();
      const id = await startOn(fortnight, first);
      await liveThrough(fortnight, first, last);
      const days = workingDays(first, last);
      for (const who of leads) {
        const sent = sentTo(fortnight, who);
        expect(sent.map(({ at }) => at.toISOString().slice(0, 16))).toEqual(
          days.map((day) => london(`${day} 17:30`).slice(0, 16)),
        );
        const posted = (await storedOf(fortnight, 'DailySummaryPosted', id)).filter(
          ({ recipient }) => (recipient as { user: string }).user === people[who],
        );
        expect(posted.map(({ day }) => day)).toEqual(days);
        expect(posted.map(({ ts }) => ts)).toEqual(sent.map(({ ts }) => ts));
      }
      for (const who of ['inspector', 'qualityAssurance', 'observer'] as const)
        expect(sentTo(fortnight, who)).toEqual([]);
    },
  );

  it('[OP5] is counted for each to whom it was sent, and each try that failed', async () => {
    const fortnight = await opened();
    const counted = () => fortnight.counts.filter((what) => what.startsWith('message')).sort();
    fortnight.slack.fail('chat.postMessage', { status: 503 }, 1);
    await clockAt(fortnight, `${tuesday} 17:30`);
    const [failed, sent] = ['failed', 'sent'].map((outcome) => `message daily-summary ${outcome}`);
    expect(counted()).toEqual([failed, sent]);
    fortnight.faults.length = 0;
    await clockAt(fortnight, `${tuesday} 17:31`);
    expect(counted()).toEqual([failed, sent, sent]);
    await clockAt(fortnight, `${tuesday} 17:32`);
    expect(counted()).toHaveLength(3);
    expect(fortnight.counts).toContain('call chat.postMessage http_503');
  });

  it('[Y7] is kept as posted, claimed before it is sent and noted after', async () => {
    const fortnight = await opened();
    await clockAt(fortnight, `${tuesday} 17:30`);
    const [message] = sentTo(fortnight, 'lead');
    const posted = await storedOf(fortnight, 'DailySummaryPosted');
    expect(await storedOf(fortnight, 'DailySummaryClaimed')).toHaveLength(2);
    expect(posted[0]).toMatchObject({ ts: message?.ts, day: tuesday });
    expect(posted[0]?.text).toContain('Northmoor, day 1');
    expect(posted[0]?.text).toEqual(posted[1]?.text);
  });

  it('[Y6] is not sent where nothing was recorded since', async () => {
    const fortnight = await opened();
    await clockAt(fortnight, `${tuesday} 17:30`);
    await judge(fortnight, 'lead', 'today');
    await clockAt(fortnight, '2013-11-20 17:30');
    expect(countOf(fortnight)).toEqual([1, 1]);
    await clockAt(fortnight, '2013-11-20 19:00');
    await record(fortnight, 'inspector', 'help + Seen in the evening');
    await clockAt(fortnight, '2013-11-21 17:30');
    expect(countOf(fortnight)).toEqual([2, 2]);
    expect(sentTo(fortnight, 'lead')[1]?.words).toContain('Today: 1 item: help and protection 1');
  });

  it('[Y8] goes to the deputy of the day', async () => {
    const fortnight = await opened();
    await clockAt(fortnight, `${tuesday} 17:30`);
    await clockAt(fortnight, '2013-11-20 11:00');
    await judge(fortnight, 'lead', 'team change');
    await fortnight.as('lead').submit({
      'Deputy lead': people.secondInspector,
      Inspectors: [people.inspector, people.deputy],
    });
    await fortnight.as('lead').closeView();
    await clockAt(fortnight, '2013-11-20 11:01');
    await clockAt(fortnight, '2013-11-20 17:30');
    expect(countOf(fortnight)).toEqual([2, 1]);
    expect(sentTo(fortnight, 'secondInspector')).toHaveLength(1);
  });
});

describe('a daily summary of which Slack says nothing', () => {
  const minute = (fortnight: Fortnight, time: string) => clockAt(fortnight, `${tuesday} ${time}`);
  const faultsTaken = (fortnight: Fortnight): number => fortnight.faults.splice(0).length;

  it.each([
    ['is lost before Slack has it', { status: 503 }, 0],
    ['is not answered in time', 'timeout', 0],
    ['arrives, and the answer is lost', 'drop', 1],
  ] as const)('[Y7] stands once in the end where it %s', async (_, fault, standing) => {
    const fortnight = await opened();
    fortnight.slack.fail('chat.postMessage', fault, 1);
    await minute(fortnight, '17:30');
    expect(countOf(fortnight)).toEqual([standing, 1]);
    expect(faultsTaken(fortnight)).toBe(1);
    expect(await storedOf(fortnight, 'DailySummaryPosted')).toHaveLength(1);
    await minute(fortnight, '17:31');
    await minute(fortnight, '17:32');
    expect(countOf(fortnight)).toEqual([1, 1]);
    const posted = await storedOf(fortnight, 'DailySummaryPosted');
    expect(posted.map(({ ts }) => ts).sort()).toEqual(leads.map((who) => sentTo(fortnight, who)[0]?.ts).sort());
    expect(posted[1]?.text).toContain('Northmoor, day 1');
  });

  it.each([{ status: 503 }, 'drop'] as const)(
    '[Y7] stands once though the app was restarted meanwhile (%o)',
    async (fault) => {
      const fortnight = await opened();
      fortnight.slack.fail('chat.postMessage', fault, 2);
      await minute(fortnight, '17:30');
      faultsTaken(fortnight);
      await fortnight.restart();
      await minute(fortnight, '17:45');
      await fortnight.restart();
      await minute(fortnight, '18:00');
      expect(countOf(fortnight)).toEqual([1, 1]);
      expect(await storedOf(fortnight, 'DailySummaryPosted')).toHaveLength(2);
    },
  );

  it('[Y7] stands once though the app was told to stop while it was being posted', async () => {
    const fortnight = await opened();
    let letGo = () => {};
    fortnight.slack.delay('chat.postMessage', new Promise<void>((resolve) => (letGo = resolve)));
    const posting = minute(fortnight, '17:30');
    const restarted = fortnight.restart();
    letGo();
    await posting;
    await restarted;
    await minute(fortnight, '17:31');
    expect(countOf(fortnight)).toEqual([1, 1]);
  });

  it('[Y7] stands once though the disk was full when it was to be noted', async () => {
    const watched = watchedFiles(0);
    const fortnight = await openFortnight({ files: watched.files });
    await startOn(fortnight, tuesday);
    let writes = 0;
    // Two claims and the head that both hold.
    watched.fate = ({ operation }) => {
      if (operation === 'write') writes += 1;
      return operation === 'write' && writes > 3 ? { fails: 'ENOSPC' } : 'goes ahead';
    };
    await minute(fortnight, '17:30');
    watched.fate = () => 'goes ahead';
    expect(faultsTaken(fortnight)).toBe(2);
    expect(countOf(fortnight)).toEqual([1, 1]);
    expect(await storedOf(fortnight, 'DailySummaryPosted')).toEqual([]);
    await fortnight.restart();
    await minute(fortnight, '17:31');
    expect(countOf(fortnight)).toEqual([1, 1]);
    expect(await storedOf(fortnight, 'DailySummaryPosted')).toHaveLength(2);
  });

  it('[Y7] is sent in the next minute where Slack wants to be left alone for a while', async () => {
    const fortnight = await opened();
    fortnight.slack.fail('chat.postMessage', { status: 429, retryAfter: 1 }, 1);
    await minute(fortnight, '17:30');
    expect(faultsTaken(fortnight)).toBe(1);
    await minute(fortnight, '17:31');
    expect(countOf(fortnight)).toEqual([1, 1]);
  });

  it('[Y7] is given up for the day where Slack refuses it by name, and sent the next day', async () => {
    const fortnight = await opened();
    fortnight.slack.fail('conversations.open', { error: 'user_disabled' }, 1);
    await minute(fortnight, '17:30');
    await minute(fortnight, '17:31');
    expect(faultsTaken(fortnight)).toBe(1);
    expect(countOf(fortnight)).toEqual([0, 1]);
    expect(await storedOf(fortnight, 'DailySummaryRefused')).toMatchObject([{ refused: 'user_disabled' }]);
    await record(fortnight, 'inspector', 'help - Late again');
    await clockAt(fortnight, '2013-11-20 17:30');
    expect(countOf(fortnight)).toEqual([1, 2]);
  });

  it('[Y7] is not sent again where the app may not look whether it stands', async () => {
    const fortnight = await opened();
    fortnight.slack.fail('chat.postMessage', 'drop', 1);
    await minute(fortnight, '17:30');
    fortnight.slack.fail('conversations.history', { error: 'missing_scope' }, 1);
    await minute(fortnight, '17:31');
    await minute(fortnight, '17:32');
    expect(faultsTaken(fortnight)).toBe(1);
    expect(countOf(fortnight)).toEqual([1, 1]);
    expect(await storedOf(fortnight, 'DailySummaryRefused')).toMatchObject([{ refused: 'missing_scope' }]);
  });

  it('[Y4] is sent once though the minute strikes again while it is being posted', async () => {
    const fortnight = await opened();
    let letGo = () => {};
    fortnight.slack.delay('chat.postMessage', new Promise<void>((resolve) => (letGo = resolve)));
    const strikes = ['17:30', '17:31', '17:32'].map((time) => minute(fortnight, time));
    letGo();
    await Promise.all(strikes);
    await minute(fortnight, '17:33');
    expect(countOf(fortnight)).toEqual([1, 1]);
  });
});

describe('a daily summary that was missed', () => {
  it('[Y5] comes once after two days of downtime, and names its day', async () => {
    const fortnight = await opened();
    await clockAt(fortnight, `${tuesday} 17:30`);
    await record(fortnight, 'inspector', 'help - Said in the evening');
    fortnight.forward(2 * 24 * 60 + 15 * 60);
    await fortnight.restart();
    await clockAt(fortnight, '2013-11-22 09:00');
    await clockAt(fortnight, '2013-11-22 09:01');
    expect(countOf(fortnight)).toEqual([2, 2]);
    const words = sentTo(fortnight, 'lead')[1]?.words ?? '';
    expect(dayWords(words)).toBe('Thursday 21 November 2013');
    expect(words).toContain(
      'This is the summary of Thursday 21 November 2013. It could not be sent at 17:30; it shows what stands at Friday 22 November 2013, 09:00.',
    );
    await record(fortnight, 'inspector', 'help - Seen on Friday');
    await clockAt(fortnight, '2013-11-22 17:30');
    expect(countOf(fortnight)).toEqual([3, 3]);
    expect(sentTo(fortnight, 'lead')[2]?.words).not.toContain('could not be sent');
  });
});

describe('what somebody asks of the daily summary', () => {
  it('[Y9] is none any more, by its button, and it again', async () => {
    const fortnight = await opened();
    await clockAt(fortnight, `${tuesday} 17:30`);
    const [message] = sentTo(fortnight, 'deputy');
    if (!message) throw new Error('There is no daily summary');
    const off = await fortnight.as('deputy').press(message, 'Fewer of these');
    expect(told(off)).toContain('You get no more daily summaries of Northmoor.');
    await record(fortnight, 'inspector', 'help - Late again');
    await clockAt(fortnight, '2013-11-20 17:30');
    expect(countOf(fortnight)).toEqual([2, 1]);
    expect(told(await judge(fortnight, 'deputy', 'today off'))).toContain('Your daily summary is off already.');
    fortnight.forward(10);
    const [again] = off.shown;
    if (!again) throw new Error('There is no way back');
    expect(told(await fortnight.as('deputy').press(again, 'Send it daily'))).toContain('comes to you again, at 17:30');
    await clockAt(fortnight, '2013-11-20 17:41');
    expect(countOf(fortnight)).toEqual([2, 1]);
    await clockAt(fortnight, '2013-11-21 17:30');
    expect(countOf(fortnight)).toEqual([2, 2]);
  });

  it('[Y9] is for lead and deputy to say', async () => {
    const fortnight = await opened();
    expect(told(await judge(fortnight, 'inspector', 'today off'))).toContain('may get the daily summary');
    expect(told(await judge(fortnight, 'lead', 'today please'))).toContain(
      'Daily summaries can be sent to you or not.',
    );
  });
});

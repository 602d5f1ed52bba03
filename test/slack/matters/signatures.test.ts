import { describe, expect, it } from 'vitest';
import {
  fillIn,
  grade,
  judge,
  openReadyToSign,
  page,
  record,
  signOff,
  storedOf,
  told,
  underFields,
  wordsOf,
} from '../../support/acts.ts';
import { clockAt } from '../../support/daily.ts';
import { type Fortnight, northmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';
import { readable } from '../../support/shown.ts';
import { teamChannel } from '../../support/workspace.ts';

/** The direct messages about signatures that somebody has been sent, as text. */
const toldOf = (fortnight: Fortnight, who: Who): string[] =>
  fortnight.slack
    .directMessages(people[who])
    .map(({ text }) => text)
    .filter((text) => /sign/.test(text.split('\n')[0] ?? ''));

const last = (fortnight: Fortnight, who: Who) => {
  const message = fortnight.slack.directMessages(people[who]).at(-1);
  if (!message) throw new Error(`${who} was sent nothing`);
  return message;
};

const signed = async (): Promise<Fortnight> => {
  const fortnight = await openReadyToSign();
  await fillIn(fortnight, 'lead', 'sign-off', {});
  await fortnight.slack.quiet();
  return fortnight;
};

const late = 'evidence help - Decisions wait for a week';

const lapsed = async (): Promise<Fortnight> => {
  const fortnight = await signed();
  await judge(fortnight, 'inspector', late);
  await fortnight.slack.quiet();
  return fortnight;
};

describe('a signature that is next', () => {
  it('[X10] is told to the quality assurance manager at once, and once, also across a restart', async () => {
    const fortnight = await signed();
    const words = ['Northmoor: Ana Reyes signed at 09:00. Your signature is next.\n[Sign] [Read] [Ask Ana]'];
    expect(toldOf(fortnight, 'qualityAssurance')).toEqual(words);
    await fortnight.restart();
    await fortnight.tick();
    expect(toldOf(fortnight, 'qualityAssurance')).toEqual(words);
    await fortnight.as('qualityAssurance').press(last(fortnight, 'qualityAssurance'), 'Sign');
    expect(page(await fortnight.as('qualityAssurance').submit())).toContain('Signed off by Ana Reyes');
    await fortnight.slack.quiet();
    expect(toldOf(fortnight, 'lead')).toEqual(['Northmoor: Gus Vale signed at 09:00. It is signed off.\n[Summary]']);
  });

  it('[X10] is told to whoever takes that part while it waits', async () => {
    const fortnight = await signed();
    await fillIn(fortnight, 'lead', 'team change', {
      Inspectors: [people.inspector],
      'Quality assurance manager': people.secondInspector,
    });
    await fortnight.slack.quiet();
    expect(toldOf(fortnight, 'secondInspector')).toHaveLength(1);
  });

  it('[X10] reminds nobody who asked for no reminders', async () => {
    const fortnight = await openReadyToSign();
    await fillIn(fortnight, 'qualityAssurance', 'settings mine', { Reminders: 'off' });
    await fillIn(fortnight, 'lead', 'sign-off', {});
    await fortnight.slack.quiet();
    expect(toldOf(fortnight, 'qualityAssurance')).toEqual([]);
  });

  it('[X10] stands once in the end, whatever Slack does', async () => {
    const fortnight = await openReadyToSign();
    fortnight.slack.fail('chat.postMessage', 'drop', 1);
    await fillIn(fortnight, 'lead', 'sign-off', {});
    await fortnight.slack.quiet();
    fortnight.faults.splice(0);
    await clockAt(fortnight, '2013-11-19 09:10');
    await clockAt(fortnight, '2013-11-19 09:11');
    expect(toldOf(fortnight, 'qualityAssurance')).toHaveLength(1);
  });
});

describe('a question between those who sign', () => {
  const question = { 'Your question': 'Why is leadership good with two concerns?' };

  it('[X12] goes from one to the other and back by one press and a form, and is kept in no record', async () => {
    const fortnight = await signed();
    const gus = fortnight.as('qualityAssurance');
    await gus.press(last(fortnight, 'qualityAssurance'), 'Ask Ana');
    expect(page({ view: gus.view() })).toContain('kept in no record');
    expect(page(await gus.submit(question))).toContain('Sent to Ana Reyes.');
    expect(readable(last(fortnight, 'lead').text)).toBe(
      'Northmoor: Gus Vale writes about the signatures.\n> Why is leadership good with two concerns?\n[Answer]',
    );
    const ana = fortnight.as('lead');
    await ana.press(last(fortnight, 'lead'), 'Answer');
    await ana.submit({ 'Your question': 'Both are of one office, and it has changed' });
    expect(last(fortnight, 'qualityAssurance').text).toContain('Ana Reyes writes about the signatures');
    expect(JSON.stringify(await fortnight.entries(northmoor))).not.toContain('two concerns');
  });

  it('[X12] stays in its form where Slack does not take it', async () => {
    const fortnight = await signed();
    const gus = fortnight.as('qualityAssurance');
    await gus.press(last(fortnight, 'qualityAssurance'), 'Ask Ana');
    fortnight.slack.fail('chat.postMessage', { status: 503 }, 1);
    const before = fortnight.slack.directMessages(people.lead).length;
    expect(underFields(await gus.submit(question))).toContain('Your text is still in the form');
    expect(gus.typed()).toEqual({ question: 'Why is leadership good with two concerns?' });
    expect(fortnight.slack.directMessages(people.lead)).toHaveLength(before);
    fortnight.faults.splice(0);
  });
});

describe('what lapses a signature', () => {
  it.each<[string, (fortnight: Fortnight) => Promise<string>]>([
    ['an item', async (fortnight) => told(await judge(fortnight, 'inspector', late))],
    [
      'several at once',
      async (fortnight) => {
        await judge(fortnight, 'inspector', 'evidence help - Decisions are late\nleaders + Audits are read');
        return page(await fortnight.as('inspector').submit({ 'It is': 'concern' }));
      },
    ],
    [
      'a correction',
      async (fortnight) => page(await fillIn(fortnight, 'inspector', 'edit E-001', { 'It is': 'context' })),
    ],
    [
      'a withdrawal',
      async (fortnight) =>
        page(await fillIn(fortnight, 'inspector', 'withdraw E-001', { 'Why is it withdrawn?': 'Twice' })),
    ],
    ['a grade', async (fortnight) => page(await grade(fortnight, 'lscb', 'requires-improvement', 'deputy'))],
  ])('[X8] says so in its own receipt: %s', async (_, change) => {
    expect(await change(await signed())).toContain('Ana Reyes’s signature lapses with this.');
  });

  it('[X8] says it once: the next item lapses nothing', async () => {
    const fortnight = await lapsed();
    expect(told(await judge(fortnight, 'inspector', `${late} and more`))).not.toContain('signature');
  });

  it('[X8] [X11] is enough told to a signer who lapsed it: by the receipt, which lets them sign again', async () => {
    const fortnight = await signed();
    const answer = await judge(fortnight, 'lead', late);
    expect(told(answer)).toContain('Your signature lapses with this.');
    await fortnight.slack.quiet();
    expect(toldOf(fortnight, 'lead')).toEqual([]);
    expect(toldOf(fortnight, 'qualityAssurance').at(-1)).toMatch(/^Northmoor: Ana Reyes’s signature lapsed/);
    if (answer.said) await fortnight.as('lead').press(answer.said, 'Sign again');
    expect(page(await fortnight.as('lead').submit())).toContain('Signed by Ana Reyes');
  });
});

describe('a signature that lapsed', () => {
  it('[X11] is told once to the signer and to who was told of it, with what it was, and signed again in one press and the form', async () => {
    const fortnight = await lapsed();
    for (const more of ['one', 'two', 'three']) await record(fortnight, 'inspector', `help - Another ${more}`);
    await fortnight.restart();
    await fortnight.tick();
    expect(toldOf(fortnight, 'lead')).toEqual([
      'Northmoor: your signature lapsed at 09:00 with E-007, by Chi Lam.\n[See] [Sign again]',
    ]);
    expect(toldOf(fortnight, 'qualityAssurance').slice(1)).toEqual([
      'Northmoor: Ana Reyes’s signature lapsed at 09:00 with E-007, by Chi Lam.\n[See]',
    ]);
    expect(toldOf(fortnight, 'deputy')).toEqual([]);
    const lead = fortnight.as('lead');
    await lead.press(last(fortnight, 'lead'), 'Sign again');
    expect(page(await lead.submit())).toContain('Signed by Ana Reyes (lead).');
    expect(await storedOf(fortnight, 'SignedOff')).toHaveLength(2);
    await fortnight.slack.quiet();
    expect(toldOf(fortnight, 'qualityAssurance')).toHaveLength(3);
  });

  it.each([
    ['is lost before Slack has it', { status: 503 }],
    ['arrives, and the answer is lost', 'drop'],
  ] as const)('[X11] is told once in the end where the message %s', async (_, fault) => {
    const fortnight = await signed();
    fortnight.slack.fail('chat.postMessage', fault, 1);
    await judge(fortnight, 'inspector', late);
    await fortnight.slack.quiet();
    fortnight.faults.splice(0);
    await clockAt(fortnight, '2013-11-19 09:10');
    await clockAt(fortnight, '2013-11-19 09:11');
    expect(toldOf(fortnight, 'lead')).toHaveLength(1);
    expect(toldOf(fortnight, 'qualityAssurance')).toHaveLength(2);
  });

  it('[X11] is told of neither to somebody who left the team', async () => {
    const fortnight = await openReadyToSign();
    await fillIn(fortnight, 'deputy', 'sign-off', {});
    await fillIn(fortnight, 'lead', 'team change', { 'Deputy lead': null });
    await judge(fortnight, 'inspector', late);
    await fortnight.slack.quiet();
    expect(toldOf(fortnight, 'deputy')).toEqual([]);
  });

  it('[X6] [X11] is told to both where it is reopened', async () => {
    const fortnight = await openReadyToSign();
    await signOff(fortnight);
    await fillIn(fortnight, 'deputy', 'reopen', { 'Why is it reopened?': 'A late report' });
    await fortnight.slack.quiet();
    expect(toldOf(fortnight, 'lead').at(-1)).toBe(
      'Northmoor: your and Gus Vale’s signatures lapsed at 09:00 as it was reopened, by Ben Okoro.\n[See] [Sign again]',
    );
    expect(toldOf(fortnight, 'qualityAssurance').at(-1)).toBe(
      'Northmoor: Ana Reyes’s and your signatures lapsed at 09:00 as it was reopened, by Ben Okoro.\n[See]',
    );
  });

  it('[X9] is nowhere said to be not signed off: board, summary, today and Home name it', async () => {
    const fortnight = await lapsed();
    const home = await fortnight.as('lead').openHome();
    const places = [
      wordsOf(fortnight.slack.channel(teamChannel).pinned()[0]?.blocks ?? []),
      told(await judge(fortnight, 'lead', 'status')),
      told(await judge(fortnight, 'observer', 'summary')),
      told(await judge(fortnight, 'lead', 'today')),
      home ? page({ view: home }) : '',
    ];
    for (const words of places) {
      expect(words).toMatch(/signature lapsed .*with E-007/);
      expect(words).not.toContain('Not signed off');
    }
    expect(places.at(-1)).toContain('Sign again');
  });
});

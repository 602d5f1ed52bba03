import { describe, expect, it } from 'vitest';
import type { Posted } from '../../../src/local-slack/index.ts';
import { grade, openReadyToSign, record, storedOf, wholeSummary, wordsOf } from '../../support/acts.ts';
import { openFound, openGraded, postSummary, threadIn } from '../../support/at-length.ts';
import { type Fortnight, northmoor } from '../../support/fortnight.ts';
import { framework } from '../../support/frameworks.ts';
import { bare, mustBePosted, wrongIn } from '../../support/must-be-posted.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const wordsIn = ({ blocks }: Posted): string => bare(wordsOf(blocks));

describe('the thread of a summary in which everything is as long as it may be', () => {
  it.each([
    ['slac-2009', openGraded],
    ['jtai-2016', openFound],
  ] as const)('[M5] [M31] under %s holds every word once, in order, as it is kept', async (id, open) => {
    const { fortnight, written } = await open(id);
    await postSummary(fortnight);
    const { headline, replies } = threadIn(fortnight);
    const whole = replies.map(wordsIn).join('');
    for (const words of written) expect(whole.split(bare(words)), words.slice(0, 60)).toHaveLength(2);
    const must = mustBePosted(await fortnight.inspections().of(northmoor));
    expect(must).toEqual(expect.arrayContaining(written.map((words) => expect.stringContaining(words.trim()))));
    expect(wrongIn(replies.map(({ blocks }) => wordsOf(blocks)).join('\n'), must)).toEqual([]);
    expect(replies.at(-1)?.text).toBe(`All ${replies.length} replies are posted.`);
    const made = await storedOf(fortnight, 'PostingMade');
    expect(made.map(({ ts }) => ts)).toEqual([headline, ...replies].map(({ ts }) => ts));
    for (const [place, reply] of replies.entries()) expect(bare(String(made[place + 1]?.text))).toBe(wordsIn(reply));
    for (const { text, blocks } of replies) {
      expect(text.length).toBeLessThanOrEqual(4000);
      expect(wordsOf(blocks).length).toBeLessThan(9000);
      expect(wordsOf(blocks)).not.toContain('more than one message holds');
      if (text.includes('holds no more')) expect(wordsOf(blocks).length).toBeGreaterThan(3400);
    }
    const { areas } = framework(id);
    const alone = areas.filter(({ title }) => areas.filter((each) => each.title === title).length === 1);
    if (id === 'slac-2009') for (const { title } of alone) expect(wordsOf(headline.blocks)).toContain(title);
  });
});

/** A summary whose headline stands and whose thread waits: what is due is tried again with the next minute. */
const waiting = async (): Promise<Fortnight> => {
  const fortnight = await openReadyToSign();
  fortnight.slack.fail('chat.getPermalink', { status: 503 }, 1);
  await postSummary(fortnight);
  expect(threadIn(fortnight).replies).toEqual([]);
  fortnight.faults.splice(0);
  return fortnight;
};

describe('the thread of a summary', () => {
  it('[M7] says what the record said when the headline was claimed, whatever is recorded since', async () => {
    const fortnight = await waiting();
    await record(fortnight, 'inspector', 'help ! Something else altogether');
    await grade(fortnight, 'help', 'inadequate');
    await fortnight.tick();
    const { replies } = threadIn(fortnight);
    const words = replies.map(({ text }) => text).join('\n');
    expect(words).toContain('Children who need help and protection: Good');
    expect(words).not.toContain('Something else');
    expect(replies.at(-1)?.text).toBe(`All ${replies.length} replies are posted.`);
  });

  it('[M7] holds nothing that was erased since', async () => {
    const fortnight = await waiting();
    const { person, at } = { person: { team: 'TFORT', user: people.lead }, at: '2013-11-21T09:00:00.000Z' };
    const erasing = { type: 'EraseItem', item: 'E-001', reason: 'The retention date has passed' };
    const kept = await fortnight.inspections().record(northmoor, erasing, { person, at, request: 'erasing' });
    const [erased] = 'refusals' in kept ? [] : kept.events;
    for (const version of erased?.type === 'ItemErased' ? erased.versions : [])
      await fortnight.erase(northmoor, version);
    await fortnight.restart();
    await fortnight.tick();
    const { replies } = threadIn(fortnight);
    const words = replies.map(({ text }) => text).join('\n');
    expect(words).not.toContain('A strength seen in help-and-protection.');
    expect(words).toContain('A concern seen in looked-after-and-permanence.');
    expect(replies.at(-1)?.text).toMatch(/^All \d+ replies are posted\.$/);
  });

  it('[M32] goes on after the pause that Slack asks for', async () => {
    const fortnight = await waiting();
    fortnight.slack.fail('chat.postMessage', { error: 'ratelimited' }, 1);
    await fortnight.tick();
    expect(threadIn(fortnight).replies).toEqual([]);
    const onBoard = () => fortnight.slack.channel(teamChannel).pinned()[0]?.text;
    await expect.poll(onBoard).toContain('The summary is being posted');
    await fortnight.tick();
    expect(threadIn(fortnight).replies.at(-1)?.text).toMatch(/^All \d+ replies are posted\.$/);
    await expect.poll(onBoard).not.toContain('The summary is being posted');
    fortnight.faults.splice(0);
  });

  it.each(['locked', 'deleted'])('[M33] comes to the lead as a file, once, where it is %s', async (how) => {
    const fortnight = await waiting();
    const { headline } = threadIn(fortnight);
    if (how === 'locked') fortnight.slack.fail('chat.postMessage', { error: 'restricted_action_thread_locked' }, 1);
    else await fortnight.slack.deleteMessage(teamChannel, headline.ts);
    await fortnight.tick();
    const sent = fortnight.slack.directMessages(people.lead).at(-1);
    expect(sent?.text).toContain('takes no more replies');
    expect(sent?.text).toContain(how === 'locked' ? 'restricted_action_thread_locked' : 'message_not_found');
    const [file, ...more] = sent?.files ?? [];
    expect(more).toEqual([]);
    expect(file?.name).toBe('northmoor-2013-11-19-summary.txt');
    const made = (await storedOf(fortnight, 'PostingMade')).at(-1);
    expect(made).toMatchObject({ posting: expect.stringMatching(/ file$/) });
    for (const words of ['overall effectiveness: Good', 'A strength seen in adoption.', 'Context and basis'])
      expect(made?.text).toContain(words);
    const before = fortnight.slack.directMessages(people.lead).length;
    await fortnight.restart();
    await fortnight.tick();
    expect(fortnight.slack.directMessages(people.lead)).toHaveLength(before);
    fortnight.faults.splice(0);
  });

  it('[M34] is looked at before, page by page, in the same words', async () => {
    const { fortnight, written } = await openGraded('sif-2013');
    const shown = bare(await wholeSummary(fortnight, 'observer'));
    for (const words of written) expect(shown.split(bare(words)), words.slice(0, 60)).toHaveLength(2);
    await postSummary(fortnight);
    for (const reply of threadIn(fortnight).replies.slice(0, -1)) expect(shown).toContain(wordsIn(reply));
    const earlier = bare(await wholeSummary(fortnight, 'observer', 'summary at 2013-11-19 09:00'));
    for (const words of written) expect(earlier).toContain(bare(words));
  });
});

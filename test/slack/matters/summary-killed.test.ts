import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unfinishedThread } from '../../../src/domain/matters/postings.ts';
import type { Posted } from '../../../src/local-slack/index.ts';
import type { Entry } from '../../../src/store/port.ts';
import { openReadyToSign, wordsOf } from '../../support/acts.ts';
import { openFound, openGraded, postSummary, threadIn } from '../../support/at-length.ts';
import { type Fortnight, northmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';

/** What the app put into threads, as often as it did, in order. */
const sent = (fortnight: Fortnight): string[] =>
  fortnight.slack.calls.flatMap(({ method, arguments: { thread_ts, text } }) =>
    method === 'chat.postMessage' && thread_ts ? [String(text)] : [],
  );

/** The last thing that the lead was told directly. */
const lastTold = (fortnight: Fortnight): Posted => {
  const last = fortnight.slack.directMessages(people.lead).at(-1);
  if (!last) throw new Error('The lead was told nothing');
  return last;
};

type Happened = { type: string; posting?: string; thread?: true };
const happenedIn = (entries: readonly Entry[]): Happened[] =>
  entries.flatMap(({ events }) => (events ?? []) as Happened[]);

/** How many replies the record says were posted, and the posting that it says was begun and of which it knows no more. */
const standingIn = (entries: readonly Entry[]) => {
  const events = happenedIn(entries);
  const made = events.filter(({ type, posting }) => type === 'PostingMade' && posting?.includes(' reply ')).length;
  const begun = events.findLast(({ type }) => type === 'PostingClaimed');
  const known = events.some(({ type, posting }) => type === 'PostingMade' && posting === begun?.posting);
  return { made, open: known ? null : begun };
};

describe('an app that is killed while it posts a summary', () => {
  it.each([
    ['sif-2013', 1, () => openReadyToSign()],
    ['jtai-2016', 3, async () => (await openFound('jtai-2016')).fortnight],
    ['slac-2009', 13, async () => (await openGraded('slac-2009')).fortnight],
  ] as const)(
    '[M6] [M32] under %s goes on after what was kept, each %i entries, and asks where it cannot know',
    async (_, step, open) => {
      const fortnight = await open();
      const [file, heads] = [`${northmoor}.jsonl`, 'heads.log'].map((name) => join(fortnight.folder, name));
      if (!file || !heads) throw new Error('There is no record');
      const headsBefore = readFileSync(heads);
      const before = (await fortnight.entries(northmoor)).length;
      await postSummary(fortnight);
      const whole = threadIn(fortnight).replies.map(({ text }) => text);
      const entries = await fortnight.entries(northmoor);
      const lines: string[] = [];
      await fortnight.restart(() => void lines.push(...readFileSync(file, 'utf8').split('\n')));
      const asked: string[] = [];
      for (let cut = before + 1; cut <= entries.length; cut += step) {
        const { made, open: begun } = standingIn(entries.slice(0, cut));
        const from = sent(fortnight).length;
        await fortnight.restart(() => {
          writeFileSync(file, `${lines.slice(0, cut).join('\n')}\n`);
          writeFileSync(heads, headsBefore);
        });
        await fortnight.tick();
        const now = () => sent(fortnight).slice(from);
        const left = begun ? [] : whole.slice(made);
        expect([cut, now()]).toEqual([cut, happenedIn(entries.slice(0, cut)).some(({ thread }) => thread) ? left : []]);
        if (!begun) continue;
        const told = lastTold(fortnight);
        asked.push(told.text);
        if (begun.thread) {
          expect(told.text).toContain('Slack did not say whether the summary arrived.');
          continue;
        }
        expect(told.text).toContain(`whether reply ${made + 1} under the summary arrived`);
        const stands = cut % 2 === 0;
        await fortnight.as('lead').press(told, stands ? 'It stands, go on' : 'Post it again');
        expect([cut, now()]).toEqual([cut, whole.slice(stands ? made + 1 : made)]);
        const noted = happenedIn(await fortnight.entries(northmoor)).filter(({ type }) => type === 'PostingMade');
        expect(noted).toHaveLength(whole.length + 1);
      }
      expect(asked.length).toBeGreaterThan(1);
    },
  );

  it('[M6] [M32] asks each time where Slack took a reply, or did not, and never said so', async () => {
    const fortnight = await openReadyToSign();
    fortnight.slack.fail('chat.getPermalink', { status: 503 }, 1);
    await postSummary(fortnight);
    expect(threadIn(fortnight).replies).toEqual([]);
    let stood = true;
    const swallow = () => fortnight.slack.fail('chat.postMessage', stood ? 'drop' : { status: 503 }, 1);
    swallow();
    await fortnight.tick();
    let asked = 0;
    for (; unfinishedThread(await fortnight.inspections().of(northmoor)); asked += 1) {
      if (asked > 40) throw new Error('It does not end');
      const told = lastTold(fortnight);
      expect(told.text).toContain('under the summary arrived, so its thread waits');
      const there = threadIn(fortnight).replies.length;
      await fortnight.tick();
      expect(threadIn(fortnight).replies).toHaveLength(there);
      const answer = stood ? 'It stands, go on' : 'Post it again';
      stood = !stood;
      swallow();
      await fortnight.as('lead').press(told, answer);
    }
    const { replies } = threadIn(fortnight);
    expect(new Set(replies.map(({ blocks }) => wordsOf(blocks))).size).toBe(replies.length);
    expect(replies.at(-1)?.text).toBe(`All ${replies.length} replies are posted.`);
    expect(asked).toBe(2 * replies.length - 1);
    fortnight.faults.splice(0);
  });
});

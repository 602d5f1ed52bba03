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

/** What the app put into threads since so many calls, as often as it did, in order. */
const sentSince = ({ slack }: Fortnight, calls: number): string[] =>
  slack.calls
    .slice(calls)
    .flatMap(({ method, arguments: { thread_ts, text } }) =>
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

const kinds = [
  ['sif-2013', () => openReadyToSign()],
  ['jtai-2016', async () => (await openFound('jtai-2016')).fortnight],
  ['slac-2009', async () => (await openGraded('slac-2009')).fortnight],
] as const;

/** Each of so many kills, and each of so many answers, is looked at until the thread has come to its end. */
const toTheEnd = { kills: 25, answers: 9 };

const soon = { interval: 10 };

describe('an app that is killed while it posts a summary', () => {
  it.each(kinds)(
    '[M6] [M32] under %s goes on between any two replies, and asks after any one that arrived or did not',
    { timeout: 600_000 },
    async (_, open) => {
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
      let [calls, asked] = [0, 0];
      const sent = () => sentSince(fortnight, calls);
      const told = () => lastTold(fortnight).text;

      for (let cut = before + 1; cut <= entries.length; cut += 1) {
        const { made, open: begun } = standingIn(entries.slice(0, cut));
        await fortnight.restart(() => {
          calls = fortnight.slack.calls.length;
          writeFileSync(file, `${lines.slice(0, cut).join('\n')}\n`);
          writeFileSync(heads, headsBefore);
        });
        if (!begun) {
          const left = whole.slice(made);
          if (left.length > 0) await expect.poll(sent, soon).not.toEqual([]);
          if (made % toTheEnd.kills === 1) await fortnight.tick();
          expect([cut, sent()]).toEqual([cut, made % toTheEnd.kills === 1 ? left : left.slice(0, sent().length)]);
          continue;
        }
        const what = begun.thread ? 'the summary arrived' : `whether reply ${made + 1} under the summary arrived`;
        await expect.poll(told, soon).toContain(what);
        expect([cut, sent()]).toEqual([cut, []]);
        if (begun.thread) continue;
        asked += 1;
        if (made % toTheEnd.answers > 0) continue;
        const stands = made % 2 === 0;
        await fortnight.as('lead').press(lastTold(fortnight), stands ? 'It stands, go on' : 'Post it again');
        expect([cut, sent()]).toEqual([cut, whole.slice(stands ? made + 1 : made)]);
        const noted = happenedIn(await fortnight.entries(northmoor)).filter(({ type }) => type === 'PostingMade');
        expect(noted).toHaveLength(whole.length + 1);
      }
      expect(asked).toBe(whole.length);
    },
  );

  it.each(kinds.slice(0, 2))(
    '[M6] [M32] under %s asks each time where Slack took a reply, or did not, and never said so',
    async (_, open) => {
      const fortnight = await open();
      fortnight.slack.fail('chat.getPermalink', { status: 503 }, 1);
      await postSummary(fortnight);
      expect(threadIn(fortnight).replies).toEqual([]);
      let stood = true;
      const swallow = () => fortnight.slack.fail('chat.postMessage', stood ? 'drop' : { status: 503 }, 1);
      swallow();
      await fortnight.tick();
      let asked = 0;
      for (; unfinishedThread(await fortnight.inspections().of(northmoor)); asked += 1) {
        if (asked > 400) throw new Error('It does not end');
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
    },
  );
});

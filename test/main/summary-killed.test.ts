import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { aFolder } from '../store/opened.ts';
import { openReadyToSign } from '../support/acts.ts';
import { postSummary, threadIn } from '../support/at-length.ts';
import { afterTheTest } from '../support/closing.ts';
import { northmoor } from '../support/fortnight.ts';
import { people } from '../support/people.ts';
import { teamChannel } from '../support/workspace.ts';
import { openSlack } from './outside.ts';
import { startProcess } from './programs.ts';

const soon = { interval: 5 };

describe('An app whose process is killed again and again while it posts a thread', () => {
  it('[M6] [M32] leaves it whole, in order, each reply once', async () => {
    const inside = await openReadyToSign();
    const folder = join(await aFolder(), 'data');
    await inside.restart(() => cpSync(inside.folder, folder, { recursive: true }));
    await postSummary(inside);
    const whole = threadIn(inside).replies.map(({ text }) => text);

    const slack = await openSlack();
    const lead = slack.person(people.lead);
    let fortnight: ReturnType<typeof startProcess>;
    const start = async (): Promise<void> => {
      fortnight = startProcess({
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_APP_TOKEN: slack.appToken,
        SLACK_API_URL: slack.webApi,
        DATA_DIR: folder,
      });
      await Promise.race([fortnight.says('is connected to Slack'), fortnight.ended]);
    };
    const kill = async (): Promise<void> => {
      fortnight.signal('SIGKILL');
      await fortnight.ended;
    };
    afterTheTest(async () => {
      await kill();
      await slack.close();
    });
    const noted = () => readFileSync(join(folder, `${northmoor}.jsonl`), 'utf8').split('"PostingMade"').length - 1;
    const replies = () =>
      slack
        .channel(teamChannel)
        .messages()
        .flatMap(({ threadTs, text }) => (threadTs ? [text] : []));
    const underWay = () =>
      slack.calls.find(
        ({ method, arguments: { thread_ts }, response }) =>
          method === 'chat.postMessage' && thread_ts && response === undefined,
      );

    /** The lead is asked of a reply, looks whether it is there, and says so. */
    const answers = async (asked: number, stands: boolean): Promise<void> => {
      const question = () => slack.directMessages(people.lead).at(-1);
      await expect.poll(() => question()?.text, soon).toContain(`whether reply ${asked} under the summary arrived`);
      expect(replies()).toEqual(whole.slice(0, stands ? asked : asked - 1));
      const told = question();
      if (told) await lead.press(told, stands ? 'It stands, go on' : 'Post it again');
    };

    await start();
    const [shown] = (await lead.command(teamChannel, 'summary')).shown;
    if (!shown) throw new Error('There is no preview');
    void lead.press(shown, 'Post to the team channel').catch(() => undefined);

    // Between two replies.
    await expect.poll(noted, soon).toBe(3);
    await kill();
    await start();

    // During one that arrives, and of which the app never hears.
    let arrives = (): void => undefined;
    await expect.poll(noted, soon).toBe(4);
    slack.delay('chat.postMessage', new Promise<void>((resolve) => (arrives = resolve)));
    await expect.poll(underWay, soon).toBeDefined();
    await kill();
    arrives();
    await expect.poll(() => replies().length, soon).toBe(4);
    await start();
    await answers(4, true);

    // During one that does not arrive.
    await expect.poll(noted, soon).toBe(6);
    slack.fail('chat.postMessage', 'timeout', 1);
    await expect.poll(() => underWay()?.arguments.text, soon).toBe(whole[5]);
    await kill();
    await start();
    await answers(6, false);

    await expect.poll(() => replies().at(-1), soon).toBe(`All ${whole.length} replies are posted.`);
    expect(replies()).toEqual(whole);
  });
});

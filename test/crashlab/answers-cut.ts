import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import type { LocalSlack } from '../../src/local-slack/index.ts';
import { freePort } from '../main/free-port.ts';
import { openSlack, startNorthmoor } from '../main/outside.ts';
import { startNode } from '../main/process.ts';
import { people } from '../support/people.ts';
import { teamChannel } from '../support/workspace.ts';
import { itemsIn, looked, team } from './killed.ts';
import { receiptIn, type Told } from './recording.ts';
import { count, emptyTally, type Tally } from './tally.ts';

export type Over = 'sockets' | 'http';

type Asked = {
  /** What Node is to run: the app's main file, compiled or not. */
  program: readonly string[];
  over: Over;
  /** How many forms and lines are sent, by turns. */
  sends: number;
  /** Draws a number from 0 up to, not including, 1. */
  chance: () => number;
};

/** After so many milliseconds at most the connection under what was sent is cut. */
const longest = 20;
/** Between the last cut and the last message that tells of it: one a second goes to each person, as Slack would have it. */
const toldWithin = 300_000;
/** So many looks in a row, a fifth of a second apart, find the same at the end. */
const looks = 20;

const settingsOf = async (slack: LocalSlack, over: Over, folder: string): Promise<Record<string, string>> => {
  const both = { SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.webApi, DATA_DIR: folder };
  if (over === 'sockets') return { ...both, SLACK_APP_TOKEN: slack.appToken };
  const port = await freePort();
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  return { ...both, SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) };
};

/** Sends one form or line and gives the receipt that was shown, where one was. */
const sendCut = async (slack: LocalSlack, n: number, text: string, cut: number): Promise<Told | null> => {
  const person = slack.person(n % 4 < 2 ? people.inspector : people.secondInspector);
  if (n % 2 === 0) {
    slack.cutAfterSending(cut);
    const { said } = await person.command(teamChannel, `evidence help - ${text}`);
    return receiptIn(said, text);
  }
  // The cut under the one before may fall on the connection that this is asked over: it is asked again, as people do.
  while (person.view() === undefined) await person.command(teamChannel, 'evidence');
  await person.fill({
    'Judgement area': ['help-and-protection'],
    'What did you find?': text,
    'It is': 'Concern',
  });
  slack.cutAfterSending(cut);
  const { answered, view } = await person.submit();
  await person.closeView();
  return answered ? receiptIn(view, text) : null;
};

/** The items that people were told of directly. */
const toldDirectly = (slack: LocalSlack): Set<string> =>
  new Set(
    [people.inspector, people.secondInspector]
      .flatMap((id) => slack.directMessages(id))
      .flatMap(({ text }) => text.match(/^(E-\d+) is saved, in case you were not shown it\.$/)?.[1] ?? []),
  );

/**
 * Starts the real app and has people send forms and lines, the connection under each cut up to 20 ms after it was sent. Whatever
 * is in the record must have been shown or told directly; `twice` is how many were both.
 */
export const answersCut = async ({ program, over, sends, chance }: Asked): Promise<{ tally: Tally; twice: number }> => {
  const tally = emptyTally();
  const folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
  const slack = await openSlack();
  const app = startNode(program, await settingsOf(slack, over, folder));
  try {
    const up = await Promise.race([app.says('Fortnight is connected').then(() => true), app.ended.then(() => false)]);
    if (!up) throw new Error(`The app did not start: ${app.output()}`);
    await startNorthmoor(slack, team);
    const shown: Told[] = [];
    const sent = new Set<string>();
    for (let n = 0; n < sends; n += 1) {
      // Both are there, so that the next is carried by one of them and answered by nobody else.
      if (over === 'sockets') await slack.connected(2);
      const text = `visits were late again, as said in item ${n}`;
      sent.add(text);
      const receipt = await sendCut(slack, n, text, Math.floor(chance() * (longest + 1)));
      if (receipt) shown.push(receipt);
    }
    const known = new Set(shown.map(({ item }) => item));
    const untold = async () =>
      (await itemsIn(folder)).filter((item) => !known.has(item) && !toldDirectly(slack).has(item));
    // What was sent last may still be on its way to the record: nothing is untold only where that stays so.
    let left = await untold();
    const until = Date.now() + toldWithin;
    for (let calm = 0; calm < looks && Date.now() < until; calm = left.length > 0 ? 0 : calm + 1) {
      await pass(200);
      left = await untold();
    }
    const finding = await looked(folder, shown, sent);
    const why = left.length > 0 ? `${left.join(', ')} was kept and told to nobody` : null;
    count(tally, { ...finding, untold: left.length, why: finding.why ?? why });
    return {
      tally: { ...tally, states: sends },
      twice: [...toldDirectly(slack)].filter((item) => known.has(item)).length,
    };
  } finally {
    app.signal('SIGKILL');
    await app.ended;
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

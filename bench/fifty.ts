import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { LocalSlack } from '../src/local-slack/index.ts';
import { aFolder, inspection, openStore } from './items.ts';
import { interleaved, median, medianOf, ratioOf, timed, worstInHundred, worstOf } from './measuring.ts';
import { aSlack, startProgram, teamChannel } from './processes.ts';
import { keepInspection } from './records.ts';
import { type Figure, inDigits, milliseconds, shown } from './report.ts';

const inspectors = 50;
const linesEach = 10;
const rounds = 5;

const answerOf = (payload: unknown): string =>
  typeof payload === 'object' && payload !== null && 'text' in payload && typeof payload.text === 'string'
    ? payload.text
    : '';

/** A line of evidence as Slack sends it. All come from one inspector's account: what is measured does not look at whose. */
const aLine = (text: string) => ({
  command: '/judge',
  text: `evidence help + ${text}`,
  team_id: 'TFORT',
  team_domain: 'inspectors',
  channel_id: teamChannel,
  channel_name: 'privategroup',
  user_id: 'UCHI',
  user_name: 'uchi',
  api_app_id: 'AFORT',
  token: 'a-token',
  trigger_id: randomUUID(),
  response_url: 'http://127.0.0.1:9/none',
  is_enterprise_install: 'false',
});

/** Everybody records line after line, each as soon as the last is answered. `told` hears each line with its answer. */
const recording = (slack: LocalSlack, told: (text: string, answer: string) => void): (() => Promise<number[]>) => {
  let n = 0;
  return async () => {
    const taken: number[] = [];
    const inspector = async (): Promise<void> => {
      for (let done = 0; done < linesEach; done += 1) {
        n += 1;
        const text = `Seen as number ${n}`;
        taken.push(
          await timed(async () => {
            const answer = await slack.send('slash_commands', aLine(text));
            told(text, answer.answered ? answerOf(answer.payload) : 'no answer');
          }),
        );
      }
    };
    await Promise.all(Array.from({ length: inspectors }, inspector));
    return taken;
  };
};

/** Fifty at once through a local Slack to the real app, beside a Bolt app that only acknowledges; and whether any was lost. */
export const measureFifty = async (): Promise<Figure[]> => {
  const folder = aFolder();
  const store = await openStore(folder);
  await keepInspection(store, { channel: teamChannel, items: 200 });
  await store.close();
  const slacks = [await aSlack(), await aSlack()] as const;
  const fortnight = await startProgram('fortnight', slacks[0], { DATA_DIR: folder });
  const acks = await startProgram('acks', slacks[1], {});
  const told = new Map<string, string>();
  const taken = await interleaved(
    {
      fortnight: recording(slacks[0], (text, answer) => told.set(text, answer.match(/^Saved (E-\d+)/)?.[1] ?? '')),
      acks: recording(slacks[1], () => undefined),
    },
    rounds,
  );
  await slacks[0].quiet();
  await fortnight.stop();
  await acks.stop();
  for (const slack of slacks) await slack.close();

  const after = await openStore(folder);
  const events = (await after.read(inspection, 0)).flatMap(
    (entry) => (entry.events ?? []) as Record<string, unknown>[],
  );
  await after.close();
  rmSync(folder, { recursive: true });
  const kept = new Map(events.map(({ item, content }) => [item, (content as { text?: string } | undefined)?.text]));
  const wrong = [...told].filter(([text, item]) => kept.get(item) !== text).length;

  const what = `${inspectors} inspectors at once, ${linesEach} lines each, through Slack payloads`;
  return [
    shown(`${what}: lines told saved`, `${[...told.values()].filter(Boolean).length} of ${told.size}`),
    shown(`${what}: lost or under another number`, `${wrong}`),
    shown(`${what}: over a Bolt app that only acks`, `${inDigits(ratioOf(taken.fortnight, taken.acks, median))} times`),
    shown(
      `${what}: Fortnight`,
      `${milliseconds(medianOf(taken.fortnight))} (p99 ${milliseconds(worstOf(taken.fortnight))})`,
    ),
    shown(
      `${what}: a Bolt app that only acks`,
      `${milliseconds(medianOf(taken.acks))} (p99 ${milliseconds(median(taken.acks.map(worstInHundred)))})`,
    ),
  ];
};

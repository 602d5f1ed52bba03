import { fork } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { subcommands } from '../commands/index.ts';
import { openInspections } from '../src/inspections.ts';
import { hundredfold } from '../test/support/hundredfold.ts';
import { aFolder, openStore } from './items.ts';
import { median } from './measuring.ts';
import { aSlack, nodeFlags, teamChannel } from './processes.ts';
import { startIn } from './records.ts';
import { type Figure, held, milliseconds, shown } from './report.ts';
import type { Asked, Started } from './watched.ts';

/** The longest that one command, form, Home, save or export, with all that follows it, keeps everybody else waiting. */
const at = '2013-11-19T09:00:00.000Z';
const people: Record<string, string> = { lead: 'UANA', inspector: 'UCHI' };
const rounds = 3;
/** As many as a large authority has. */
const sites = 60;

/** A hundred times what an inspection usually holds of everything else, and evidence up to so many items. */
const keep = async (folder: string, items: number): Promise<void> => {
  const store = await openStore(folder);
  const inspections = await openInspections(store, () => {});
  const start = { person: { team: 'TFORT', user: 'UANA' }, at, request: 'start' };
  const started = await inspections.start(startIn('Northmoor', teamChannel), start);
  if ('refusals' in started) throw new Error(JSON.stringify(started.refusals));
  const rest = hundredfold.slice(1).reduce((all, [count]) => all + count, 0);
  let n = 0;
  for (const [kind, [usual, command, by]] of hundredfold.entries()) {
    const count = kind === 0 ? items - rest : usual;
    const person = { team: 'TFORT', user: people[by] ?? 'UANA' };
    for (let from = 1; from <= count; from += 1000) {
      const some = Array.from({ length: Math.min(1000, count - from + 1) }, (_, place) => {
        n += 1;
        const asked = { person, at: new Date(Date.parse(at) + n * 500).toISOString(), request: `n-${n}` };
        const site = kind === 0 ? { site: `Office ${place % sites}` } : {};
        return inspections.record(started.inspection.id, { ...command(from + place), ...site }, asked);
      });
      for (const kept of await Promise.all(some))
        if ('refusals' in kept) throw new Error(JSON.stringify(kept.refusals));
    }
  }
  await inspections.close();
};

/** The app beside this process: what it is asked, it answers when that is done. */
const watchedApp = async (started: Started) => {
  const child = fork(join(import.meta.dirname, 'watched.built.mjs'), {
    execArgv: nodeFlags,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, (answer: unknown) => void>();
  const ended = new Promise<never>((_, failed) => child.once('exit', () => failed(new Error('The app ended'))));
  ended.catch(() => undefined);
  child.on('message', ({ number, answer }: { number: number; answer: unknown }) => waiting.get(number)?.(answer));
  let number = 0;
  const sent = <Answer>(message: (number: number) => Started | { number: number; asked: Asked }): Promise<Answer> => {
    const answer = new Promise<unknown>((resolve) => waiting.set(number, resolve));
    child.send(message(number));
    number += 1;
    return Promise.race([answer as Promise<Answer>, ended]);
  };
  await sent(() => started);
  return <Answer = unknown>(asked: Asked) => sent<Answer>((number) => ({ number, asked }));
};

const holdsAt = async (items: number): Promise<Figure[]> => {
  const folder = aFolder();
  await keep(folder, items);
  const slack = await aSlack();
  const { botToken, appToken, webApi } = slack;
  const app = await watchedApp({ folder, botToken, appToken, webApi });
  slack.follow(async () => void (await app('idle')));
  await slack.quiet();
  const lead = slack.person('UANA');

  const found = new Map<string, number[]>();
  const note = async (what: string, act: () => Promise<unknown>): Promise<void> => {
    await app('watch');
    await act();
    await slack.quiet();
    found.set(what, [...(found.get(what) ?? []), await app<number>('watched')]);
    while (lead.views().length > 0) await lead.closeView();
  };
  const typed = (words: string) => note(`/judge ${words}`, () => lead.command(teamChannel, words));
  const changing = ['sign-off', 'reopen', 'incomplete', 'pause', 'resume', 'export', 'start'];
  await lead.command(teamChannel, 'evidence help - C-017 seen');
  for (let round = 0; round < rounds; round += 1) {
    await note('Home opened', () => lead.openHome());
    await note('a line saved, Home open', () => lead.command(teamChannel, 'evidence help - C-017 a line'));
    await note('a grade saved that rests on everything', async () => {
      await lead.command(teamChannel, 'grade help');
      await lead.submit({ Grade: round % 2 ? 'Good' : 'Requires improvement', 'Why this grade?': 'Seen.' });
    });
    for (const { word, example } of subcommands) {
      if (changing.includes(word)) continue;
      await typed(word);
      const words = example.replace(/^\/judge ?/, '');
      if (words !== word) await typed(words);
    }
    for (const words of ['', 'find seen', 'find zzzz', 'summary at 2013-11-20 09:00', 'recommend plan', 'line claims'])
      await typed(words);
    // To make papers of a hundred thousand items takes more than a minute, in a thread of its own.
    if (items > 10_000 && round > 0) continue;
    await note('/judge export', async () => {
      await lead.command(teamChannel, 'export');
      await lead.submit();
    });
    await note('export on the command line', () => app('take out'));
  }
  await app('stop');
  await slack.close();
  rmSync(folder, { recursive: true });

  const all = [...found].map(([what, each]) => [what, median(each)] as const).sort((one, other) => other[1] - one[1]);
  const goal = items > 10_000 ? 50 : 20;
  const over = all.filter(([, hold]) => hold > goal);
  const there = `${items.toLocaleString('en-GB')} items there`;
  return [
    held(`the longest hold of the event loop by any of ${all.length} acts, ${there}`, all[0]?.[1] ?? 0, goal, 'ms'),
    shown(`acts that hold it for longer than ${goal} ms, ${there}`, String(over.length)),
    held(
      `a line saved with its Home open: the longest hold, ${there}`,
      median(found.get('a line saved, Home open') ?? []),
      goal,
      'ms',
    ),
    ...all
      .filter(([what], place) => place < Math.max(3, over.length) || what === '/judge export')
      .map(([what, hold]) => shown(`hold, ${there}: ${what}`, milliseconds(hold))),
  ];
};

export const measureHolds = async (): Promise<Figure[]> => [...(await holdsAt(10_000)), ...(await holdsAt(100_000))];

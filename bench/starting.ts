import { rmSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { aFolder, openStore } from './items.ts';
import { interleaved, median, timed } from './measuring.ts';
import { aSlack, type Program, startProgram, teamChannel } from './processes.ts';
import { keepInspection, keepMany } from './records.ts';
import { type Figure, held, inDigits, milliseconds, shown } from './report.ts';

const rounds = 9;
const inspections = 1000;
/** Long enough for everything that goes on in the background after a start. */
const settling = 12_000;

const starting =
  (slack: Awaited<ReturnType<typeof aSlack>>, program: Program, settings: Record<string, string>) =>
  async (): Promise<number[]> => {
    const running = await startProgram(program, slack, settings);
    await running.stop();
    return [running.took];
  };

/** Memory once a start has settled, in MB. */
const memoryOf = async (slack: Awaited<ReturnType<typeof aSlack>>, folder: string): Promise<number> => {
  const running = await startProgram('fortnight', slack, { DATA_DIR: folder });
  await after(settling);
  const megabytes = running.memory();
  await running.stop();
  return megabytes;
};

/** From the typed command to the form's opening, right after a start, so that the inspection is not open yet. */
const opening = async (slack: Awaited<ReturnType<typeof aSlack>>, folder: string): Promise<number> => {
  const running = await startProgram('fortnight', slack, { DATA_DIR: folder });
  const opened = () => slack.calls.filter(({ method }) => method === 'views.open').length;
  const before = opened();
  const took = await timed(async () => {
    const answered = slack.person('UCHI').command(teamChannel, 'evidence');
    while (opened() === before) await new Promise(setImmediate);
    return answered;
  });
  await running.stop();
  return took;
};

export const measureStarting = async (): Promise<Figure[]> => {
  const [none, many, manyOpen] = [aFolder(), aFolder(), aFolder()];
  for (const [folder, count, signedOff] of [
    [many, inspections, true],
    [manyOpen, 100, false],
  ] as const) {
    const store = await openStore(folder);
    await keepMany(store, count, signedOff);
    await store.close();
  }
  const slack = await aSlack();
  const taken = await interleaved(
    {
      empty: starting(slack, 'acks', {}),
      none: starting(slack, 'fortnight', { DATA_DIR: none }),
      many: starting(slack, 'fortnight', { DATA_DIR: many }),
    },
    rounds,
  );
  const [empty, own, with1000] = [taken.empty, taken.none, taken.many].map((all) => median(all.flat()));
  const ratio = median(taken.many.map(([took = 0], index) => took / (taken.empty[index]?.[0] ?? Number.NaN)));

  const memory = {
    none: await memoryOf(slack, none),
    many: await memoryOf(slack, many),
    open: await memoryOf(slack, manyOpen),
  };

  const opens: Figure[] = [];
  for (const items of [1000, 10_000, 100_000]) {
    const folder = aFolder();
    const store = await openStore(folder);
    await keepInspection(store, { channel: teamChannel, items });
    await store.close();
    const took: number[] = [];
    for (let round = 0; round < 5; round += 1) took.push(await opening(slack, folder));
    const what = `views.open after the command, right after a start, ${items.toLocaleString('en-GB')} items there`;
    opens.push(items === 100_000 ? shown(what, milliseconds(median(took))) : held(what, median(took), 300, 'ms'));
    rmSync(folder, { recursive: true });
  }
  await slack.close();
  for (const folder of [none, many, manyOpen]) rmSync(folder, { recursive: true });
  return [
    held(`start with ${inspections} inspections on disk, over an empty Bolt app`, ratio, 1.5, 'times'),
    shown('start of an empty Bolt app', milliseconds(empty ?? Number.NaN)),
    shown('start of Fortnight, nothing on disk', milliseconds(own ?? Number.NaN)),
    shown(`start of Fortnight, ${inspections} signed-off inspections on disk`, milliseconds(with1000 ?? Number.NaN)),
    ...opens,
    shown('memory: nothing on disk', `${inDigits(memory.none)} MB`),
    shown(`memory: ${inspections} signed-off inspections on disk`, `${inDigits(memory.many)} MB`),
    shown('memory: each open inspection, by 100 of them', `${inDigits((memory.open - memory.none) / 100)} MB`),
  ];
};

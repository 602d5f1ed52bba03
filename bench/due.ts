import { rmSync } from 'node:fs';
import { openInspections } from '../src/inspections.ts';
import { aFolder, openStore } from './items.ts';
import { aSlack, startProgram } from './processes.ts';
import { keepLed } from './records.ts';
import { type Figure, held, shown } from './report.ts';

const leads = Array.from({ length: 100 }, (_, place) => `ULEAD${place + 1}`);
/** What a call takes over a network, in milliseconds. */
const network = 200;
/** The app's minute, so that what the clock sets off need not be waited for. */
const often =
  'const late = setInterval; globalThis.setInterval = (act, time) => late(act, time === 60_000 ? 500 : time)';

/**
 * A hundred leads' daily summaries due in one minute, at a Slack that keeps its tiers in real time. The record knows where each was
 * sent the one before. Then the same again, told to stop in the middle and started once more.
 */
export const measureDue = async (): Promise<Figure[]> => {
  const slack = await aSlack(leads);
  const folders = [aFolder(), aFolder()] as const;
  for (const [place, folder] of folders.entries()) {
    const store = await openStore(folder);
    const inspections = await openInspections(store, () => {});
    for (const lead of leads)
      await keepLed(inspections, `Authority ${place} of ${lead}`, lead, await slack.person(lead).directChannel());
    await inspections.close();
  }
  slack.keepTiers(60_000);
  slack.answersAfter(network);
  const settings = (folder: string) => ({
    DATA_DIR: folder,
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(often)}`,
  });
  const isSummary = ({ text }: { text: string }) => text.includes('\nToday: ');
  const counts = () => leads.map((lead) => slack.directMessages(lead).filter(isSummary).length);
  const total = () => counts().reduce((all, each) => all + each, 0);
  const until = async (most: number): Promise<number> => {
    while (total() < most) await new Promise((resolve) => setTimeout(resolve, 5));
    return performance.now();
  };

  const first = await startProgram('fortnight', slack, settings(folders[0]));
  const began = await until(1);
  const took = (await until(100)) - began;
  await first.end('SIGTERM');

  const second = await startProgram('fortnight', slack, settings(folders[1]));
  await until(150);
  const told = performance.now();
  const code = await second.end('SIGTERM');
  const ended = performance.now() - told;
  const left = 200 - total();
  const third = await startProgram('fortnight', slack, settings(folders[1]));
  await until(200);
  await third.end('SIGTERM');

  const what = `a hundred daily summaries due at once, Slack answering in ${network} ms`;
  const refused = slack.calls.filter(({ response }) => response?.error === 'ratelimited').length;
  const twice = counts().filter((count) => count !== 2).length;
  await slack.close();
  for (const folder of folders) rmSync(folder, { recursive: true });
  return [
    held(`${what}: until the last stands`, took / 1000, 60, 's'),
    held(`${what}: calls that Slack refused for their pace`, refused, 0, 'calls'),
    held(`${what}: from SIGTERM in the middle to the end`, ended / 1000, 3, 's'),
    shown(`${what}: its exit code, and how many it left`, `${code}, ${left}`),
    held(`${what}: leads without exactly one after the restart`, twice, 0, 'leads'),
  ];
};

import { readFile, rename, writeFile } from 'node:fs/promises';
import { momentAs } from '../domain/moments.ts';
import type { Snapshot } from '../local-slack/index.ts';
import type { Session } from './session.ts';
import type { Setting } from './setting.ts';
import { PracticeStopped } from './stopped.ts';

/** A practice workspace as it was left: who is in it, its time, and what stands in its Slack. The record keeps itself. */
type Left = { format: typeof format1; setting: Setting; stood: Snapshot };

/** Another version's is not read. */
const format1 = 1;

/** Between something happening and its being written down. */
const pause = 300;

/** @throws PracticeStopped where the file cannot be read for what it is */
export const readLeft = async (file: string): Promise<Left | null> => {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  const left = leftIn(text);
  // Earlier on, forms that stood open were not kept.
  if (left?.format === format1) return { ...left, stood: { ...left.stood, open: left.stood.open ?? [] } };
  throw new PracticeStopped(`${file} is not what this version of practice wrote. Remove its folder to practise anew.`);
};

const leftIn = (text: string): Left | null => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const written = async (file: string, { setting, slack, clock }: Session): Promise<void> => {
  const begins = momentAs(setting, clock.now().toISOString());
  const left: Left = { format: format1, setting: { ...setting, begins }, stood: await slack.kept() };
  await writeFile(`${file}.new`, JSON.stringify(left), { mode: 0o600 });
  await rename(`${file}.new`, file);
};

/** Writes down how a workspace stands, a moment after each change and when it is closed. */
export const keepLeft = (file: string, session: Session, fault: (error: unknown) => void) => {
  let timer: NodeJS.Timeout | null = null;
  let writing: Promise<void> = Promise.resolve();
  const write = (): Promise<void> => {
    timer = null;
    writing = writing.then(() => written(file, session)).catch(fault);
    return writing;
  };
  const changed = (): void => {
    timer ??= setTimeout(() => void write(), pause);
  };
  const stops = [session.slack.onPosted(changed), session.clock.onMoved(changed)];
  const stop = (): void => {
    for (const each of stops) each();
    if (timer) clearTimeout(timer);
  };
  return {
    /** Writes the last of it. */
    close: async (): Promise<void> => {
      stop();
      await write();
    },
  };
};

import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { chapters } from '../../commands/index.ts';
import type { Snapshot } from '../local-slack/index.ts';
import { reference } from '../slack/faults.ts';
import { itIs } from '../words/times.ts';
import { freePractice } from './free.ts';
import type { Ground, PagePlaces } from './open.ts';
import type { After } from './pacing.ts';
import { builtPage } from './page-server/built.ts';
import { createChanges } from './page-server/changes.ts';
import { createDesk } from './page-server/desk.ts';
import { filesOf } from './page-server/files.ts';
import { servePage } from './page-server/server.ts';
import type { Setup } from './page-server/wire.ts';
import { createPlace } from './place.ts';
import { createPlayer, type Playing } from './player.ts';
import { type Speed, speeds } from './playing.ts';
import { readSamples } from './reading.ts';
import { openSession, type Session } from './session.ts';
import type { Setting } from './setting.ts';
import { keepLeft, readLeft } from './workspace-file.ts';

const setupFor = ({ workspace }: Session, { samples }: Playing): Setup => ({
  command: { name: workspace.command.name, about: workspace.command.about ?? '', hint: workspace.command.hint ?? '' },
  words: chapters.map(({ title, subcommands }) => ({
    title,
    words: subcommands.map(({ word, brief }) => ({ word, brief, begins: word })),
  })),
  shortcuts: workspace.shortcuts.map(({ name, callbackId, on }) => ({ id: callbackId, name, on })),
  samples,
  speeds: Object.keys(speeds).filter((name): name is Speed => name in speeds),
});

const after: After = (milliseconds, then) => {
  const timer = setTimeout(then, milliseconds);
  return () => clearTimeout(timer);
};

/** The practice workspace and its page, open until `close`. */
export const runPage = async (standing: Ground, places: PagePlaces, port: number) => {
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  const files = filesOf(await builtPage(places.cache));
  const samples = readSamples(places.samples);
  const fault = (error: unknown): string => {
    const quoted = reference(randomBytes(6));
    standing.fault(quoted, error);
    return quoted;
  };
  const file = join(places.folder, 'left.json');
  const { manifest } = places;
  const folder = join(places.folder, 'inspections');

  /** A workspace that is kept as it is left; with nothing left of an earlier one, where it is begun anew. */
  const open = async (setting: Setting, stood: Snapshot | null, emptied: boolean): Promise<Session> => {
    const session = await openSession(standing, setting, { manifest, folder, emptied, stood });
    // The conversation with the app is there for everybody from the start.
    for (const { id } of session.workspace.people) await session.slack.person(id).directChannel();
    const keeping = keepLeft(file, session, fault);
    return {
      ...session,
      close: async () => {
        await keeping.close();
        await session.close();
      },
    };
  };

  try {
    const left = await readLeft(file);
    const first = await open(left?.setting ?? freePractice, left?.stood ?? null, false);
    const place = createPlace(first, (setting) => open(setting, null, true));
    closing.push(place.close);
    const playing = createPlayer({ place, samples, free: freePractice, after, fault });
    closing.push(playing.close);
    const desk = createDesk({ place, playing });
    const changes = createChanges({ place, playing, seen: desk.seen, fault });
    const setup = setupFor(place.session(), playing);
    const server = await servePage({ port, files, setup, desk, changes, fault });
    closing.push(server.close);
    return { url: server.url, now: itIs(first.setting, first.clock.now().toISOString()), close };
  } catch (error) {
    await close();
    throw error;
  }
};

import { setTimeout as pass } from 'node:timers/promises';
import type { LocalSlack } from '../../../src/local-slack/index.ts';
import { openSlack, startNorthmoor } from '../../main/outside.ts';
import { startNode } from '../../main/process.ts';
import { people } from '../../support/people.ts';
import { aServer, type Server } from '../../support/postgres.ts';
import { aSmallDisk, type SmallDisk } from '../../support/small-disk.ts';
import { aWire, type Wire } from '../../support/wire.ts';
import { teamChannel, workspace } from '../../support/workspace.ts';

export type Asked = {
  /** What Node is to run: the app's main file, compiled or not. */
  program: readonly string[];
  /** Draws a number from 0 up to, not including, 1. */
  chance: () => number;
  /** How long Slack waits for an answer, in milliseconds. */
  patience: number;
  people: number;
  /** A disk of so many megabytes for the server. */
  disk?: number;
};

/** One process of the app, with a wire of its own to the server. */
export type Replica = { app: ReturnType<typeof startNode>; wire: Wire };

export type World = {
  slack: LocalSlack;
  server: Server;
  disk: SmallDisk | null;
  /** Who records, beside whom leads. */
  recorders: readonly string[];
  replicas: Set<Replica>;
  chance: () => number;
  /** Starts one more replica. Resolves when it serves. */
  start: () => Promise<Replica>;
  /** Ends one as kill -9 does. */
  kill: (replica: Replica) => Promise<void>;
  /** Asks one to end, and gives it a while. */
  end: (replica: Replica) => Promise<void>;
  /** What those said last that ended though nobody ended them. */
  endedUnasked: string[];
  remove: () => Promise<void>;
};

const many = (count: number): string[] => Array.from({ length: count }, (_, place) => `UMANY${place + 1}`);

/** Within so many milliseconds a replica that was started serves, or the trial is over. */
const servesWithin = 60_000;

/** Within so many one that is asked to end has done so, with what is in hand or without it. */
const endsWithin = 20_000;

/** The minute after next by London's clock, as the form takes it. */
const soon = (): string =>
  new Date(Date.now() + 120_000).toLocaleTimeString('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  });

/** A server, a local Slack that gives each payload to any of its sockets, two replicas, and an inspection with so many who record in it. */
export const aWorld = async ({ program, chance, patience, people: count, disk: megabytes }: Asked): Promise<World> => {
  const recorders = many(count);
  const plain = workspace(count);
  const slack = await openSlack({
    ...plain,
    patience,
    channels: plain.channels.map((channel) =>
      channel.id === teamChannel ? { ...channel, members: [...channel.members, ...recorders] } : channel,
    ),
  });
  const disk = megabytes === undefined ? null : aSmallDisk(megabytes);
  const server = await aServer([], disk?.folder);
  const replicas = new Set<Replica>();
  const asked = new Set<Replica>();
  const endedUnasked: string[] = [];

  const start = async (): Promise<Replica> => {
    const wire = await aWire(server.address());
    const app = startNode(program, {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.webApi,
      DATABASE_URL: wire.address,
      TIME_ZONE: 'Europe/London',
    });
    const replica = { app, wire };
    replicas.add(replica);
    let serves = false;
    void app.ended.then((code) => {
      if (serves && !asked.has(replica))
        endedUnasked.push(`a replica ended with ${code}: ${app.output().slice(-2000)}`);
    });
    const says = app.says('Fortnight is connected').then(() => true);
    const up = await Promise.race([says, app.ended, pass(servesWithin, false, { ref: false })]);
    if (up !== true) {
      await kill(replica);
      throw new Error(`A replica did not start: ${app.output()}`);
    }
    serves = true;
    return replica;
  };

  const kill = async (replica: Replica): Promise<void> => {
    asked.add(replica);
    replica.app.signal('SIGKILL');
    await replica.app.ended;
    await replica.wire.remove();
    replicas.delete(replica);
  };

  const end = async (replica: Replica): Promise<void> => {
    asked.add(replica);
    replica.app.signal('SIGTERM');
    await Promise.race([replica.app.ended, pass(endsWithin, null, { ref: false })]);
  };

  const remove = async (): Promise<void> => {
    for (const replica of replicas) await kill(replica);
    await slack.close();
    await server.remove();
    disk?.remove();
  };

  try {
    await Promise.all([start(), start()]);
    await startNorthmoor(slack, { 'Deputy lead': people.deputy, Inspectors: recorders, 'Daily summary at': soon() });
  } catch (error) {
    await remove();
    throw error;
  }
  slack.scatter(chance);
  slack.hurry();
  return { slack, server, disk, recorders, replicas, chance, start, kill, end, endedUnasked, remove };
};

import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { type LocalSlack, openLocalSlack, type Workspace } from '../../src/local-slack/index.ts';
import { countInHand } from '../../src/slack/in-hand.ts';
import { afterTheTest } from '../support/closing.ts';

/** A small team: Ana leads, Ben inspects; one private channel with the app, one without, one public. */
export const team: Workspace = {
  team: { id: 'T0INSPECT', domain: 'inspectorate', name: 'Inspectorate' },
  people: [
    { id: 'U0ANA', name: 'ana', realName: 'Ana Okafor' },
    { id: 'U0BEN', name: 'ben', realName: 'Ben Hughes' },
    { id: 'U0GUEST', name: 'gus', realName: 'Gus Guest', kind: 'guest' },
    { id: 'U0LEFT', name: 'lee', realName: 'Lee Left', kind: 'deactivated' },
    { id: 'U0OTHER', name: 'olu', realName: 'Olu Other', kind: 'other-organisation', team: 'T0OTHER' },
  ],
  channels: [
    { id: 'C0TEAM', name: 'northmoor', private: true, members: ['U0ANA', 'U0BEN', 'U0OTHER'], app: true },
    { id: 'C0QUIET', name: 'leads-only', private: true, members: ['U0ANA'], app: false },
    { id: 'C0LOBBY', name: 'lobby', private: false, members: ['U0ANA', 'U0BEN', 'U0GUEST'], app: false },
  ],
  shortcuts: [],
  command: { name: '/judge', shouldEscape: true },
  botScopes: [
    'commands',
    'chat:write',
    'im:write',
    'im:history',
    'groups:read',
    'groups:history',
    'channels:read',
    'users:read',
    'pins:write',
    'files:write',
    'files:read',
  ],
  botEvents: ['app_home_opened', 'member_joined_channel', 'channel_shared'],
  patience: 60_000,
};

export interface Clock {
  now(): Date;
  forward(milliseconds: number): void;
}

const clockAt = (start: string): Clock => {
  let moment = new Date(start).getTime();
  return {
    now: () => new Date(moment),
    forward: (milliseconds) => {
      moment += milliseconds;
    },
  };
};

/** The team's local Slack, closed after the test. */
export const openTeam = async (workspace: Workspace = team): Promise<{ slack: LocalSlack; clock: Clock }> => {
  const clock = clockAt('2013-11-19T09:00:00Z');
  const slack = await openLocalSlack(workspace, clock.now);
  afterTheTest(() => slack.close());
  return { slack, clock };
};

/** A real Bolt app over Socket Mode, with the listeners that it is given, as many connections as are asked for, and what ends it. */
export const connectApp = async (slack: LocalSlack, listen: (app: App) => void, connections: number) => {
  const clientOptions = { slackApiUrl: slack.webApi, retryConfig: { retries: 0 } };
  const receivers = Array.from(
    { length: connections },
    () =>
      new SocketModeReceiver({
        appToken: slack.appToken,
        logLevel: LogLevel.ERROR,
        installerOptions: { clientOptions },
      }),
  );
  const [first, ...others] = receivers;
  const app = new App({
    token: slack.botToken,
    ...(first && { receiver: first }),
    clientOptions,
    deferInitialization: true,
    logLevel: LogLevel.ERROR,
  });
  const inHand = countInHand();
  app.use(({ next }) => inHand.during(next));
  slack.follow(inHand.idle);
  listen(app);
  await app.init();
  for (const receiver of others) receiver.init(app);
  await Promise.all(receivers.map((receiver) => receiver.start()));
  await slack.connected(connections);
  const close = async (): Promise<void> => {
    for (const receiver of receivers) await receiver.client.disconnect();
  };
  return { app, close };
};

/** The same, ended after the test. */
export const startApp = async (slack: LocalSlack, listen: (app: App) => void, connections: number): Promise<App> => {
  const { app, close } = await connectApp(slack, listen, connections);
  afterTheTest(close);
  return app;
};

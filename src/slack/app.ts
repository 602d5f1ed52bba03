import { App, type Logger } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Transport } from '../config.ts';
import type { Framework } from '../domain/framework.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import type { Inspections } from '../inspections.ts';
import { boardReplaced } from '../words/happenings.ts';
import { boards } from './board.ts';
import { boltLogger, type Lines } from './bolt-logger.ts';
import { type Clients, clients, fetchInTime } from './clients.ts';
import type { Connection } from './connection.ts';
import { type Count, uncountedAside } from './counting.ts';
import { directory } from './directory.ts';
import { effects, type Followers } from './effects.ts';
import { SlackRefused } from './errors.ts';
import { reference } from './faults.ts';
import { homes } from './home.ts';
import { http } from './http.ts';
import { countInHand } from './in-hand.ts';
import { listen } from './listeners/index.ts';
import { dailySummaries } from './outbox/daily.ts';
import { digestsInTime } from './outbox/digest.ts';
import { notices } from './outbox/notice.ts';
import { retentionInTime } from './retention.ts';
import { roundsInTime } from './round.ts';
import { router } from './router.ts';
import { missingScopes, neededScopes, whatIsMissing } from './scopes.ts';
import { sender } from './sender.ts';
import type { Shell } from './shell.ts';
import { sockets } from './sockets.ts';
import { startingPatiently } from './starting.ts';
import { watch } from './watch.ts';

/** What the app stands on. It reads no clock, no chance and no environment of its own. */
export type AppSetup = {
  inspections: Inspections;
  frameworks: readonly Framework[];
  holidays: BankHolidays;
  botToken: string;
  transport: Transport;
  /** Another Web API than Slack's; null for Slack's own. */
  webApi: string | null;
  timeZone: string;
  clock: () => Date;
  chance: (bytes: number) => Uint8Array;
  /** Calls this every minute, and gives what ends it. */
  everyMinute: (tick: () => void) => () => void;
  /** For how many years after its last entry a record is kept; null where that was not decided. */
  retentionYears: number | null;
  /** Milliseconds between two updates of one board. */
  boardPause: number;
  /** Milliseconds for which Slack waits for the answer to what somebody does: three seconds, where it is Slack itself. */
  slackWaits: number;
  /** Milliseconds for which Slack is waited for when a message was sent: after that nobody knows whether it stands. */
  patience: number;
  log: Lines;
  /** Told what people send and what comes of it. */
  count: Count;
  /** Writes a fault down under its reference. */
  fault: (reference: string, error: unknown) => void;
};

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const lookAt = {
  botToken: 'Look at SLACK_BOT_TOKEN: it is under OAuth & Permissions, and begins with xoxb-.',
  appToken: 'Look at SLACK_APP_TOKEN: it is under Basic Information, App-Level Tokens, and needs connections:write.',
};

/** Who the app is by its token. */
type Self = { team: string; user: string; bot: string | undefined };

/** @throws SlackRefused where the workspace did not grant what the app must be allowed */
const signIn = async (client: WebClient): Promise<Self> => {
  const { team_id: team = '', user_id: user = '', bot_id: bot, response_metadata } = await client.auth.test();
  const missing = missingScopes(response_metadata?.scopes ?? neededScopes);
  if (missing.length > 0) throw new SlackRefused(whatIsMissing(missing));
  return { team, user, bot };
};

const shellOf = (setup: AppSetup, { reading, showing, once }: Clients, { team, user }: Self): Shell => {
  const { inspections, frameworks, holidays, timeZone, clock, chance } = setup;
  return {
    inspections,
    frameworks,
    holidays,
    timeZone,
    chance,
    app: { team, user },
    now: () => clock().toISOString(),
    showing,
    once,
    directory: directory(reading, team, () => clock().getTime()),
    sender: sender(once, user),
    inHand: countInHand(),
    fault: (error) => {
      const quoted = reference(chance(6));
      setup.fault(quoted, error);
      return quoted;
    },
  };
};

const connectionOver = ({ transport, webApi }: AppSetup, logger: Logger): Connection =>
  transport.over === 'sockets' ? sockets({ ...transport, webApi, logger }) : http({ ...transport, logger });

const boltApp = ({ botToken, webApi }: AppSetup, { user, bot }: Self, receiver: Connection, logger: Logger): App =>
  new App({
    authorize: async () => ({ botToken, ...(bot && { botId: bot }), botUserId: user }),
    receiver,
    logger,
    clientOptions: { ...(webApi === null ? {} : { slackApiUrl: webApi }), fetch: fetchInTime },
  });

const followersOf = (shell: Shell, { boardPause }: AppSetup): Followers => {
  const watching = watch(shell);
  const board = boards(shell, boardPause, (inspection) =>
    watching.tellLead(inspection, boardReplaced(inspection.authority), null),
  );
  const rounds = roundsInTime(shell, ({ id }) => board.changed(id));
  return { board, rounds, watch: watching, notices: notices(shell), home: homes(shell) };
};

/** Sets off each minute what the clock makes due. Gives what ends it. */
const tickEachMinute = (shell: Shell, { everyMinute, retentionYears }: AppSetup, { notices, rounds }: Followers) => {
  const retention = retentionInTime(shell, retentionYears, notices.changed);
  const due = [retention, notices, rounds, dailySummaries(shell), digestsInTime(shell)];
  return everyMinute(() => {
    for (const { tick } of due) tick();
  });
};

/**
 * Connects Fortnight to Slack.
 * @throws SlackRefused in one line when Slack refuses a token, lacks a scope or is away; SettingRefused when the port is taken
 */
export const connect = async (setup: AppSetup) => {
  const logger = boltLogger(setup.log);
  const ways = clients({ ...setup, logger });
  const patiently = startingPatiently();
  const self = await patiently.step(() => signIn(ways.starting), lookAt.botToken);

  const shell = shellOf(setup, ways, self);
  const { inHand, fault } = shell;
  const followers = followersOf(shell, setup);
  const { board, watch, home } = followers;
  let stopping = false;
  let disowned = false;

  const receiver = connectionOver(setup, logger);
  const app = boltApp(setup, self, receiver, logger);
  listen(app, {
    ...shell,
    router: router(shell),
    effects: effects(shell, followers),
    watch,
    home,
    newId: () => hex(setup.chance(16)),
    count: uncountedAside(setup.count),
    stopping: () => stopping,
    disowned: (how) => {
      if (disowned) return;
      disowned = true;
      board.stop();
      setup.log.error(
        `${how}. Nothing more can be shown or posted; everything recorded is kept. Install the app again, then start Fortnight with the new token.`,
      );
    },
  });
  await patiently.step(async () => app.start(), lookAt.appToken);
  patiently.over();
  const stopTicking = tickEachMinute(shell, setup, followers);

  return {
    /** How many ways from Slack to here are open; none while it stops, and once the workspace took its permission back. */
    open: (): number => (disowned || stopping ? 0 : receiver.open()),
    /** Shows what changed on boards while the app or Slack was away. Nobody waits for it. */
    catchUp: (): void => {
      inHand.during(board.catchUp).catch(fault);
    },
    /** Resolves when nothing is under way. */
    idle: inHand.idle,
    /** Takes nothing more, finishes what is in hand, then lets go of Slack. What arrives meanwhile is answered so. */
    stop: async (): Promise<void> => {
      stopping = true;
      stopTicking();
      board.stop();
      await inHand.idle();
      await app.stop();
      await inHand.idle();
    },
  };
};

export type Connected = Awaited<ReturnType<typeof connect>>;

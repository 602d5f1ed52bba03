import { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import type { Framework } from '../domain/framework.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import type { Inspections } from '../inspections.ts';
import { asking } from './asking.ts';
import { boards } from './board.ts';
import { boltLogger, type Lines } from './bolt-logger.ts';
import { dailySummaries } from './daily.ts';
import { directory } from './directory.ts';
import { doing } from './doing.ts';
import { connecting } from './errors.ts';
import { reference } from './faults.ts';
import { countInHand } from './in-hand.ts';
import { listenToButtons } from './listeners/buttons.ts';
import { listenToCommands } from './listeners/commands.ts';
import { listenToEvents } from './listeners/events.ts';
import { listenToForms } from './listeners/forms.ts';
import type { Room } from './listeners/room.ts';
import { poster } from './posting.ts';
import { sockets } from './sockets.ts';
import { answerStopping } from './stopping.ts';
import { takingOut } from './taking-out.ts';
import { watch } from './watch.ts';

/** What the app stands on. It reads no clock, no chance and no environment of its own. */
export type Given = {
  inspections: Inspections;
  frameworks: readonly Framework[];
  holidays: BankHolidays;
  botToken: string;
  appToken: string;
  /** Another Web API than Slack's; null for Slack's own. */
  webApi: string | null;
  timeZone: string;
  clock: () => Date;
  chance: (bytes: number) => Uint8Array;
  /** Calls this every minute, and gives what ends it. */
  everyMinute: (tick: () => void) => () => void;
  /** Milliseconds between two updates of one board. */
  boardPause: number;
  /** Milliseconds for which Slack is waited for when a message was sent: after that nobody knows whether it stands. */
  patience: number;
  log: Lines;
  /** Writes a fault down under its reference. */
  fault: (reference: string, error: unknown) => void;
};

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * How long Slack is waited for where somebody waits in turn: Slack takes an answer within three seconds. What is read is
 * read again once after a quick failure; a form is opened once, because what opens it can be used once.
 */
const inTime = {
  reading: { retryConfig: { retries: 1, factor: 1, minTimeout: 100 }, timeout: 1300 },
  showing: { retryConfig: { retries: 0 }, timeout: 2500 },
};

/**
 * Connects Fortnight to Slack over Socket Mode.
 * @throws the Web API's error when the tokens are refused, before anything is listened to
 */
export const connect = async (given: Given) => {
  const { inspections, frameworks, holidays, botToken, appToken, webApi, timeZone, chance, boardPause } = given;
  const logger = boltLogger(given.log);
  const at = webApi === null ? {} : { slackApiUrl: webApi };
  const inHand = countInHand();
  const fault = (error: unknown): string => {
    const quoted = reference(chance(6));
    given.fault(quoted, error);
    return quoted;
  };

  const receiver = sockets({ appToken, webApi, logger });
  const app = new App({
    token: botToken,
    receiver,
    logger,
    clientOptions: { ...at, ...inTime.reading },
    deferInitialization: true,
  });
  await connecting(
    () => app.init(),
    'Look at SLACK_BOT_TOKEN: it is under OAuth & Permissions, and begins with xoxb-.',
  );

  // Sent without retries of their own: a message that arrived twice would stand twice.
  const once = new WebClient(botToken, {
    ...at,
    logger,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: given.patience,
  });
  const self = await app.client.auth.test();
  const team = self.team_id ?? '';
  const appUser = self.user_id ?? '';
  const now = () => given.clock().toISOString();
  const people = directory(app.client, team, () => given.clock().getTime());
  const board = boards({
    inspections,
    client: once,
    directory: people,
    appUser,
    now,
    holidays,
    pause: boardPause,
    inHand,
    fault,
  });
  const watching = watch({ inspections, client: once, directory: people, appUser });
  const room: Room = {
    team,
    client: new WebClient(botToken, { ...at, logger, ...inTime.showing }),
    asking: asking({ inspections, frameworks, holidays, directory: people, timeZone, chance }),
    doing: doing({
      inspections,
      board,
      poster: poster({ inspections, client: once, directory: people, appUser, now, fault }),
      taking: takingOut({ inspections, client: once, fault }),
      watch: watching,
      fault,
    }),
    inspections,
    directory: people,
    watch: watching,
    appUser,
    now,
    newId: () => hex(chance(16)),
    fault,
  };

  let stopping = false;
  app.use(async (args) => inHand.during(async () => (stopping ? answerStopping(args) : args.next())));
  listenToCommands(app, room);
  listenToForms(app, room);
  listenToButtons(app, room);
  listenToEvents(app, room);
  app.error(async (error) => {
    fault(error);
  });
  await connecting(
    async () => app.start(),
    'Look at SLACK_APP_TOKEN: it is under Basic Information, App-Level Tokens, and needs connections:write.',
  );

  const daily = dailySummaries({ inspections, client: once, team, appUser, now, holidays, inHand, fault });
  const stopTicking = given.everyMinute(daily.tick);

  return {
    /** Resolves when nothing is under way. */
    idle: inHand.idle,
    /** Takes nothing more, finishes what is in hand, then lets go of Slack. What arrives meanwhile is answered so. */
    stop: async (): Promise<void> => {
      stopping = true;
      stopTicking();
      await inHand.idle();
      board.stop();
      await app.stop();
      await inHand.idle();
    },
  };
};

export type Connected = Awaited<ReturnType<typeof connect>>;

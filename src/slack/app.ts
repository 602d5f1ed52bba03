import { App } from '@slack/bolt';
import type { Transport } from '../config.ts';
import type { Framework } from '../domain/framework.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import type { Inspections } from '../inspections.ts';
import { boardReplaced } from '../words/happenings.ts';
import { asking } from './asking.ts';
import { boards } from './board.ts';
import { boltLogger, type Lines } from './bolt-logger.ts';
import { clients, fetchInTime } from './clients.ts';
import { connectionOver } from './connection.ts';
import { type Count, confidedAside } from './counting.ts';
import { dailySummaries } from './daily.ts';
import { digestsInTime } from './digest.ts';
import { directMessages } from './direct.ts';
import { directory } from './directory.ts';
import { doing } from './doing.ts';
import { SlackRefused } from './errors.ts';
import { takingOut } from './export.ts';
import { reference } from './faults.ts';
import { homes } from './home.ts';
import { onceOnly } from './http.ts';
import { countInHand } from './in-hand.ts';
import { listenToButtons } from './listeners/buttons.ts';
import { listenToCommands } from './listeners/commands.ts';
import { listenToEvents } from './listeners/events.ts';
import { listenToForms } from './listeners/forms.ts';
import type { Room } from './listeners/room.ts';
import { listenToShortcuts } from './listeners/shortcuts.ts';
import { notices } from './notice.ts';
import { poster } from './posting.ts';
import { retentionInTime } from './retention.ts';
import { roundsInTime } from './round.ts';
import { missingScopes, neededScopes, whatIsMissing } from './scopes.ts';
import { startingPatiently } from './starting.ts';
import { answerStopping } from './stopping.ts';
import { watch } from './watch.ts';

/** What the app stands on. It reads no clock, no chance and no environment of its own. */
export type Given = {
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

/**
 * Connects Fortnight to Slack.
 * @throws SlackRefused in one line when Slack refuses a token, lacks a scope or is away; SettingRefused when the port is taken
 */
export const connect = async (given: Given) => {
  const { inspections, frameworks, holidays, botToken, webApi, timeZone, chance, boardPause } = given;
  const logger = boltLogger(given.log);
  const inHand = countInHand();
  const fault = (error: unknown): string => {
    const quoted = reference(chance(6));
    given.fault(quoted, error);
    return quoted;
  };

  const { starting, reading, showing, once } = clients({ ...given, logger });
  const patiently = startingPatiently();
  const self = await patiently.step(() => starting.auth.test(), lookAt.botToken);
  const missing = missingScopes(self.response_metadata?.scopes ?? neededScopes);
  if (missing.length > 0) throw new SlackRefused(whatIsMissing(missing));

  const receiver = connectionOver(given.transport, webApi, logger);
  const app = new App({
    authorize: async () => ({ botToken, ...(self.bot_id && { botId: self.bot_id }), botUserId: self.user_id ?? '' }),
    receiver,
    logger,
    clientOptions: { ...(webApi === null ? {} : { slackApiUrl: webApi }), fetch: fetchInTime },
  });

  const team = self.team_id ?? '';
  const appUser = self.user_id ?? '';
  const now = () => given.clock().toISOString();
  const people = directory(reading, team, () => given.clock().getTime());
  const direct = directMessages({ client: once, appUser });
  const noticing = notices({ inspections, direct, team, appUser, now, inHand, fault });
  const watching = watch({ inspections, direct, directory: people, appUser, fault });
  const board = boards({
    inspections,
    client: once,
    directory: people,
    appUser,
    now,
    holidays,
    pause: boardPause,
    inHand,
    replaced: (inspection) => watching.tellLead(inspection, boardReplaced(inspection.authority), null),
    fault,
  });
  const home = homes({ inspections, client: showing, now, timeZone, holidays, inHand, fault });
  const rounds = roundsInTime({
    inspections,
    team,
    appUser,
    now,
    inHand,
    shown: ({ id }) => board.changed(id),
    fault,
  });
  const retention = retentionInTime({
    inspections,
    years: given.retentionYears,
    team,
    appUser,
    now,
    inHand,
    noted: noticing.changed,
    fault,
  });
  let disowned = false;
  const room: Room = {
    team,
    client: showing,
    asking: asking({ inspections, frameworks, holidays, directory: people, timeZone, chance }),
    doing: doing({
      rounds,
      inspections,
      board,
      poster: poster({ inspections, client: once, directory: people, appUser, now, fault }),
      notices: noticing,
      taking: takingOut({ inspections, client: once, direct, fault }),
      watch: watching,
      home,
      fault,
    }),
    inspections,
    directory: people,
    direct,
    watch: watching,
    home,
    appUser,
    now,
    newId: () => hex(chance(16)),
    count: confidedAside(given.count),
    disowned: (how) => {
      if (disowned) return;
      disowned = true;
      board.stop();
      given.log.error(
        `${how}. Nothing more can be shown or posted; everything recorded is kept. Install the app again, then start Fortnight with the new token.`,
      );
    },
    fault,
  };

  let stopping = false;
  app.use(onceOnly);
  app.use(async (args) => inHand.during(async () => (stopping ? answerStopping(args) : args.next())));
  listenToCommands(app, room);
  listenToForms(app, room);
  listenToButtons(app, room);
  listenToShortcuts(app, room);
  listenToEvents(app, room);
  app.error(async (error) => {
    fault(error);
  });
  await patiently.step(async () => app.start(), lookAt.appToken);
  patiently.over();

  const daily = dailySummaries({ inspections, direct, team, appUser, now, holidays, inHand, fault });
  const digests = digestsInTime({
    inspections,
    client: once,
    directory: people,
    team,
    appUser,
    now,
    holidays,
    inHand,
    fault,
  });
  const stopTicking = given.everyMinute(() => {
    retention.tick();
    noticing.tick();
    rounds.tick();
    daily.tick();
    digests.tick();
  });

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

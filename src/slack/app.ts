import { App, type Logger } from '@slack/bolt';
import type { FetchFunction } from '@slack/web-api';
import type { Inspection } from '../domain/inspection.ts';
import { likelyNames } from '../domain/text/names.ts';
import { itIs } from '../words/times.ts';
import { alertsIn } from './alerts.ts';
import { type Boards, boards } from './board.ts';
import { boltLogger } from './bolt-logger.ts';
import { clients, fetchInTime } from './clients.ts';
import { timeBySlack } from './clock.ts';
import type { Connection } from './connection.ts';
import { effects, type Followers } from './effects.ts';
import { homes } from './home.ts';
import { http } from './http.ts';
import { listen } from './listeners/index.ts';
import { operated } from './operated.ts';
import { dailySummaries } from './outbox/daily.ts';
import { digestsInTime } from './outbox/digest.ts';
import { notices } from './outbox/notice.ts';
import { threads } from './outbox/thread.ts';
import { retentionInTime } from './retention.ts';
import { roundsInTime } from './round.ts';
import { router } from './router.ts';
import { type AppSetup, type Self, type Shell, shellOf, signIn } from './shell.ts';
import { sockets } from './sockets.ts';
import { startingPatiently } from './starting.ts';
import { ticking } from './ticking.ts';
import { timekeeping } from './timekeeping.ts';
import { watch } from './watch.ts';

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export const lookAt = {
  botToken: 'Look at SLACK_BOT_TOKEN: it is under OAuth & Permissions, and begins with xoxb-.',
  appToken: 'Look at SLACK_APP_TOKEN: it is under Basic Information, App-Level Tokens, and needs connections:write.',
};

const connectionOver = ({ transport, webApi, count }: AppSetup, fetch: FetchFunction, logger: Logger): Connection =>
  transport.over === 'sockets'
    ? sockets({ ...transport, webApi, fetch, logger, count })
    : http({ ...transport, logger });

const boltApp = ({ botToken, webApi }: AppSetup, { user, bot }: Self, receiver: Connection, logger: Logger): App =>
  new App({
    authorize: async () => ({ botToken, ...(bot && { botId: bot }), botUserId: user }),
    receiver,
    logger,
    clientOptions: { ...(webApi === null ? {} : { slackApiUrl: webApi }), fetch: fetchInTime },
  });

/** What follows what people do: boards, notices, Homes. */
export const followersOf = (shell: Shell): Followers => {
  const { inspections, duty } = shell;
  // What is kept here is followed by whichever replica is on duty.
  const dutiful = { ...shell, sender: shell.onDuty };
  const sent = notices(dutiful);
  const watching = watch(
    shell,
    { changed: duty.doneThere(sent.changed) },
    duty.doneThere((id) => board.changed(id)),
  );
  const board: Boards = boards(dutiful, watching);
  const rounds = roundsInTime(shell, ({ id }) => board.changed(id));
  const threaded = threads(dutiful, { lead: sent.changed, board: (id) => board.changed(id) });
  const followed = async (inspection: Inspection): Promise<void> => {
    const { id } = inspection;
    if (!duty.isHere()) return inspections.replicas.changed(id);
    void sent.changed(id);
    threaded.changed(id);
    await rounds.changed(inspection);
    board.changed(id);
  };
  return {
    board,
    rounds,
    watch: watching,
    notices: sent,
    home: homes(shell),
    threads: threaded,
    followed,
  };
};

/** Sets off each minute what the clock makes due. Gives what ends it. */
export const tickEachMinute = (
  shell: Shell,
  { everyMinute, retentionYears, log }: AppSetup,
  { board, notices, rounds, watch, threads }: Followers,
  wrongBy: () => number,
) => {
  const clocks = timekeeping(shell, wrongBy, watch, log);
  const retention = retentionInTime(shell, retentionYears, notices.changed);
  const forgetting = { tick: ticking(shell.inspections.minute, shell.inHand, shell.fault) };
  const summaries = [dailySummaries(shell), digestsInTime(shell)];
  const onDuty = [retention, notices, threads, rounds, board, ...summaries];
  return everyMinute(() => {
    for (const { tick } of [forgetting, shell.kept, clocks, ...(shell.duty.isHere() ? onDuty : [])]) tick();
  });
};

/**
 * Connects Fortnight to Slack.
 * @throws SlackRefused in one line when Slack refuses a token, lacks a scope or is away; SettingRefused when the port is taken
 */
export const connect = async (setup: AppSetup) => {
  const logger = boltLogger(setup.log);
  const time = timeBySlack(setup);
  const ways = clients({ ...setup, fetch: time.fetch, logger });
  const patiently = startingPatiently();
  const self = await patiently.step(() => signIn(ways.starting), lookAt.botToken);

  const shell = shellOf({ ...setup, clock: time.now }, ways, self);
  setup.signedIn(self.workspace, itIs(shell, shell.now()));
  const { inHand, fault } = shell;
  const followers = followersOf(shell);
  const { board, watch, home } = followers;
  let disowned = false;

  const alerts = alertsIn(shell.showing);
  const receiver = connectionOver(setup, time.fetch, logger);
  const app = boltApp(setup, self, receiver, logger);
  listen(app, {
    ...shell,
    router: router(shell),
    effects: effects(shell, followers),
    watch,
    home,
    newId: () => hex(setup.chance(16)),
    drawn: alerts.drawn,
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
  void inHand.during(alerts.ask);
  const stopTicking = tickEachMinute(shell, setup, followers, time.wrongBy);

  return {
    /** How many ways from Slack to here are open; none while it stops, and once the workspace took its permission back. */
    open: (): number => (disowned || inHand.stopping.aborted ? 0 : receiver.open()),
    boardsWaiting: board.waiting,
    /** Shows what changed on boards while the app or Slack was away, and makes ready the lists by which texts are looked at. Nobody waits for it. */
    catchUp: (): void => {
      likelyNames('Seen.', []);
      const show = (): void => {
        inHand.during(board.catchUp).catch(fault);
        followers.threads.tick();
      };
      if (shell.duty.isHere()) show();
      setup.inspections.replicas.listen({
        changed: (id) => {
          // Once this one stops, whoever is on duty after it finds what was changed.
          if (inHand.stopping.aborted) return;
          inHand.during(async () => followers.followed(await setup.inspections.of(id))).catch(fault);
        },
        onDuty: () => {
          show();
          for (const { tick } of [followers.notices, followers.rounds]) tick();
        },
      });
    },
    operated: operated(shell, followers),
    /** Resolves when nothing is under way. */
    idle: inHand.idle,
    /** Takes nothing more, finishes what is in hand, then lets go of Slack. What arrives meanwhile is answered so. */
    stop: async (): Promise<void> => {
      stopTicking();
      board.stop();
      inHand.stop();
      await inHand.idle();
      await app.stop();
      await inHand.idle();
    },
  };
};

export type Connected = Awaited<ReturnType<typeof connect>>;

import { createActivity } from './activity.ts';
import { createBoard } from './board.ts';
import { type Answer, createWeather } from './calls.ts';
import { createChannelChanges } from './channel-changes.ts';
import { type Conversation, createDirectory } from './directory.ts';
import { startEmulated } from './emulated.ts';
import { createForms } from './form/forms.ts';
import { createFront } from './front.ts';
import { guard } from './guard.ts';
import { app, timestamps } from './identity.ts';
import type { Inside } from './inside.ts';
import { type JsonObject, textIn } from './json.ts';
import { createPersonAtSlack, type PersonAtSlack } from './person/person.ts';
import { createRates } from './rates.ts';
import { createResponseUrls } from './response-urls.ts';
import { createRetries } from './retries.ts';
import type { Posted, Shown, View } from './shown.ts';
import { deliverSigned } from './signed-requests.ts';
import { createSnapshots } from './snapshot.ts';
import {
  type Acknowledgement,
  createSocketMode,
  type Deliver,
  type DisconnectReason,
  type EnvelopeType,
} from './socket-mode.ts';
import { createTriggers } from './triggers.ts';
import { createViews } from './views.ts';
import type { Workspace } from './workspace.ts';

const host = '127.0.0.1';

/**
 * Opens a Slack workspace within this process, for an app to connect to and for people to act in: on this machine only, at a
 * free port. `now` is the clock that times of messages and answers and the lives of triggers and response URLs go by.
 */
export const openLocalSlack = async (workspace: Workspace, now: () => Date) => {
  const directory = createDirectory(workspace);
  const next = timestamps(now);
  /** The time of the next thing, where it stood once before. */
  let again: string | undefined;
  const newTime = (): string => {
    const time = again ?? next();
    again = undefined;
    return time;
  };
  const board = createBoard();
  const weather = createWeather();
  const rates = createRates();
  const answers: Answer[] = [];
  let origin = '';

  const sockets = createSocketMode(workspace.patience);
  const activity = createActivity(() => origin);
  const { emulated, keeper } = await startEmulated(workspace, newTime);

  let requestUrl: string | undefined;
  const cutAfter: number[] = [];
  const deliver: Deliver = async (type, payload, retry) => {
    const end = activity.begin();
    const cut = cutAfter.shift();
    const acknowledgement = requestUrl
      ? await deliverSigned(requestUrl, type, payload, retry, workspace.patience, cut)
      : await sockets.deliver(type, payload, retry, cut);
    if (acknowledgement.answered) answers.push({ to: textIn(payload.type) || type, payload: acknowledgement.payload });
    end();
    return acknowledgement;
  };

  const inside: Inside = {
    directory,
    board,
    views: createViews(workspace.team.id, newTime),
    forms: createForms(),
    triggers: createTriggers(now),
    responseUrls: createResponseUrls(now),
    emulated,
    sockets,
    deliver,
    retries: createRetries(deliver, now),
    answers,
    now,
    newTime,
    origin: () => origin,
  };
  const keeping = createSnapshots({
    inside,
    keeper,
    emulated,
    startAt: (time) => {
      again = time;
    },
  });
  const front = createFront(inside, weather, activity, rates);
  guard(front.server);
  front.server.on('upgrade', sockets.upgrade);

  await new Promise<void>((resolve, reject) => {
    front.server.once('error', reject);
    front.server.listen(0, host, resolve);
  });
  const address = front.server.address();
  origin = `http://${host}:${typeof address === 'object' && address ? address.port : ''}`;

  const people = new Map<string, PersonAtSlack>();

  return {
    /** For clientOptions.slackApiUrl. */
    webApi: `${origin}/api/`,
    botToken: app.botToken,
    appToken: app.appToken,
    signingSecret: app.signingSecret,
    team: workspace.team,
    /** The app's own account. */
    appUser: app.userId,
    /** Every Web API call and every post to a response_url, in the order they arrived. */
    calls: front.calls,
    /** What the app gave back with its acknowledgements, in order. */
    answers,
    person: (id: string): PersonAtSlack => {
      const known = people.get(id) ?? createPersonAtSlack(id, inside, activity, workspace.command);
      people.set(id, known);
      return known;
    },
    channel: (id: string) => ({ messages: () => board.messages(id), pinned: () => board.pinned(id) }),
    /** The channels that a person is in, and their direct messages with the app once there are any. */
    conversationsOf: (person: string): Conversation[] =>
      directory.conversations().filter(({ members }) => members.has(person)),
    /** A message of another app stands in a channel, in whichever of Slack's shapes. */
    place: (channel: string, message: JsonObject): Posted =>
      board.put(channel, { type: 'message', ts: newTime(), team: workspace.team.id, ...message }),
    /** What the app sent to a person directly. */
    directMessages: (person: string): Posted[] => {
      const direct = directory.direct(person);
      return direct ? board.messages(direct.id).filter(({ by }) => by === app.userId) : [];
    },
    /** What only this person saw, in one channel or in all, and still stands. */
    ephemeral: (person: string, channel?: string): Shown[] =>
      board.shownTo(person).filter((shown) => channel === undefined || shown.channel === channel),
    lastShown: board.lastShown,
    home: (person: string): View | undefined => inside.views.home(person),
    file: keeping.file,
    kept: keeping.kept,
    restore: keeping.restore,
    ...createChannelChanges(inside, keeper, activity),
    limitRates: rates.limit,
    keepTiers: rates.keepTiers,
    retryEvents: inside.retries.sendDue,
    fail: weather.fail,
    delay: weather.delay,
    answersAfter: weather.answersAfter,
    /** Sends any payload and gives its acknowledgement. */
    send: (type: EnvelopeType, payload: JsonObject, retry?: Parameters<Deliver>[2]): Promise<Acknowledgement> =>
      deliver(type, payload, retry),
    /** From now on delivers payloads as signed requests to this address, rather than over Socket Mode. */
    deliverTo: (url: string): void => {
      requestUrl = url;
    },
    /** Resolves when this many connections are open and were greeted. */
    connected: (count = 1): Promise<void> => sockets.connected(count),
    disconnected: sockets.disconnected,
    connections: sockets.count,
    /** Asks the app to connect anew, on all of its connections or on the oldest. */
    refreshSockets: (reason: DisconnectReason = 'refresh_requested', which: 'all' | 'oldest' = 'all'): void =>
      sockets.disconnect(reason, which),
    cutSockets: sockets.cut,
    scatter: sockets.scatter,
    /** Cuts the connection that the next payload goes over so many milliseconds after it was sent. */
    cutAfterSending: (milliseconds: number): void => void cutAfter.push(milliseconds),
    follow: activity.follow,
    quiet: activity.quiet,
    hurry: activity.hurry,
    /** Tells of everything that appears, changes or goes away. Gives what ends it. */
    onPosted: board.listen,
    close: async (): Promise<void> => {
      sockets.close();
      activity.close();
      const closed = new Promise<void>((resolve) => front.server.close(() => resolve()));
      front.server.closeAllConnections();
      await closed;
      await emulated.close();
    },
  };
};

export type LocalSlack = Awaited<ReturnType<typeof openLocalSlack>>;

import { createActivity } from './activity.ts';
import { createBoard } from './board.ts';
import { type Answer, createWeather } from './calls.ts';
import { createChannelChanges } from './channel-changes.ts';
import { createDirectory } from './directory.ts';
import { startEmulated } from './emulated.ts';
import { createForms } from './form/forms.ts';
import { createFront } from './front.ts';
import { app, timestamps } from './identity.ts';
import type { Inside } from './inside.ts';
import { textIn } from './json.ts';
import { createPersonAtSlack } from './person/person.ts';
import type { PersonAtSlack } from './person/types.ts';
import { createRates } from './rates.ts';
import { createResponseUrls } from './response-urls.ts';
import { createRetries } from './retries.ts';
import { deliverSigned } from './signed-requests.ts';
import { createSnapshots } from './snapshot.ts';
import { createSocketMode, type Deliver } from './socket-mode.ts';
import { createTriggers } from './triggers.ts';
import type { LocalSlack } from './types.ts';
import { createViews } from './views.ts';
import type { Workspace } from './workspace.ts';

const host = '127.0.0.1';

/**
 * Opens a local Slack workspace on this machine only, at a free port. `now` is the clock that times of messages and the
 * lives of triggers and response URLs go by.
 */
export const openLocalSlack = async (workspace: Workspace, now: () => Date): Promise<LocalSlack> => {
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
  const deliver: Deliver = async (type, payload, retry) => {
    const end = activity.begin();
    const acknowledgement = requestUrl
      ? await deliverSigned(requestUrl, type, payload, retry, workspace.patience)
      : await sockets.deliver(type, payload, retry);
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
  front.server.on('upgrade', sockets.upgrade);

  await new Promise<void>((resolve, reject) => {
    front.server.once('error', reject);
    front.server.listen(0, host, resolve);
  });
  const address = front.server.address();
  origin = `http://${host}:${typeof address === 'object' && address ? address.port : ''}`;

  const people = new Map<string, PersonAtSlack>();

  return {
    webApi: `${origin}/api/`,
    botToken: app.botToken,
    appToken: app.appToken,
    signingSecret: app.signingSecret,
    team: workspace.team,
    appUser: app.userId,
    calls: front.calls,
    answers,
    person: (id) => {
      const known = people.get(id) ?? createPersonAtSlack(id, inside, activity, workspace.command);
      people.set(id, known);
      return known;
    },
    channel: (id) => ({ messages: () => board.messages(id), pinned: () => board.pinned(id) }),
    conversationsOf: (person) => directory.conversations().filter(({ members }) => members.has(person)),
    directMessages: (person) => {
      const direct = directory.direct(person);
      return direct ? board.messages(direct.id).filter(({ by }) => by === app.userId) : [];
    },
    ephemeral: (person, channel) =>
      board.shownTo(person).filter((shown) => channel === undefined || shown.channel === channel),
    home: (person) => inside.views.home(person),
    file: keeping.file,
    kept: keeping.kept,
    restore: keeping.restore,
    ...createChannelChanges(inside, keeper, activity),
    limitRates: rates.limit,
    retryEvents: inside.retries.sendDue,
    fail: weather.fail,
    delay: weather.delay,
    send: (type, payload, retry) => deliver(type, payload, retry),
    deliverTo: (url) => {
      requestUrl = url;
    },
    connected: (count = 1) => sockets.connected(count),
    disconnected: sockets.disconnected,
    connections: sockets.count,
    refreshSockets: (reason = 'refresh_requested', which = 'all') => sockets.disconnect(reason, which),
    cutSockets: sockets.cut,
    follow: activity.follow,
    quiet: activity.quiet,
    onPosted: board.listen,
    close: async () => {
      sockets.close();
      activity.close();
      const closed = new Promise<void>((resolve) => front.server.close(() => resolve()));
      front.server.closeAllConnections();
      await closed;
      await emulated.close();
    },
  };
};

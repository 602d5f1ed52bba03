import { Agent, request } from 'node:http';
import { createEmulator } from 'emulate';
import { guardAt } from './guard.ts';
import { app, isToken, newToken } from './identity.ts';
import { type JsonObject, objectIn, objectsIn, parsedJson, textIn } from './json.ts';
import { createTranslation, type Translation } from './translation.ts';
import type { Workspace } from './workspace.ts';

/** May do anything, and speaks as the app: for what Slack itself does with the app's messages. */
export const everythingToken = newToken('xoxb');
/** In every channel, and nobody of the workspace: for what Slack itself does with channels. */
const keeperToken = newToken('xoxp');
const keeperId = 'U000000001';
const emulatedTeam = 'T000000001';

const peopleToken = newToken('xoxp');
export const tokenOf = (person: string): string => `${peopleToken}-${person}`;

const seedOf = (workspace: Workspace): Record<string, unknown> => ({
  team: { name: workspace.team.name, domain: workspace.team.domain },
  channels: workspace.channels.map((channel) => ({ name: channel.id, is_private: channel.private })),
  // Only accounts seeded this way keep the id that they are given; what kind of account they are, the front says.
  oauth_apps: [
    { id: app.userId, app: app.id, bot: app.botId, name: app.name, handle: 'fortnight' },
    ...workspace.people.map(({ id, name }) => ({ id, app: `A${id}`, bot: `B${id}`, name, handle: id })),
  ].map((account) => ({
    client_id: account.app,
    client_secret: account.app,
    app_id: account.app,
    name: account.name,
    bot_id: account.bot,
    bot_user_id: account.id,
    bot_name: account.handle,
    redirect_uris: [],
    scopes: [],
  })),
  tokens: [
    { token: app.botToken, user_id: app.userId, app_id: app.id, bot_id: app.botId, scopes: workspace.botScopes },
    { token: everythingToken, user_id: app.userId, app_id: app.id, bot_id: app.botId },
    { token: keeperToken, user_id: keeperId },
    ...workspace.people.map(({ id }) => ({ token: tokenOf(id), user_id: id })),
  ],
  strict_scopes: true,
});

/** Node's own request: fetch takes twice the time, and each call of the app comes to one or more of these. */
const agent = new Agent({ keepAlive: true });

const post = (url: string, asked: JsonObject, token: string): Promise<JsonObject> =>
  new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const asking = request(url, { method: 'POST', headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('error', reject);
      answer.on('end', () => {
        const { statusCode = 500 } = answer;
        if (statusCode >= 300) resolve({ ok: false, error: statusCode === 404 ? 'unknown_method' : 'internal_error' });
        else resolve(objectIn(parsedJson(Buffer.concat(parts).toString('utf8'))));
      });
    });
    // The other side lets go of a connection that was long unused, and this may be the moment: nothing was asked over it then.
    asking.on('error', (error: NodeJS.ErrnoException) => {
      if (asking.reusedSocket && error.code === 'ECONNRESET') post(url, asked, token).then(resolve, reject);
      else reject(error);
    });
    asking.end(JSON.stringify(asked));
  });

const learnChannels = async (api: string, workspace: Workspace, translation: Translation): Promise<void> => {
  const listed = await post(
    `${api}conversations.list`,
    { types: 'public_channel,private_channel', limit: 1000 },
    keeperToken,
  );
  for (const channel of objectsIn(listed.channels)) {
    if (workspace.channels.some(({ id }) => id === channel.name))
      translation.pair(textIn(channel.name), textIn(channel.id));
  }
};

const largestInvitation = 100;

/**
 * Starts the emulated Web API that stands behind the front, with the workspace's people and channels: what it stores are
 * messages, pins, reactions, bookmarks and files. `newTime` gives each message its time.
 */
export const startEmulated = async (workspace: Workspace, newTime: () => string) => {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack: seedOf(workspace) } });
  const url = emulator.url.replace('localhost', '127.0.0.1');
  // It takes any token for its first user's. Where a file is uploaded to is known to nobody else, and asks for none, as Slack's.
  guardAt(
    new URL(url).port,
    ({ url: path = '', headers: { authorization = '' } }) =>
      path.startsWith('/upload/') || isToken(authorization.replace(/^Bearer /, '')),
  );
  const api = `${url}/api/`;
  const translation = createTranslation(newTime);
  translation.pair(workspace.team.id, emulatedTeam);
  await learnChannels(api, workspace, translation);

  /** Asks with the rights of a token; ids and times are this workspace's. */
  const ask = async (method: string, asked: JsonObject, token: string): Promise<JsonObject> =>
    translation.outward(await post(`${api}${method}`, translation.inward(asked), token));

  const keep = async (method: string, asked: JsonObject): Promise<void> => {
    const answer = await ask(method, asked, keeperToken);
    if (answer.ok !== true) throw new Error(`the emulated workspace refused ${method}: ${String(answer.error)}`);
  };

  /** Changes the membership and the state of channels, as Slack's people do. */
  const keeper = {
    invite: async (channel: string, people: string[]): Promise<void> => {
      for (let start = 0; start < people.length; start += largestInvitation)
        await keep('conversations.invite', {
          channel,
          users: people.slice(start, start + largestInvitation).join(','),
        });
    },
    kick: (channel: string, user: string): Promise<void> => keep('conversations.kick', { channel, user }),
    archive: (channel: string): Promise<void> => keep('conversations.archive', { channel }),
  };

  for (const { id, members, app: withApp, archived } of workspace.channels) {
    await keeper.invite(id, withApp ? [...members, app.userId] : members);
    if (archived) await keeper.archive(id);
  }

  return {
    emulated: {
      /** Where files are uploaded to. */
      url,
      ask,
      /** Has something that the emulated workspace names so be known here by this id. */
      pair: translation.pair,
      /** The bytes of an uploaded file. */
      file: async (id: string): Promise<Buffer> => {
        const { file } = await ask('files.info', { file: id }, everythingToken);
        const place = new URL(textIn(objectIn(file).url_private));
        const fetched = await fetch(`${url}${place.pathname}`, {
          headers: { authorization: `Bearer ${everythingToken}` },
        });
        if (!fetched.ok) throw new Error(`no file is ${id}`);
        return Buffer.from(await fetched.arrayBuffer());
      },
      close: (): Promise<void> => emulator.close(),
    },
    keeper,
  };
};

type Started = Awaited<ReturnType<typeof startEmulated>>;
export type Emulated = Started['emulated'];
export type Keeper = Started['keeper'];

import type { WebClient } from '@slack/web-api';
import type { Config } from '../config.ts';
import { wrongClock } from '../words/clocks.ts';
import { counted } from '../words/message.ts';
import { whyNotPosted } from '../words/posting.ts';
import { lookAt } from './app.ts';
import { boltLogger } from './bolt-logger.ts';
import { clients } from './clients.ts';
import { timeBySlack } from './clock.ts';
import { directory } from './directory.ts';
import { passing, pauseAskedFor, slackError } from './errors.ts';
import { missingScopes, neededScopes, whatIsMissing } from './scopes.ts';
import { whatSlackSaid } from './starting.ts';

/** Says what was looked at and how it is: well, well but worth a look, or not; null where it could not be looked at. */
export type Tell = (what: string, well: boolean | 'look' | null, says: string) => void;

/** Something that the app shows people, as Slack is sent it. */
export type Shown = {
  as: 'message' | 'view';
  what: { callback_id?: string; blocks?: readonly object[]; text?: string };
};

type Asking = {
  slack: NonNullable<Config['slack']>;
  webApi: string | null;
  /** The inspections that run. */
  running: readonly { id: string; channel: { id: string }; pin: { refused: string | null } | null }[];
  shown: readonly Shown[];
  /** How many milliseconds a minute has by which Slack's limits count. */
  slackMinute: number;
  far: (words: string) => void;
};

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The name by which Slack refused something; null where it did not answer, or may take it later. */
const refusedBy = (error: unknown): string | null => {
  const name = slackError(error);
  return name === null || passing.has(name) ? null : name;
};
const why = (error: unknown, look: string): string => {
  const name = refusedBy(error);
  return name === null ? whatSlackSaid(error) : `Slack refused it (${name}). ${look}`;
};

/** Slack's own words for what it does not take in something that it was shown. */
const faultsIn = ({ data }: { data?: { errors?: { pointer?: string; message?: string }[] } }): string =>
  (data?.errors ?? []).map(({ pointer, message }) => `${message} (${pointer})`).join(', ') || 'it does not say why';

/** Has Slack look at all that the app can show, at its pace. */
const askAboutAll = async (client: WebClient, { shown, slackMinute, far }: Asking, tell: Tell): Promise<void> => {
  const what = 'Forms and messages';
  const left = [...shown];
  let refused = 0;
  for (let next = left.shift(); next; next = left.shift()) {
    far(`Asking Slack about each form and message: ${shown.length - left.length} of ${shown.length}`);
    try {
      await client.apiCall('blocks.validate', { [next.as]: JSON.stringify(next.what) });
    } catch (error) {
      const asked = pauseAskedFor(error);
      if (asked !== null) left.unshift(next);
      else if (refusedBy(error)?.startsWith('invalid_')) {
        refused += 1;
        const name = next.what.callback_id ?? 'a message';
        tell(
          what,
          false,
          `Slack does not take ${name}: ${faultsIn(error as object)}. Tell whoever develops Fortnight.`,
        );
      } else
        return tell(
          what,
          null,
          `Slack was not asked about ${left.length + 1} of them. ${why(error, 'Try again later.')}`,
        );
      await pause(asked ?? 0);
    }
    await pause(slackMinute / 50);
  }
  if (refused === 0) tell(what, true, `Slack takes all ${shown.length} that it was shown, with invented content.`);
};

/** Looks at everything that the app needs of Slack. Nothing is posted, opened or changed there. */
export const askSlack = async (asking: Asking, tell: Tell): Promise<void> => {
  const { slack, webApi, running } = asking;
  const silent = () => undefined;
  const time = timeBySlack({ clock: () => new Date(), passed: () => performance.now() });
  const logger = boltLogger({ info: silent, warn: silent, error: silent });
  const common = { webApi, fetch: time.fetch, logger, count: silent, slackWaits: 10_000, patience: 10_000 };
  const { starting, reading, showing } = clients({ ...common, botToken: slack.botToken });
  const began = performance.now();
  const self = await starting.auth.test().catch((error: unknown) => {
    const isReached = refusedBy(error) !== null;
    tell('Slack', isReached, isReached ? 'It answers.' : whatSlackSaid(error));
    if (isReached) tell('Bot token', false, why(error, lookAt.botToken));
    tell('All else at Slack', null, 'Looked at once the line above is well.');
  });
  if (!self) return;
  tell('Slack', true, `It answered within ${Math.ceil((performance.now() - began) / 100) / 10} seconds.`);
  tell('Bot token', true, `It is that of ${self.user} in the workspace ${self.team}.`);

  const granted = self.response_metadata?.scopes ?? neededScopes;
  const missing = missingScopes(granted);
  const more = granted.filter((scope) => !neededScopes.includes(scope)).join(', ');
  if (missing.length > 0) tell('Scopes', false, whatIsMissing(missing));
  else if (more) tell('Scopes', 'look', `manifest.yml does not ask for ${more}: remove what nobody needs.`);
  else tell('Scopes', true, 'They are those of manifest.yml.');

  if (slack.transport.over === 'http')
    tell(
      'Signing secret',
      null,
      'Only a request of Slack’s shows whether it is right: with a wrong one the app takes none.',
    );
  else
    await clients({ ...common, botToken: slack.transport.appToken })
      .starting.apps.connections.open()
      .then(
        () => tell('App token', true, 'Slack opens connections for it.'),
        (error) => tell('App token', refusedBy(error) === null ? null : false, why(error, lookAt.appToken)),
      );

  const by = time.wrongBy();
  const words = by === 0 ? 'It is within five minutes of Slack’s.' : wrongClock(by);
  tell('Clock', by === 0, `${words.charAt(0).toUpperCase()}${words.slice(1)}`);

  const { channel: channelOf } = directory(reading, self.team_id ?? '', () => performance.now());
  let well = true;
  for (const { id, channel, pin } of running) {
    const not = await channelOf(channel.id).then(whyNotPosted, (error) => why(error, 'Look at the channel.'));
    well &&= !not && !pin?.refused;
    if (not) tell('Channels', false, `${id}: ${not}`);
    else if (pin?.refused) tell('Channels', 'look', `${id}: Slack refused to pin its board (${pin.refused}).`);
  }
  const can = `Nothing keeps the app from posting: ${counted(running.length, 'inspection runs', 'inspections run')}.`;
  if (well) tell('Channels', true, running.length === 0 ? 'No inspection runs.' : can);
  await askAboutAll(showing, asking, tell);
};

import type { Appearance, LocalSlack, Posted, Shown, View, Workspace } from '../local-slack/index.ts';
import type { Scenario } from './scenario.ts';
import { channelIdOf, idOf } from './workspace.ts';

/**
 * The local Slack with the scenario's names instead of ids, and a memory of what appeared. Everything that plays,
 * prints or checks looks at it through this.
 */
export const createStage = (scenario: Scenario, { command, shortcuts }: Workspace, slack: LocalSlack) => {
  const appeared: Appearance[] = [];
  const stop = slack.onPosted((appearance) => appeared.push(appearance));
  const names = new Map(scenario.people.map(({ name }) => [idOf(scenario, name), name]));
  const channels = new Map(scenario.channels.map(({ name }) => [channelIdOf(scenario, name), name]));
  const home = channelIdOf(scenario, scenario.channel);

  return {
    scenario,
    slack,
    /** The app's slash command. */
    command: command.name,
    shortcuts,
    /** What has appeared since this was last asked, in order. */
    news: (): Appearance[] => appeared.splice(0),
    person: (name: string) => slack.person(idOf(scenario, name)),
    nameOf: (id: string): string => names.get(id) ?? (id === slack.appUser ? 'Fortnight' : id),
    channelId: (name: string): string => channelIdOf(scenario, name),
    /** "#northmoor"; for a direct conversation undefined. */
    channelName: (id: string): string | undefined => {
      const name = channels.get(id);
      return name === undefined ? undefined : `#${name}`;
    },
    /** Who a message of the app went to directly; undefined where it stands in a channel. */
    directTo: (posted: Posted): string | undefined =>
      scenario.people.find(({ name }) =>
        slack
          .directMessages(idOf(scenario, name))
          .some(({ channel, ts }) => channel === posted.channel && ts === posted.ts),
      )?.name,
    isPinned: (posted: Posted): boolean =>
      slack
        .channel(posted.channel)
        .pinned()
        .some(({ ts }) => ts === posted.ts),
    /** The board as it stands; undefined before there is one. */
    board: (): Posted | undefined => slack.channel(home).pinned().at(-1),
    /** What somebody sees in the channel: what only they see, and what everybody does, the newest first. */
    before: (name: string, channel: string): (Posted | Shown)[] =>
      [...slack.ephemeral(idOf(scenario, name), channel), ...slack.channel(channel).messages()].sort(newerFirst),
    leave: stop,
  };
};

export type Stage = ReturnType<typeof createStage>;

const newerFirst = (one: { ts: string }, other: { ts: string }): number => (one.ts < other.ts ? 1 : -1);

/** A page says something in a form's place and has nothing to send. */
export const isPage = (view: View): boolean => view.submit === null;

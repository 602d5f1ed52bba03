import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Workspace } from './local-slack/index.ts';
import type { Scenario } from './scenario.ts';

const manifestShape = z.object({
  features: z.object({ slash_commands: z.array(z.object({ command: z.string(), should_escape: z.boolean() })).min(1) }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});

/** The id a person has in the local workspace. */
export const idOf = (scenario: Scenario, name: string): string =>
  `U${String(scenario.people.findIndex((person) => person.name === name) + 1).padStart(4, '0')}PRACTICE`;

export const channelIdOf = (scenario: Scenario, name: string): string =>
  `C${String(scenario.channels.findIndex((channel) => channel.name === name) + 1).padStart(4, '0')}PRACTICE`;

/** The workspace that a scenario plays in, with the rights that manifest.yml asks for and no others. */
export const workspaceOf = (scenario: Scenario, manifestFile: string): Workspace => {
  const manifest = manifestShape.parse(parse(readFileSync(manifestFile, 'utf8')));
  const [command] = manifest.features.slash_commands;
  return {
    team: { id: 'T0PRACTICE', ...scenario.workspace },
    people: scenario.people.map(({ name, kind }) => ({
      id: idOf(scenario, name),
      name: name.toLowerCase().replace(/\s+/g, '.'),
      realName: name,
      kind,
    })),
    channels: scenario.channels.map((channel) => ({
      id: channelIdOf(scenario, channel.name),
      name: channel.name,
      private: channel.private,
      members: channel.people.map((name) => idOf(scenario, name)),
      app: channel.app,
    })),
    command: { name: command?.command ?? '', shouldEscape: command?.should_escape ?? false },
    botScopes: manifest.oauth_config.scopes.bot,
    botEvents: manifest.settings.event_subscriptions.bot_events,
  };
};

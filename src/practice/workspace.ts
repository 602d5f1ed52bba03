import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Workspace } from '../local-slack/index.ts';
import type { Setting } from './setting.ts';

const commandShape = z.object({
  command: z.string(),
  description: z.string(),
  usage_hint: z.string(),
  should_escape: z.boolean(),
});
const manifestShape = z.object({
  features: z.object({
    shortcuts: z.array(z.object({ name: z.string(), type: z.enum(['message', 'global']), callback_id: z.string() })),
    slash_commands: z.tuple([commandShape]),
  }),
  oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});

/** The id a person has in the local workspace. */
export const idOf = ({ people }: Pick<Setting, 'people'>, name: string): string =>
  `U${String(people.findIndex((person) => person.name === name) + 1).padStart(4, '0')}PRACTICE`;

export const channelIdOf = ({ channels }: Pick<Setting, 'channels'>, name: string): string =>
  `C${String(channels.findIndex((channel) => channel.name === name) + 1).padStart(4, '0')}PRACTICE`;

/** The workspace that a setting describes, with the rights that manifest.yml asks for and no others. */
export const workspaceOf = (setting: Setting, manifestFile: string): Workspace => {
  const manifest = manifestShape.parse(parse(readFileSync(manifestFile, 'utf8')));
  const [command] = manifest.features.slash_commands;
  return {
    team: { id: 'T0PRACTICE', ...setting.workspace },
    people: setting.people.map(({ name, kind }) => ({
      id: idOf(setting, name),
      name: name.toLowerCase().replace(/\s+/g, '.'),
      realName: name,
      kind,
    })),
    channels: setting.channels.map((channel) => ({
      id: channelIdOf(setting, channel.name),
      name: channel.name,
      private: channel.private,
      members: channel.people.map((name) => idOf(setting, name)),
      app: channel.app,
    })),
    shortcuts: manifest.features.shortcuts.map(({ name, type, callback_id: callbackId }) => ({
      name,
      callbackId,
      on: type === 'message' ? 'message' : 'anything',
    })),
    command: {
      name: command.command,
      about: command.description,
      hint: command.usage_hint,
      shouldEscape: command.should_escape,
    },
    botScopes: manifest.oauth_config.scopes.bot,
    botEvents: manifest.settings.event_subscriptions.bot_events,
    // The app is in the same process here: on a busy machine both are slow, and nobody should be told that it did not answer.
    patience: 30_000,
  };
};

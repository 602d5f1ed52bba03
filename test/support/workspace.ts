import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Person, Workspace } from '../../src/local-slack/index.ts';
import { atSlack, people } from './people.ts';

const manifest = z
  .object({
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  })
  .parse(parse(readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8')));

export const botScopes = manifest.oauth_config.scopes.bot;

export const team = { id: 'TFORT', domain: 'inspectors', name: 'Inspectors' };
export const teamChannel = 'CTEAM';

/** Somebody without a part in most tests: the many that some teams have. */
const another = (number: number): Person => ({
  id: `UMANY${number}`,
  name: `many${number}`,
  realName: `Member ${number}`,
});

/** Channels of every kind that matters, with everybody in it. */
export const workspace = (others = 0, more: readonly Person[] = [], rooms = 0): Workspace => ({
  team,
  people: [...atSlack, ...more, ...Array.from({ length: others }, (_, place) => another(place + 1))],
  channels: [
    { id: teamChannel, name: 'northmoor', private: true, members: Object.values(people).slice(0, 8), app: true },
    { id: 'COTHER', name: 'southport', private: true, members: ['UANA', 'UBEN', 'UIDA'], app: true },
    { id: 'CPUBLIC', name: 'general', private: false, members: Object.values(people).slice(0, 10), app: true },
    { id: 'CSHARED', name: 'with-others', private: true, shared: true, members: ['UANA'], app: true },
    { id: 'CALONE', name: 'not-invited', private: true, members: ['UANA'], app: false },
    ...Array.from({ length: rooms }, (_, place) => ({
      id: `COFUMANY${place + 1}`,
      name: `team-${place + 1}`,
      private: true,
      members: [`UMANY${place + 1}`],
      app: true,
    })),
  ],
  shortcuts: [],
  command: { name: '/judge', shouldEscape: false },
  botScopes,
  botEvents: manifest.settings.event_subscriptions.bot_events,
  // However busy the machine is: what a test says of an answer in time is about the app.
  patience: 60_000,
});

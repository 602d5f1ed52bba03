import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Person, Workspace } from '../../src/local-slack/index.ts';

const manifest = z
  .object({
    oauth_config: z.object({ scopes: z.object({ bot: z.array(z.string()) }) }),
    settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
  })
  .parse(parse(readFileSync(join(import.meta.dirname, '../../manifest.yml'), 'utf8')));

export const botScopes = manifest.oauth_config.scopes.bot;

/** One person a role, and some who have none; channels of every kind that matters. */
export const people = {
  lead: 'UANA',
  deputy: 'UBEN',
  inspector: 'UCHI',
  secondInspector: 'UDEE',
  partner: 'UEVE',
  analyst: 'UFAY',
  qualityAssurance: 'UGUS',
  observer: 'UHAL',
  outsider: 'UIDA',
  guest: 'UJAN',
  /** Of another organisation: in a channel only once it is shared. */
  stranger: 'UKIM',
} as const;

const realNames: Record<keyof typeof people, string> = {
  lead: 'Ana Reyes',
  deputy: 'Ben Okoro',
  inspector: 'Chi Lam',
  secondInspector: 'Dee Marsh',
  partner: 'Eve Stone',
  analyst: 'Fay Bright',
  qualityAssurance: 'Gus Vale',
  observer: 'Hal Wood',
  outsider: 'Ida North',
  guest: 'Jan West',
  stranger: 'Kim Hart',
};

const kinds: Partial<Record<keyof typeof people, Pick<Person, 'kind' | 'team'>>> = {
  guest: { kind: 'guest' },
  stranger: { kind: 'other-organisation', team: 'TELSEWHERE' },
};

export const team = { id: 'TFORT', domain: 'inspectors', name: 'Inspectors' };
export const teamChannel = 'CTEAM';

/** Somebody without a part in most tests: the many that some teams have. */
const another = (number: number): Person => ({
  id: `UMANY${number}`,
  name: `many${number}`,
  realName: `Member ${number}`,
});

export const workspace = (others = 0): Workspace => ({
  team,
  people: [
    ...Object.entries(people).map(([key, id]) => {
      const realName = realNames[key as keyof typeof people];
      return {
        id,
        name: realName.split(' ')[0]?.toLowerCase() ?? id,
        realName,
        ...kinds[key as keyof typeof people],
      };
    }),
    ...Array.from({ length: others }, (_, place) => another(place + 1)),
  ],
  channels: [
    { id: teamChannel, name: 'northmoor', private: true, members: Object.values(people).slice(0, 8), app: true },
    { id: 'COTHER', name: 'southport', private: true, members: ['UANA', 'UBEN', 'UIDA'], app: true },
    { id: 'CPUBLIC', name: 'general', private: false, members: Object.values(people).slice(0, 10), app: true },
    { id: 'CSHARED', name: 'with-others', private: true, shared: true, members: ['UANA'], app: true },
    { id: 'CALONE', name: 'not-invited', private: true, members: ['UANA'], app: false },
  ],
  shortcuts: [],
  command: { name: '/judge', shouldEscape: false },
  botScopes,
  botEvents: manifest.settings.event_subscriptions.bot_events,
  // However busy the machine is: what a test says of an answer in time is about the app.
  patience: 60_000,
});

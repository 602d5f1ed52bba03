import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type LocalSlack, openLocalSlack } from '../src/local-slack/index.ts';
import { root } from './records.ts';

type Manifest = {
  oauth_config: { scopes: { bot: string[] } };
  settings: { event_subscriptions: { bot_events: string[] } };
};

const kinds = { UANA: 'Ana Reyes', UBEN: 'Ben Okoro', UCHI: 'Chi Lam', UGUS: 'Gus Vale' };
export const teamChannel = 'CTEAM';

/** A local Slack with one team and its channel, and the rights and events that the app's manifest asks for. */
export const aSlack = (others: readonly string[] = []): Promise<LocalSlack> => {
  const manifest: Manifest = parse(readFileSync(join(root, 'manifest.yml'), 'utf8'));
  return openLocalSlack(
    {
      team: { id: 'TFORT', domain: 'inspectors', name: 'Inspectors' },
      people: [...Object.entries(kinds), ...others.map((id) => [id, id] as const)].map(([id, realName]) => ({
        id,
        name: id.toLowerCase(),
        realName,
      })),
      channels: [{ id: teamChannel, name: 'northmoor', private: true, members: Object.keys(kinds), app: true }],
      shortcuts: [],
      command: { name: '/judge', shouldEscape: false },
      botScopes: manifest.oauth_config.scopes.bot,
      botEvents: manifest.settings.event_subscriptions.bot_events,
      patience: 3000,
    },
    () => new Date(),
  );
};

export type Program = 'fortnight' | 'acks';
const { scripts }: { scripts: { start: string } } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const ours = scripts.start.split(' ').slice(1);
/** What `npm start` tells Node of itself. */
export const nodeFlags = ours.slice(0, -1);
/** What node is given for either. */
const programs: Record<Program, string[]> = {
  fortnight: ours,
  acks: [join(import.meta.dirname, 'app-that-acks.mjs')],
};

/** Starts a program against that Slack, and resolves once Slack has greeted it, with how long that took. */
export const startProgram = async (program: Program, slack: LocalSlack, settings: Record<string, string>) => {
  const began = process.hrtime.bigint();
  const child = spawn(process.execPath, programs[program], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.webApi,
      LOG_LEVEL: 'error',
      ...settings,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    child.kill(signal);
    const code = await ended;
    while (slack.connections() > 0) await slack.disconnected();
    return code;
  };
  await Promise.race([
    slack.connected(1),
    ended.then(() => Promise.reject(new Error(`${program} ended before it was connected`))),
  ]);
  const took = Number(process.hrtime.bigint() - began) / 1e6;
  return {
    took,
    /** What it takes of memory, in MB, as the system counts it. */
    memory: (): number => {
      const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      return Number(kilobytes) / 1024;
    },
    /** Ends it so, and gives its exit code. */
    end,
    stop: async (): Promise<void> => {
      await end('SIGKILL');
    },
  };
};

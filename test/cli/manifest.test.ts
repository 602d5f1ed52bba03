import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkManifest } from '../conformance/of.ts';
import { startIn } from '../main/process.ts';
import { aFolder } from '../store/opened.ts';
import { describeAgainst } from '../support/oracles.ts';
import { asked } from './asked.ts';

const root = join(import.meta.dirname, '../..');
const written = readFileSync(join(root, 'manifest.yml'), 'utf8');
const printed = async (...args: string[]): Promise<string> => {
  const { code, printed: lines, complained } = await asked(['manifest', ...args]);
  expect({ code, complained }).toEqual({ code: 0, complained: [] });
  return lines.join('\n');
};
/** Every value of a manifest by its path. */
const leavesOf = (value: unknown, path = ''): [string, unknown][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, each]) => leavesOf(each, `${path}/${key}`))
    : [[path, value]];

const changed = async (...args: string[]) => {
  const before = new Map(leavesOf(parse(written)));
  const after = leavesOf(parse(await printed(...args)));
  expect(after.map(([path]) => path)).toEqual(expect.arrayContaining([...before.keys()]));
  return Object.fromEntries(after.filter(([path, value]) => before.get(path) !== value));
};

const over = (events: string) => ({
  '/features/slash_commands/0/url': events,
  '/settings/event_subscriptions/request_url': events,
  '/settings/interactivity/request_url': events,
  '/settings/interactivity/message_menu_options_url': events,
  '/settings/socket_mode_enabled': false,
});

describe('the manifest to paste at Slack', () => {
  it('[L22] is manifest.yml to the letter for Socket Mode, with the reason of each scope', async () => {
    expect(await printed()).toBe(written.trimEnd());
    expect(await changed()).toEqual({});
  });

  it.each([
    ['https://fortnight.example.org', 'https://fortnight.example.org/slack/events'],
    ['https://fortnight.example.org/', 'https://fortnight.example.org/slack/events'],
    ['https://example.org:8443/fortnight//', 'https://example.org:8443/fortnight/slack/events'],
    ['https://example.org/slack/events', 'https://example.org/slack/events'],
    ['https://example.org/$&', 'https://example.org/$&/slack/events'],
  ])('[L22] for %s has every address that Slack sends to, and nothing else is another', async (address, events) => {
    expect(await changed('--http', address)).toEqual(over(events));
    expect(await printed('--http', address)).not.toContain('your.address/slack');
  });

  it.each(['Fortnight (test)', '"North": #1 $&', 'yes', 'Prüfung'])(
    '[L22] has another name where one is given: %s',
    async (name) => {
      expect(await changed('--name', name)).toEqual({
        '/display_information/name': name,
        '/features/bot_user/display_name': name,
      });
      expect(Object.keys(await changed('--name', name, '--http', 'https://a.example'))).toHaveLength(7);
    },
  );

  it.each([
    ['--http', 'http://fortnight.example.org'],
    ['--http', 'fortnight.example.org'],
    ['--http', 'https://'],
    ['--http', 'https://a.example/?a=b'],
    ['--http', 'https://name:secret@a.example'],
    ['--name', ''],
    ['--name', 'n'.repeat(36)],
    ['yaml'],
  ])('[L22] is refused where Slack would take none: %s %s', async (...args) => {
    const { code, printed: lines, complained } = await asked(['manifest', ...args]);
    expect({ code, lines }).toEqual({ code: 2, lines: [] });
    expect(complained.at(-1)).toContain('Usage: ');
  });

  it('[L22] is looked for where the command runs, and said not to be there', async () => {
    const cli = ['--import', join(root, 'node_modules/tsx/dist/esm/index.mjs'), join(root, 'src/cli.ts'), 'manifest'];
    const elsewhere = startIn(await aFolder(), cli, {});
    expect(await elsewhere.ended).toBe(1);
    expect(elsewhere.output()).toBe('There is no manifest.yml here. Run it in the folder of Fortnight.\n');
  });
});

describeAgainst('slack', 'the manifest, by what Slack published', () => {
  it('[L22] is one that Slack takes, however it is asked for', async () => {
    for (const args of [
      [],
      ['--http', 'https://a.example'],
      ['--name', 'Fortnight (test)', '--http', 'https://a.example'],
    ])
      expect(checkManifest(await printed(...args))).toEqual([]);
  });
});

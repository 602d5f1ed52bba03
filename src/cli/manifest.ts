import { existsSync, readFileSync } from 'node:fs';
import { argumentsOf } from './arguments.ts';
import { NotDone, type Word, WrongUsage } from './word.ts';

const place = 'manifest.yml';

/** Where Slack's requests are to arrive: what is given, or its place for them. */
const eventsAt = (address: string): string => {
  if (!/^https:\/\/[^\s?#@]+$/.test(address) || !URL.canParse(address))
    throw new WrongUsage(
      `"${address}" is no address that Slack sends to. It is one such as https://fortnight.example.org.`,
    );
  return `${address.replace(/(\/slack\/events)?\/*$/, '')}/slack/events`;
};

/** The lines that are for HTTP alone stand in the manifest as comments. */
const overHttp = (manifest: string, events: string): string =>
  manifest
    .replace(/^( *)# (\w*url): .*$/gm, (_, indent, name) => `${indent}${name}: ${JSON.stringify(events)}`)
    .replace('socket_mode_enabled: true', 'socket_mode_enabled: false');

const named = (manifest: string, name: string): string => {
  if (name.trim() === '' || name.length > 35) throw new WrongUsage('A name has from 1 to 35 characters.');
  return manifest.replace(/^( {2}name|.*display_name): .*$/gm, (_, key) => `${key}: ${JSON.stringify(name)}`);
};

/** Prints the manifest that makes Fortnight an app at Slack. */
export const manifest: Word = {
  name: 'manifest',
  usage: '[--http https://...] [--name "..."]',
  about:
    'Prints the manifest to paste at https://api.slack.com/apps: for Socket Mode, or with --http for requests to an address of yours.',
  run: async (args, { print }) => {
    const { positionals, values } = argumentsOf(args, { http: { type: 'string' }, name: { type: 'string' } });
    if (positionals.length > 0) throw new WrongUsage('It takes nothing but --http and --name.');
    if (!existsSync(place)) throw new NotDone(`There is no ${place} here. Run it in the folder of Fortnight.`);
    const written = readFileSync(place, 'utf8').trimEnd();
    const called = values.name === undefined ? written : named(written, values.name);
    print(values.http === undefined ? called : overHttp(called, eventsAt(values.http)));
    return 0;
  },
};

import { existsSync, readFileSync } from 'node:fs';
import { bankHolidaysPlace, readBankHolidays } from '../calendar.ts';
import { type Config, databaseIn, readConfig, SettingRefused } from '../config.ts';
import { readFrameworks } from '../frameworks.ts';
import type { Tell } from '../slack/doctor.ts';
import { DatabaseRefused } from '../store/postgres/called.ts';
import { argumentsOf } from './arguments.ts';
import { dataPlace } from './data-folder.ts';
import { tellKeptIn, tellVersions } from './doctor-machine.ts';
import { inJson, wrapped } from './text.ts';
import { type Environment, NotDone, type Word, WrongUsage } from './word.ts';

/** Everything that the app can show people, with invented content: a line each, as Slack is sent it. */
export const shownPlace = 'data/shown.jsonl';

const readShown = () =>
  readFileSync(shownPlace, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

const marks = new Map<Parameters<Tell>[1], string>([
  [true, 'yes'],
  [false, 'no'],
  ['look', 'look'],
  [null, 'skip'],
]);

const tellSettings = ({ settings }: Environment, tell: Tell): Config | null => {
  try {
    const config = readConfig(settings);
    const over = config.slack?.transport.over;
    const mode = over === 'http' ? 'HTTP' : over ? 'Socket Mode' : 'no token, so practice';
    readFrameworks(config.frameworksDir);
    readBankHolidays(bankHolidaysPlace);
    tell('Settings', true, `They fit: ${mode}. Days and times are those of ${config.timeZone}.`);
    return config;
  } catch (error) {
    tell('Settings', false, error instanceof Error ? error.message : String(error));
    return null;
  }
};

/** Gives the inspections that run, wherever they are kept. */
const tellRecords = async (environment: Environment, far: (words: string) => void, tell: Tell) => {
  try {
    const address = databaseIn(environment.settings);
    if (address === null) return await tellKeptIn(dataPlace(environment), far, tell);
    const { tellDatabase } = await import('./doctor-database.ts');
    return await tellDatabase(address, far, tell);
  } catch (error) {
    const why = [SettingRefused, DatabaseRefused, NotDone].find((kind) => error instanceof kind);
    if (!why || !(error instanceof Error)) throw error;
    tell('Database', false, error.message);
    return [];
  }
};

const tellPractice = (tell: Tell): void => {
  const there = existsSync('node_modules/emulate');
  tell('Practice', there || 'look', there ? 'Its packages are there.' : 'It needs the development packages: npm ci');
  tell('Slack', null, 'To look at a workspace, set its tokens: README.md, "Connect a real workspace".');
};

/** `slackMinute` is how many milliseconds a minute has by which Slack's limits count. */
export const doctorWord = (slackMinute: number): Word => ({
  name: 'doctor',
  usage: '[--json]',
  about:
    'Looks at everything that the app needs, before it starts or beside it: settings, folder or database, records, backup, Slack’s tokens, scopes, clock and channels, and whether Slack takes every form and message. Nothing is written or posted. Says yes, or what to do.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { json: { type: 'boolean' } });
    if (positionals.length > 0) throw new WrongUsage('It takes nothing after its name.');
    const checked: { what: string; is: string; says: string }[] = [];
    const tell: Tell = (what, well, says) => {
      const is = marks.get(well) ?? 'skip';
      checked.push({ what, is, says });
      if (!values.json)
        for (const line of wrapped(`${is.padEnd(6)}${what.padEnd(20)}${says}`, 26)) environment.print(line);
    };
    const far = environment.far ?? (() => undefined);
    tellVersions(process.versions.node, tell);
    const config = tellSettings(environment, tell);
    const running = await tellRecords(environment, far, tell);
    if (config?.slack) {
      const { askSlack } = await import('../slack/doctor.ts');
      const { slack, slackApiUrl: webApi } = config;
      await askSlack({ slack, webApi, running, shown: readShown(), slackMinute, far }, tell);
    } else if (config) tellPractice(tell);
    if (values.json) environment.print(inJson({ checked }));
    return checked.some(({ is }) => is === 'no') ? 1 : 0;
  },
});

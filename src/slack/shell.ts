import type { WebClient } from '@slack/web-api';
import type { Transport } from '../config.ts';
import type { Framework } from '../domain/framework.ts';
import type { Person } from '../domain/people.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { type Inspections, onlyOne } from '../inspections.ts';
import type { Lines } from './bolt-logger.ts';
import type { Clients } from './clients.ts';
import type { MachineClock } from './clock.ts';
import { type Count, uncountedAside } from './counting.ts';
import { type Directory, directory } from './directory.ts';
import { type Duty, dutyOf, OffDuty } from './duty.ts';
import { SlackRefused } from './errors.ts';
import { reference } from './faults.ts';
import { countInHand, type InHand } from './in-hand.ts';
import { type KeptTexts, keptTexts, textsAmong } from './kept-texts.ts';
import { type Paces, paces } from './pace.ts';
import { missingScopes, neededScopes, whatIsMissing } from './scopes.ts';
import { type Sender, sender } from './sender.ts';
import { tables } from './tables.ts';

/** What the app stands on. It reads no clock, no chance and no environment of its own. */
export type AppSetup = MachineClock & {
  inspections: Inspections;
  frameworks: readonly Framework[];
  holidays: BankHolidays;
  botToken: string;
  transport: Transport;
  /** Another Web API than Slack's; null for Slack's own. */
  webApi: string | null;
  timeZone: string;
  chance: (bytes: number) => Uint8Array;
  /** Calls this every minute, and gives what ends it. */
  everyMinute: (tick: () => void) => () => void;
  /** For how many years after its last entry a record is kept; null where that was not decided. */
  retentionYears: number | null;
  /** How many milliseconds a minute has by which Slack's limits count. */
  slackMinute: number;
  /** Milliseconds for which Slack waits for the answer to what somebody does: three seconds, where it is Slack itself. */
  slackWaits: number;
  /** Milliseconds for which Slack is waited for when a message was sent: after that nobody knows whether it stands. */
  patience: number;
  log: Lines;
  /** Told once, as soon as Slack has said which workspace this is, and what time the app goes by. */
  signedIn: (workspace: string, itIs: string) => void;
  /** Told what people send and what comes of it. */
  count: Count;
  /** Writes a fault down under its reference. */
  fault: (reference: string, error: unknown) => void;
};

/** What every part of this room stands on. Each takes what it needs of it. */
export type Shell = {
  inspections: Inspections;
  frameworks: readonly Framework[];
  holidays: BankHolidays;
  timeZone: string;
  /** The app itself, in the one workspace that this process serves. */
  app: Person;
  /** ISO 8601 in UTC. */
  now: () => string;
  chance: (bytes: number) => Uint8Array;
  /** Opens and draws forms, while whoever acts waits. */
  showing: WebClient;
  /** Sends without retrying by itself: what was sent twice would stand twice. */
  once: WebClient;
  /** Takes a file's bytes to the address that Slack gave for it. */
  sendBytes: Clients['sendBytes'];
  directory: Directory;
  sender: Sender;
  /** Sends what clocks and records ask for: while this replica is on duty. */
  onDuty: Sender;
  duty: Duty;
  pace: Paces;
  inHand: InHand;
  count: Count;
  kept: KeptTexts;
  /** Writes a fault down and gives the reference that the person is told. */
  fault: (error: unknown) => string;
};

/** Who the app is by its token. */
export type Self = { team: string; workspace: string; user: string; bot: string | undefined };

/** @throws SlackRefused where the workspace did not grant what the app must be allowed */
export const signIn = async (client: WebClient): Promise<Self> => {
  const {
    team_id: team = '',
    team: name,
    user_id: user = '',
    bot_id: bot,
    response_metadata,
  } = await client.auth.test();
  const missing = missingScopes(response_metadata?.scopes ?? neededScopes);
  if (missing.length > 0) throw new SlackRefused(whatIsMissing(missing));
  return { team, workspace: name ? `${name} (${team})` : team, user, bot };
};

export const shellOf = (
  setup: AppSetup,
  { reading, showing, once, sendBytes }: Clients,
  { team, user }: Self,
): Shell => {
  const { inspections, frameworks, holidays, timeZone, clock, chance } = setup;
  const inHand = countInHand();
  const count = uncountedAside(setup.count);
  const pace = paces(setup.slackMinute, inHand.stopping);
  const { replicas } = inspections;
  const { held } = replicas;
  const newKey = () => reference(chance(8));
  const duty = dutyOf(replicas);
  const fault = (error: unknown): string => {
    if (error instanceof OffDuty) return '';
    const quoted = reference(chance(6));
    setup.fault(quoted, error);
    return quoted;
  };
  const sending = {
    client: once,
    appUser: user,
    pace,
    tables: tables(() => clock().getTime(), count),
    now: () => clock().toISOString(),
  };
  return {
    inspections,
    frameworks,
    holidays,
    timeZone,
    chance,
    app: { team, user },
    now: () => clock().toISOString(),
    showing,
    once,
    sendBytes,
    directory: directory(reading, team, () => clock().getTime()),
    sender: sender(sending),
    onDuty: sender(replicas === onlyOne ? sending : { ...sending, before: duty.confirm }),
    duty,
    pace,
    inHand,
    count,
    kept: held ? textsAmong(held, newKey, fault) : keptTexts(() => clock().getTime(), newKey),
    fault,
  };
};

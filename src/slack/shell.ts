import type { WebClient } from '@slack/web-api';
import type { Framework } from '../domain/framework.ts';
import type { Person } from '../domain/people.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import type { Inspections } from '../inspections.ts';
import type { Directory } from './directory.ts';
import type { InHand } from './in-hand.ts';
import type { Sender } from './sender.ts';

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
  directory: Directory;
  sender: Sender;
  inHand: InHand;
  /** Writes a fault down and gives the reference that the person is told. */
  fault: (error: unknown) => string;
};

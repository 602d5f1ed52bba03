import type { Heads, Line } from './heads.ts';
import type { Noted } from './operations.ts';
import type { KnownHead, Listing } from './port.ts';

/** The lines of a history, as the bytes of a file. `read` goes on where it ended, or begins again at 0; it gives how many came, 0 at the end. */
export type Lines = { size: number; read: (into: Uint8Array, position: number) => Promise<number> };

/** Shows `act` the lines as they stand at one moment: it may take its time beside whoever records. Null where there are none. */
export type Reading = <Value>(act: (lines: Lines) => Promise<Value>) => Promise<Value | null>;

/** What is brought from elsewhere: whole histories one after the other, what is known of their heads, and what was done to them. */
export type Brought = {
  histories: Iterable<Whole> | AsyncIterable<Whole>;
  heads: readonly Line[];
  operations: readonly object[];
};
type Whole = { inspection: string; bytes: Uint8Array };

/** A place where records are kept, a folder or a database, as whoever looks after it sees it: beside the app that records there. */
export type Records = {
  /** How people name it. */
  readonly called: string;
  /** The same for programs. */
  readonly place: { folder: string } | { database: string };
  /** Where what was done to it is noted. */
  readonly log: string;
  /** Why a history is damaged of which nothing is there. */
  readonly missing: string;
  /** Every history there is, and how many bytes its lines have. */
  lengths(): Promise<ReadonlyMap<string, number>>;
  lines(history: string): Reading;
  /** What `tell` makes of every history by its two ends, oldest first. */
  list<Told>(tell: (listing: Listing) => Told): Promise<Told[]>;
  heads(): Promise<Heads>;
  addHeads(heads: readonly Line[]): Promise<void>;
  /** The same for a head that leaves beside whoever records, of a history that is known already. */
  noteBeside(head: Pick<KnownHead, 'inspection' | 'head'>): Promise<void>;
  operations(): Promise<Noted[]>;
  /** Adds what is not noted yet, on stable storage when it resolves. */
  note(operations: readonly object[]): Promise<void>;
  /** Puts whole histories there: what is known and noted of them first. Takes the place of none: the caller has looked that the names are free. */
  put(brought: Brought): Promise<void>;
  /** Removes histories for good, and keeps that they are gone. Quiet where there are none. */
  remove(histories: readonly string[]): Promise<void>;
};

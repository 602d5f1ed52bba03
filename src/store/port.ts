/** What every keeper of histories promises. The contract test (`test/store/contract.ts`) is this file in deeds. */

/** Slack's immutable ids: never a name, never an e-mail address. */
export type Person = { team: string; user: string };

/** The part of an entry that is chained by hash and never erased. */
type Header = {
  format: number;
  /** The history's name: an inspection's id, or that id followed by `.restricted`. */
  inspection: string;
  /** 1 for the first entry, then one more each. */
  version: number;
  /** What asked for it. A request is kept once in a history. */
  request: string;
  /** ISO 8601 in UTC with milliseconds; never earlier than the entry before. */
  recordedAt: string;
  person: Person;
  /** SHA-256 in hex of salt + body as written. */
  commitment: string;
  /** In a restricted history's first entry: the hash of the first entry of the inspection's own history, which it belongs to. */
  of?: string | undefined;
};

/**
 * One command's outcome as kept: all its events, or none. `events` is null once its body was erased. `sent` is a digest of what the
 * person sent, by which the same can be told from other words under its request; it is erased with the events.
 */
export type Entry = { header: Header; hash: string; events: readonly unknown[] | null; sent?: string | undefined };

/** An entry not kept yet: the keeper adds version, salt, commitment and hash. */
export type Draft = Pick<Header, 'request' | 'recordedAt' | 'person' | 'of'> & {
  events: readonly unknown[];
  sent?: string | undefined;
};

/** Where a history stands: its last version and that entry's hash (64 zeros before the first). */
export type Head = { version: number; hash: string };

/** Where a history is known to have stood, kept beside the histories: one that is missing, emptied or shorter is damaged. */
export type KnownHead = {
  inspection: string;
  /** Where its inspection is held, so that its channel hears of the damage; null for a restricted history. */
  channel: { team: string; id: string } | null;
  /** The hash of its first entry. */
  first: string;
  head: Head;
  /** What its first entry says, or was found at the start to be so for one that does not say it. */
  of: string | null;
};

/** The two ends of a history. `damage` says in one sentence why it is closed, where it is; its first entry may hold. */
export type Ends =
  | { inspection: string; first: Entry; last: Entry; damage?: undefined }
  | { inspection: string; first: Entry | null; damage: string };

/** What others do with the same histories meanwhile: several processes, replicas of one app, that share what is kept. */
export type Shared = {
  /** Another value each time a history was begun or deleted, by whomever. */
  begun(): Promise<string>;
  /** The last version of every history there is. */
  stands(): Promise<ReadonlyMap<string, number>>;
  /** Does it while nobody else does anything under that name, in any replica. Where this one goes, the next may. */
  alone<Value>(name: string, act: () => Promise<Value>): Promise<Value>;
  /** Texts that are held for their owners for ten minutes, each given once to whichever replica asks for it. */
  held: {
    put(key: string, owner: Person, text: string): Promise<void>;
    take(key: string, owner: Person): Promise<string | null>;
    forget(): Promise<void>;
  };
  /** Whether it is this replica that does what clocks and records ask for, as far as it knows. */
  isOnDuty(): boolean;
  /** The same, as the database says at this moment: before anything is sent. */
  onDuty(): Promise<boolean>;
  /** Lets whichever replica is on duty know that a history has changed. Where that is lost, it finds so within a minute. */
  changed(history: string): void;
  /** From here on `changed` is told of what others changed while this replica is on duty, and `onDuty` when it comes to be. */
  listen(told: { changed: (history: string) => void; onDuty: () => void }): void;
};

/** A history in the list, also one that is missing. */
export type Listing = Ends & { known: KnownHead | null };

export type Store = {
  /** Null where this process alone has the histories. */
  shared: Shared | null;
  /**
   * Every history by its name, restricted ones too, oldest first entry first and closed ones last. Reads the two ends of each
   * only, so it shows damage where that is at an end, or where the history was opened and is closed. Gives what `tell` makes of each:
   * a first entry is long, and a thousand of them need not be held at once, so what an entry says is null once `tell` has returned.
   */
  list<Told>(tell: (listing: Listing) => Told): Promise<Told[]>;
  /** Every id that anything here ever had: histories, also unfinished ones, what was known of them, and what was done to them. */
  idsGiven(): Promise<ReadonlySet<string>>;
  /**
   * Keeps where histories stand, on stable storage when it resolves: asked for before a head leaves the app, so that a history
   * that ends before it is found to be damaged ever after. What is known already is passed over.
   */
  noteHeads(heads: readonly KnownHead[]): Promise<void>;
  /**
   * Hands on the entries with a version above `since`, in order, each as soon as it is checked against the chain and none kept,
   * so that a long history can be folded without all of it in memory. An unknown history has none. Waits for what is on its way.
   * Only once this resolves are they known to be on stable storage, and the history to hold: until then nobody may be told of them.
   * @throws Damaged when the history is closed, or is found not to hold; NotRead when the folder or the file cannot be read
   */
  each(inspection: string, since: number, take: (entry: Entry) => void): Promise<void>;
  /** The same entries all at once. @throws Damaged likewise */
  read(inspection: string, since: number): Promise<Entry[]>;
  /**
   * Keeps one entry at version `expected + 1`, and resolves when it is on stable storage.
   * Appends may be called without awaiting the one before: they share a sync.
   * @throws Conflict when that version is taken, or when an append it builds upon failed
   * @throws NotKept when it could not be stored: nothing of it remains, and the next append may succeed
   * @throws Damaged when the history is closed, or is closed by this: a write failed and could not be undone, so it is not
   * known whether the entry will be found after a restart
   * @throws OutcomeUnknown when the database was not reached again for so long that nobody can say
   * @throws RangeError when it is dated before the entry it follows
   */
  append(inspection: string, expected: number, draft: Draft): Promise<Entry>;
  /**
   * Destroys the body and salt of one entry; its header and hash stay, so the chain still verifies. Quiet if they are gone already.
   * @throws NotKept when it could not be done for certain: ask again
   * @throws RangeError when there is no such entry
   */
  erase(inspection: string, version: number): Promise<void>;
  /**
   * Forgets a history that nobody asks about for a while: it is read again when asked for, and held against what `noteHeads` knows.
   * One that is in use, or closed, is not let go of.
   */
  letGo(inspection: string): Promise<void>;
  /** Waits for what is under way, then lets go of everything. */
  close(): Promise<void>;
};

/** Someone wrote first. Read again, decide again. */
export class Conflict extends Error {
  override name = 'Conflict';
}

/** The disk said no. Nothing was kept, and nothing kept earlier was touched. `cause` has the system's error. */
export class NotKept extends Error {
  override name = 'NotKept';
}

/** The disk, or the database, gave nothing: what was kept is as it was, and may be read once that is well. `cause` has the system's error. */
export class NotRead extends Error {
  override name = 'NotRead';
  constructor(
    readonly place: string,
    readonly code: string,
    cause: unknown,
  ) {
    super(`${place} cannot be read`, { cause });
  }
}

/**
 * What was sent to be kept may be kept or not, and for now nobody knows: the database did not answer, and has not been reached since. It
 * goes on being looked up, so that the next entry is built upon what is there.
 */
export class OutcomeUnknown extends Error {
  override name = 'OutcomeUnknown';
  constructor(inspection: string, cause: unknown) {
    super(`Whether what was sent to ${inspection} is kept is not known yet`, { cause });
  }
}

/** The history does not hold, so it is closed: neither read nor extended, and its file is left as it is. */
export class Damaged extends Error {
  override name = 'Damaged';
  constructor(
    readonly inspection: string,
    readonly reason: string,
  ) {
    super(`The record of ${inspection} is closed: ${reason}`);
  }
}

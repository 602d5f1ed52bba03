/** Says in plain words which entry is the first that does not hold, and why. */
export class Unsound extends Error {
  override name = 'Unsound';
  constructor(
    /** Null for the last entry, where those before it were not read. */
    readonly version: number | null,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What that gives; null where what it reads does not hold. */
export const unlessUnsound = <Value>(read: () => Value): Value | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unsound) return null;
    throw error;
  }
};

export const called = (version: number | null): string => (version === null ? 'the last entry' : `entry ${version}`);

export const tooLong = (version: number | null): Unsound =>
  new Unsound(version, `${called(version)} is longer than 16 MB, and this app writes none so long`);

export const unreadable = (version: number | null): Unsound =>
  new Unsound(version, `${called(version)} is not as this app writes an entry`);

/** Why a record that a newer version went on with is closed, and what to do. */
export const newer = (version: number | null): string =>
  `${called(version)} was written by a newer version of Fortnight. Start that version again, or restore a backup of the record from before it`;

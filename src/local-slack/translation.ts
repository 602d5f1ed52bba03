import { isObject, type Json, type JsonObject } from './json.ts';

const time = /^\d{10}\.\d{6}$/;

const walk = (value: Json, change: (text: string) => string): Json => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => walk(item, change));
  if (isObject(value)) return walkObject(value, change);
  return value;
};

const walkObject = (value: JsonObject, change: (text: string) => string): JsonObject =>
  Object.fromEntries(
    // A file's shares are kept under the ids of channels: names are changed like values.
    Object.entries(value).map(([name, item]) => [change(name), item === undefined ? undefined : walk(item, change)]),
  );

/** Names of one thing on both sides: this workspace's, and the emulated one's. */
export const createTranslation = (newTime: () => string) => {
  const toTheirs = new Map<string, string>();
  const toOurs = new Map<string, string>();

  const pair = (ours: string, theirs: string): string => {
    toTheirs.set(ours, theirs);
    toOurs.set(theirs, ours);
    return ours;
  };

  return {
    pair,
    /** From this workspace to the emulated one. A time that only the app knows (within its own metadata) must come back as it went. */
    inward: (value: JsonObject): JsonObject =>
      walkObject(value, (text) => toTheirs.get(text) ?? (time.test(text) ? pair(text, text) : text)),
    /** From the emulated one to this workspace. A time that is new here gets one of this workspace's clock. */
    outward: (value: JsonObject): JsonObject =>
      walkObject(value, (text) => toOurs.get(text) ?? (time.test(text) ? pair(newTime(), text) : text)),
  };
};

export type Translation = ReturnType<typeof createTranslation>;

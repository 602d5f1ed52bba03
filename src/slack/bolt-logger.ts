import { type Logger, LogLevel } from '@slack/bolt';

/** Where Bolt's own lines go. */
export type Lines = { info(words: string): void; warn(words: string): void; error(words: string): void };

const joined = (words: readonly unknown[]): string =>
  words
    .filter((word) => typeof word === 'string' || word instanceof Error)
    .map((word) => (word instanceof Error ? (word.name === 'ZodError' ? word.name : word.message) : word))
    .join(' ')
    // A parser quotes what came, and a stranger's address is what they typed.
    .replace(/".*"/s, '"…"')
    .replace(/ made to \/.*/s, '');

/**
 * Bolt's lines through our log. Its debug lines print whole payloads, with what people typed, so they are never let
 * through, and neither is any object handed to it.
 */
export const boltLogger = (lines: Lines): Logger => ({
  debug: () => undefined,
  info: (...words) => lines.info(joined(words)),
  warn: (...words) => lines.warn(joined(words)),
  error: (...words) => lines.error(joined(words)),
  setLevel: () => undefined,
  getLevel: () => LogLevel.INFO,
  setName: () => undefined,
});

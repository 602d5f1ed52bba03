import pino from 'pino';

/**
 * The log: what happened and under which reference, never what anybody typed, no token, no response address. Of a fault
 * its kind, its message and where it arose; not the data it carries.
 */
export const openLog = (level: string) =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: {
      fault: (fault: unknown) =>
        fault instanceof Error
          ? {
              kind: fault.name,
              message: safe(fault.message),
              code: 'code' in fault ? fault.code : undefined,
              stack: safe(fault.stack ?? ''),
            }
          : { kind: typeof fault },
    },
  });

/** Tokens and response addresses that a library put into a message. */
const safe = (text: string): string =>
  text.replace(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, '[token]').replace(/https:\/\/hooks\.slack\.com\/\S+/g, '[address]');

export type Log = ReturnType<typeof openLog>;

type Level = 'debug' | 'info' | 'warn' | 'error';

/**
 * Bolt's own log lines, through ours. Its debug lines print whole payloads, so they are never let through.
 */
export const boltLogger = (log: Log) => {
  const through =
    (level: Level) =>
    (...words: unknown[]) => {
      const [first] = words;
      log[level](safe(first instanceof Error ? first.message : String(first)));
    };
  return {
    debug: () => undefined,
    info: through('debug'),
    warn: through('warn'),
    error: through('error'),
    setLevel: () => undefined,
    getLevel: () => 'info',
    setName: () => undefined,
  };
};

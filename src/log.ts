import pino from 'pino';

/** Tokens and response addresses that a library put into a message. */
const withoutSecrets = (text: string): string =>
  text.replace(/xox[a-z]-[\w-]+|xapp-[\w-]+/g, '[token]').replace(/https:\/\/hooks\.slack\.com\/\S+/g, '[address]');

/** What kind of fault another one came of, such as ENOSPC. */
const codeOf = (cause: unknown): unknown =>
  cause instanceof Error ? ('code' in cause ? cause.code : cause.name) : undefined;

/**
 * A validator prints its whole schema, and what somebody typed: of what it found, where and of what kind. What stands in quotes, or
 * is shown by a parser, may have come from outside.
 */
const messageOf = (fault: Error): string =>
  'issues' in fault && Array.isArray(fault.issues)
    ? fault.issues
        .slice(0, 5)
        .map(({ path, code }) => `${path.join('.')} ${code}`.trim())
        .join(', ')
    : fault instanceof SyntaxError
      ? 'not written as it should be'
      : withoutSecrets(fault.message).replace(/".*"/s, '"…"');

/** Where it arose, after its message, which may have lines of any kind. */
const traceOf = ({ stack = '', message }: Error): string =>
  withoutSecrets(/\n {4}at .*/s.exec(stack.slice(stack.indexOf(message) + message.length))?.[0] ?? '');

/** Of a fault its kind, its message and where it arose; not the data it carries, which may hold what somebody typed. */
export const faultFields = (fault: unknown) =>
  fault instanceof Error
    ? {
        kind: fault.name,
        message: messageOf(fault),
        code: 'code' in fault ? fault.code : undefined,
        because: codeOf(fault.cause),
        stack: `${fault.name}: ${messageOf(fault)}${traceOf(fault)}`,
      }
    : { kind: typeof fault };

/** The log: what happened and under which reference, never what anybody typed, no token, no response address. */
export const openLog = (level: string) =>
  pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { fault: faultFields },
    hooks: {
      logMethod(words, write) {
        write.apply(
          this,
          words.map((each) => (typeof each === 'string' ? withoutSecrets(each) : each)) as typeof words,
        );
      },
    },
  });

export type Log = ReturnType<typeof openLog>;

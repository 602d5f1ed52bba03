import { harmless } from './domain/text/signs.ts';

/** Whoever tells a process to stop may end it by force soon after. */
const stopsWithin = 3000;

export type StopLog = {
  info(fields: object, words: string): void;
  error(words: string): void;
};

/** Ends the process when it is told to, once `stop` has finished what is in hand; in three seconds whatever that comes to. */
export const stopOnSignals = (log: StopLog, stop: () => Promise<void>): void => {
  let stopping = false;
  const stopped = async (signal: string): Promise<void> => {
    if (stopping) process.exit(1);
    stopping = true;
    log.info({ signal }, 'Stopping: finishing what is in hand');
    setTimeout(() => {
      log.error('Stopping took too long: what is still in hand is left; everything that was told saved is kept');
      process.exit(1);
    }, stopsWithin).unref();
    await stop();
    process.exit(0);
  };
  process.on('SIGTERM', (signal) => void stopped(signal));
  process.on('SIGINT', (signal) => void stopped(signal));
};

/**
 * Slack's client lets go of a promise of its own now and then, as when it is told to end while it connects. What people are
 * recording must not end with that.
 */
export const outliveRejections = (fault: (error: unknown) => void): void => {
  process.on('unhandledRejection', fault);
};

/**
 * Runs a program. A fault that whoever starts it can mend, one of `refusals`, is one line; anything else keeps its stack for whoever
 * mends Fortnight.
 */
export const program = async <Result>(
  run: () => Promise<Result>,
  refusals: readonly (new (...given: never[]) => Error)[] = [],
): Promise<Result> => {
  // Whoever reads the output may stop reading, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    return await run();
  } catch (error) {
    const known = error instanceof Error && refusals.some((kind) => error instanceof kind);
    const words = known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`${harmless(words)}\n`);
    return process.exit(1);
  }
};

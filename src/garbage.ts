import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * So many milliseconds after what is running was opened. V8 gives the room for new objects back only where less than 1 MB a second was
 * allocated since its last collection, which may have been in the midst of that: so much later the 16 MB it has room for are well below.
 */
const settled = 30_000;

/**
 * What the start read is garbage, and V8 keeps the room it took until it runs out of it. The flags are taken back: code that was kept
 * under other flags is refused at the next start.
 */
const collectGarbage = (): void => {
  // To move what is left together takes as long again: it is worth that where little is open.
  const compact = getHeapStatistics().used_heap_size < 2 ** 26 ? ['compact-on-every-full-gc'] : [];
  const flags = ['expose-gc', ...compact];
  for (const flag of flags) setFlagsFromString(`--${flag}`);
  runInNewContext('gc')();
  for (const flag of flags) setFlagsFromString(`--no-${flag}`);
};

/** Once what is running is open: gives back, half a minute later, what opening it took. Keeps nothing from ending meanwhile. */
export const collectGarbageSoon = (): void => void setTimeout(collectGarbage, settled).unref();

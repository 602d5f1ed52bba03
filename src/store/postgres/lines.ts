import { type Checked, entryAfter, lastEntry } from '../entry.ts';
import { beginning, type Mark } from '../layout.ts';
import type { Ask } from './connections.ts';

const newline = 0x0a;

/** So many lines are asked for at once: some hundred kilobytes. */
const atOnce = 500;

type Piece = [lines: string | null, count: number];

/** Some lines from a version on, in order, in one piece: a row each would cost more than what is in it. */
export const piecesFrom = async (ask: Ask, history: string, from: number): Promise<Piece> => {
  const [piece] = await ask<Piece>(
    `select string_agg(line, E'\\n' order by version), count(*)::integer
     from (select version, line from entries where history = $1 and version >= $2 order by version limit $3) piece`,
    [history, from, atOnce],
    'fortnight lines',
  );
  return piece ?? [null, 0];
};

function* linesIn(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start <= bytes.length; ) {
    const end = bytes.indexOf(newline, start);
    const to = end === -1 ? bytes.length : end;
    yield bytes.subarray(start, to);
    start = to + 1;
  }
}

/**
 * Reads what a history has above `since`, checks each line against the one before, and hands it on. Gives where it stands: null where the
 * entry at `since` is not there.
 * @throws Unsound at the first that does not hold
 */
export const followLines = async (
  ask: Ask,
  history: string,
  since: number,
  each: (entry: Checked, line: Buffer) => void,
): Promise<{ since: Mark; end: Mark } | null> => {
  let [from, mark, begins] = [Math.max(since, 1), beginning, beginning];
  for (let coming = piecesFrom(ask, history, from); ; ) {
    const [lines, count] = await coming;
    from += count;
    const more = count === atOnce;
    if (more) {
      coming = piecesFrom(ask, history, from);
      // Whoever stops before it is read has said why.
      coming.catch(() => undefined);
    }
    // A line holds no line's end: one that was put there makes two that do not hold.
    for (const line of lines === null ? [] : linesIn(Buffer.from(lines))) {
      if (since > 0 && mark === beginning) {
        begins = mark = lastEntry(history, line).mark;
        if (mark.version !== since) return null;
        continue;
      }
      const entry = entryAfter(history, mark, line);
      each(entry, line);
      mark = entry.mark;
    }
    if (!more) return since > 0 && mark === beginning ? null : { since: begins, end: mark };
  }
};

/** The entry at a version, or the last one; null where there is none. @throws Unsound where it does not hold by itself */
export const lineAt = async (ask: Ask, history: string, version?: number): Promise<Checked | null> => {
  const [found] =
    version === undefined
      ? await ask<[string]>(
          'select line from entries where history = $1 order by version desc limit 1',
          [history],
          'fortnight last',
        )
      : await ask<[string]>(
          'select line from entries where history = $1 and version = $2',
          [history, version],
          'fortnight one',
        );
  return found ? lastEntry(history, Buffer.from(found[0])) : null;
};

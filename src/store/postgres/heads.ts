import type { Heads, Line } from '../heads.ts';
import type { KnownHead } from '../port.ts';
import type { Ask } from './connections.ts';

export type HeadRow = [
  history: string | null,
  gone: boolean | null,
  team: string | null,
  channel: string | null,
  first: string | null,
  version: number | null,
  hash: string | null,
  of: string | null,
];

const columns = 'history, gone, team, channel, first, version, hash, of';

/** What a row says is known; null where that is nothing. */
export const knownIn = ([inspection, gone, team, id, first, version, hash, of]: HeadRow): KnownHead | null => {
  if (inspection === null || gone || first === null || version === null || hash === null) return null;
  return {
    inspection,
    channel: team !== null && id !== null ? { team, id } : null,
    first,
    head: { version, hash },
    of,
  };
};

/** What is known of where histories stand. */
export const headsIn = async (ask: Ask): Promise<Heads> => {
  const rows = await ask<HeadRow>(`select ${columns} from heads`);
  const known = new Map(rows.flatMap((row) => knownIn(row) ?? []).map((each) => [each.inspection, each]));
  return { there: true, known, empty: new Set(), ids: new Set(rows.flatMap(([history]) => history ?? [])) };
};

/** Of one of them. */
export const headKnown = async (ask: Ask, history: string): Promise<KnownHead | null> => {
  const [row] = await ask<HeadRow>(`select ${columns} from heads where history = $1`, [history], 'fortnight head');
  return row ? knownIn(row) : null;
};

/**
 * Keeps where histories stand: of one history that which is further on. Of one that is gone nothing is kept, so that what was on its
 * way when it was deleted does not make it missing; but `again` is it brought back.
 */
export const keepHeads = async (ask: Ask, stand: readonly KnownHead[], again = false): Promise<void> => {
  for (const { inspection, channel, first, head, of } of stand)
    await ask(
      `insert into heads (${columns}) values ($1, false, $2, $3, $4, $5, $6, $7)
       on conflict (history) do update set gone = false, team = $2, channel = $3, first = $4, version = $5, hash = $6, of = $7
       where case when heads.gone then $8 else heads.first = $4 and heads.version < $5 end`,
      [inspection, channel?.team ?? null, channel?.id ?? null, first, head.version, head.hash, of, again],
      'fortnight note head',
    );
};

/** What was deleted, or is accepted as it is: nothing is known of it any more but that its id was given. */
const forgetHead = (ask: Ask, history: string): Promise<unknown> =>
  ask('insert into heads (history, gone) values ($1, true) on conflict (history) do update set gone = true', [history]);

/** Keeps these one after the other, as lines are added to `heads.log`. */
export const addHeads = async (ask: Ask, lines: readonly Line[]): Promise<void> => {
  for (const line of lines)
    if ('head' in line) await keepHeads(ask, [line], true);
    else await forgetHead(ask, line.inspection);
};

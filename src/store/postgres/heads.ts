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

/** What is known of where histories stand, of those that are not gone. */
export const headsKnown = async (ask: Ask): Promise<Map<string, KnownHead>> => {
  const known = (await ask<HeadRow>(`select ${columns} from heads`)).flatMap((row) => knownIn(row) ?? []);
  return new Map(known.map((each) => [each.inspection, each]));
};

/** Of one of them. */
export const headKnown = async (ask: Ask, history: string): Promise<KnownHead | null> => {
  const [row] = await ask<HeadRow>(`select ${columns} from heads where history = $1`, [history], 'fortnight head');
  return row ? knownIn(row) : null;
};

/** Keeps where histories stand: of one history that which is further on, and anything of one that was gone. */
export const keepHeads = async (ask: Ask, stand: readonly KnownHead[]): Promise<void> => {
  for (const { inspection, channel, first, head, of } of stand)
    await ask(
      `insert into heads (${columns}) values ($1, false, $2, $3, $4, $5, $6, $7)
       on conflict (history) do update set gone = false, team = $2, channel = $3, first = $4, version = $5, hash = $6, of = $7
       where heads.gone or (heads.first = $4 and heads.version < $5)`,
      [inspection, channel?.team ?? null, channel?.id ?? null, first, head.version, head.hash, of],
      'fortnight note head',
    );
};

/** What was deleted, or is accepted as it is: nothing is known of it any more but that its id was given. */
export const forgetHead = (ask: Ask, history: string): Promise<unknown> =>
  ask('insert into heads (history, gone) values ($1, true) on conflict (history) do update set gone = true', [history]);

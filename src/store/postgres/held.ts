import type { Shared } from '../port.ts';
import type { Ask } from './connections.ts';

const tooOld = `at < now() - interval '10 minutes'`;
/** So many of one person's. */
const most = 3;

/** What somebody typed where it is not clear yet what is meant by it, for whichever replica their choice comes to. */
export const heldTexts = (ask: Ask): Shared['held'] => ({
  put: async (key, { team, user }, text) => {
    await ask(
      `delete from held where ${tooOld} or key in
       (select key from held where team = $1 and owner = $2 order by at desc offset ${most - 1})`,
      [team, user],
    );
    await ask('insert into held (key, team, owner, text) values ($1, $2, $3, $4)', [key, team, user, text]);
  },
  take: async (key, { team, user }) => {
    const [row] = await ask<[string]>(
      `delete from held where key = $1 and team = $2 and owner = $3 and not (${tooOld}) returning text`,
      [key, team, user],
    );
    return row?.[0] ?? null;
  },
  forget: async () => {
    await ask(`delete from held where ${tooOld}`);
  },
});

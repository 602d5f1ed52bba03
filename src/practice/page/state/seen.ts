import { useCallback, useEffect, useState } from 'react';
import type { Act, Came, Seen } from '../../page-server/wire.ts';
import { askToDo } from './asking.ts';

/** What this person sees, kept up to date by the server; and a way to act as them. */
export const useSeen = (asked: string) => {
  const [seen, setSeen] = useState<Seen | null>(null);
  const [lost, setLost] = useState(false);

  const take = useCallback(
    (next: Seen) => setSeen((now) => (now && now.me === next.me && now.version > next.version ? now : next)),
    [],
  );

  useEffect(() => {
    const changes = new EventSource(`/api/changes?as=${encodeURIComponent(asked)}`);
    changes.onopen = () => setLost(false);
    changes.onerror = () => setLost(true);
    changes.onmessage = ({ data }) => take(JSON.parse(data) as Seen);
    return () => changes.close();
  }, [asked, take]);

  const me = seen?.me ?? asked;
  const act = useCallback(
    async (what: Act): Promise<Came> => {
      const came = await askToDo(me, what);
      take(came.seen);
      return came;
    },
    [me, take],
  );

  return { seen, lost, act };
};

export type ToAct = ReturnType<typeof useSeen>['act'];

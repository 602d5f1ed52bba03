import { useCallback, useEffect, useState } from 'react';
import type { Came, PageAct, Seen } from '../../practice/page-server/wire.ts';
import { whoeverActs } from './address.ts';
import { askToDo } from './api.ts';
import { listenTo } from './listening.ts';
import { usePrivate } from './private.ts';
import { shared } from './sharing.ts';

/** What was answered to whoever asked as this person. */
type Answered = { asked: string; seen: Seen };

const newer = (now: Answered | null, next: Answered): Answered => {
  const isOlder =
    now?.asked === next.asked && now.seen.started === next.seen.started && now.seen.version > next.seen.version;
  return isOlder ? now : { ...next, seen: shared(now?.seen ?? null, next.seen) };
};

/** Whether a sample fortnight is on: until it is over or taken over, whoever sits here only looks on. */
export const goesOn = ({ played }: Seen): boolean => played?.stands === 'playing' || played?.stands === 'paused';

/** What this person sees, kept up to date by the server; and a way to act as them. */
export const useSeen = (asked: string) => {
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [lost, setLost] = useState(false);

  useEffect(
    () =>
      listenTo(`/api/changes?as=${encodeURIComponent(asked)}`, setLost, (words) => {
        const seen = JSON.parse(words) as Seen;
        setAnswered((now) => newer(now, { asked, seen }));
      }),
    [asked],
  );

  const { lasting, dismiss } = usePrivate();
  const seen = answered && lasting(answered.seen);
  const me = seen?.me ?? asked;
  const act = useCallback(
    async (what: PageAct): Promise<Came> => {
      const came = await askToDo(me, what);
      // Somebody else may be looking by now.
      setAnswered((now) => (now?.seen.me === came.seen.me ? newer(now, { ...now, seen: came.seen }) : now));
      return came;
    },
    [me],
  );

  /** Somebody who is not there was asked for, or nobody acts of themselves any more, and somebody else answered. */
  const follows = asked === whoeverActs && seen !== null && goesOn(seen);
  const instead = answered && answered.asked === asked && me !== asked && !follows ? me : null;
  return { seen, lost, act, instead, follows, dismiss };
};

export type ToAct = ReturnType<typeof useSeen>['act'];

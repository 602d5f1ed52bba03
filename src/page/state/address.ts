import { useCallback, useEffect, useState } from 'react';
import type { WhoeverActs } from '../../practice/page-server/wire.ts';

export const whoeverActs: WhoeverActs = 'whoever acts';

/**
 * Who somebody is, where they look and which thread stands open beside it, as the page's address has it: it can be reloaded,
 * kept and opened beside another.
 */
export type Address = { as: string; at: string; thread: string };

const read = (): Address => {
  const asked = new URLSearchParams(location.search);
  return { as: asked.get('as') ?? '', at: asked.get('in') ?? '', thread: asked.get('thread') ?? '' };
};

const written = ({ as, at, thread }: Address): string => {
  const asked = new URLSearchParams();
  if (as) asked.set('as', as);
  if (at) asked.set('in', at);
  if (thread) asked.set('thread', thread);
  return `/?${asked}`;
};

export const useAddress = () => {
  const [address, setAddress] = useState(read);
  useEffect(() => {
    const back = () => setAddress(read());
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  const go = useCallback((to: Partial<Address>) => {
    const next = { ...read(), thread: '', ...to };
    if (written(next) !== written(read())) history.pushState(null, '', written(next));
    setAddress(next);
  }, []);
  /** Somebody is there in the place of whoever was asked for: going back does not ask for them again. */
  const stand = useCallback((to: Partial<Address>) => {
    const next = { ...read(), ...to };
    history.replaceState(null, '', written(next));
    setAddress(next);
  }, []);
  return { address, go, stand };
};

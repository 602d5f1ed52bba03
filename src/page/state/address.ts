import { useCallback, useEffect, useState } from 'react';

/** Who somebody is and where they look, as the page's address has it: it can be reloaded, kept and opened beside another. */
type Address = { as: string; at: string };

const read = (): Address => {
  const asked = new URLSearchParams(location.search);
  return { as: asked.get('as') ?? '', at: asked.get('in') ?? '' };
};

const written = ({ as, at }: Address): string => {
  const asked = new URLSearchParams();
  if (as) asked.set('as', as);
  if (at) asked.set('in', at);
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
    const next = { ...read(), ...to };
    if (written(next) !== written(read())) history.pushState(null, '', written(next));
    setAddress(next);
  }, []);
  /** Somebody is there in the place of whoever was asked for: going back does not ask for them again. */
  const stand = useCallback((as: string) => {
    const next = { ...read(), as };
    history.replaceState(null, '', written(next));
    setAddress(next);
  }, []);
  return { address, go, stand };
};

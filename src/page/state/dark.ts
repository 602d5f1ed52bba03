import { useSyncExternalStore } from 'react';

const preference = matchMedia('(prefers-color-scheme: dark)');
const watch = (tell: () => void) => {
  preference.addEventListener('change', tell);
  return () => preference.removeEventListener('change', tell);
};

/** Whether whoever looks on prefers dark. */
export const useDark = (): boolean => useSyncExternalStore(watch, () => preference.matches);

import { useSyncExternalStore } from 'react';

/** Whether this holds of the window that somebody looks at. */
const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (tell) => {
      const list = matchMedia(query);
      list.addEventListener('change', tell);
      return () => list.removeEventListener('change', tell);
    },
    () => matchMedia(query).matches,
  );

export const useDark = (): boolean => useMedia('(prefers-color-scheme: dark)');
/** As wide as a phone. */
export const useNarrow = (): boolean => useMedia('(max-width: 700px)');

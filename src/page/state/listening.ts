/** Between two tries where the browser itself gives up. */
const pause = 1000;

/**
 * Listens to what the server tells, and goes on listening after it was gone for a while. A tab that nobody looks at does
 * not: a browser keeps no more than six connections to one place, and ten people may be open in ten tabs. Gives what ends it.
 */
export const listenTo = (address: string, lose: (lost: boolean) => void, hear: (words: string) => void) => {
  let changes: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;

  const stop = (): void => {
    clearTimeout(again);
    changes?.close();
    changes = null;
  };
  const start = (): void => {
    stop();
    const source = new EventSource(address);
    changes = source;
    source.onopen = () => lose(false);
    source.onmessage = ({ data }) => hear(String(data));
    source.onerror = () => {
      lose(true);
      if (source.readyState === EventSource.CLOSED) again = setTimeout(start, pause);
    };
  };
  const look = (): void => {
    if (document.hidden) stop();
    else if (changes === null) start();
  };

  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    stop();
  };
};

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So near to its end, somebody reads what is newest. */
const near = 80;

/**
 * Keeps the newest in sight for whoever reads at the end, however it grows; whoever reads further up stays there, and is
 * told that something new stands below.
 */
export const useFollowing = (last: string) => {
  const scrolled = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const [below, setBelow] = useState(false);

  const toEnd = useCallback(() => {
    const { current } = scrolled;
    atEnd.current = true;
    setBelow(false);
    if (current) current.scrollTop = current.scrollHeight;
  }, []);

  const seen = useRef(last);
  useLayoutEffect(() => {
    if (atEnd.current) toEnd();
    else if (seen.current !== last) setBelow(true);
    seen.current = last;
  }, [last, toEnd]);

  useEffect(() => {
    const sizes = new ResizeObserver(() => {
      if (atEnd.current) toEnd();
    });
    for (const { current } of [scrolled, content]) if (current) sizes.observe(current);
    return () => sizes.disconnect();
  }, [toEnd]);

  const onScroll = () => {
    const { current } = scrolled;
    if (!current) return;
    atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < near;
    if (atEnd.current) setBelow(false);
  };

  return { scrolled, content, onScroll, below, toEnd };
};

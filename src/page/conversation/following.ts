import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** So near to its end, somebody reads what is newest. */
const near = 80;

/**
 * Keeps the newest in sight for whoever reads at the end, however it grows, and its beginning where it is higher than what is
 * in sight. Whoever reads further up stays there, and is told that something new stands below; so does whoever reads a
 * thread, at the message that it belongs to.
 */
export const useFollowing = (last: string, thread: string) => {
  const scrolled = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const following = useRef(true);
  /** Where the newest was brought into sight: to be there is not to have scrolled. */
  const placed = useRef(0);
  const [below, setBelow] = useState(false);

  const toNewest = useCallback(() => {
    const { current } = scrolled;
    following.current = true;
    setBelow(false);
    if (!current) return;
    current.scrollTop = current.scrollHeight;
    const newest = content.current?.querySelector('.messages > :last-child');
    const hidden = newest ? current.getBoundingClientRect().top - newest.getBoundingClientRect().top : 0;
    if (hidden > 0) current.scrollTop -= Math.ceil(hidden);
    placed.current = current.scrollTop;
  }, []);

  const toThread = useCallback(() => {
    const message = content.current?.querySelector(`[data-ts="${CSS.escape(thread)}"]`);
    if (!message) return;
    following.current = false;
    message.scrollIntoView({ block: 'nearest' });
  }, [thread]);
  useLayoutEffect(toThread, [toThread]);

  const before = useRef(last);
  useLayoutEffect(() => {
    if (following.current) toNewest();
    else if (before.current !== last) setBelow(true);
    before.current = last;
  }, [last, toNewest]);

  useEffect(() => {
    const sizes = new ResizeObserver(() => {
      if (following.current) toNewest();
    });
    for (const { current } of [scrolled, content]) if (current) sizes.observe(current);
    return () => sizes.disconnect();
  }, [toNewest]);

  const onScroll = () => {
    const { current } = scrolled;
    if (!current || Math.abs(current.scrollTop - placed.current) < 2) return;
    following.current = current.scrollHeight - current.scrollTop - current.clientHeight < near;
    if (following.current) setBelow(false);
  };

  return { scrolled, content, onScroll, below, toNewest };
};

import { useId, useState } from 'react';
import type { SeenConversation } from '../../practice/page-server/wire.ts';
import { Standing } from '../blocks/blocks.tsx';

/** What is pinned in a channel: the board, always in sight where there is room for it. */
export const Pinned = ({ conversation: { id, pinned } }: { conversation: SeenConversation }) => {
  const heading = useId();
  const [open, setOpen] = useState(() => matchMedia('(min-width: 1001px)').matches);
  return (
    <aside className={open ? 'pinned' : 'pinned closed'} aria-labelledby={heading}>
      <div className="pinned-head">
        <h3 id={heading}>Pinned</h3>
        <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide' : 'Show'}
        </button>
      </div>
      {open &&
        pinned.map(({ ts, blocks }) => <Standing key={ts} blocks={blocks} spot={{ in: 'message', channel: id, ts }} />)}
    </aside>
  );
};

import { type ReactNode, useId, useState } from 'react';
import type { SeenConversation } from '../../practice/page-server/wire.ts';
import { Standing } from '../blocks/blocks.tsx';
import type { Box } from './message-box.tsx';
import { WordList } from './word-list.tsx';

type PartProps = { title: string; opened: boolean; children: ReactNode };

/** A part of what stands beside a channel, which can be put away. */
const Part = ({ title, opened, children }: PartProps) => {
  const heading = useId();
  const [open, setOpen] = useState(() => opened && matchMedia('(min-width: 1001px)').matches);
  return (
    <section className={open ? 'part' : 'part closed'} aria-labelledby={heading}>
      <div className="side-head">
        <h3 id={heading}>{title}</h3>
        <button type="button" className="plain" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide' : 'Show'}
          <span className="unseen"> {title}</span>
        </button>
      </div>
      {open && children}
    </section>
  );
};

/** Beside a channel: its board, always in sight where there is room for it, and what can be asked. */
export const Beside = ({ conversation: { id, pinned }, put }: { conversation: SeenConversation; put: Box['put'] }) => (
  <aside className="side" aria-label="Beside the channel">
    {pinned.length > 0 && (
      <Part title="Pinned" opened>
        {pinned.map(({ ts, blocks }) => (
          <Standing key={ts} blocks={blocks} spot={{ in: 'message', channel: id, ts }} />
        ))}
      </Part>
    )}
    <Part title="Words" opened={pinned.length === 0}>
      <WordList channel={id} board={pinned.at(-1)?.ts ?? ''} put={put} />
    </Part>
  </aside>
);

import type { ReactNode } from 'react';
import type { SeenConversation } from '../../practice/page-server/wire.ts';
import { Standing } from '../blocks/blocks.tsx';
import type { Box } from './message-box.tsx';
import { WordList } from './word-list.tsx';

const wide = matchMedia('(min-width: 1001px)');

/** A part of what stands beside a channel: open where there is room for it, and put away by a press. */
const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <details open={wide.matches}>
    <summary>{title}</summary>
    {children}
  </details>
);

/** Beside a channel: its board, always in sight where there is room for it, and what can be asked. */
export const Beside = ({ conversation: { id, pinned }, put }: { conversation: SeenConversation; put: Box['put'] }) => (
  <aside className="side" aria-label="Beside the channel">
    {pinned.length > 0 && (
      <Part title="Pinned">
        {pinned.map(({ ts, blocks }) => (
          <Standing key={ts} blocks={blocks} spot={{ in: 'message', channel: id, ts }} />
        ))}
      </Part>
    )}
    <Part title="Words">
      <WordList channel={id} board={pinned.at(-1)?.ts ?? ''} put={put} />
    </Part>
  </aside>
);

import { useEffect, useId, useRef } from 'react';
import type { SeenMessage } from '../../practice/page-server/wire.ts';
import { useRoom } from '../state/room.tsx';
import { OneMessage, replyWords } from './one-message.tsx';

/** A message with its replies, beside the channel. The keyboard goes in where it was opened from there, and back. */
export const Thread = ({ message, channel }: { message: SeenMessage; channel: string }) => {
  const { go } = useRoom();
  const heading = useId();
  const closing = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const { activeElement: from } = document;
    if (!(from instanceof HTMLElement && from.matches('.replies'))) return;
    closing.current?.focus();
    return () => from.focus();
  }, []);
  return (
    <section className="thread" aria-labelledby={heading}>
      <div className="side-head">
        <h3 id={heading}>Thread</h3>
        <button ref={closing} type="button" className="plain" aria-label="Close the thread" onClick={() => go({})}>
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      <OneMessage message={{ ...message, replies: [] }} channel={channel} isPinned={false} />
      <p className="day">{replyWords(message)}</p>
      {message.replies.map((reply) => (
        <OneMessage key={reply.ts} message={reply} channel={channel} isPinned={false} />
      ))}
    </section>
  );
};

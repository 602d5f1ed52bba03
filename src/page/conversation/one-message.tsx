import type { SeenMessage } from '../../practice/page-server/wire.ts';
import { Standing } from '../blocks/blocks.tsx';
import { Menu } from '../menu.tsx';
import { nameIn, useDoing, useRoom } from '../state/room.tsx';
import { sentAt, timeOf } from '../state/times.ts';

type Props = { message: SeenMessage; channel: string; isPinned: boolean };

/** Slack's three entities, as people typed them. */
const readable = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** How many replies stand under a message. */
export const replyWords = ({ replies: { length } }: SeenMessage): string =>
  length === 1 ? '1 reply' : `${length} replies`;

/** A mark beside a message, in place of a picture. */
const Initials = ({ name, isApp }: { name: string; isApp: boolean }) => {
  const initials = name
    .split(' ')
    .map((part) => part[0])
    .join('')
    .slice(0, 2);
  return (
    <span className={isApp ? 'initials is-app' : 'initials'} aria-hidden="true">
      {initials}
    </span>
  );
};

/** What can be done with a message: the app's message shortcuts. */
const MessageMenu = ({ channel, ts, of }: { channel: string; ts: string; of: string }) => {
  const { setup } = useRoom();
  const does = useDoing();
  return (
    <Menu
      label={`More actions for the message by ${of}`}
      shown="⋯"
      items={setup.shortcuts
        .filter(({ on }) => on === 'message')
        .map(({ id, name }) => ({
          words: name,
          does: () => does({ act: 'message shortcut', shortcut: id, channel, ts }),
        }))}
    />
  );
};

/** A message: who, when, what it says, and what can be done with it. */
export const OneMessage = ({ message, channel, isPinned }: Props) => {
  const { seen, go, thread, dismiss } = useRoom();
  const { ts, by, text, blocks, onlyYou, edited, files, replies } = message;
  const name = nameIn(seen, by);
  const time = timeOf(sentAt(ts), seen.timeZone);
  return (
    <article className={onlyYou ? 'message only-you' : 'message'} aria-label={`${name}, ${time}`} data-ts={ts}>
      <Initials name={name} isApp={by === seen.app} />
      <div className="message-body">
        {onlyYou && (
          <p className="frame">
            Only visible to you ·{' '}
            <button type="button" className="link" onClick={() => dismiss(ts)}>
              Dismiss
            </button>
          </p>
        )}
        {isPinned && <p className="frame">Pinned by Fortnight</p>}
        <p className="by">
          <strong>{name}</strong> {by === seen.app && <span className="app">APP</span>} <time>{time}</time>
        </p>
        {blocks.length > 0 ? (
          <Standing blocks={blocks} spot={{ in: 'message', channel, ts }} />
        ) : (
          <p className="text" dir="auto">
            {readable(text)}
          </p>
        )}
        {files.map((file) => (
          <a
            key={file.id}
            className="file"
            href={`/api/files/${encodeURIComponent(file.id)}?as=${encodeURIComponent(seen.me)}`}
            download={file.name}
          >
            {file.title || file.name}
          </a>
        ))}
        {edited && !isPinned && <span className="edited">(edited)</span>}
        {replies.length > 0 && (
          <button
            type="button"
            className="link replies"
            aria-expanded={thread === ts}
            onClick={() => go({ thread: thread === ts ? '' : ts })}
          >
            {replyWords(message)}
          </button>
        )}
      </div>
      {!onlyYou && <MessageMenu channel={channel} ts={ts} of={name} />}
    </article>
  );
};

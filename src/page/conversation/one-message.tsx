import type { SeenMessage } from '../../practice/page-server/wire.ts';
import { Standing } from '../blocks/standing.tsx';
import { nameIn, useRoom } from '../state/room.tsx';
import { sentAt, timeOf } from '../state/times.ts';
import { Initials } from './initials.tsx';
import { MessageMenu } from './message-menu.tsx';

type Props = { message: SeenMessage; channel: string; isPinned: boolean };

/** Slack's three entities, as people typed them. */
const readable = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** A message: who, when, what it says, and what can be done with it. */
export const OneMessage = ({ message, channel, isPinned }: Props) => {
  const { seen } = useRoom();
  const { ts, by, text, blocks, onlyYou, edited, files } = message;
  const name = nameIn(seen, by);
  const time = timeOf(sentAt(ts), seen.timeZone);
  return (
    <article className={onlyYou ? 'message only-you' : 'message'} aria-label={`${name}, ${time}`}>
      <Initials name={name} isApp={by === seen.app} />
      <div className="message-body">
        {onlyYou && <p className="frame">Only visible to you</p>}
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
      </div>
      {!onlyYou && <MessageMenu channel={channel} ts={ts} of={name} />}
    </article>
  );
};

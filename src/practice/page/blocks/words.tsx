import { Message, type MessageProps } from 'slack-blocks-to-jsx';
import type { Block } from '../../page-server/wire.ts';
import { useRoom } from '../state/room.tsx';

/** Addresses that a click may lead to: a message of an app is never a script. */
const mayLead = (address: string): boolean => /^(https?|mailto):/i.test(address);

const link: NonNullable<MessageProps['hooks']>['link'] = ({ href, children }) =>
  mayLead(href) ? (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  ) : (
    <span>{children}</span>
  );

/** The app's blocks were taken by the local Slack, which refuses what is none. */
const drawable = (blocks: unknown): MessageProps['blocks'] => (Array.isArray(blocks) ? blocks : []);

/** What blocks say. slack-blocks-to-jsx draws them; it takes them as they are. */
export const Words = ({ blocks }: { blocks: readonly Block[] }) => {
  const { seen, dark } = useRoom();
  const users = [...seen.people, { id: seen.app, name: 'Fortnight' }];
  const channels = seen.conversations.map(({ id, name }) => ({ id, name }));
  return (
    <Message
      // What it knows of people it reads once, when it is first drawn.
      key={seen.people.length}
      blocks={drawable(blocks)}
      logo=""
      name="Fortnight"
      theme={dark ? 'dark' : 'light'}
      withoutWrapper
      data={{ users, channels }}
      hooks={{ link }}
    />
  );
};

import { memo } from 'react';
import { Message, type MessageProps } from 'slack-blocks-to-jsx';
import type { Block, Somebody } from '../../practice/page-server/wire.ts';
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

type Drawn = { blocks: readonly Block[]; people: readonly Somebody[]; app: string; dark: boolean };

const isSame = (one: Drawn, other: Drawn): boolean =>
  one.dark === other.dark &&
  one.people === other.people &&
  one.blocks.length === other.blocks.length &&
  one.blocks.every((block, place) => block === other.blocks[place]);

/** What blocks say, drawn by slack-blocks-to-jsx, and drawn again only where it says something else. */
const Drawing = memo(
  ({ blocks, people, app, dark }: Drawn) => (
    <Message
      blocks={drawable(blocks)}
      logo=""
      name="Fortnight"
      theme={dark ? 'dark' : 'light'}
      withoutWrapper
      data={{ users: [...people, { id: app, name: 'Fortnight' }] }}
      hooks={{ link }}
    />
  ),
  isSame,
);

/** What blocks say. */
export const Words = ({ blocks }: { blocks: readonly Block[] }) => {
  const { seen, dark } = useRoom();
  // What it knows of people it reads once, when it is first drawn.
  return <Drawing key={seen.people.length} blocks={blocks} people={seen.people} app={seen.app} dark={dark} />;
};

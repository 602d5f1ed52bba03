import type { Block, Spot } from '../../practice/page-server/wire.ts';
import { useDoing } from '../state/room.tsx';
import { Blocks } from './blocks.tsx';

const nothingTyped = () => ({});

/** What stands in a message or in the Home, where nothing is typed beside it. */
export const Standing = ({ blocks, spot }: { blocks: readonly Block[]; spot: Spot }) => (
  <Blocks blocks={blocks} spot={spot} entries={nothingTyped} does={useDoing()} />
);

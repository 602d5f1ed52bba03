import { Fragment, type ReactNode } from 'react';
import type { Block, Entries, PageAct, Spot } from '../../practice/page-server/wire.ts';
import { useDoing } from '../state/room.tsx';
import { Chooser } from './chooser.tsx';
import { objectIn, objectsIn, textIn, wordsIn } from './json.ts';
import { Table } from './table.tsx';
import { Words } from './words.tsx';

type Piece = { key: string; words: Block[] } | { key: string; acts: Block } | { key: string; own: Block };

const isActive = (block: Block): boolean => block.type === 'actions' || objectIn(block.accessory).type !== undefined;

/** What this page draws itself, since slack-blocks-to-jsx draws none of it. */
const ownDrawn: ReadonlyMap<string, (block: Block) => ReactNode> = new Map([
  ['table', (block) => <Table block={block} />],
  [
    'alert',
    (block) => (
      <p role="alert" className="alert">
        {wordsIn(block.text)}
      </p>
    ),
  ],
]);

/** Blocks that only say something, together; each that can be acted on by itself. */
const piecesOf = (blocks: readonly Block[]): Piece[] => {
  const pieces: Piece[] = [];
  for (const block of blocks) {
    const last = pieces.at(-1);
    if (ownDrawn.has(block.type)) pieces.push({ key: block.block_id, own: block });
    else if (isActive(block)) pieces.push({ key: block.block_id, acts: block });
    else if (last && 'words' in last) last.words.push(block);
    else pieces.push({ key: block.block_id, words: [block] });
  }
  return pieces;
};

type Props = {
  blocks: readonly Block[];
  spot: Spot;
  /** What is typed beside it and goes along when something is pressed. */
  entries: () => Entries;
  does: (what: PageAct) => Promise<unknown>;
};

/** What stands in a message, a form or the Home. */
export const Blocks = ({ blocks, spot, entries, does }: Props) => {
  const press = (block: string, button: string) => does({ act: 'press', spot, block, button, entries: entries() });
  const choose = (block: Block, element: ReturnType<typeof objectIn>) => (
    <Chooser
      key={textIn(element.action_id)}
      element={element}
      about={wordsIn(block.text)}
      choose={(entry) => does({ act: 'choose', spot, what: textIn(element.action_id), entry, entries: entries() })}
      press={() => press(block.block_id, textIn(element.action_id))}
    />
  );
  return (
    <div className="blocks">
      {piecesOf(blocks).map((piece) => {
        if ('own' in piece) return <Fragment key={piece.key}>{ownDrawn.get(piece.own.type)?.(piece.own)}</Fragment>;
        if ('words' in piece) return <Words key={piece.key} blocks={piece.words} />;
        const { accessory: _, ...rest } = piece.acts;
        if (piece.acts.type === 'actions')
          return (
            <div className="actions" key={piece.key}>
              {objectsIn(piece.acts.elements).map((element) => choose(piece.acts, element))}
            </div>
          );
        return (
          <div className="with-accessory" key={piece.key}>
            <Words blocks={[{ ...rest, type: piece.acts.type, block_id: piece.acts.block_id }]} />
            {choose(piece.acts, objectIn(piece.acts.accessory))}
          </div>
        );
      })}
    </div>
  );
};

const nothingTyped = () => ({});

/** What stands in a message or in the Home, where nothing is typed beside it. */
export const Standing = ({ blocks, spot }: { blocks: readonly Block[]; spot: Spot }) => (
  <Blocks blocks={blocks} spot={spot} entries={nothingTyped} does={useDoing()} />
);

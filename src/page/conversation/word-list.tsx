import { useEffect, useState } from 'react';
import type { Came } from '../../practice/page-server/wire.ts';
import { useRoom } from '../state/room.tsx';
import type { Box } from './message-box.tsx';

/** What can be asked of the app, as its help lists it, and the words for areas. A press puts it in the box. */
export const WordList = ({ channel, board, put }: { channel: string; board: string; put: Box['put'] }) => {
  const { setup, act } = useRoom();
  const [areas, setAreas] = useState<Came['options']>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another board is another inspection
  useEffect(() => {
    act({ act: 'area words', channel }).then(
      ({ options }) => setAreas(options),
      () => undefined,
    );
  }, [act, channel, board]);
  const words = areas.map(({ text, value }) => ({ word: value, brief: text, begins: `evidence ${value}` }));
  return [{ title: areas.length > 0 ? 'Areas' : '', words }, ...setup.words].map((chapter) => (
    <div key={chapter.title} className="words">
      <h4>{chapter.title}</h4>
      <ul>
        {chapter.words.map(({ word, brief, begins }) => (
          <li key={word}>
            <button type="button" className="link" onClick={() => put(`${setup.command.name} ${begins} `)}>
              {word}
            </button>{' '}
            {brief}
          </li>
        ))}
      </ul>
    </div>
  ));
};

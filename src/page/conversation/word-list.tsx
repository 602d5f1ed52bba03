import { useEffect, useState } from 'react';
import type { Came } from '../../practice/page-server/wire.ts';
import { useRoom } from '../state/room.tsx';
import type { Box } from './message-box.tsx';

/** What can be asked of the app, as its help lists it. A press puts it in the box. */
export const WordList = ({ channel, board, put }: { channel: string; board: string; put: Box['put'] }) => {
  const { setup, act } = useRoom();
  const { name } = setup.command;
  const [areas, setAreas] = useState<Came['options']>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another board is another inspection
  useEffect(() => {
    act({ act: 'area words', channel }).then(
      ({ options }) => setAreas(options),
      () => undefined,
    );
  }, [act, channel, board]);
  return (
    <div className="words">
      {areas.length > 0 && (
        <>
          <h4>Areas</h4>
          <ul>
            {areas.map(({ text, value }) => (
              <li key={value}>
                <button type="button" className="link" onClick={() => put(`${name} evidence ${value} `)}>
                  {value}
                </button>{' '}
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
      {setup.words.map(({ title, words }) => (
        <div key={title}>
          <h4>{title}</h4>
          <ul>
            {words.map(({ word, brief, example }) => (
              <li key={word}>
                <button type="button" className="link" title={example} onClick={() => put(`${name} ${word} `)}>
                  {word}
                </button>{' '}
                {brief}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
};

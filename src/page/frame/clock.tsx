import { useState } from 'react';
import type { Ahead } from '../../practice/page-server/wire.ts';
import { Menu } from '../menu.tsx';
import { useNarrow } from '../state/media.ts';
import { useDoing, useRoom } from '../state/room.tsx';
import { goesOn } from '../state/seen.ts';
import { shortDayOf, timeOf } from '../state/times.ts';

const moves: { ahead: Ahead; words: string }[] = [
  { ahead: 'to the daily summary', words: 'To 17:30' },
  { ahead: 'to tomorrow', words: 'To tomorrow' },
  { ahead: 'over the weekend', words: 'Over the weekend' },
];

/** The practice time. It goes on by a minute with each thing done, and further where it is moved. */
export const Clock = () => {
  const { seen } = useRoom();
  const does = useDoing();
  const [moving, setMoving] = useState(false);
  const now = new Date(seen.now);
  const playing = goesOn(seen);
  const narrow = useNarrow();
  const [day, time] = [shortDayOf(now, seen.timeZone).replace(',', ''), timeOf(now, seen.timeZone)];

  const move = async (ahead: Ahead) => {
    if (moving || playing) return;
    setMoving(true);
    await does({ act: 'move the clock', ahead });
    setMoving(false);
  };

  if (narrow)
    return (
      <Menu
        label={`Practice time: ${day}, ${time}. Move the clock forward`}
        shown={`${time} ▾`}
        items={moves.map(({ ahead, words }) => ({ words, does: () => move(ahead) }))}
      />
    );
  return (
    <div className="clock">
      <span className="now">
        <span className="unseen">Practice time: </span>
        {day}, <strong>{time}</strong>
      </span>
      <fieldset className="moves">
        <legend className="unseen">Move the clock forward</legend>
        {moves.map(({ ahead, words }) => (
          <button key={ahead} type="button" aria-disabled={moving || playing} onClick={() => void move(ahead)}>
            {words}
          </button>
        ))}
      </fieldset>
    </div>
  );
};

import type { Ahead } from '../../practice/page-server/wire.ts';
import { Menu } from '../menu.tsx';
import { useDoing, useRoom } from '../state/room.tsx';
import { shortDayOf, timeOf } from '../state/times.ts';

const moves: { ahead: Ahead; words: string }[] = [
  { ahead: 'to the daily summary', words: 'To 17:30' },
  { ahead: 'to tomorrow', words: 'To tomorrow' },
  { ahead: 'over the weekend', words: 'Over the weekend' },
];

/** The practice time. It goes on by a minute with each thing done, and further where it is pressed and moved. */
export const Clock = () => {
  const { seen } = useRoom();
  const does = useDoing();
  const now = new Date(seen.now);
  const day = shortDayOf(now, seen.timeZone);
  const time = timeOf(now, seen.timeZone);
  return (
    <div className="clock">
      <Menu
        label={`Practice time: ${day}, ${time}. Move it on`}
        shown={
          <>
            <span className="date">{day}, </span>
            <strong>{time}</strong> ▾
          </>
        }
        items={moves.map(({ ahead, words }) => ({ words, does: () => does({ act: 'move the clock', ahead }) }))}
      />
    </div>
  );
};

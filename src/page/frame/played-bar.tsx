import { useState } from 'react';
import type { PageAct, Played, Speed } from '../../practice/page-server/wire.ts';
import { useDoing, useRoom } from '../state/room.tsx';
import { goesOn } from '../state/seen.ts';

const standing = ({ stands, done, of }: Played): string => {
  const steps = `step ${done} of ${of}`;
  if (stands === 'playing') return `Step ${done} of ${of}`;
  if (stands === 'paused') return `Paused at ${steps}`;
  if (stands === 'over') return 'Everything is yours to use';
  return stands === 'taken over' ? `Taken over at ${steps}. Go on as you like` : `Stopped at ${steps}`;
};

/** How far a sample fortnight is, and what can be done about it. */
export const PlayedBar = () => {
  const { seen, setup } = useRoom();
  const doing = useDoing();
  const { played } = seen;
  const [closed, setClosed] = useState('');
  if (!played) return null;
  const { sample, stands, speed, done, of, words } = played;
  const at = `${sample.id} ${stands} ${done}`;
  if (closed === at) return null;
  const does = (what: PageAct) => () => void doing(what);
  const running = goesOn(seen);
  return (
    <section className={running ? 'played running' : 'played'} aria-label="Sample fortnight">
      <div className="played-head">
        <strong className="title">{sample.title}</strong> <span className="standing">{standing(played)}</span>
        {running && <progress value={done} max={of} aria-label={`Step ${done} of ${of}`} />}
        {running && (
          <div className="buttons">
            <button type="button" onClick={does({ act: stands === 'playing' ? 'pause' : 'go on' })}>
              {stands === 'playing' ? 'Pause' : 'Go on'}
            </button>
            <label className="speed">
              <span className="unseen">How fast</span>
              <select
                value={speed}
                onChange={({ target }) => does({ act: 'set speed', speed: target.value as Speed })()}
              >
                {setup.speeds.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
            <button type="button" className="main" onClick={does({ act: 'take over' })}>
              Take over
            </button>
          </div>
        )}
        {!running && (
          <button type="button" className="plain close" onClick={() => setClosed(at)}>
            Close
          </button>
        )}
      </div>
      {words !== '' && <p className="played-words">{words}</p>}
    </section>
  );
};

import { whoeverActs } from '../state/address.ts';
import { nameIn, useRoom } from '../state/room.tsx';
import { goesOn } from '../state/seen.ts';
import { Clock } from './clock.tsx';
import { PlayedBar } from './played-bar.tsx';

/** Who one is: each person sees only what they would see. */
const PeopleSwitch = () => {
  const { seen, go, follows } = useRoom();
  return (
    <label className="people-switch">
      <span>You are</span>
      <select
        aria-label="You are"
        value={follows ? whoeverActs : seen.me}
        onChange={({ target }) => go({ as: target.value })}
      >
        {goesOn(seen) && <option value={whoeverActs}>Whoever acts: {nameIn(seen, seen.played?.who ?? '')}</option>}
        {seen.people.map(({ id, name, is }) => (
          <option key={id} value={id}>
            {name}, {is}
          </option>
        ))}
      </select>
    </label>
  );
};

/**
 * The top of the page: that this is practice, who one is, what time it is, how far a sample fortnight is. On a phone all
 * of it is one line, and while a sample plays, that.
 */
export const Bar = () => (
  <div className="bars">
    <header className="bar">
      <h1>
        <strong className="mark">PRACTICE</strong> Fortnight
      </h1>
      <PeopleSwitch />
      <Clock />
    </header>
    <PlayedBar />
  </div>
);

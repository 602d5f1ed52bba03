import { useRoom } from '../state/room.tsx';
import { Clock } from './clock.tsx';

/** Who one is: each person sees only what they would see. */
const PeopleSwitch = () => {
  const { seen, go } = useRoom();
  return (
    <label className="people-switch">
      <span>You are</span>
      <select aria-label="You are" value={seen.me} onChange={({ target }) => go({ as: target.value })}>
        {seen.people.map(({ id, name, is }) => (
          <option key={id} value={id}>
            {name}, {is}
          </option>
        ))}
      </select>
    </label>
  );
};

/** The top of the page: that this is practice, who one is, what time it is. */
export const Bar = () => (
  <header className="bar">
    <h1>
      <strong className="mark">PRACTICE</strong> Fortnight
    </h1>
    <PeopleSwitch />
    <Clock />
  </header>
);

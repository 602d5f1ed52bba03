import { useRoom } from '../state/room.tsx';

/** Who one is: each person sees only what they would see. */
export const PeopleSwitch = () => {
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

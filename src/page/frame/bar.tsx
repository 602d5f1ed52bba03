import { Clock } from './clock.tsx';
import { PeopleSwitch } from './people-switch.tsx';

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

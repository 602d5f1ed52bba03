import type { Option } from '../../blocks/json.ts';
import type { InputProps } from './input-props.ts';

/** One or several out of a few, all seen at once. */
export const Ticks = ({ element, id, invalid, entry, enter, options }: InputProps & { options: readonly Option[] }) => {
  const several = element.type === 'checkboxes';
  const chosen = Array.isArray(entry) ? entry : typeof entry === 'string' ? [entry] : [];
  const toggled = (value: string): string[] =>
    chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  return (
    <div className="ticks">
      {options.map(({ value, text, about }, place) => (
        <label key={value}>
          <input
            id={place === 0 ? id : undefined}
            type={several ? 'checkbox' : 'radio'}
            name={id}
            checked={chosen.includes(value)}
            aria-invalid={several ? invalid : undefined}
            onChange={() => enter(several ? toggled(value) : value)}
          />
          <span>
            {text}
            {about !== '' && <span className="hint">{about}</span>}
          </span>
        </label>
      ))}
    </div>
  );
};

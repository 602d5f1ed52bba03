import { type Option, objectsIn, optionsIn, wordsIn } from '../../blocks/json.ts';
import type { InputProps } from './input-props.ts';

const Options = ({ options }: { options: readonly Option[] }) =>
  options.map(({ value, text, about }) => (
    <option key={value} value={value}>
      {about ? `${text}, ${about}` : text}
    </option>
  ));

type Props = InputProps & { options: readonly Option[]; groups: unknown };

/** One out of a menu. */
export const Select = ({ element, id, label, described, invalid, entry, enter, options, groups }: Props) => (
  <select
    id={id}
    aria-label={id.startsWith('field-') ? undefined : label}
    value={typeof entry === 'string' ? entry : ''}
    aria-describedby={described || undefined}
    aria-invalid={invalid}
    onChange={({ target }) => enter(target.value === '' ? null : target.value)}
  >
    <option value="">{wordsIn(element.placeholder) || 'Choose one'}</option>
    <Options options={options} />
    {objectsIn(groups).map((group) => (
      <optgroup key={wordsIn(group.label)} label={wordsIn(group.label)}>
        <Options options={optionsIn(group.options)} />
      </optgroup>
    ))}
  </select>
);

import type { FieldEntry } from '../../practice/page-server/wire.ts';
import { objectsIn, optionsIn } from '../blocks/json.ts';
import { NotDone } from '../state/api.ts';
import { useRoom } from '../state/room.tsx';
import { Input } from './input.tsx';
import type { FormField } from './values.ts';

type Props = {
  view: string;
  field: FormField;
  entry: FieldEntry;
  error: string;
  enter: (entry: FieldEntry) => void;
};

/** Several things to tick or choose from are one field under one heading. */
const isGroup = (type: unknown): boolean => type === 'radio_buttons' || type === 'checkboxes';

/** A label, what is entered, and under it what is wrong with it. */
export const Field = ({ view, field, entry, error, enter }: Props) => {
  const { act } = useRoom();
  const { block, label, hint, optional, element, state } = field;
  const id = `field-${block}`;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  const whole = (
    <>
      {label} {optional && <span className="optional">(optional)</span>}
    </>
  );
  const known = [...optionsIn(state.selected_options), ...optionsIn(objectsIn([state.selected_option]))];
  const input = (
    <>
      <Input
        element={element}
        id={id}
        label={label}
        described={described}
        invalid={error !== ''}
        entry={entry}
        enter={enter}
        suggest={async (typed) => {
          const { not, options } = await act({ act: 'suggest', view, what: block, typed });
          if (not !== null) throw new NotDone(not);
          return options;
        }}
        names={new Map(known.map(({ value, text }) => [value, text]))}
      />
      {error !== '' && (
        <p className="error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
      {hint !== '' && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </>
  );
  if (isGroup(element.type))
    return (
      <fieldset className="field" data-block={block} aria-describedby={described || undefined}>
        <legend className="label">{whole}</legend>
        {input}
      </fieldset>
    );
  return (
    <div className="field" data-block={block}>
      <label className="label" htmlFor={id}>
        {whole}
      </label>
      {input}
    </div>
  );
};

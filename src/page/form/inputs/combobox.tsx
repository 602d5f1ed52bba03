import { type KeyboardEvent, useRef, useState } from 'react';
import type { Option } from '../../blocks/json.ts';
import type { InputProps } from './input-props.ts';
import { useLooking } from './looking.ts';

type Props = InputProps & {
  several: boolean;
  /** What fits what was typed. */
  look: (typed: string) => Promise<readonly Option[]>;
  /** From how many characters on it is looked for. */
  least: number;
  /** Everything there is to choose from, where that is known. */
  known: readonly Option[];
};

type ChipsProps = { chosen: readonly { value: string; text: string }[]; remove: (value: string) => void };

/** What is chosen, each of which can be taken out again. */
const Chips = ({ chosen, remove }: ChipsProps) =>
  chosen.length > 0 && (
    <ul className="chips">
      {chosen.map(({ value, text }) => (
        <li key={value}>
          <span>{text}</span>
          <button type="button" className="plain" aria-label={`Take out ${text}`} onClick={() => remove(value)}>
            <span aria-hidden="true">✕</span>
          </button>
        </li>
      ))}
    </ul>
  );

/** Chosen by typing a part of it, one or several; what is chosen stands before the box. */
export const Combobox = ({ id, described, invalid, entry, enter, names, several, look, least, known }: Props) => {
  const { typed, type, open, setOpen, options, trouble, looking, remembered } = useLooking(async (words) =>
    [...words].length < least ? [] : look(words),
  );
  const [at, setAt] = useState(0);
  const box = useRef<HTMLInputElement>(null);
  const chosen = Array.isArray(entry) ? entry : typeof entry === 'string' ? [entry] : [];
  const offered = options.filter(({ value }) => !chosen.includes(value));
  const wordsOf = (value: string): string =>
    [...known, ...remembered].find((each) => each.value === value)?.text ?? names.get(value) ?? value;

  /** Why nothing is offered. */
  const why = (): string => {
    if ([...typed].length < least)
      return least === 1 ? 'Type to search.' : `Type ${least} characters or more to search.`;
    if (looking) return 'Looking…';
    return typed === '' ? 'There is nothing more to choose.' : 'Nothing fits this.';
  };

  const choose = (option: Option | undefined) => {
    if (!option) return;
    enter(several ? [...chosen, option.value] : option.value);
    setAt(0);
    type('');
    setOpen(several);
  };
  const remove = (value: string) => {
    const left = chosen.filter((each) => each !== value);
    enter(several ? left : null);
    box.current?.focus();
  };
  const keyed = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (open) setAt((at + step + offered.length) % Math.max(1, offered.length));
      else setOpen(true);
    } else if (event.key === 'Enter') {
      // Enter chooses, and only out of what belongs to what is typed; the form is sent by its button.
      event.preventDefault();
      if (open && !looking) choose(offered[at]);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Backspace' && typed === '') {
      const last = chosen.at(-1);
      if (last !== undefined) remove(last);
    }
  };

  return (
    <div className="combobox">
      <Chips chosen={chosen.map((value) => ({ value, text: wordsOf(value) }))} remove={remove} />
      <input
        ref={box}
        id={id}
        type="text"
        role="combobox"
        autoComplete="off"
        placeholder="Type to choose"
        value={typed}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && offered[at] ? `${id}-${at}` : undefined}
        aria-describedby={described || undefined}
        aria-invalid={invalid}
        onChange={({ target }) => {
          setAt(0);
          type(target.value);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={keyed}
      />
      <div className="offered" role="listbox" id={`${id}-list`} aria-label="To choose from" hidden={!open}>
        {offered.map((option, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses from the box, which keeps it
          <div
            key={option.value}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(option)}
          >
            {option.text}
            {option.about !== '' && <span className="hint">{option.about}</span>}
          </div>
        ))}
      </div>
      {open && offered.length === 0 && (
        <p className="hint" role="status">
          {trouble || why()}
        </p>
      )}
    </div>
  );
};

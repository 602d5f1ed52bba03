import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

type Props = { label: string; shown: ReactNode; items: { words: string; does: () => Promise<unknown> }[] };

/** A button that opens a short menu. Arrows move in it, Escape closes it and gives the keyboard back. */
export const Menu = ({ label, shown, items }: Props) => {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!open) return;
    list.current?.querySelector('button')?.focus();
    const elsewhere = ({ target }: Event) => {
      if (target instanceof Node && !list.current?.contains(target) && !button.current?.contains(target))
        setOpen(false);
    };
    addEventListener('pointerdown', elsewhere);
    return () => removeEventListener('pointerdown', elsewhere);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') return close();
    if (event.key === 'Tab') return setOpen(false);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = all.findIndex((each) => each.matches(':focus'));
    all[(at + step + all.length) % all.length]?.focus();
  };

  return (
    <div className="menu">
      <button
        ref={button}
        type="button"
        className="plain"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <span aria-hidden="true">{shown}</span>
      </button>
      {open && (
        <div ref={list} className="menu-list" role="menu" aria-label={label} tabIndex={-1} onKeyDown={keyed}>
          {items.map(({ words, does }) => (
            <button
              key={words}
              type="button"
              role="menuitem"
              onClick={() => {
                close();
                void does();
              }}
            >
              {words}
            </button>
          ))}
        </div>
      )}
    </div>
  );
};

import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { createPortal } from 'react-dom';

/**
 * A dialog over everything else: while it is open the keyboard stays in it, and when it closes goes back to where it was.
 * Both are the browser's own.
 */
export const Dialog = (given: { title: string; close: () => void; children: ReactNode }) => {
  const { title, close, children } = given;
  const place = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Before the dialog leaves the page: only then does the browser give the keyboard back to where it was.
  useLayoutEffect(() => {
    const dialog = place.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('fieldset input, .foot button')?.focus();
    return () => dialog?.close();
  }, []);
  return createPortal(
    <dialog
      ref={place}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div className="head">
        <h2 id={heading}>{title}</h2>
        <button type="button" className="plain" aria-label="Close" onClick={close}>
          <span aria-hidden="true">✕</span>
        </button>
      </div>
      {children}
    </dialog>,
    document.body,
  );
};

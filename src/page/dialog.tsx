import { type ReactNode, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useModal } from './modal.ts';

/** A dialog over everything else. */
export const Dialog = (given: { title: string; close: () => void; children: ReactNode }) => {
  const { title, close, children } = given;
  const place = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useModal(place, 'fieldset input, .foot button', false);
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

import { type FormEvent, useId, useLayoutEffect, useRef } from 'react';
import type { View } from '../../practice/page-server/wire.ts';
import { wordsIn } from '../blocks/json.ts';
import { useModal } from '../modal.ts';
import { unreachable } from '../state/api.ts';
import { useRoom } from '../state/room.tsx';
import { FormBody } from './form-body.tsx';
import { useSending } from './sending.ts';

/** Where the keyboard begins: at the first field, else at what can be pressed. */
const firstPlace = '.body :is(input, select, textarea), .body button, .foot button';

/**
 * What was typed to choose from a list and never chosen, by block: it would go nowhere, and whoever typed it would not know.
 */
const unchosenIn = (form: HTMLFormElement): Record<string, string> => {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[data-block] input[role=combobox]')];
  return Object.fromEntries(
    boxes.flatMap((box) => {
      const block = box.closest<HTMLElement>('[data-block]')?.dataset.block;
      return block === undefined || box.value.trim() === ''
        ? []
        : [[block, `“${box.value.trim()}” is typed but not chosen. Choose from the list, or clear it.`]];
    }),
  );
};

/**
 * A form of the app, as a dialog over everything else. What is typed stays until the app has taken it. While a sample
 * fortnight plays it is only to be looked at.
 */
export const Form = ({ view, beneath, looking }: { view: View; beneath: number; looking: boolean }) => {
  const { lost } = useRoom();
  const place = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const title = wordsIn(view.title);
  const submit = wordsIn(view.submit);
  const sending = useSending(view);
  const trouble = lost ? unreachable : sending.trouble;

  useModal(place, firstPlace, looking);

  // Where the app changed the form and what had the keyboard is not there any more, it begins anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the form has a new hash
  useLayoutEffect(() => {
    const { current } = place;
    if (looking || !current || document.activeElement !== document.body) return;
    current.querySelector<HTMLElement>(firstPlace)?.focus({ preventScroll: true });
  }, [view.hash, looking]);

  const submitted = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    sending.submit(unchosenIn(event.currentTarget));
  };

  return (
    <dialog
      ref={place}
      className={looking ? 'form looking' : 'form'}
      aria-labelledby={heading}
      aria-busy={sending.busy}
      onCancel={(event) => {
        event.preventDefault();
        sending.close();
      }}
    >
      <form noValidate onSubmit={submitted} inert={looking}>
        <div className="head">
          {beneath > 0 && (
            <button type="button" className="plain" aria-label="Back" onClick={sending.close}>
              <span aria-hidden="true">←</span>
            </button>
          )}
          <h2 id={heading}>{title}</h2>
          <button type="button" className="plain" aria-label="Close" onClick={sending.close}>
            <span aria-hidden="true">✕</span>
          </button>
        </div>
        <div className="body">
          {trouble !== '' && (
            <p className="trouble" role="alert">
              {trouble}
            </p>
          )}
          <FormBody view={view} {...sending} />
        </div>
        <div className="foot">
          <button type="button" onClick={sending.close}>
            {wordsIn(view.close) || 'Cancel'}
          </button>
          {submit !== '' && (
            <button type="submit" className="main" aria-disabled={sending.busy}>
              {sending.busy ? 'Sending…' : submit}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
};

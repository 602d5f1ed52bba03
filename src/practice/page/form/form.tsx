import { type FormEvent, useId, useRef, useState } from 'react';
import type { Came, Entry, View } from '../../page-server/wire.ts';
import { wordsIn } from '../blocks/json.ts';
import { useModal } from '../modal.ts';
import { useDraft } from '../state/drafts.ts';
import { useRoom } from '../state/room.tsx';
import { FormBody } from './form-body.tsx';
import { enteredSince, type FormField, fieldsIn, isEmpty, keyOf, news } from './values.ts';

/** Where the keyboard begins: at the first field, else at what can be pressed. */
const firstPlace = '.body :is(input, select, textarea), .body button, .foot button';

const required = 'This is needed. Fill it in.';

/**
 * A form of the app, as a dialog over everything else. What is typed stays until the app has taken it. While a sample
 * fortnight plays it is only to be looked at.
 */
export const Form = ({ view, beneath, looking }: { view: View; beneath: number; looking: boolean }) => {
  const { seen, act } = useRoom();
  const [typed, setTyped] = useDraft<Record<string, Entry>>(`form ${seen.me} ${view.id}`, {});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const place = useRef<HTMLDialogElement>(null);
  const heading = useId();
  const title = wordsIn(view.title);
  const submit = wordsIn(view.submit);

  useModal(place, firstPlace, looking);

  const lookAtFirst = (found: Record<string, string>) => {
    const first = fieldsIn(view).find(({ block }) => found[block] !== undefined);
    if (first) requestAnimationFrame(() => document.getElementById(`field-${first.block}`)?.focus());
  };

  /** Sends something; what the app has taken is not kept here any longer, what was typed meanwhile is. */
  const send = async (sent: Record<string, Entry>, what: () => Promise<Came>): Promise<void> => {
    setBusy(true);
    try {
      const came = await what();
      setErrors(came.errors);
      setTrouble(came.not ?? '');
      if (Object.keys(came.errors).length > 0) lookAtFirst(came.errors);
      else if (came.not === null) {
        setTyped((now) => enteredSince(sent, now));
      }
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };

  const enter = (field: FormField, entry: Entry): void => {
    const next = { ...typed, [keyOf(field)]: entry };
    setTyped((now) => ({ ...now, [keyOf(field)]: entry }));
    setErrors(({ [field.block]: _, ...others }) => others);
    if (!field.dispatches) return;
    const { [field.block]: mine = entry, ...others } = news(view, next);
    void send(next, () =>
      act({ act: 'choose', spot: { in: 'form', view: view.id }, what: field.block, entry: mine, entries: others }),
    );
  };

  const submitted = (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const missing = fieldsIn(view).filter((field) => !field.optional && isEmpty(typed[keyOf(field)] ?? field.stands));
    const found = Object.fromEntries(missing.map(({ block }) => [block, required]));
    setErrors(found);
    if (missing.length > 0) return lookAtFirst(found);
    void send(typed, () => act({ act: 'submit', view: view.id, entries: news(view, typed) }));
  };

  const close = () => void act({ act: 'close', view: view.id }).catch((error: Error) => setTrouble(error.message));

  return (
    <dialog
      ref={place}
      className={looking ? 'form looking' : 'form'}
      aria-labelledby={heading}
      aria-busy={busy}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <form noValidate onSubmit={submitted} inert={looking}>
        <div className="head">
          {beneath > 0 && (
            <button type="button" className="plain" aria-label="Back" onClick={close}>
              <span aria-hidden="true">←</span>
            </button>
          )}
          <h2 id={heading}>{title}</h2>
          <button type="button" className="plain" aria-label="Close" onClick={close}>
            <span aria-hidden="true">✕</span>
          </button>
        </div>
        <div className="body">
          {trouble !== '' && (
            <p className="trouble" role="alert">
              {trouble}
            </p>
          )}
          <FormBody view={view} typed={typed} errors={errors} enter={enter} />
        </div>
        <div className="foot">
          <button type="button" onClick={close}>
            {wordsIn(view.close) || 'Cancel'}
          </button>
          {submit !== '' && (
            <button type="submit" className="main" aria-disabled={busy}>
              {busy ? 'Sending…' : submit}
            </button>
          )}
        </div>
      </form>
    </dialog>
  );
};

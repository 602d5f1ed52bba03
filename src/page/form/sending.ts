import { useEffect, useLayoutEffect, useState } from 'react';
import type { Came, Entries, FieldEntry, PageAct, View } from '../../practice/page-server/wire.ts';
import { useDraft } from '../state/drafts.ts';
import { useRoom } from '../state/room.tsx';
import { enteredSince, type FormField, fieldsIn, isEmpty, keyOf, news, standsIn } from './values.ts';

type Errors = Readonly<Record<string, string>>;

const required = 'This is needed. Fill it in.';
const without = (errors: Errors, block: string): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([each]) => each !== block));

/** What is wrong with fields that this form does not have: it belongs under none. */
const elsewhere = (view: View, errors: Errors): string[] => {
  const here = new Set(fieldsIn(view).map(({ block }) => block));
  return Object.entries(errors).flatMap(([block, words]) => (here.has(block) ? [] : [words]));
};

/**
 * What is typed into a form, and how it reaches the app: a change that the app wants to know of, a button within the form,
 * and the form as a whole, which waits until the app knows of the rest. What was typed stays until the app has taken it.
 */
export const useSending = (view: View) => {
  const { seen, act } = useRoom();
  const [typed, setTyped] = useDraft<Record<string, FieldEntry>>(`form ${seen.me} ${view.id}`, {});
  const [errors, setErrors] = useState<Errors>({});
  const [trouble, setTrouble] = useState('');
  /** How much of what was done within the form the app has not answered yet. */
  const [underWay, setUnderWay] = useState(0);
  const [submitting, setSubmitting] = useState<'no' | 'soon' | 'now'>('no');

  /** The field that the keyboard goes to, in the same stroke as its error appears. */
  const [wrong, setWrong] = useState<string | null>(null);
  useLayoutEffect(() => {
    if (wrong === null) return;
    document.getElementById(`field-${wrong}`)?.focus();
    setWrong(null);
  }, [wrong]);

  const lookAtFirst = (found: Errors) => {
    const first = fieldsIn(view).find(({ block }) => found[block] !== undefined);
    if (first) setWrong(first.block);
  };

  const send = async (sent: Readonly<Record<string, FieldEntry>>, what: PageAct, before: (now: Errors) => Errors) => {
    try {
      const { not, errors: found }: Came = await act(what);
      setErrors((now) => ({ ...before(now), ...found }));
      setTrouble([...(not === null ? [] : [not]), ...elsewhere(view, found)].join(' '));
      if (Object.keys(found).length > 0) lookAtFirst(found);
      else if (not === null) setTyped((now) => enteredSince(sent, now));
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    }
  };

  /** Something done within the form, of which the app is told at once. */
  const tell = async (sent: Readonly<Record<string, FieldEntry>>, what: PageAct): Promise<void> => {
    setUnderWay((count) => count + 1);
    await send(sent, what, (now) => now);
    setUnderWay((count) => count - 1);
  };

  const enter = (field: FormField, entry: FieldEntry): void => {
    const next = { ...typed, [keyOf(field)]: entry };
    setTyped((now) => ({ ...now, [keyOf(field)]: entry }));
    setErrors((now) => without(now, field.block));
    if (!field.dispatches) return;
    const { [field.block]: mine = entry, ...entries } = news(view, next);
    void tell(next, { act: 'choose', spot: { in: 'form', view: view.id }, what: field.block, entry: mine, entries });
  };

  const submit = (unchosen: Errors): void => {
    if (submitting !== 'no') return;
    const missing = fieldsIn(view).filter((field) => !field.optional && isEmpty(standsIn(field, typed)));
    const found = { ...Object.fromEntries(missing.map(({ block }) => [block, required])), ...unchosen };
    setErrors(found);
    if (Object.keys(found).length > 0) lookAtFirst(found);
    else setSubmitting('soon');
  };

  useEffect(() => {
    if (submitting !== 'soon' || underWay > 0) return;
    setSubmitting('now');
    const none = () => ({});
    void send(typed, { act: 'submit', view: view.id, entries: news(view, typed) }, none).then(() =>
      setSubmitting('no'),
    );
  });

  return {
    typed,
    errors,
    trouble,
    busy: submitting !== 'no',
    entries: (): Entries => news(view, typed),
    enter,
    /** Presses or chooses what stands among the fields, with what is typed in them. */
    press: (what: PageAct): Promise<void> => tell(typed, what),
    submit,
    close: (): void => void act({ act: 'close', view: view.id }).catch((error: Error) => setTrouble(error.message)),
  };
};

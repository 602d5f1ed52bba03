import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { useRef, useState } from 'react';
import type { FieldEntry } from '../../../practice/page-server/wire.ts';
import type { InputProps } from './input-props.ts';
import { dayTyped, momentTyped, timeTyped } from './typed-moments.ts';

const kinds = {
  datepicker: { native: 'date', example: '10 Nov 2025', typed: dayTyped },
  timepicker: { native: 'time', example: '17:36', typed: timeTyped },
  datetimepicker: { native: 'datetime-local', example: '10 Nov 2025, 17:36', typed: momentTyped },
} as const;

const asNative = (entry: FieldEntry, zone: string): string =>
  typeof entry === 'number' ? format(new TZDate(entry * 1000, zone), "yyyy-MM-dd'T'HH:mm") : String(entry ?? '');

/** A day, a time or both, as people here write them, in the practice workspace's zone wherever the browser is. */
export const Moment = (given: InputProps & { zone: string }) => {
  const { element, id, label, described, invalid, entry, enter, zone } = given;
  const { native, example, typed } = kinds[element.type as keyof typeof kinds];
  const [text, setText] = useState<string | null>(null);
  const calendar = useRef<HTMLInputElement>(null);
  const stands = asNative(entry, zone);
  const [, day, time] = stands.match(/^(\d{4}-\d{2}-\d{2})?T?(\d{2}:\d{2})?$/) ?? [];
  const shown = [day && format(`${day}T12:00`, 'd MMM yyyy'), time].filter(Boolean).join(', ') || stands;

  /** What is no day is told to whoever typed it only once they have left it. */
  const take = (words: string, isLeft: boolean) => {
    const meant = words.trim() === '' ? null : typed(words, zone);
    if (meant !== undefined) enter(meant);
    else if (isLeft) enter(words);
    setText(isLeft && meant !== undefined ? null : words);
  };
  return (
    <div className="moment">
      <input
        id={id}
        value={text ?? shown}
        placeholder={example}
        aria-describedby={described || undefined}
        aria-invalid={invalid}
        autoComplete="off"
        onChange={({ target }) => take(target.value, false)}
        onBlur={() => text !== null && take(text, true)}
        onKeyDown={({ key }) => key === 'Enter' && text !== null && take(text, true)}
      />
      {native !== 'time' && (
        <>
          <button type="button" aria-label={`Calendar: ${label}`} onClick={() => calendar.current?.showPicker()}>
            <span aria-hidden="true">▾</span>
          </button>
          <input
            ref={calendar}
            type={native}
            className="unseen"
            tabIndex={-1}
            aria-hidden="true"
            value={stands}
            onChange={({ target }) => take(target.value, true)}
          />
        </>
      )}
    </div>
  );
};

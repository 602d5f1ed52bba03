import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import type { FieldEntry } from '../../../practice/page-server/wire.ts';
import type { InputProps } from './input-props.ts';

const kinds = { datepicker: 'date', timepicker: 'time', datetimepicker: 'datetime-local' } as const;
type Kind = (typeof kinds)[keyof typeof kinds];

/** A moment as it is said in the practice workspace's zone, wherever the browser is. */
const shown = (entry: FieldEntry, zone: string): string =>
  typeof entry === 'number' ? format(new TZDate(entry * 1000, zone), "yyyy-MM-dd'T'HH:mm") : String(entry ?? '');

const entered = (typed: string, kind: Kind, zone: string): FieldEntry => {
  if (typed === '') return null;
  if (kind !== 'datetime-local') return typed;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0] = typed.split(/[-T:]/).map(Number);
  return new TZDate(year, month - 1, day, hour, minute, zone).getTime() / 1000;
};

/** A day, a time, or both. */
export const Moment = ({ element, id, described, invalid, entry, enter, zone }: InputProps & { zone: string }) => {
  const kind = kinds[element.type as keyof typeof kinds];
  return (
    <input
      id={id}
      type={kind}
      value={shown(entry, zone)}
      aria-describedby={described || undefined}
      aria-invalid={invalid}
      onChange={({ target }) => enter(entered(target.value, kind, zone))}
    />
  );
};

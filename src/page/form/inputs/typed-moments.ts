import { TZDate } from '@date-fns/tz';
import { isValid, parse } from 'date-fns';
import { enGB } from 'date-fns/locale/en-GB';

/* What people type for a day or a time, as Slack's forms take it; undefined where it is none. */

const days = ['d MMM yyyy', 'd MMMM yyyy', 'd/M/yyyy', 'd.M.yyyy'];
const asDay = (date: Date): string => new Intl.DateTimeFormat('sv-SE').format(date);

export const dayTyped = (words: string): string | undefined => {
  const typed = words.trim().replace(/^[a-z]+day\s|^[a-z]{3},?\s/i, '');
  const complete = /^\d{4}-\d{2}-\d{2}$/.test(typed) ? ['yyyy-MM-dd'] : /\b\d{4}$/.test(typed) ? days : [];
  const found = complete.map((each) => parse(typed, each, new Date(), { locale: enGB })).find(isValid);
  return found && asDay(found);
};

export const timeTyped = (words: string): string | undefined => {
  const [, hours = '', minutes] = words.trim().match(/^([01]?\d|2[0-3])[:.]([0-5]\d)$/) ?? [];
  return minutes && `${hours.padStart(2, '0')}:${minutes}`;
};

export const momentTyped = (words: string, zone: string): number | undefined => {
  const [, first = '', last = ''] = words.trim().match(/^(.*?)(?:,\s*|\s+|T)(\S+)$/) ?? [];
  const [day, time] = [dayTyped(first), timeTyped(last)];
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0] = `${day}-${time}`.split(/[-:]/).map(Number);
  return day && time ? new TZDate(year, month - 1, date, hour, minute, zone).getTime() / 1000 : undefined;
};

import { tzOffset } from '@date-fns/tz';
import { remembering } from './remembering.ts';

/** A day such as 2013-11-26 and a time of it such as 17:30, as they are said in a zone. */
export type Moment = { day: string; time: string };

/** Whatever says in which zone its days and times are meant, such as an inspection: no zone is taken for a moment. */
export type Zoned = { timeZone: string };

const minute = 60_000;
/** Two clocks that are right may differ by so much, in milliseconds: ours, and the one by which Slack dates its messages. */
export const leeway = 5 * minute;
const aDay = 24 * 60 * minute;

const quarter = 15 * minute;
/** "Europe/London 1538112": by quarters of an hour, since no zone changes its clocks within one. */
const offsetOf = remembering((key) => {
  const [zone = '', quarters] = key.split(' ');
  return tzOffset(zone, new Date(Number(quarters) * quarter)) * minute;
});
const offset = (zone: string, at: number): number => offsetOf(`${zone} ${Math.floor(at / quarter)}`);

/**
 * That moment in ISO 8601 in UTC. A time that a clock change leaves out is the hour after it; of one that comes twice it is
 * the first. The machine's own zone has no part in it.
 */
export const momentIn = ({ timeZone }: Zoned, { day, time }: Moment): string => {
  const said = Date.parse(`${day}T${time}:00.000Z`);
  const before = said - offset(timeZone, said - aDay);
  const after = said - offset(timeZone, said + aDay);
  const fits = [before, after].filter((at) => at + offset(timeZone, at) === said);
  return new Date(fits.length > 0 ? Math.min(...fits) : before).toISOString();
};

/** A moment as calendars and clocks say it in a zone. */
export const momentAs = ({ timeZone }: Zoned, at: string): Moment => {
  const moment = Date.parse(at);
  const said = new Date(moment + offset(timeZone, moment)).toISOString();
  return { day: said.slice(0, 10), time: said.slice(11, 16) };
};

/** The day that a moment belongs to in a zone, such as 2013-11-26. */
export const dayIn = (zoned: Zoned, at: string): string => momentAs(zoned, at).day;

/** So many days after (or, if negative, before) a day. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * aDay).toISOString().slice(0, 10);

/** How many days there are from a day to a later one. */
export const daysBetween = (first: string, last: string): number => (Date.parse(last) - Date.parse(first)) / aDay;

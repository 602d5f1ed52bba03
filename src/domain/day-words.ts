/* Days as sentences say them. They are said in every message, so none of it goes by a library's patterns. */

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const months = 'January February March April May June July August September October November December'.split(' ');

/** A day such as 2013-11-06 as "6 November". */
export const dayAndMonth = (day: string): string => `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]}`;

/** A day such as 2013-11-26 as "26 November 2013". */
export const dayInWords = (day: string): string => `${dayAndMonth(day)} ${day.slice(0, 4)}`;

/** A day such as 2013-11-26 as "Tuesday 26 November 2013". */
export const longDayInWords = (day: string): string => `${weekdays[new Date(day).getUTCDay()]} ${dayInWords(day)}`;

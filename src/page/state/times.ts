/** Times as people say them, in the practice workspace's zone. */

const said =
  (options: Intl.DateTimeFormatOptions) =>
  (at: Date, timeZone: string): string =>
    new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at).replace(',', '');

export const timeOf = said({ hour: '2-digit', minute: '2-digit' });
export const dayOf = said({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
export const shortDayOf = said({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });

/** A message's own time. */
export const sentAt = (ts: string): Date => new Date(Number(ts.split('.')[0]) * 1000);

import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { Inspection } from '../domain/inspection.ts';
import { daysAfter } from '../domain/moments.ts';
import type { DatedStep, Timetable } from '../domain/timetable.ts';
import type { SentFile } from './export.ts';
import { countingInWords, stepInWords } from './timetable.ts';

/** A whole day has no time of day and so no zone: midnight UTC only carries its date. */
const wholeDay = (day: string): Date => new Date(`${day}T00:00:00.000Z`);

/** The library leaves the calendar's own name as it is, where it does what the standard asks of every other text. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&');

const description = (step: DatedStep): string =>
  [
    countingInWords(step) ?? '',
    step.beyond ? 'Bank holidays of these days were not known when this was counted.' : '',
    step.confidence === 'unverified' ? 'No source confirms this step.' : '',
    step.source ? `Source: ${step.source}` : '',
  ]
    .filter(Boolean)
    .join('\n');

/**
 * The dated steps as an iCalendar file: each a whole day or several, in a diary that stays free. Taken in again, its events
 * replace those taken in before, because a step keeps its id and the version only grows. No evidence stands in it.
 */
export const calendarFile = (inspection: Inspection, { steps }: Timetable, at: string): SentFile => {
  const { id, authority, framework, version } = inspection;
  const calendar = ical({
    name: escaped(`${authority}: ${framework.short}`),
    prodId: { company: 'Fortnight', product: 'Timetable', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  for (const step of steps) {
    if (step.days === null) continue;
    calendar.createEvent({
      id: `${id}.${step.id}@fortnight`,
      sequence: version,
      stamp: new Date(at),
      allDay: true,
      start: wholeDay(step.days.first),
      end: wholeDay(daysAfter(step.days.last, 1)),
      summary: `${authority}: ${stepInWords(step)}`,
      description: description(step),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return {
    name: `${id}.ics`,
    content: `${calendar.toString()}\r\n`,
    note: `${authority}: the timetable of the inspection, for a calendar. It has the dates as they stand now; ask again when they change.`,
  };
};

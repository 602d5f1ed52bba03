import { daysAfter } from '../../src/domain/moments.ts';
import { isWorkingDay } from '../../src/domain/working-days.ts';
import { wordsOf } from './acts.ts';
import { london } from './dated.ts';
import { choosing, type Fortnight } from './fortnight.ts';
import { holidays } from './holidays.ts';
import { people, type Who } from './people.ts';
import { teamChannel } from './workspace.ts';

/** Steps of the tests of the daily summary. Moments are said as in London: "2013-11-26 17:30". */

export const clockAt = (fortnight: Fortnight, said: string): Promise<void> => fortnight.strike(london(said));

/** Starts Northmoor at nine on its first day; its id has that day in it. */
export const startOn = async (fortnight: Fortnight, firstDay: string): Promise<string> => {
  await clockAt(fortnight, `${firstDay} 09:00`);
  const lead = fortnight.as('lead');
  await lead.command(teamChannel, 'start');
  const { errors } = await lead.submit({
    'Local authority': 'Northmoor',
    ...choosing('sif-2013', firstDay),
    'Lead inspector': people.lead,
    'Deputy lead': people.deputy,
    Inspectors: [people.inspector, people.secondInspector],
    'Quality assurance manager': people.qualityAssurance,
    'Daily summary at': '17:30',
  });
  // Days of other years are wanted too, when this framework was not in force.
  if (errors?.confirmed) await lead.submit({ 'Not in force on that day': ['yes'] });
  await lead.closeView();
  return `northmoor-${firstDay}`;
};

/** The working days from one day to another. */
export const workingDays = (first: string, last: string): string[] => {
  const days: string[] = [];
  for (let day = first; day <= last; day = daysAfter(day, 1)) if (isWorkingDay(day, holidays)) days.push(day);
  return days;
};

/** The daily summaries that somebody has been sent, in order. */
export const sentTo = (fortnight: Fortnight, who: Who) =>
  fortnight.slack
    .directMessages(people[who])
    .filter(({ text }) => text.includes('\nToday: '))
    .map((posted) => ({ ...posted, words: wordsOf(posted.blocks), at: new Date(Number(posted.ts) * 1000) }));

/** What of a daily summary says which day it is of. */
export const dayWords = (words: string): string =>
  words.match(/(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday) \d+ \w+ \d{4}/)?.[0] ?? '';

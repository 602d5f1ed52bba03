import type { InspectionEvent } from '../domain/inspection.ts';
import { eventsOf } from './events.ts';
import { blocks, inline, verbatim } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whenAndWho, whoDid } from './who.ts';

type About = Extract<
  InspectionEvent,
  { type: 'PostingClaimed' | 'PostingMade' | 'DailySummaryClaimed' | 'DailySummaryPosted' }
>;

/** What a posting is called: as it was claimed, or whose daily summary of which day it is. */
const nameOf = (event: About): string =>
  'posting' in event ? event.posting : `daily summary ${event.day} ${event.recipient.user}`;

export type Posted = { name: string; file: string; text: string; slack: string };

const fileOf = (name: string, index: number): string => {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `postings/${String(index + 1).padStart(3, '0')}-${slug.slice(0, 80)}.txt`;
};

/** Everything that was posted, with its words as they were posted and the file they are given in. */
export const postedIn = (record: OrdinaryRecord): Posted[] =>
  eventsOf(record, 'PostingMade', 'DailySummaryPosted').map(({ event }, index) => ({
    name: nameOf(event),
    file: fileOf(nameOf(event), index),
    text: event.text,
    slack: `channel ${event.channel}, message ${event.ts}`,
  }));

/** Names of what Slack refused, and did not take later. */
const refusedIn = (record: OrdinaryRecord): Set<string> =>
  new Set(
    eventsOf(record, 'PostingRefused', 'DailySummaryRefused').map(({ event }) =>
      'posting' in event ? event.posting : `daily summary ${event.day} ${event.recipient.user}`,
    ),
  );

/** What was posted, who asked for it, and its words; and what was begun and is not known to stand in Slack. */
export const postingsInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  const posted = new Map(postedIn(record).map((each) => [each.name, each]));
  const refused = refusedIn(record);
  const all = eventsOf(record, 'PostingClaimed', 'DailySummaryClaimed').map(({ entry, event }) => {
    const made = posted.get(nameOf(event));
    const title =
      event.type === 'DailySummaryClaimed'
        ? `Daily summary of ${event.day} to ${whoDid(inspection, event.recipient)}`
        : inline(event.posting);
    const begun = `Begun ${whenAndWho(inspection, entry)}.`;
    const became = refused.has(nameOf(event)) ? 'Slack refused it.' : 'Nobody knows whether it arrived in Slack.';
    const where = made ? `It stands in Slack (${made.slack}). The same words to the letter: ${made.file}` : became;
    return blocks([`### ${title}`], [`${begun} ${where}`], made ? verbatim(made.text) : []);
  });
  return all.length === 0 ? [] : blocks(['## Postings'], ...all);
};

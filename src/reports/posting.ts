import type { Person } from '../domain/people.ts';
import { eventsOf } from './events.ts';
import { whoDid } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { type Block, section } from './tree.ts';

type About = { posting: string } | { day: string; recipient: Person };

/** What a posting is called: as it was claimed, or whose daily summary of which day it is. */
const nameOf = (about: About): string =>
  'posting' in about ? about.posting : `daily summary ${about.day} ${about.recipient.user}`;

const fileOf = (name: string, index: number): string => {
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return `postings/${String(index + 1).padStart(3, '0')}-${slug.slice(0, 80)}.txt`;
};

/** Everything that was posted, with its words as they were posted and the file they are given in. */
export const postedIn = (record: OrdinaryRecord) =>
  eventsOf(record, 'PostingMade', 'DailySummaryPosted').map(({ event }, index) => ({
    name: nameOf(event),
    file: fileOf(nameOf(event), index),
    text: event.text,
    slack: `channel ${event.channel}${event.ts && `, message ${event.ts}`}`,
  }));

/** What was posted, who asked for it, and its words; and what was begun and is not known to stand in Slack. */
export const postingsInFull = (record: OrdinaryRecord): Iterable<Block> => {
  const { inspection } = record;
  const posted = new Map(postedIn(record).map((each) => [each.name, each]));
  const refused = new Set(eventsOf(record, 'PostingRefused', 'DailySummaryRefused').map(({ event }) => nameOf(event)));
  const all = eventsOf(record, 'PostingClaimed', 'DailySummaryClaimed').flatMap(({ event, when }): Block[] => {
    const made = posted.get(nameOf(event));
    const title =
      event.type === 'DailySummaryClaimed'
        ? `Daily summary of ${event.day} to ${whoDid(inspection, event.recipient)}`
        : event.posting;
    const became = refused.has(nameOf(event)) ? 'Slack refused it.' : 'Nobody knows whether it arrived in Slack.';
    const where = made ? `It stands in Slack (${made.slack}). The same words to the letter: ${made.file}` : became;
    return [
      { heading: title, level: 2 },
      { paragraph: `Begun ${when}. ${where}` },
      ...(made ? [{ verbatim: made.text }] : []),
    ];
  });
  return section(1, 'Postings', all);
};

import type { Inspection } from '../inspection.ts';
import type { Evidence } from './evidence.ts';
import type { EvidenceContent } from './evidence-content.ts';

/** Which item a Slack message was recorded as. */

/** A message by what it is known by, its channel and its time: workspaces are renamed, and a reply's link says more. */
const messageIn = (link: string): string =>
  link
    .match(/\/archives\/(\w+)\/p(\d+)/)
    ?.slice(1)
    .join('/') ?? link;

/**
 * What a message was recorded as: the item that says what it says `now`, having this text or not been edited since, or the last
 * one from when it read `otherwise`. A withdrawn one may be recorded anew.
 */
export const recordedFrom = (
  { evidence }: Inspection,
  { link, edited }: Pick<NonNullable<EvidenceContent['from']>, 'link' | 'edited'>,
  text: string | null,
): { now: Evidence | null; otherwise: Evidence | null } => {
  const message = messageIn(link);
  const items = [...evidence.values()].filter(
    ({ content: { from }, withdrawn }) => from && !withdrawn && messageIn(from.link) === message,
  );
  const now = items.find(({ content, recordedAt }) => {
    const then = content.from?.edited === undefined ? recordedAt : (content.from.edited ?? '');
    return content.text === text || (edited ?? '') <= then;
  });
  return { now: now ?? null, otherwise: now ? null : (items.at(-1) ?? null) };
};

export const recordedAlready = (item: string): string =>
  `This message is recorded already, as ${item}. Nothing was saved twice.`;

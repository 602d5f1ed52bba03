import { keptBlocks } from './blocks.ts';
import { isObject, type JsonObject, objectsIn, textIn } from './json.ts';
import type { Appearance, Posted, Shown } from './shown.ts';

const postedOf = (channel: string, message: JsonObject): Posted => ({
  channel,
  ts: textIn(message.ts),
  by: textIn(message.user),
  text: textIn(message.text),
  blocks: keptBlocks(message.blocks),
  metadata: isObject(message.metadata) ? message.metadata : undefined,
  threadTs: textIn(message.thread_ts) || undefined,
  edited: isObject(message.edited),
  files: objectsIn(message.files).map((file) => ({
    id: textIn(file.id),
    name: textIn(file.name),
    title: textIn(file.title),
  })),
  message,
});

/** What stands before people's eyes: messages, pins, and what only one person sees. */
export const createBoard = () => {
  const messages: Posted[] = [];
  const pins: { channel: string; ts: string }[] = [];
  const shown: Shown[] = [];
  const listeners = new Set<(appearance: Appearance) => void>();

  /** Tells the listeners of what appeared, here or elsewhere: a form, an App Home. */
  const tell = (appearance: Appearance): void => {
    for (const listener of listeners) listener(appearance);
  };
  const placeOf = (channel: string, ts: string): number =>
    messages.findIndex((posted) => posted.channel === channel && posted.ts === ts);
  const unpin = (channel: string, ts: string): void => {
    const place = pins.findIndex((pin) => pin.channel === channel && pin.ts === ts);
    if (place >= 0) pins.splice(place, 1);
  };

  return {
    put: (channel: string, message: JsonObject): Posted => {
      const posted = postedOf(channel, message);
      messages.push(posted);
      tell({ what: 'message', posted });
      return posted;
    },
    change: (channel: string, message: JsonObject): void => {
      const place = placeOf(channel, textIn(message.ts));
      if (place < 0) return;
      const posted = postedOf(channel, message);
      messages[place] = posted;
      tell({ what: 'message changed', posted });
    },
    remove: (channel: string, ts: string): void => {
      const place = placeOf(channel, ts);
      const [posted] = place < 0 ? [] : messages.splice(place, 1);
      unpin(channel, ts);
      if (posted) tell({ what: 'message deleted', posted });
    },
    find: (channel: string, ts: string): Posted | undefined => messages[placeOf(channel, ts)],
    messages: (channel: string): Posted[] => messages.filter((posted) => posted.channel === channel),
    pin: (channel: string, ts: string): void => void pins.push({ channel, ts }),
    unpin,
    pinned: (channel: string): Posted[] =>
      messages.filter((posted) =>
        pins.some((pin) => pin.channel === channel && pin.ts === posted.ts && posted.channel === channel),
      ),
    show: (one: Shown): Shown => {
      shown.push(one);
      tell({ what: 'only visible to you', shown: one });
      return one;
    },
    reshow: (ts: string, text: string, blocks: Shown['blocks']): void => {
      const place = shown.findIndex((one) => one.ts === ts);
      const standing = shown[place];
      if (!standing) return;
      const changed = { ...standing, text, blocks };
      shown[place] = changed;
      tell({ what: 'only visible to you, changed', shown: changed });
    },
    unshow: (ts: string): void => {
      const place = shown.findIndex((one) => one.ts === ts);
      const [gone] = place < 0 ? [] : shown.splice(place, 1);
      if (gone) tell({ what: 'only visible to you, deleted', shown: gone });
    },
    /** The place among all times, as their count has it, of what was shown last. */
    lastShown: (): string => shown.at(-1)?.ts.split('.')[1] ?? '',
    shownTo: (person: string): Shown[] => shown.filter(({ to }) => to === person),
    tell,
    listen: (listener: (appearance: Appearance) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

export type Board = ReturnType<typeof createBoard>;

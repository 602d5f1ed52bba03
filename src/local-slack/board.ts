import { keptBlocks } from './blocks.ts';
import { isObject, type JsonObject, objectsIn, textIn } from './json.ts';
import type { Appearance, Posted, Shown } from './shown.ts';

/** What stands before people's eyes: messages, pins, and what only one person sees. */
export interface Board {
  put(channel: string, message: JsonObject): Posted;
  change(channel: string, message: JsonObject): void;
  remove(channel: string, ts: string): void;
  find(channel: string, ts: string): Posted | undefined;
  messages(channel: string): Posted[];
  pin(channel: string, ts: string): void;
  unpin(channel: string, ts: string): void;
  pinned(channel: string): Posted[];
  show(shown: Shown): Shown;
  reshow(ts: string, text: string, blocks: Shown['blocks']): void;
  unshow(ts: string): void;
  shownTo(person: string): Shown[];
  /** Tells the listeners of what appeared elsewhere: a form, an App Home. */
  tell(appearance: Appearance): void;
  listen(listener: (appearance: Appearance) => void): () => void;
}

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

export const createBoard = (): Board => {
  const messages: Posted[] = [];
  const pins: { channel: string; ts: string }[] = [];
  const shown: Shown[] = [];
  const listeners = new Set<(appearance: Appearance) => void>();

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
    put: (channel, message) => {
      const posted = postedOf(channel, message);
      messages.push(posted);
      tell({ what: 'message', posted });
      return posted;
    },
    change: (channel, message) => {
      const place = placeOf(channel, textIn(message.ts));
      if (place < 0) return;
      const posted = postedOf(channel, message);
      messages[place] = posted;
      tell({ what: 'message changed', posted });
    },
    remove: (channel, ts) => {
      const place = placeOf(channel, ts);
      const [posted] = place < 0 ? [] : messages.splice(place, 1);
      unpin(channel, ts);
      if (posted) tell({ what: 'message deleted', posted });
    },
    find: (channel, ts) => messages[placeOf(channel, ts)],
    messages: (channel) => messages.filter((posted) => posted.channel === channel),
    pin: (channel, ts) => void pins.push({ channel, ts }),
    unpin,
    pinned: (channel) =>
      messages.filter((posted) =>
        pins.some((pin) => pin.channel === channel && pin.ts === posted.ts && posted.channel === channel),
      ),
    show: (one) => {
      shown.push(one);
      tell({ what: 'only visible to you', shown: one });
      return one;
    },
    reshow: (ts, text, blocks) => {
      const place = shown.findIndex((one) => one.ts === ts);
      const standing = shown[place];
      if (!standing) return;
      const changed = { ...standing, text, blocks };
      shown[place] = changed;
      tell({ what: 'only visible to you, changed', shown: changed });
    },
    unshow: (ts) => {
      const place = shown.findIndex((one) => one.ts === ts);
      const [gone] = place < 0 ? [] : shown.splice(place, 1);
      if (gone) tell({ what: 'only visible to you, deleted', shown: gone });
    },
    shownTo: (person) => shown.filter(({ to }) => to === person),
    tell,
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};

import type { ServerResponse } from 'node:http';
import type { Place } from '../place.ts';
import type { Playing } from '../player.ts';
import type { Session } from '../session.ts';
import type { Seen } from './wire.ts';

/** Between two tellings of one page: a sample fortnight played at once would otherwise tell it thousands of times. */
const pause = 80;

type ChangesSetup = { place: Place; playing: Playing; seen: (me: string) => Seen; fault: (error: unknown) => void };

/** Tells open pages, over server-sent events, how things stand whenever something changed. */
export const createChanges = ({ place, playing, seen, fault }: ChangesSetup) => {
  const pages = new Map<ServerResponse, string>();
  let timer: NodeJS.Timeout | null = null;

  const tell = (): void => {
    timer = null;
    const told = new Map<string, string>();
    for (const [page, me] of pages) {
      const words = told.get(me) ?? JSON.stringify(seen(me));
      told.set(me, words);
      page.write(`data: ${words}\n\n`);
    }
  };
  /** Nobody waits for a telling: what goes wrong in it is written down, and the next one is told again. */
  const tellOrNote = (): void => {
    try {
      tell();
    } catch (error) {
      fault(error);
    }
  };
  const changed = (): void => {
    if (pages.size > 0) timer ??= setTimeout(tellOrNote, pause);
  };

  const watch = (session: Session) => [session.slack.onPosted(changed), session.clock.onMoved(changed)];
  let watching = watch(place.session());
  const stops = [
    playing.onChange(changed),
    place.onAnew((session) => {
      for (const stop of watching) stop();
      watching = watch(session);
      changed();
    }),
  ];

  return {
    /** Keeps a page told until it goes away. */
    follow: (page: ServerResponse, me: string): void => {
      pages.set(page, me);
      page.on('close', () => pages.delete(page));
      page.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      page.write(`data: ${JSON.stringify(seen(me))}\n\n`);
    },
    close: (): void => {
      for (const stop of [...stops, ...watching]) stop();
      if (timer) clearTimeout(timer);
      for (const page of pages.keys()) page.end();
    },
  };
};

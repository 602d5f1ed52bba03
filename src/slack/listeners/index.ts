import type { App } from '@slack/bolt';
import { onceOnly } from '../http.ts';
import { answerStopping } from '../stopping.ts';
import { listenToActions } from './actions.ts';
import { listenToCommands } from './commands.ts';
import { listenToEvents } from './events.ts';
import { listenToOptions } from './options.ts';
import type { Room } from './room.ts';
import { listenToShortcuts } from './shortcuts.ts';
import { listenToViews } from './views.ts';

/** Listens to all that Slack sends. What comes while the app stops is answered so. */
export const listen = (app: App, room: Room): void => {
  const { inHand, fault } = room;
  app.use(onceOnly);
  app.use(async (args) => inHand.during(async () => (inHand.stopping.aborted ? answerStopping(args) : args.next())));
  listenToCommands(app, room);
  listenToViews(app, room);
  listenToOptions(app, room);
  listenToActions(app, room);
  listenToShortcuts(app, room);
  listenToEvents(app, room);
  app.error(async (error) => {
    // Bolt hides what it does not know in an error of its own.
    fault('original' in error ? error.original : error);
  });
};

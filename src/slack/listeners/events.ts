import type { App } from '@slack/bolt';
import type { Room } from './room.ts';

/** Slack sends an event again when it did not hear of the first in time. So many are remembered. */
const remembered = 1000;

const rememberEvents = () => {
  const heard = new Set<string>();
  return (event: string): boolean => {
    if (heard.has(event)) return true;
    heard.add(event);
    for (const oldest of heard) if (heard.size > remembered) heard.delete(oldest);
    return false;
  };
};

/** What happens in Slack that the lead should know. */
export const listenToEvents = (app: App, room: Room): void => {
  const heardBefore = rememberEvents();
  const { watch } = room;
  const { team, user } = room.app;

  app.event('member_joined_channel', async ({ event, body }) => {
    if (event.user === user || heardBefore(body.event_id)) return;
    await watch.joined({ team, id: event.channel }, event.user);
  });

  app.event('app_home_opened', async ({ event }) => {
    if (event.tab === 'home') await room.home.show({ team, user: event.user });
  });

  app.event('group_archive', async ({ event, body }) => {
    if (!heardBefore(body.event_id)) await watch.channelChanged({ team, id: event.channel }, 'archived');
  });

  app.event('group_left', async ({ event, body }) => {
    if (!heardBefore(body.event_id)) await watch.channelChanged({ team, id: event.channel }, 'removed');
  });

  app.event('channel_shared', async ({ event, body }) => {
    if (!heardBefore(body.event_id)) await watch.channelChanged({ team, id: event.channel }, 'shared');
  });

  app.event('user_change', async ({ event }) => watch.personChanged(event.user.id, event.user.deleted === true));

  // With the token gone nobody can be told through Slack any more; whoever runs Fortnight is, in the log.
  app.event('app_uninstalled', async () => room.disowned('The app was uninstalled from the workspace'));
  app.event('tokens_revoked', async ({ event }) => {
    if (event.tokens.bot && event.tokens.bot.length > 0) room.disowned('The bot token was revoked');
  });
};

import type { App } from '@slack/bolt';
import type { Room } from './room.ts';

/** What happens in the team channel that the lead should know. */
export const listenToEvents = (app: App, room: Room): void => {
  app.event('member_joined_channel', async ({ event }) => {
    if (event.user === room.appUser) return;
    await room.watch.joined({ team: room.team, id: event.channel }, event.user);
  });
};

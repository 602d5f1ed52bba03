import { listed } from '../domain/framework.ts';
import { type Message, says } from './message.ts';

/*
 * What the lead is told when something happens in Slack that changes what Fortnight can do. Each says what stands
 * still, that nothing recorded is lost where that could be feared, and what to do.
 */

export const channelArchived = (authority: string): Message =>
  says(
    `${authority}: the team channel was archived, so the board and the summary are not posted there. Everything recorded is kept.`,
    'Recording goes on: write /judge to Fortnight in a direct message. To go on in the channel, unarchive it.',
  );

export const removedFromChannel = (authority: string): Message =>
  says(
    `${authority}: Fortnight was removed from the team channel, so the board and the summary are not posted there. Everything recorded is kept.`,
    'Recording goes on in a direct message with Fortnight. To go on in the channel, type /invite @Fortnight there.',
  );

export const channelShared = (authority: string): Message =>
  says(
    `${authority}: the team channel was shared with another organisation, who can read what stands there. Fortnight posts nothing more in it.`,
    'To go on in the channel, end the sharing.',
  );

/** `waiting` names what waited for that person; empty where nothing did. */
export const accountDeactivated = (authority: string, name: string, waiting: string): Message =>
  says(
    `${authority}: the Slack account of ${name} was deactivated. They can do nothing more in this inspection; what they recorded stays.`,
    ...(waiting === '' ? [] : [`What waits for somebody else now: ${waiting}.`]),
    'Give their part to somebody else with /judge team.',
  );

const readAlong = 'Add them with /judge team, or ask them to leave the channel.';

/** `names` are of those in the channel who are not on the team. */
export const strangersInChannel = (authority: string, names: readonly string[]): Message =>
  says(
    `${authority}: in the channel but not on the team, so they read what is posted there: ${listed(names, 'and')}.`,
    readAlong,
  );

export const strangerJoined = (authority: string, name: string): Message =>
  says(`${authority}: ${name} joined the channel and is not on the team. They read what is posted there.`, readAlong);

export const boardReplaced = (authority: string): Message =>
  says(
    `${authority}: somebody deleted the board in the team channel, so a new one stands there. Nothing recorded is lost.`,
  );

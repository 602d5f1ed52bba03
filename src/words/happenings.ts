import { listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { waitingForPerson } from '../domain/left-behind.ts';
import type { Happening, Trouble } from '../domain/matters/happening.ts';
import { isLed } from '../domain/standing.ts';
import { leftInWords } from './leavers.ts';
import { followedBy, type Message, says } from './message.ts';

/*
 * What the lead is told when something happens in Slack that changes what Fortnight can do. Each says what stands
 * still, that nothing recorded is lost where that could be feared, and what to do.
 */

const ofChannel: Record<Trouble, (authority: string) => Message> = {
  archived: (authority) =>
    says(
      `${authority}: the team channel was archived, so the board and the summary are not posted there. Everything recorded is kept.`,
      'Recording goes on from your Home. To go on in the channel, unarchive it.',
    ),
  removed: (authority) =>
    says(
      `${authority}: Fortnight was removed from the team channel, so the board and the summary are not posted there. Everything recorded is kept.`,
      'Recording goes on in a direct message with Fortnight. To go on in the channel, type /invite @Fortnight there.',
    ),
  shared: (authority) =>
    says(
      `${authority}: the team channel was shared with another organisation, who can read what stands there. Fortnight posts nothing more in it.`,
      'To go on in the channel, end the sharing.',
    ),
  public: (authority) =>
    says(
      `${authority}: the team channel was made public, so everybody in the workspace can read what stands there. Fortnight posts nothing more in it.`,
      'To go on in the channel, make it private again.',
    ),
};

/** Names who can do nothing more, and what waits for somebody else; where nobody leads any more, says how that is mended. */
const accountEnded = (inspection: Inspection, user: string): Message => {
  const { id, authority, channel, names } = inspection;
  const waiting = leftInWords(inspection, waitingForPerson(inspection, { team: channel.team, user }));
  const ended = says(
    `${authority}: the Slack account of ${names.get(user) ?? user} was deactivated. They can do nothing more in this inspection; what they recorded stays.`,
    ...(waiting === '' ? [] : [`What waits for somebody else now: ${waiting}.`]),
    isLed(inspection)
      ? 'Give their part to somebody else.'
      : 'Nobody leads this inspection at present. You may name the next lead inspector, with a reason.',
  );
  const label = isLed(inspection) ? 'Change the team' : 'Name the next lead';
  return followedBy(ended, { buttons: [{ label, does: `in ${id} team` }] });
};

const readAlong = 'Add them to the team, or ask them to leave the channel.';

const readersFound = (authority: string, names: readonly string[], joined: boolean): Message =>
  says(
    joined
      ? `${authority}: ${listed(names, 'and')} joined the channel and ${names.length > 1 ? 'are' : 'is'} not on the team. They read what is posted there.`
      : `${authority}: in the channel but not on the team, so they read what is posted there: ${listed(names, 'and')}.`,
    readAlong,
  );

const whyNotPinned = (refused: string): string =>
  refused === 'too_many_pins'
    ? 'the channel has as many pinned messages as Slack allows. Unpin one; Fortnight tries again with the next change.'
    : `Slack did not allow it (${refused}). Pin it by hand, or ask whoever runs the workspace; Fortnight tries again with the next change.`;

/** What whoever leads is told. */
export const happeningMessage = (inspection: Inspection, happening: Happening): Message => {
  const { authority } = inspection;
  switch (happening.what) {
    case 'readers':
      return readersFound(authority, happening.names, happening.joined);
    case 'account ended':
      return accountEnded(inspection, happening.user);
    case 'board replaced':
      return says(
        `${authority}: somebody deleted the board in the team channel, so a new one stands there. Nothing recorded is lost.`,
      );
    case 'board not pinned':
      return says(
        `${authority}: the board stands in the team channel and is not pinned: ${whyNotPinned(happening.refused)}`,
      );
    default:
      return ofChannel[happening.what](authority);
  }
};

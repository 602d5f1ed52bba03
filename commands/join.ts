import { onlyForItsTeam } from '../src/domain/only-for.ts';
import { memberOf, succession } from '../src/domain/standing.ts';
import { askedToBeAdded, asksToBeAdded } from '../src/words/coming-in.ts';
import { noneHere } from '../src/words/which.ts';
import type { WorkspaceSubcommand } from './contract.ts';
import { tells } from './reply.ts';

/** Asks whoever speaks for the team of this channel's inspection to add the asker. */
export const join: WorkspaceSubcommand = {
  of: 'workspace',
  word: 'join',
  usage: '',
  about: 'Asks the lead inspector of this channel’s inspection to add you to the team.',
  brief: 'ask to be added to the team of this channel',
  offers: [],
  example: '/judge join',
  looksAround: true,
  asked: ({ by }, here, channel, asker) => {
    if (!here || here.sealed) return { say: noneHere('') };
    if (memberOf(here, by)) return tells('You are on the team already.');
    const [next] = succession(here);
    if (!next || !asker?.fullMember || !channel.private || channel.shared) return tells(onlyForItsTeam(here));
    const message = asksToBeAdded(here, asker);
    return { tell: { user: null, message, once: `join ${by.user}` }, said: askedToBeAdded(next.name) };
  },
  form: null,
};

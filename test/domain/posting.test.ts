import { describe, expect, it } from 'vitest';
import { summaryPosting } from '../../src/domain/matters/postings.ts';
import { type Story, under } from '../support/given.ts';
import type { Who } from '../support/people.ts';
import { erase, evidence, reopen, type Sent, setTeam, signOff } from '../support/sent.ts';

const sif = under('sif-2013');
const claim = (posting: string): Sent => ({ type: 'ClaimPosting', posting });
const arrived = { channel: 'CTEAM', ts: '1384855200.000100' };
const note = (posting: string, slack: typeof arrived | null): Sent => ({
  type: 'NotePosting',
  posting,
  slack,
  text: 'PROVISIONAL',
});
const nameOf = (story: Story): string => summaryPosting(story.state());

describe('posting a summary', () => {
  const story = sif.settled();
  const name = nameOf(story);

  it('[M6] is claimed once under the name of what it shows', () => {
    story.when(claim(name), 'lead').keeps({ type: 'PostingClaimed', posting: name });
    story.and(claim(name), 'lead').when(claim(name), 'deputy').refuses(null, 'began this posting already');
    expect(nameOf(story.and(claim(name), 'lead').and(note(name, arrived), 'lead'))).toBe(name);
  });

  it('[M7] keeps where it stands and its words as posted', () => {
    const posted = story.and(claim(name), 'lead');
    posted
      .when(note(name, arrived), 'lead')
      .keeps({ type: 'PostingMade', posting: name, ...arrived, text: 'PROVISIONAL' });
    expect(posted.and(note(name, arrived), 'lead').state().postings.get(name)).toMatchObject({
      slack: arrived,
      refused: false,
    });
  });

  it('[M6] is posted anew where Slack refused it or never said, as often as it did, until it arrived', () => {
    const claimed = story.and(claim(name), 'lead');
    for (const lost of [claimed, claimed.and(note(name, null), 'lead')]) {
      const next = nameOf(lost);
      expect(next).not.toBe(name);
      const again = lost.and(claim(next), 'lead');
      again.when(claim(next), 'lead').refuses(null, 'began this posting already');
      expect([name, next]).not.toContain(nameOf(again));
      again.and(note(next, arrived), 'lead').when(claim(next), 'lead').refuses(null, 'posted this summary already');
    }
  });

  it.each<[string, Sent, Who]>([
    ['evidence', evidence({}), 'inspector'],
    ['an erasure', erase('E-001'), 'lead'],
    ['the team', setTeam({ observers: [] }), 'lead'],
    ['a signature', signOff, 'lead'],
  ])('[M6] has another name after a change to %s', (_, command, who) => {
    expect(nameOf(story.and(command, who))).not.toBe(name);
  });

  it('[M6] has another name after a reopening', () => {
    expect(nameOf(sif.signedOff().and(reopen('A late complaint'), 'lead'))).not.toBe(nameOf(sif.signedOff()));
  });

  it('[M2] is no matter of the board, which stands where it was placed last', () => {
    const placed = story.and({ type: 'PlaceBoard', ...arrived }, 'lead');
    expect([placed.state().board, nameOf(placed)]).toEqual([arrived, name]);
  });
});

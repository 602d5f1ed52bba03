import { describe, it } from 'vitest';
import { summaryPosting } from '../../src/domain/matters/postings.ts';
import { framework } from '../support/frameworks.ts';
import { begunAs, under } from '../support/given.ts';
import { raters } from '../support/people.ts';
import {
  acknowledge,
  closeConcern,
  concern,
  evidence,
  finding,
  pause,
  refer,
  type Sent,
  signOff,
} from '../support/sent.ts';
import { answerRound, closeRound, openRound } from '../support/sent-round.ts';

const sif = under('sif-2013');

describe('two people who do the same at once', () => {
  it('[D10] close a child at risk once, and the second is told who was first', () => {
    const referred = sif.started().and(concern({}), 'inspector').and(refer('K-001', {}), 'inspector');
    const heard = referred.and(acknowledge('K-001', {}), 'deputy');
    heard.when(acknowledge('K-001', {}), 'lead').refuses(null, 'K-001 was acknowledged already');
    const closed = heard.and(closeConcern('K-001'), 'lead');
    for (const again of [closeConcern('K-001'), refer('K-001', {}), acknowledge('K-001', {})])
      closed.when(again, 'deputy').refuses(null, 'K-001 is closed already, by Ana Reyes');
  });

  it('[D10] pause and resume once', () => {
    const paused = sif.started().and(pause('2013-11-19'), 'lead');
    paused.when(pause('2013-11-20'), 'deputy').refuses(null, 'Ana Reyes paused it already, from 19 November 2013');
    const resume: Sent = { type: 'ResumeInspection', on: '2013-11-20', note: null };
    const resumed = paused.and(resume, 'deputy');
    resumed.when(resume, 'lead').refuses(null, 'Ben Okoro resumed it already: it goes on from 20 November 2013');
  });

  it('[D10] adopt a finding once', () => {
    const adopt: Sent = { type: 'AdoptFinding', item: 'F-001' };
    begunAs(framework('sif-2013'), { narrative: true })
      .and(evidence({}), 'inspector')
      .and(finding({}), 'inspector')
      .and(adopt, 'deputy')
      .when(adopt, 'lead')
      .refuses(null, 'Ben Okoro adopted F-001');
  });

  it('[D10] close a round once; where it closed by itself, nobody is named', () => {
    const open = sif.started().and(openRound('leadership', 'by-person'), 'lead');
    const closed = open.and(closeRound('R-001'), 'deputy');
    closed.when(closeRound('R-001'), 'lead').refuses(null, 'R-001 is closed already, by Ben Okoro');
    closed.when(answerRound('R-001', 'good'), 'inspector').refuses(null, 'R-001 is closed already, by Ben Okoro');
    const all = raters.reduce((so, who) => so.and(answerRound('R-001', 'good'), who), open);
    all
      .and({ type: 'ShowRound', item: 'R-001' }, 'partner')
      .when(closeRound('R-001'), 'lead')
      .refuses(null, 'R-001 is closed.');
  });

  it('[D10] sign once', () => {
    sif.settled().and(signOff, 'lead').when(signOff, 'deputy').refuses(null, 'Ana Reyes signed already');
  });

  it('[D10] post a summary once, and it is said to stand in the channel only where it does', () => {
    const settled = sif.settled();
    const posting = summaryPosting(settled.state());
    const claim: Sent = { type: 'ClaimPosting', posting };
    const begun = settled.and(claim, 'lead');
    begun.when(claim, 'deputy').refuses(null, 'Ana Reyes began this posting already, and Slack has not confirmed it');
    const slack = { channel: 'CTEAM', ts: '1384855200.000100' };
    const posted = begun.and({ type: 'NotePosting', posting, slack, text: 'PROVISIONAL' }, 'lead');
    posted.when(claim, 'deputy').refuses(null, 'Ana Reyes posted this summary already. It stands in the channel.');
  });
});

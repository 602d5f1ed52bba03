import { openTries, type Posting, summaryPosting } from '../src/domain/matters/posting.ts';
import { may } from '../src/domain/roles.ts';
import { summaryOf } from '../src/domain/summary.ts';
import { type Part, says } from '../src/words/message.ts';
import { summaryMessage } from '../src/words/summary.ts';
import { timeOf } from '../src/words/times.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';

/** Why an earlier preview is not posted. `before` is what became of its own posting, if there was one. */
const whyNotThis = (before: Posting | undefined): string => {
  if (!before) return 'The record has changed since this preview. Look at /judge summary again, then post.';
  if (before.slack) return 'This summary was posted already. It stands in the channel.';
  if (before.refused) return 'Slack did not take this one. Look at /judge summary again, then post.';
  return 'This posting was begun already, and Slack has not confirmed it. Look in the channel. Look at /judge summary to post again.';
};

const offer = (ask: AskOfInspection): Part[] => {
  const { inspection, at } = ask;
  if (!may(ask.member.role, 'post to the channel'))
    return [{ note: 'Only you can see this. The lead or deputy posts it to the channel.' }];
  const posting = summaryPosting(inspection);
  const posted = inspection.postings.get(posting);
  if (posted?.slack)
    return [
      {
        note: `Only you can see this. It was posted to the channel at ${timeOf(posted.at, inspection.timeZone)} and nothing in it has changed since.`,
      },
    ];
  const open = openTries(inspection).findLast((each) => !each.refused);
  const doubt: Part[] = open
    ? [
        {
          lines: [
            [
              `Slack did not confirm the posting begun at ${timeOf(open.at, inspection.timeZone)}. Look in the channel before you post again.`,
            ],
          ],
        },
      ]
    : [];
  return [
    ...doubt,
    { note: `Only you can see this preview, as at ${timeOf(at, inspection.timeZone)}.` },
    { buttons: [{ label: 'Post to the team channel', does: `summary post ${posting}`, main: true }] },
  ];
};

const asked = (ask: AskOfInspection): Reply => {
  const { inspection, at, head } = ask;
  const message = summaryMessage(summaryOf(inspection), at, head);
  const words = ask.words.trim();
  if (words === '') return { say: { parts: [...message.parts, ...offer(ask)] } };
  const posting = words.match(/^post (summary \d+(?: again \d+)?)$/)?.[1];
  if (!posting)
    return { say: says('Use /judge summary on its own: it shows the summary, with a button that posts it.') };
  if (posting !== summaryPosting(inspection)) {
    return { say: says(whyNotThis(inspection.postings.get(posting))) };
  }
  return { post: message, posting };
};

export const summary: InspectionSubcommand = {
  of: 'inspection',
  word: 'summary',
  usage: '',
  about: 'Shows the summary of judgements and what they rest on; the lead or deputy posts it to the team channel.',
  example: '/judge summary',
  act: 'read',
  asked,
  form: null,
};

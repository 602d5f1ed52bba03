import { z } from 'zod';
import { openTries, summaryPosting, unfinishedThread, whyNotAgain } from '../src/domain/matters/postings.ts';
import { asksForReason, emptySides } from '../src/domain/matters/sides.ts';
import { momentIn } from '../src/domain/moments.ts';
import { type Act, may } from '../src/domain/roles.ts';
import { type Summary, summaryOf } from '../src/domain/summary.ts';
import { emptyInWords } from '../src/words/based-on.ts';
import { sayingSoInText } from '../src/words/fitting.ts';
import { matterRows } from '../src/words/matter-rows.ts';
import {
  type Button,
  counted,
  followedBy,
  lineIf,
  type Message,
  message,
  type Part,
  paragraph,
  says,
} from '../src/words/message.ts';
import { doubtMatters } from '../src/words/open-matters.ts';
import { pagesOf } from '../src/words/summary/chapters.ts';
import { headlineOf } from '../src/words/summary/headline.ts';
import { threadOf } from '../src/words/summary/thread.ts';
import { momentOf, timeOf } from '../src/words/times.ts';
import type { AskOfInspection, Earlier, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import { box, saidLines } from './fields.ts';
import { type About, type Form, one, type Values } from './form.ts';
import { askAboutNames } from './forms/names.ts';
import { keeps, notAllowed, tells } from './reply.ts';

const looksAt: Act = 'post to the channel';

/** What may be done with the summary that is looked at, by whoever looks. */
const offer = (ask: AskOfInspection, ...more: Button[]): Part[] => {
  const { inspection } = ask;
  if (!may(ask.member.role, looksAt))
    return [{ note: 'Only you can see this. The lead or deputy posts it to the channel.' }, { buttons: more }];
  const posting = summaryPosting(inspection);
  const posted = inspection.postings.get(posting);
  if (posted?.slack) {
    const thread = unfinishedThread(inspection) ? ' Its thread is not whole yet.' : '';
    const at = timeOf(inspection, posted.at);
    return [
      ...matterRows(doubtMatters(inspection)),
      {
        note: `Only you can see this. It was posted to the channel at ${at} and nothing in it has changed since.${thread}`,
      },
      { buttons: more },
    ];
  }
  const open = openTries(inspection).findLast((each) => !each.refused);
  const doubt = open
    ? `Slack did not confirm the posting begun at ${timeOf(inspection, open.at)}. Look in the channel before you post again.`
    : '';
  return [
    { lines: lineIf(open, doubt) },
    { note: 'Only you can see this.' },
    { buttons: [{ label: 'Post to the team channel', does: `summary post ${posting}`, main: true }, ...more] },
  ];
};

const theReplies = (typed: string): Button => ({ label: 'The replies', does: `summary${typed} replies 1` });

/** What is looked at: the summary of now, or of an earlier moment as it was typed. */
type Looked = { summary: Summary; typed: string; last: (...more: Button[]) => Part[] };

/** The replies that follow the headline in its thread, whole, by pages. */
const repliesShown = ({ summary, typed, last }: Looked, page: number): Message => {
  const pages = pagesOf(
    threadOf(summary)
      .slice(0, -1)
      .map(({ says }) => says.parts),
  );
  const shown = Math.min(Math.max(page, 1), pages.length);
  const to = (label: string, place: number): Button[] =>
    pages[place - 1] ? [{ label, does: `summary${typed} replies ${place}` }] : [];
  const turning = [...to('Page before', shown - 1), ...to('Next page', shown + 1)];
  return followedBy(
    sayingSoInText(message({ note: `The replies, page ${shown} of ${pages.length}` }, ...(pages[shown - 1] ?? []))),
    ...(shown === pages.length ? last(...turning) : [{ buttons: turning }]),
  );
};

/** Asks why one side is empty, before the summary is posted. */
const drawSides = ({ inspection }: AskOfInspection, values: Values, about: About): Form => ({
  of: 'summary',
  title: 'Before it is posted',
  submit: 'Save the reason',
  pieces: [
    saidLines([
      `This summary rests on ${emptyInWords(emptySides(inspection))}. Strengths stand beside weaknesses; where one side is empty, the posting says why.`,
    ]),
    box('reason', 'Why is it empty?', one(values, 'reason'), { hint: 'The posting shows it, with your name.' }),
  ],
  about,
});

const sidesReceipt = ({ inspection }: Receipt): Message =>
  message(paragraph(`Saved. The summary shows the reason.`), {
    buttons: [
      { label: 'Post to the team channel', does: `summary post ${summaryPosting(inspection)}`, main: true },
      { label: 'Look at it first', does: 'summary' },
    ],
  });

const submittedSides = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['reason'], drawSides) ??
  keeps({ type: 'ExplainSides', reason: one(values, 'reason') }, sidesReceipt);

const howAsked = 'Give at with a day and a time for an earlier moment, such as at 2013-12-05 17:30.';

/** The summary as it stood at a moment. What was erased since is gone from it, and it says so. */
const earlierSummary = (moment: string, typed: string, page: number | null, { inspection, head }: Earlier): Message => {
  const gone = inspection.erased.length;
  const erased = `The words of ${counted(gone, 'entry', 'entries')} were erased later, so this does not show them.`;
  const as = `Only you can see this. It shows what was recorded by ${momentOf(inspection, moment)}, and nothing later.`;
  const last = (...more: Button[]): Part[] => [{ note: gone > 0 ? erased : '' }, { note: as }, { buttons: more }];
  const summary = summaryOf(inspection);
  if (page !== null) return repliesShown({ summary, typed, last }, page);
  return followedBy(headlineOf(summary, moment, head), ...last(theReplies(typed)));
};

/** "2013-12-05 17:30" as a moment of the inspection's zone, or what would be right. */
const recalled = (words: string, page: number | null, ask: AskOfInspection): Reply => {
  const { timeZone, authority } = ask.inspection;
  const read = z.tuple([z.iso.date(), z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)]).safeParse(words.split(/[ T]+/));
  if (!read.success) return tells(`"${words}" is not a day and a time. Write them so: 2013-12-05 17:30.`);
  const [day, time] = read.data;
  const moment = momentIn({ timeZone }, { day, time });
  if (moment > ask.at) return tells(`${momentOf({ timeZone }, moment)} has not come yet.`);
  return {
    recall: moment,
    answer: (earlier) => ({
      say: earlier
        ? earlierSummary(moment, ` at ${day} ${time}`, page, earlier)
        : says(`The record of ${authority} begins after ${momentOf({ timeZone }, moment)}. Name a later moment.`),
    }),
  };
};

const asked = (ask: AskOfInspection): Reply => {
  const { inspection, at, head } = ask;
  const [, words = '', page] = ask.words.trim().match(/^(.*?)\s*(?:\breplies (\d+))?$/s) ?? [];
  const place = page === undefined ? null : Number(page);
  const earlier = words.match(/^at\b\s*(.*)$/is)?.[1];
  if (earlier !== undefined) return recalled(earlier, place, ask);
  const now = summaryOf(inspection);
  const last = (...more: Button[]): Part[] => offer(ask, ...more);
  if (words === '' && place !== null) return { say: repliesShown({ summary: now, typed: '', last }, place) };
  const said = headlineOf(now, at, head);
  if (words === '') return { say: followedBy(said, ...last(theReplies(''))) };
  const [, answer, doubted = ''] = words.match(/^(stands|again) (summary \d.*)$/) ?? [];
  const acts = words === 'reason' || answer !== undefined;
  const no = acts ? notAllowed(ask, looksAt) : null;
  if (no) return no;
  if (answer) {
    const goesOn = answer === 'stands' ? 'The rest follows.' : 'It is posted again, and the rest follows.';
    return keeps({ type: 'SettlePosting', posting: doubted, stands: answer === 'stands' }, () =>
      says(`Saved. ${goesOn}`),
    );
  }
  if (words === 'reason') {
    if (emptySides(inspection).length === 0)
      return tells('The summary rests on strengths and on weaknesses, so no reason is needed.');
    return { open: drawSides(ask, { reason: inspection.explained?.reason ?? null }, {}) };
  }
  const posting = words.match(/^post (summary \d+(?: again \d+)?)$/)?.[1];
  if (!posting) return tells(howAsked);
  if (posting !== summaryPosting(inspection)) return tells(whyNotAgain(inspection, posting));
  if (asksForReason(inspection) && may(ask.member.role, looksAt)) return { open: drawSides(ask, {}, {}) };
  return { post: said, posting };
};

export const summary: InspectionSubcommand = {
  of: 'inspection',
  word: 'summary',
  usage: '[at 2013-12-05 17:30]',
  about:
    'Shows the summary of judgements and what they rest on, now or at an earlier moment; the lead or deputy posts the present one to the team channel.',
  brief: 'the summary, to read or to post',
  offers: [{ label: 'Summary', sealed: true }],
  example: '/judge summary',
  act: 'read',
  showsHead: true,
  asked,
  form: { draw: drawSides, submitted: submittedSides },
};

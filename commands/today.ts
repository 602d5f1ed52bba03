import { countedUntil, dailyOf } from '../src/domain/daily.ts';
import { wantsDailySummary } from '../src/domain/matters/daily-summary.ts';
import { may } from '../src/domain/roles.ts';
import { dailyMessage } from '../src/words/daily.ts';
import { type Message, message, paragraph, says } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { keeps, offers, todayOf } from './reply.ts';

/** The daily summary so far. Whoever gets it daily can ask here for no more, or for it again. */
const soFar = (ask: AskOfInspection): Message => {
  const { inspection, at, head, holidays, member } = ask;
  const daily = dailyOf(inspection, todayOf(ask), countedUntil(inspection, at, at), holidays);
  const wanted = wantsDailySummary(inspection, member.person);
  const setting = wanted
    ? { label: 'Fewer of these', does: 'today off' }
    : { label: 'Send it daily', does: 'today on' };
  const buttons = [
    { label: 'Board', does: 'status board' },
    ...(may(member.role, 'get the daily summary') ? [setting] : []),
  ];
  const { parts } = dailyMessage(daily, { of: at, at, head, holidays }, buttons, member.role);
  return message(...parts, { note: 'Only you can see this.' });
};

const receiptFor = ({ inspection }: AskOfInspection, wanted: boolean): Message =>
  wanted
    ? says(
        `The daily summary of ${inspection.authority} comes to you again, at ${inspection.dailySummaryAt} on working days.`,
      )
    : message(paragraph(`You get no more daily summaries of ${inspection.authority}.`), {
        buttons: [{ label: 'Send it daily', does: `in ${inspection.id} today on` }],
      });

const asked = (ask: AskOfInspection): Reply => {
  const words = ask.words.trim().toLowerCase();
  if (words === '') return { say: soFar(ask) };
  if (words !== 'on' && words !== 'off')
    return offers('Daily summaries can be sent to you or not.', [
      { label: 'Today so far', does: 'today' },
      { label: 'Send them', does: 'today on' },
      { label: 'Send none', does: 'today off' },
    ]);
  const wanted = words === 'on';
  return keeps({ type: 'WantDailySummary', wanted }, () => receiptFor(ask, wanted));
};

export const today: InspectionSubcommand = {
  of: 'inspection',
  word: 'today',
  usage: '[off or on]',
  about: 'Shows the daily summary so far. It is sent to lead and deputy daily; off and on are for them.',
  brief: 'the daily summary so far',
  offers: [{ label: 'Today so far', sealed: true }],
  example: '/judge today',
  act: 'read',
  showsHead: true,
  asked,
  form: null,
};

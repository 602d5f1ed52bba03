import type { Inspection } from '../src/domain/inspection.ts';
import { notHere, whyNotChanged } from '../src/domain/kinds.ts';
import { changeButtons } from '../src/words/items.ts';
import { listing } from '../src/words/listing.ts';
import { meetingLine, meetingParts, untrailedLines } from '../src/words/meeting.ts';
import { message, type Part, titled } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import type { About, Values } from './form.ts';
import { longMeetingTexts, meetingCommand, meetingForm } from './forms/meeting.ts';
import { namedItem } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import { textAfter } from './forms/typed.ts';
import { receiptOf } from './receipt.ts';
import { keeps, notAllowed, tells } from './reply.ts';

/** What the authority has not heard of yet, after a meeting: nothing where there is nothing. */
const stillToTrail = (inspection: Inspection, at: string): Part[] => {
  return titled(['For the next meeting:'], untrailedLines(inspection, at));
};

const receipt = receiptOf(
  ({ meetings }) => meetings,
  (inspection, found, at) => [...meetingParts(inspection, found, at), ...stillToTrail(inspection, at)],
);

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, longMeetingTexts, meetingForm) ?? keeps(meetingCommand(values, about), receipt);

const list = ({ inspection, at }: AskOfInspection): Reply => {
  const all = [...inspection.meetings.values()].reverse();
  if (all.length === 0) return tells('No meeting was recorded yet. To record one: /judge meeting');
  const line = (each: (typeof all)[number], most: number) => meetingLine(inspection, each, at, most);
  return { say: listing('Meetings, newest first:', all, line, 'See one with /judge meeting M-001.') };
};

export const meeting: InspectionSubcommand = {
  of: 'inspection',
  word: 'meeting',
  usage: '[list]',
  about: 'Records who met and the messages given, and which areas each message trails. list shows them all.',
  brief: 'who met, and the messages given',
  offers: [
    { label: 'Record a meeting', act: 'record a meeting', sealed: true },
    { label: 'Meetings', words: 'list', sealed: true },
  ],
  example: '/judge meeting',
  act: 'read',
  asked: (ask) => {
    const words = ask.words.trim();
    if (words.toLowerCase() === 'list') return list(ask);
    const named = namedItem('M', [], words);
    if (!named) {
      const text = textAfter(words);
      return (
        notAllowed(ask, 'record a meeting') ?? { open: meetingForm(ask, text === '' ? {} : { message1: text }, {}) }
      );
    }
    const found = ask.inspection.meetings.get(named.item);
    if (!found) return tells(notHere(ask.inspection, named.item));
    const { item } = found;
    const withdraw = { label: 'Withdraw', does: `withdraw ${item}` };
    const changes = whyNotChanged(ask.inspection, item, ask.by) === null ? [withdraw] : [];
    return {
      say: message(...meetingParts(ask.inspection, found, ask.at), ...changeButtons(ask, item, ...changes)),
    };
  },
  form: { draw: meetingForm, submitted },
};

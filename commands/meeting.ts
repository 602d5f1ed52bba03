import { areaOf, listed } from '../src/domain/framework.ts';
import { untrailed } from '../src/domain/matters/meeting.ts';
import { listing, pageOf } from '../src/words/listing.ts';
import { lineIf, type Part } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import type { About, Values } from './form.ts';
import { longMeetingTexts, meetingCommand, meetingForm } from './forms/meeting.ts';
import { namedItem } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import { textAfter } from './forms/typed.ts';
import { receiptOf } from './receipt.ts';
import { keeps, notAllowed, offers, shownItem, where } from './reply.ts';

/** What the authority has not heard of yet, after a meeting: nothing where there is nothing. */
const stillToTrail = ({ inspection }: Receipt): Part[] => {
  const areas = untrailed(inspection).map(({ area }) => areaOf(inspection.framework, area).short);
  return [{ lines: lineIf(areas.length > 0, `For the next meeting: ${listed(areas, 'and')}.`) }];
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, longMeetingTexts, meetingForm) ??
  keeps(meetingCommand(values, about), receiptOf(ask, stillToTrail));

const meetings = (ask: AskOfInspection, page: number): Reply => {
  const all = [...ask.inspection.meetings.keys()].reverse();
  if (all.length === 0)
    return offers('No meeting was recorded yet.', where(ask, 'record a meeting', 'Record one', 'meeting'));
  return { say: listing(ask, 'Meetings, newest first:', all, { words: 'meeting list', page }) };
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
    const list = pageOf(words.toLowerCase());
    if (list.words === 'list') return meetings(ask, list.page);
    const named = namedItem('M', [], words);
    if (!named) {
      const text = textAfter(words);
      return (
        notAllowed(ask, 'record a meeting') ?? { open: meetingForm(ask, text === '' ? {} : { message1: text }, {}) }
      );
    }
    return shownItem(ask, named.item);
  },
  form: { draw: meetingForm, submitted },
};

import { inWordsOf, labelsInWordsOf } from '../../src/domain/field.ts';
import { type Meeting, meetingKinds, meetingLabels, messagePlaces } from '../../src/domain/matters/meeting.ts';
import { untrailedLines } from '../../src/words/meeting.ts';
import { titled } from '../../src/words/message.ts';
import type { AskOfInspection } from '../contract.ts';
import { areasToChoose, box, labelled, line, menuOfMany, moment, radio, said } from '../fields.ts';
import { type About, type Form, fieldsIn, one, type Piece, several, type Values } from '../form.ts';
import { correcting, seenIn } from './meanwhile.ts';

/** The form of a meeting: who was there, and up to four messages with the areas that each trails. */

export const longMeetingTexts = ['present', ...messagePlaces.map((place) => `message${place}`)];

/** Above the messages: what the next one should trail. */
const toTrail = ({ inspection, at }: AskOfInspection): Piece =>
  said(...titled(['For this meeting or the next:'], untrailedLines(inspection, at)));

const valuesOfMeeting = ({ kind, heldAt, present, messages }: Meeting): Values => ({
  kind,
  heldAt,
  present,
  ...Object.fromEntries(
    messages.flatMap(({ text, areas }, index) => [
      [`message${index + 1}`, text],
      [`areas${index + 1}`, areas],
    ]),
  ),
});

export const meetingForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const areas = areasToChoose(ask.inspection.framework.areas);
  const messages = messagePlaces.flatMap((place): Piece[] => [
    box(`message${place}`, `Message ${place}`, one(values, `message${place}`), {
      required: place === 1,
      ...(place === 1
        ? { hint: inWordsOf(ask.inspection, 'As it was said. No names of {children}: use a {case} reference.') }
        : {}),
    }),
    menuOfMany(`areas${place}`, `Areas that message ${place} trails`, areas, several(values, `areas${place}`), {
      required: false,
    }),
  ]);
  return {
    of: 'meeting',
    title: about.item ? `Correct ${about.item}` : 'Record a meeting',
    submit: 'Save',
    pieces: [
      radio(
        'kind',
        'Kind of meeting',
        labelled(meetingKinds, labelsInWordsOf(ask.inspection, meetingLabels)),
        one(values, 'kind') ?? 'keep-in-touch',
      ),
      moment('heldAt', 'Held at', one(values, 'heldAt') ?? ask.at),
      line('present', 'Who was there?', one(values, 'present'), {
        hint: inWordsOf(ask.inspection, 'Those of the {authority} by role, such as {the director}.'),
      }),
      ...(about.item ? [] : [toTrail(ask)]),
      ...messages,
    ],
    about,
  };
};

/** What the form sends, for its door to read. */
export const meetingCommand = (values: Values, about: About): Record<string, unknown> => ({
  ...(about.item
    ? { type: 'CorrectItem', of: 'meeting', item: about.item, seen: seenIn(about) }
    : { type: 'RecordMeeting' }),
  ...fieldsIn(values, 'kind', 'heldAt', 'present'),
  ...Object.fromEntries(
    messagePlaces.flatMap((place) => [
      [`message${place}`, one(values, `message${place}`)],
      [`areas${place}`, several(values, `areas${place}`)],
    ]),
  ),
});

/** A meeting as it was recorded, to be put right. */
export const correctedMeeting = (ask: AskOfInspection, item: string): Form | null => {
  const meeting = ask.inspection.meetings.get(item);
  return meeting ? meetingForm(ask, valuesOfMeeting(meeting), correcting(ask, item)) : null;
};

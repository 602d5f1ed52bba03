import { areaOf, areaWord } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type ItemOf, itemIn, type Letter, letterOf, whyNotChanged } from '../domain/kinds.ts';
import { challengeOf } from '../domain/matters/comment.ts';
import { isSecond } from '../domain/matters/confirmation.ts';
import { isAsked, waitedFor } from '../domain/matters/round-answers.ts';
import { type Person, samePerson } from '../domain/people.ts';
import { type Act, may } from '../domain/roles.ts';
import { reserveFor } from '../domain/samples.ts';
import { roleOf } from '../domain/standing.ts';
import { concernButtons } from './concern.ts';
import type { Part, Pressed } from './message.ts';

/** Who would act: what their role allows, whether they may put the item right, and who they are. */
type Asker = { may: (act: Act) => boolean; changes: boolean; person: Person };

/** What may be done with one item of a kind, the likeliest first; nothing that would be refused. */
type Acts<Item> = (inspection: Inspection, item: Item, asker: Asker) => Pressed[];

const where = (so: boolean, label: string, does: string): Pressed[] => (so ? [{ label, does }] : []);

const correct = ({ changes }: Asker, item: string): Pressed[] => where(changes, 'Correct', `edit ${item}`);
const withdraw = ({ changes }: Asker, item: string): Pressed[] => where(changes, 'Withdraw', `withdraw ${item}`);
const correctOrWithdraw: Acts<{ item: string }> = (_, { item }, asker) => [
  ...correct(asker, item),
  ...withdraw(asker, item),
];

/** Another grade takes its place: of a proposal it is also how it is decided on. */
const gradeAgain =
  (label: string, act: Act): Acts<{ area: string }> =>
  ({ framework, sealed }, { area }, asker) =>
    where(asker.may(act) && !sealed, label, `grade ${areaWord(areaOf(framework, area))}`);

const confirms = (inspection: Inspection, item: string, asker: Asker): Pressed[] =>
  where(
    asker.may('confirm a {case}') && !inspection.sealed && isSecond(inspection, item, asker.person),
    'Confirm',
    `confirm ${item}`,
  );

const answering = 'answer comments and judge the {authority}’s plan';

/** The only list of what may be done with items, each by the letter of its numbers. */
const acts: { [Of in Letter]: Acts<ItemOf<Of>> } = {
  A: (_, { item }, { changes }) => [
    ...where(changes, 'Change', `recommend change ${item}`),
    ...where(changes, 'Withdraw', `recommend withdraw ${item}`),
  ],
  B: correctOrWithdraw,
  C: (inspection, { item, removed }, asker) => [
    ...(removed ? [] : confirms(inspection, item, asker)),
    ...where(
      removed !== null && asker.may('register {cases}') && !inspection.sealed && reserveFor(inspection, item) !== null,
      'Use a reserve',
      `case ${item} reserve`,
    ),
    ...where(asker.changes, 'Change', `case ${item} change`),
    ...where(asker.changes, 'Take off', `case ${item} remove`),
  ],
  D: (inspection, { item, answered, withdrawn }, asker) => {
    const open = !withdrawn && challengeOf(inspection, item) === null;
    return [
      ...where(open && asker.may(answering), answered ? 'Answer again' : 'Answer', `comments answer ${item}`),
      ...where(open && !answered && asker.may('challenge a judgement'), 'It touches a grade', `challenge ${item}`),
      ...withdraw(asker, item),
    ];
  },
  E: (inspection, { item, withdrawn }, asker) => [
    ...(withdrawn ? [] : confirms(inspection, item, asker)),
    // A profile's quarter is recorded again instead.
    ...(inspection.profiles.has(item) ? withdraw(asker, item) : correctOrWithdraw(inspection, { item }, asker)),
  ],
  F: (inspection, { item, adopted }, asker) => [
    ...where(asker.changes && !adopted && asker.may('adopt a finding'), 'Decide', `grade ${item}`),
    ...correctOrWithdraw(inspection, { item }, asker),
  ],
  G: gradeAgain('Give it again', 'give a result from elsewhere'),
  H: (_, { item, answered }, asker) => [
    ...where(!answered && asker.may('answer a challenge'), 'Answer', `challenge answer ${item}`),
    ...correct(asker, item),
  ],
  J: gradeAgain('Give it again', 'give a grade'),
  K: (_, concern, asker) => [
    ...concernButtons(concern).filter(({ does }) =>
      asker.may(does.startsWith('concern close') ? 'close {a child} at risk' : 'refer {a child} at risk back'),
    ),
    ...correct(asker, concern.item),
  ],
  L: ({ sealed }, { item, standing }, asker) => [
    ...where(asker.may('open lines of enquiry') && !sealed, 'Link evidence', `line ${item} link`),
    ...where(asker.changes, standing === 'open' ? 'Settle it' : 'Settle it anew', `line ${item} settle`),
    ...where(asker.changes, 'Change', `line ${item} change`),
  ],
  M: correctOrWithdraw,
  N: (_, { item, judged, withdrawn }, asker) => [
    ...where(!withdrawn && asker.may(answering), judged ? 'Judge again' : 'Judge', `plan judge ${item}`),
    ...withdraw(asker, item),
  ],
  P: gradeAgain('Decide', 'give a grade'),
  Q: (_, { item, received, withdrawn }, asker) => {
    const open = !received && !withdrawn && asker.may('ask the {authority} for something');
    return [
      ...where(open, 'Received', `request received ${item}`),
      ...where(open, 'Take back', `request withdraw ${item}`),
      ...correct(asker, item),
    ];
  },
  R: (inspection, round, asker) => {
    const open = !round.closed && !inspection.sealed;
    const waits = waitedFor(inspection, round).some((each) => samePerson(each, asker.person));
    return [
      ...where(
        open && isAsked(round, asker.person) && asker.may('answer a round'),
        waits ? 'Answer' : 'Change my answer',
        `round ${round.item}`,
      ),
      ...where(open && asker.may('open a round'), 'Close', `round close ${round.item}`),
    ];
  },
  S: correctOrWithdraw,
  U: correctOrWithdraw,
  T: (_, { item, section }, asker) => [
    ...where(asker.changes, 'Rewrite', `edit ${item}`),
    ...where(asker.may('return a section of the report'), 'Return', `report return ${section}`),
  ],
  V: ({ sealed }, { item, content, withdrawn }, asker) => [
    ...where(
      asker.may('record earlier inspections and context') &&
        !sealed &&
        !withdrawn &&
        content.recommendations.length > 0,
      'Say what became of one',
      `previous test ${item}`,
    ),
    ...(content.from === null ? correct(asker, item) : []),
    ...withdraw(asker, item),
  ],
};

/** What this person may do with an item of the ordinary record, whatever its kind. */
export const itemActs = (inspection: Inspection, item: string, person: Person): Pressed[] => {
  const letter = letterOf(item);
  const found = itemIn(inspection, item);
  if (!letter || !found) return [];
  const role = roleOf(inspection, person);
  const changes = whyNotChanged(inspection, item, person) === null;
  return (acts[letter] as Acts<never>)(inspection, found as never, {
    may: (act) => may(role, act),
    changes,
    person,
  });
};

/** The same as buttons under the item; the first is what comes next. */
export const itemButtons = (inspection: Inspection, item: string, person: Person): Part => ({
  buttons: itemActs(inspection, item, person),
});

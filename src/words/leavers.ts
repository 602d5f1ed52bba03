import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Leaver, LeftBehind } from '../domain/left-behind.ts';
import { firstOf } from './fitting.ts';
import { type Line, type Message, message, type Part, paragraph, titled } from './message.ts';

/** What waited for somebody who is gone, named so that somebody else takes it on. */

const kinds: readonly [LeftBehind['what'], string][] = [
  ['follows', 'follows'],
  ['was to answer', 'was to answer'],
  ['reads', 'was to read'],
  ['asked for', 'asked the {authority} for'],
  ['recorded', 'recorded the {child} at risk'],
];

/** So many of one kind are named. */
const most = 8;

/** "follows L-003 and L-007; asked the authority for Q-002". */
export const leftInWords = (inspection: Inspection, left: readonly LeftBehind[]): string =>
  kinds
    .flatMap(([what, words]) => {
      const items = left.filter((each) => each.what === what).map(({ item }) => item);
      return items.length === 0 ? [] : [`${inWordsOf(inspection, words)} ${firstOf(items, most)}`];
    })
    .join('; ');

const leaverLine = (inspection: Inspection, { name, left }: Leaver): Line => [
  { strong: name },
  `: ${leftInWords(inspection, left)}`,
];

/** Below the team: who left it with something waiting. Nothing where nobody did. */
export const leaverParts = (inspection: Inspection, all: readonly Leaver[]): Part[] =>
  titled(
    ['Left the team, with something that waits for somebody else now:'],
    all.map((leaver) => leaverLine(inspection, leaver)),
  );

/** What the lead is told where somebody else changed the team. */
export const leaverNotice = (inspection: Inspection, leaver: Leaver): Message =>
  message(
    paragraph(
      `${inspection.authority}: ${leaver.name} is no longer on the team. What they recorded stays under their name.`,
    ),
    paragraph('Waiting for somebody else now:'),
    { list: [leaverLine(inspection, leaver)] },
    { buttons: [{ label: 'See the team', does: `in ${inspection.id} team` }] },
  );

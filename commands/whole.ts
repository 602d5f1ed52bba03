import { itemIn, letterOf } from '../src/domain/kinds.ts';
import { restingOn } from '../src/domain/matters/resting.ts';
import type { Steps } from '../src/domain/steps.ts';
import { confirmationParts } from '../src/words/confirmation.ts';
import { message, type Part } from '../src/words/message.ts';
import { found, termsIn } from '../src/words/search.ts';
import { earlierWordings, restsOnIt } from '../src/words/whole.ts';
import type { AskOfInspection, Reply } from './contract.ts';

/** An item whole on a page. */

/** What rests on an item or names it, but for evidence where that stands with it already. */
function* restingOrNaming(ask: AskOfInspection, item: string, withEvidence: boolean): Steps<string[]> {
  const named = yield* found(ask.inspection, termsIn(item));
  const all = new Set([...restingOn(ask.inspection, item), ...named]);
  return [...all].filter((each) => each !== item && !(withEvidence && letterOf(each) === 'E'));
}

function* paged(ask: AskOfInspection, item: string, said: readonly Part[], withEvidence: boolean): Steps<Reply> {
  const { inspection, restricted, at } = ask;
  const ordinary = itemIn(inspection, item);
  const now = ordinary ?? restricted?.evidence.get(item);
  const earlier = (ordinary ? inspection : restricted)?.corrections.get(item)?.earlier ?? [];
  const resting = ordinary ? yield* restingOrNaming(ask, item, withEvidence) : [];
  const whole = message(
    ...said,
    ...confirmationParts(inspection, item),
    ...restsOnIt(ask, resting),
    ...(now ? earlierWordings(inspection, earlier, now, at) : []),
  );
  return { show: { title: item, does: item, message: whole } };
}

/** A page of an item: what is said of it, what second inspectors saw, what rests on it, and how it read before. */
export const itemPage = (ask: AskOfInspection, item: string, said: readonly Part[], withEvidence = false): Reply => ({
  working: paged(ask, item, said, withEvidence),
});

/** The same of what an item's own word answers; anything else as it is. Cases and lines stand with their evidence. */
export const onPage = (ask: AskOfInspection, item: string, reply: Reply): Reply =>
  'say' in reply && (itemIn(ask.inspection, item) || ask.restricted?.evidence.has(item))
    ? itemPage(ask, item, reply.say.parts, letterOf(item) === 'C' || letterOf(item) === 'L')
    : reply;

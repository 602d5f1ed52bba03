import type { z } from 'zod';
import type { Inspection } from './inspection.ts';
import type { InspectionStarted } from './matters/start.ts';
import type { By, Entered } from './people.ts';
import type { Decision } from './refusal.ts';
import type { RestrictedRecord } from './restricted.ts';
import type { Act } from './roles.ts';

/** What can be kept or asked: an object that says which kind it is in its `type`. */
export type Typed = z.core.$ZodTypeDiscriminable & z.ZodType<{ type: string }>;

/**
 * What an event unsettles. `signature`: what was signed is other, so the signatures lapse. `changed`: a summary
 * reads otherwise, and what was signed stays signed. `nothing`: neither.
 */
export type Moves = 'signature' | 'changed' | 'nothing';

/** What any of these schemas takes. */
export type Of<Schemas extends readonly Typed[]> = z.infer<Schemas[number]>;

/**
 * One matter of a history: what can be asked, what then happened, and what that comes to. `Subject` is what a command is
 * decided upon, `State` what the events are folded into.
 */
type MatterOf<
  Subject,
  State,
  Commands extends readonly Typed[],
  Events extends readonly Typed[],
  Fact extends { type: string },
> = {
  commands: Commands;
  events: Events;
  /** What its commands come to, which may be events of other matters too. Reads nothing but its arguments. */
  decide: (command: Of<Commands>, subject: Subject, by: By) => Decision<Fact>;
  /** How each event is folded into the state, in place. */
  evolve: {
    [Type in Of<Events>['type']]: (state: State, event: Extract<Of<Events>, { type: Type }>, entered: Entered) => void;
  };
  /** Events that put right, or give whole, what others may have open in a form. */
  corrects?: readonly Of<Events>['type'][];
};

/** A matter of an inspection. */
type Matter<
  Commands extends readonly Typed[],
  Events extends readonly Typed[],
  Fact extends { type: string },
  Slice extends Partial<Inspection>,
> = MatterOf<Inspection, Inspection, Commands, Events, Fact> & {
  /** What somebody must be allowed to do, to ask any of its commands or each of them. Where nothing is said, `decide` sees to it. */
  act?: Act | { readonly [Type in Of<Commands>['type']]?: Act };
  /** Whether it rests once the inspection is signed off or ended incomplete. */
  sealed: boolean;
  /** Its slice of the state as an inspection begins; its type stands beside the matter. */
  begins: (start: InspectionStarted, entered: Entered) => Slice;
  /** What its events unsettle, as the inspection stands before they are folded in. */
  moves: Moves | ((inspection: Inspection, event: Of<Events>) => Moves);
  /** Events that the leads need not be told of: what the app noted of its own acts, what somebody set for themselves. */
  untold?: readonly Of<Events>['type'][];
  /** What a command or event is about, as corrections name it; its item where this is not said. */
  about?: (said: Of<Commands> | Of<Events>) => string;
};

/** Makes a row of the list of matters (`matters.ts`): a command or event left out of `decide` or `evolve` does not compile. */
export const matter = <
  const Commands extends readonly Typed[],
  const Events extends readonly Typed[],
  Fact extends { type: string },
  Slice extends Partial<Inspection>,
>(
  row: Matter<Commands, Events, Fact, Slice>,
): Matter<Commands, Events, Fact, Slice> => row;

/** What a restricted command is decided upon: the restricted record, and the inspection that it belongs to. */
export type RestrictedSubject = { record: RestrictedRecord; inspection: Inspection };

/** Makes a row of the list of restricted matters (`restricted.ts`). */
export const restrictedMatter = <
  const Commands extends readonly Typed[],
  const Events extends readonly Typed[],
  Fact extends { type: string },
>(
  row: MatterOf<RestrictedSubject, RestrictedRecord, Commands, Events, Fact>,
): MatterOf<RestrictedSubject, RestrictedRecord, Commands, Events, Fact> => row;

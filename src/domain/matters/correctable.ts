import type { Inspection } from '../inspection.ts';
import { letterOf } from '../items.ts';
import { type Person, samePerson } from '../people.ts';
import { type Act, may, onlyFor } from '../roles.ts';
import { sealedWords } from '../sealed.ts';
import { roleOf } from '../standing.ts';

/* Which kinds of item are put right by matters/correction.ts: whose they are, when they change no more, how they are withdrawn. */

/** An item of one of these kinds as it stands: whose it is, and why it changes no more, where it does not. */
type Standing = { by: Person; says: object; over: string | null };

type Kind = {
  act: Act;
  /** Where its numbers are found. */
  list: string;
  standing(inspection: Inspection, item: string): Standing | undefined;
  /** Whether signing off seals it. */
  sealed: boolean;
  /** Withdraws it; null where it is not withdrawn, and what is done instead. */
  withdraw: ((inspection: Inspection, item: string, withdrawn: Withdrawn) => void) | null;
};

type Withdrawn = { reason: string; by: Person; at: string };
const withdrawnWords = (item: string, withdrawn: { reason: string } | null): string | null =>
  withdrawn && `${item} was withdrawn: ${withdrawn.reason}`;

/** By the letter of the item's number. */
export const kinds: Readonly<Record<string, Kind>> = {
  M: {
    act: 'record a meeting',
    list: '/judge meeting list',
    sealed: false,
    standing: ({ meetings }, item) => {
      const found = meetings.get(item);
      return found && { by: found.by, says: found, over: withdrawnWords(item, found.withdrawn) };
    },
    withdraw: ({ meetings }, item, withdrawn) => {
      const found = meetings.get(item);
      if (found) meetings.set(item, { ...found, withdrawn });
    },
  },
  K: {
    act: 'record a child at risk',
    list: '/judge concern list',
    sealed: false,
    standing: ({ concerns }, item) => {
      const found = concerns.get(item);
      return found && { by: found.by, says: found, over: null };
    },
    withdraw: null,
  },
  H: {
    act: 'challenge a judgement',
    list: '/judge challenge list',
    sealed: false,
    standing: ({ challenges }, item) => {
      const found = challenges.get(item);
      return found && { by: found.by, says: found, over: null };
    },
    withdraw: null,
  },
  Q: {
    act: 'ask the authority for something',
    list: '/judge request list',
    sealed: false,
    standing: ({ requests }, item) => {
      const found = requests.get(item);
      const over = found?.withdrawn ? `${item} was taken back: ${found.withdrawn.reason}` : null;
      return found && { by: found.by, says: found, over };
    },
    withdraw: null,
  },
  V: {
    act: 'record earlier inspections and context',
    list: '/judge previous',
    sealed: true,
    standing: (inspection, item) => {
      const found = inspection.previous.get(item);
      return found && { by: found.by, says: found.content, over: withdrawnWords(item, found.withdrawn) };
    },
    withdraw: (inspection, item, withdrawn) => {
      const found = inspection.previous.get(item);
      if (found) inspection.previous.set(item, { ...found, withdrawn });
    },
  },
};

/** Why this person may not change an item of these kinds; null where they may. Asked at opening and again at submission. */
export const whyNotChange = (inspection: Inspection, item: string, person: Person): string | null => {
  const kind = kinds[letterOf(item)];
  const standing = kind?.standing(inspection, item);
  if (!kind || !standing) return `There is no ${item} here. See ${kind?.list ?? '/judge find'}.`;
  const role = roleOf(inspection, person);
  if (!samePerson(standing.by, person) && !may(role, 'correct what others recorded'))
    return `${item} is somebody else’s. ${onlyFor('correct what others recorded')}`;
  if (!may(role, kind.act)) return onlyFor(kind.act);
  if (kind.sealed && inspection.sealed) return sealedWords(inspection);
  return standing.over;
};

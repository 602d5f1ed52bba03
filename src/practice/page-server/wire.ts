import type { FieldEntry } from '../../local-slack/form/initial.ts';
import type { JsonObject } from '../../local-slack/json.ts';
import type { Block, View } from '../../local-slack/shown.ts';
import type { Played, Sample, Speed } from '../playing.ts';

/*
 * What travels between the page and its server. Both sides import it, and only as types.
 */

/** Somebody in the practice workspace. `is` says what they are there for. */
export type Somebody = { id: string; name: string; is: string };

export type SeenMessage = {
  ts: string;
  by: string;
  text: string;
  blocks: Block[];
  edited: boolean;
  /** Only this person sees it. */
  onlyYou: boolean;
  files: { id: string; name: string; title: string }[];
  /** What stands in its thread, the oldest first. */
  replies: SeenMessage[];
};

export type SeenConversation = {
  id: string;
  name: string;
  /** With the app alone. */
  direct: boolean;
  private: boolean;
  shared: boolean;
  archived: boolean;
  members: number;
  messages: SeenMessage[];
  /** The newest pinned one last. */
  pinned: SeenMessage[];
};

/** In somebody's place: a sample fortnight is looked at as whoever acts in it sees it. */
export type WhoeverActs = 'whoever acts';

/** Everything that one person sees, and what may be done with practice itself. */
export type Seen = {
  /** Counts up: of two, the one with the higher number is the newer, unless practice was started anew between them. */
  version: number;
  started: string;
  /** Which workspace this is of those that stood here, and the place of the newest answer in it that only one person sees. */
  answered: { in: string; last: string };
  me: string;
  people: Somebody[];
  /** The app's own account. */
  app: string;
  workspace: string;
  /** The practice time, and the zone in which it is said. */
  now: string;
  timeZone: string;
  conversations: SeenConversation[];
  home: View | null;
  /** The forms that stand open, the first one first. */
  forms: View[];
  /** A sample fortnight that plays or was played. */
  played: Played | null;
};

/** What the app's command can be asked, as help lists it. */
export type Chapter = { title: string; words: { word: string; brief: string; begins: string }[] };
type Shortcut = { id: string; name: string; on: 'message' | 'anything' };

/** What stays the same while the page is open. */
export type Setup = {
  command: { name: string; about: string; hint: string };
  words: Chapter[];
  shortcuts: Shortcut[];
  samples: readonly Sample[];
  speeds: readonly Speed[];
};

export type Entries = { [block: string]: FieldEntry };

/** Where something is pressed: the form on top, the Home, or a message. */
export type Spot = { in: 'form'; view: string } | { in: 'home' } | { in: 'message'; channel: string; ts: string };

/** How far the clock is moved. */
export type Ahead = 'to the daily summary' | 'to tomorrow' | 'over the weekend';

/** What a person does in front of their Slack. */
export type PersonalAct =
  | { act: 'type'; channel: string; text: string }
  | { act: 'press'; spot: Spot; block: string; button: string; entries: Entries }
  | { act: 'choose'; spot: Spot; what: string; entry: FieldEntry; entries: Entries }
  | { act: 'suggest'; view: string; what: string; typed: string }
  | { act: 'submit'; view: string; entries: Entries }
  | { act: 'close'; view: string }
  | { act: 'message shortcut'; shortcut: string; channel: string; ts: string }
  | { act: 'global shortcut'; shortcut: string }
  /** Opens the form that starts an inspection, with everybody in the role that they are there for. */
  | { act: 'begin'; channel: string }
  | { act: 'open home' }
  /** The words by which areas are named in the inspection that runs in this channel. */
  | { act: 'area words'; channel: string };

/** That, or what whoever practises does with practice itself. */
export type PageAct =
  | PersonalAct
  | { act: 'move the clock'; ahead: Ahead }
  | { act: 'play'; sample: string; into: boolean }
  | { act: 'pause' | 'go on' | 'take over' | 'start again' }
  | { act: 'set speed'; speed: Speed };

/** What came of it: `not` says in words why it could not be done, `errors` stands under fields by block. */
export type Came = {
  not: string | null;
  errors: { [block: string]: string };
  options: { text: string; value: string }[];
  seen: Seen;
};

export type { Block, FieldEntry, JsonObject, Played, Sample, Speed, View };

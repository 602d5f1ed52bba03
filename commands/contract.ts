import type { Framework } from '../src/domain/framework.ts';
import type { Inspection, InspectionEvent } from '../src/domain/inspection.ts';
import type { Chosen } from '../src/domain/matters/start.ts';
import type { Member, Person } from '../src/domain/people.ts';
import type { Published } from '../src/domain/published.ts';
import type { Refusal } from '../src/domain/refusal.ts';
import type { RestrictedEvent, RestrictedRecord } from '../src/domain/restricted.ts';
import type { Act } from '../src/domain/roles.ts';
import type { Steps } from '../src/domain/steps.ts';
import type { BankHolidays } from '../src/domain/working-days.ts';
import type { AskedPaper, SentFile } from '../src/words/export.ts';
import type { Button, Message } from '../src/words/message.ts';
import type { About, Candidates, Form, Values } from './form.ts';

/** Where something is asked. `shared` is true where another organisation can read along. */
export type Channel = { id: string; private: boolean; shared: boolean; archived: boolean; appIsIn: boolean };

/** People named in a form, as Slack knows them now, by user id; for a command of the workspace also the one who sent it. */
export type People = ReadonlyMap<string, Chosen>;

/** Who is in a channel: full members of the workspace, and everybody else by name, with why they can join no team. */
export type InChannel = { full: readonly Chosen[]; others: readonly string[] };

/** What is asked, by whom, when and where. A command reads nothing else: no clock, no store, no Slack. */
export type Ask = {
  by: Person;
  /** ISO 8601 in UTC. */
  at: string;
  timeZone: string;
  /** The channel's id, wherever the command was given. */
  channel: string;
  /** What was typed after the command's own word, Slack's entities decoded. */
  words: string;
  frameworks: readonly Framework[];
  holidays: BankHolidays;
  /** Four bytes by chance, for an id that must not count. */
  chance: Uint8Array;
};

/** The same, once it is known which inspection it is about and that the asker has a role in it. */
export type AskOfInspection = Ask & {
  inspection: Inspection;
  member: Member;
  /** What is restricted, for those who may read it; null for everybody else. */
  restricted: RestrictedRecord | null;
  /** Why the record of what is restricted is closed, where it is, for the same people. */
  restrictedClosed: string | null;
  /** Where the record stands. */
  head: { version: number; hash: string };
};

/** What was kept, for the words of a receipt. */
export type Receipt = {
  hash: string;
  version: number;
  at: string;
  events: readonly (InspectionEvent | RestrictedEvent)[];
  inspection: Inspection;
};

/**
 * What is to be kept, before its door has read it: `startInspection`, `inspectionCommand` or `restrictedCommand`. `sent` is the part
 * of the form that it is made of, where that is not all of it.
 */
export type ToKeep = { in: 'start' | 'inspection' | 'restricted'; command: unknown; sent?: Values };

/** An inspection as it stood at an earlier moment, and where its record stood then. */
export type Earlier = { inspection: Inspection; head: AskOfInspection['head'] };

/** What a receipt in a form offers next: a button, and the command that it comes to. */
export type Next = { label: string; does: string };

/**
 * A message as people read it, with what was forwarded in it. Times are its own, ISO 8601 in UTC; `edited` is that of its last
 * edit. `writers` wrote what was forwarded; `left` could not be taken, as "its pictures"; `ours` is what the app itself wrote.
 */
export type Written = Record<'text' | 'author' | 'at' | 'link', string> &
  Record<'writers' | 'left', readonly string[]> & { edited: string | null; ours: boolean };

/** Something to read on a page of its own; `does` is what shows it again. Pages of one word take each other's place. */
export type Page = { title: string; does: string; message: Message };

/** What is to be done. Only the Slack room does it. */
export type Reply =
  /** Tells somebody beside the asker something, once under its name: whoever speaks for the team, where it names nobody. */
  | { tell: { user: string | null; message: Message; once: string }; said: Message }
  /** Says something to the asker alone. */
  | { say: Message }
  /** Shows a page: upon a form, so that what is typed there stays, or as a modal of its own. */
  | { show: Page }
  /** Opens a form, or puts it in the place of the form that asked. */
  | { open: Form }
  /**
   * Keeps something, then says so. `another` is what a receipt in a form offers next; `refused` says what a refusal
   * comes to where there is no form to show it in.
   */
  | {
      keep: ToKeep;
      receipt: (receipt: Receipt) => Message;
      another: Next | null;
      refused: (refusals: Refusal[]) => Reply;
      /** Whether that is what a refusal comes to in a form too. */
      redraws?: true;
    }
  /**
   * Keeps several, one after the other, each under a request and as an entry of its own. Where one cannot be kept, `stopped`
   * says what follows for those after it; where it is the first, nothing is kept.
   */
  | {
      several: readonly ToKeep[];
      receipts: (kept: readonly Receipt[]) => Message;
      another: Next | null;
      stopped: (receipts: readonly Receipt[], words: string) => Reply;
    }
  /** Works out in steps what to answer: for what goes through all that is there. */
  | { working: Steps<Reply> }
  /** Posts to the team channel, once under this name. */
  | { post: Message; posting: string }
  /** Looks up how the inspection stood at a moment, by the time recorded, and answers from that; null before its start. */
  | { recall: string; answer: (earlier: Earlier | null) => Reply }
  /** Looks up every inspection, running or over, in which the asker's role allows this, and answers from them. */
  | { gather: Act; gathered: (inspections: readonly Inspection[]) => Reply }
  /** Looks at what is public of every inspection of the workspace. */
  | { look: 'published'; seen: (published: readonly Published[]) => Reply }
  /** Looks at what signed inspections of an authority came to, as far as the asker may know it, each with its head. */
  | { results: string; seen: (results: readonly Published[]) => Reply }
  /** Keeps that the record, or `only` one paper of it, is handed to the asker, then sends it to them as files. */
  | { takeOut: { restricted: boolean; only?: AskedPaper } }
  /** Sends a file to the asker in a direct message. Nothing of it is kept: it must hold nothing that is evidence. */
  | { send: SentFile }
  /** Writes to one person in a direct message, keeps it nowhere, and says so once Slack has it. */
  | { write: Message; to: Person; written: Message }
  /** Says no, each at its field, and what can be pressed beside it. */
  | { refusals: readonly Refusal[]; beside?: readonly Button[] };

/**
 * An act that somebody can choose out of all there are: what it says, in the words of the field, and what follows the word. `act`
 * is what their role must allow where that is not the word's own. It is offered while the inspection is open, and where `sealed`
 * says so once it is over too; in some inspections `only`. `asks` is what the asker says first.
 */
export type Offer = {
  label: string;
  words?: string;
  act?: Act;
  sealed?: true;
  only?: (inspection: Inspection) => boolean;
  asks?: string;
};

/** What a form comes to that leads to another word: its words are asked in its place. */
export type Instead = { asks: string };

type Common = {
  /** What is typed after /judge. */
  word: string;
  /** What may follow it. */
  usage: string;
  /** One sentence on what it does. */
  about: string;
  /** The same in a few words, for the list of all. */
  brief: string;
  /** What it can be chosen for; nothing where it is not chosen out of a list. */
  offers: readonly Offer[];
  example: string;
  /** Other words that people use for it. */
  alsoCalled?: readonly string[];
  /** What is meant for it must reach nothing else: where its word is mistyped, the text is not offered to be evidence. */
  apart?: true;
  /** False where not even that somebody used it is counted. */
  counted?: boolean;
};

/** A command about one inspection, for those whose role allows `act`: looked at when asked and again when submitted. */
export type InspectionSubcommand = Common & {
  of: 'inspection';
  act: Act;
  /** Whether what it answers says where the record stands: that is then kept first, so that a record cut short is noticed. */
  showsHead?: true;
  asked(ask: AskOfInspection): Reply;
  /**
   * The same where several running inspections may be meant and its form asks which; the ask is of the first. Without it, the
   * asker is asked which before the command is.
   */
  askedAmong?(ask: AskOfInspection, among: readonly Inspection[]): Reply;
  /** The shortcuts that ask for it, by their callback ids in manifest.yml. */
  shortcuts?: {
    /** Used anywhere: as the word alone. */
    global: string;
    /** Used on a message. `among` are the running inspections that may be meant, where they are several. */
    message: string;
    askedOf(ask: AskOfInspection, message: Written, among: readonly Inspection[]): Reply;
  };
  form: {
    draw(ask: AskOfInspection, values: Values, about: About): Form;
    submitted(ask: AskOfInspection, values: Values, about: About, people: People): Reply | Instead;
    /** What fits what was typed into a search field; a hundred are shown. Left out where the form has no such field. */
    search?(ask: AskOfInspection, about: About, query: string): Candidates;
  } | null;
};

/** A command that needs no inspection. `here` is the one this channel is about, if any. */
export type WorkspaceSubcommand = Common & {
  of: 'workspace';
  asked(ask: Ask, here: Inspection | null, channel: Channel, asker: Chosen | null): Reply;
  /** Whether what it answers depends on who asks and where, though it has no form. */
  looksAround?: true;
  form: {
    /**
     * `published` is what may be known beyond its team; nothing of it for somebody who is no full member. `there` is who is in
     * the channel, where the form asked for everybody.
     */
    draw(ask: Ask, values: Values, about: About, published: readonly Published[], there?: InChannel): Form;
    submitted(ask: Ask, values: Values, about: About, people: People, channel: Channel): Reply;
  } | null;
};

export type Subcommand = InspectionSubcommand | WorkspaceSubcommand;

/** Subcommands that serve one end, as help lists them. */
export type Chapter = { title: string; subcommands: readonly Subcommand[] };

import type { FieldEntry } from '../form/initial.ts';
import type { JsonObject } from '../json.ts';
import type { Posted, Shown, View } from '../shown.ts';

/** What came of something a person did, once the app was done with it. */
export interface Upshot {
  /** An acknowledgement came. Where none did, Slack shows the person that the app did not answer. */
  answered: boolean;
  /** What only this person saw because of it, in order. */
  shown: Shown[];
  /** The form that was opened because of it, or, for something done within a form, the one on top now. */
  view: View | undefined;
}

export interface CommandAnswer extends Upshot {
  /** The message within the acknowledgement itself. */
  said: Shown | undefined;
}

export interface Submission {
  answered: boolean;
  /** What stands under the fields now, by block_id. Slack drops errors for what is no input of that very form. */
  errors: Record<string, string> | undefined;
  /** What is on top now. */
  view: View | undefined;
  /** The submitted form is gone. */
  closed: boolean;
}

/** Where something is pressed or chosen: the form on top, the App Home, or a message. */
export type PressedIn = 'view' | 'home' | Posted | Shown;

/** A person in front of their Slack. What Slack's own screen would not let them do throws NotPossible. */
export interface PersonAtSlack {
  readonly id: string;
  /** Sends the app's slash command with this text, as typed. */
  command(channel: string, text: string): Promise<CommandAnswer>;
  /** The form on top, with what is entered in it. */
  view(): View | undefined;
  /** The forms that stand open, the first one first. */
  views(): View[];
  home(): View | undefined;
  /** Enters values by label, block_id or action_id in the form on top, one after the other. */
  fill(values: Record<string, FieldEntry>): Promise<void>;
  /** What is entered in the form on top, by block_id: text, an option's value, an id, or a list of these. */
  typed(): JsonObject;
  /** The options that an external select gives for these characters. */
  suggestions(label: string, typed: string): Promise<{ text: string; value: string }[]>;
  /** Fills in what is given, checks as Slack's screen does, and sends the form on top. */
  submit(values?: Record<string, FieldEntry>): Promise<Submission>;
  /** What Slack's screen says under fields of the form on top instead of sending it, by block_id. */
  complaints(): Record<string, string>;
  /** Sends the last submission once more, just as it was: Slack repeats itself. */
  resubmit(): Promise<Submission>;
  /** Sends the form on top twice before either is answered. */
  doubleSubmit(): Promise<[Submission, Submission]>;
  /** Presses a button by its words or its action_id. */
  press(place: PressedIn, button: string): Promise<Upshot>;
  /** Chooses or enters something that is sent at once: a select, an overflow menu, an input that dispatches. */
  choose(place: PressedIn, what: string, entry: FieldEntry): Promise<Upshot>;
  /** Closes the form on top. */
  closeView(): Promise<void>;
  messageShortcut(callbackId: string, channel: string, ts: string): Promise<Upshot>;
  globalShortcut(callbackId: string): Promise<Upshot>;
  /** Opens the app's Home and gives what it shows when the app is done. */
  openHome(): Promise<View | undefined>;
  /** The conversation with the app. */
  directChannel(): Promise<string>;
  /** Posts an ordinary message and gives its ts. */
  say(channel: string, text: string): Promise<string>;
}

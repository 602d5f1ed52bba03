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

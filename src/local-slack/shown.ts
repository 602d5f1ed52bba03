import type { JsonObject } from './json.ts';

/** A block as Slack gives it back: it always has an id. */
export interface Block extends JsonObject {
  type: string;
  block_id: string;
}

/** A message that stands in a conversation. */
export interface Posted {
  channel: string;
  ts: string;
  /** The id of the account that posted it. */
  by: string;
  text: string;
  blocks: Block[];
  metadata: JsonObject | undefined;
  threadTs: string | undefined;
  edited: boolean;
  files: { id: string; name: string; title: string }[];
  /** The message as Slack gives it. */
  message: JsonObject;
}

/** A message that only one person sees. */
export interface Shown {
  channel: string;
  ts: string;
  to: string;
  text: string;
  blocks: Block[];
  via: 'acknowledgement' | 'response_url' | 'chat.postEphemeral';
}

/** A form or an App Home, as Slack gives it. */
export interface View {
  id: string;
  team_id: string;
  type: 'modal' | 'home';
  title: JsonObject | null;
  submit: JsonObject | null;
  close: JsonObject | null;
  blocks: Block[];
  private_metadata: string;
  callback_id: string;
  external_id: string;
  state: { values: { [block: string]: { [action: string]: JsonObject } } };
  hash: string;
  clear_on_close: boolean;
  notify_on_close: boolean;
  submit_disabled: boolean;
  root_view_id: string;
  previous_view_id: string | null;
  app_id: string;
  app_installed_team_id: string;
  bot_id: string;
}

/** Something that appeared, changed or went away before somebody's eyes. */
export type Appearance =
  | { what: 'message' | 'message changed' | 'message deleted'; posted: Posted }
  | { what: 'only visible to you' | 'only visible to you, changed' | 'only visible to you, deleted'; shown: Shown }
  | { what: 'form' | 'form changed' | 'form closed' | 'home'; person: string; view: View };

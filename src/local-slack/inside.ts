import type { Board } from './board.ts';
import type { Answer } from './calls.ts';
import type { Directory } from './directory.ts';
import type { Emulated } from './emulated.ts';
import type { Forms } from './form/forms.ts';
import type { JsonObject } from './json.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Retries } from './retries.ts';
import type { Deliver, SocketMode } from './socket-mode.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';

/** What the parts of the local Slack share. */
export interface Inside {
  directory: Directory;
  board: Board;
  views: Views;
  forms: Forms;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  emulated: Emulated;
  sockets: SocketMode;
  /** Over whichever way the app is connected. */
  deliver: Deliver;
  retries: Retries;
  /** What the app gave back with its acknowledgements, in order. */
  answers: Answer[];
  /** The workspace's clock: every answer says what time it is. */
  now: () => Date;
  newTime: () => string;
  /** The address of this local Slack, without a path. */
  origin: () => string;
}

/** One method of the Web API as the front answers it. */
export type Method = (asked: JsonObject, inside: Inside) => JsonObject | Promise<JsonObject>;

export const refused = (error: string): JsonObject => ({ ok: false, error });

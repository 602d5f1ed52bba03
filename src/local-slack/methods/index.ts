import type { Call } from '../calls.ts';
import { app } from '../identity.ts';
import { type Inside, type Method, refused } from '../inside.ts';
import { type JsonObject, textIn } from '../json.ts';
import { unreachable } from './access.ts';
import { conversationMethods } from './conversations.ts';
import { messageMethods } from './messages.ts';
import { peopleMethods } from './people.ts';
import { validatingMethods } from './validating.ts';
import { viewMethods } from './views.ts';

const own: Record<string, Method> = {
  ...conversationMethods,
  ...messageMethods,
  ...peopleMethods,
  ...viewMethods,
  ...validatingMethods,
};

/** A method that emulate answers as it is. What is asked about a conversation must be within the app's reach. */
const passedOn = async (method: string, asked: JsonObject, { directory, emulated }: Inside): Promise<JsonObject> => {
  const channel = textIn(asked.channel) || textIn(asked.channel_id);
  const refusal = channel ? unreachable(directory, channel, 'join') : undefined;
  return refusal ?? emulated.ask(method, asked, app.botToken);
};

/** Answers one call of the Web API as Slack would. */
export const callMethod = async (
  method: string,
  asked: JsonObject,
  token: Call['token'],
  inside: Inside,
): Promise<JsonObject> => {
  if (token === 'none') return refused('not_authed');
  if (token === 'unknown') return refused('invalid_auth');
  if (method === 'apps.connections.open')
    return token === 'app'
      ? { ok: true, url: inside.sockets.address(inside.origin()) }
      : refused('not_allowed_token_type');
  if (token === 'app') return refused('not_allowed_token_type');
  const ours = Object.hasOwn(own, method) ? own[method] : undefined;
  return ours ? ours(asked, inside) : passedOn(method, asked, inside);
};

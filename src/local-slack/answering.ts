import { keptBlocks } from './blocks.ts';
import { everythingToken } from './emulated.ts';
import { app } from './identity.ts';
import type { Inside } from './inside.ts';
import { type JsonObject, objectIn, textIn, truthIn } from './json.ts';
import { byTheApp } from './methods/messages.ts';
import type { ResponsePlace } from './response-urls.ts';
import type { Shown } from './shown.ts';

/** Puts a message that answers somebody where it belongs: before that person only, or in the conversation. */
export const answerWith = async (
  inside: Inside,
  place: ResponsePlace,
  message: JsonObject,
  via: Shown['via'],
): Promise<Shown | undefined> => {
  const { board, directory, emulated, newTime } = inside;
  const { original, person, channel } = place;
  const text = textIn(message.text);
  const blocks = keptBlocks(message.blocks);

  if (original && truthIn(message.delete_original)) {
    if (original.ephemeral) board.unshow(original.ts);
    else {
      await emulated.ask('chat.delete', { channel, ts: original.ts }, everythingToken);
      board.remove(channel, original.ts);
    }
    return undefined;
  }
  if (original && truthIn(message.replace_original)) {
    if (original.ephemeral) board.reshow(original.ts, text, blocks);
    else {
      const answer = await emulated.ask('chat.update', { channel, ts: original.ts, text, blocks }, everythingToken);
      if (answer.ok === true) board.change(channel, byTheApp(objectIn(answer.message), directory.team.id));
    }
    return undefined;
  }
  if (message.response_type === 'in_channel') {
    // Slack lets an answer into a conversation that the app itself is not in; emulate does not.
    const answer = await emulated.ask('chat.postMessage', { channel, text, blocks }, everythingToken);
    const posted =
      answer.ok === true
        ? objectIn(answer.message)
        : { type: 'message', user: app.userId, ts: newTime(), text, blocks };
    board.put(channel, byTheApp(posted, directory.team.id));
    return undefined;
  }
  return board.show({ channel, ts: newTime(), to: person, text, blocks, via });
};

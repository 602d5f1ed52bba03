import type { App } from '@slack/bolt';
import { subcommandIn } from '../../../commands/index.ts';
import { type Message, message, paragraph } from '../../words/message.ts';
import { type CountedOutcome, counted, wordOf } from '../counting.ts';
import { faultInWords } from '../faults.ts';
import { commandSurface } from '../surfaces.ts';
import { decoded } from '../text.ts';
import { notOfThisWorkspace, type Room } from './room.ts';

/** A fault in a line: what was typed comes back whole, so that nothing is lost. */
const faultMessage = (words: string, typed: string): Message =>
  message(paragraph(words), ...(typed ? [{ quote: typed }] : []));

/** /judge. */
export const listenToCommands = (app: App, room: Room): void => {
  app.command('/judge', async ({ body, ack }) => {
    const typed = decoded(body.text ?? '');
    const bare = commandSurface(async (answer) => ack(answer), {
      client: room.showing,
      trigger: body.trigger_id,
      newId: room.newId,
    });
    const line = subcommandIn(typed);
    const count = (outcome: CountedOutcome) => room.count('command', wordOf(line), outcome);
    const surface = counted(bare, count);
    if (body.team_id !== room.app.team) return surface.say(notOfThisWorkspace);
    const by = { team: body.team_id, user: body.user_id };
    const at = room.now();
    try {
      const { reply, inspection } = await room.router.asked({ by, channel: body.channel_id, at }, line, null);
      const where = { channel: body.channel_id, inspection };
      await room.effects.carryOut(reply, surface, where, { person: by, at, request: body.trigger_id });
    } catch (error) {
      count('fault');
      await bare.say(faultMessage(faultInWords(error, room.fault(error), typed ? 'below' : 'nothing'), typed));
    }
  });
};

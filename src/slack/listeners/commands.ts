import type { App } from '@slack/bolt';
import { subcommandIn } from '../../../commands/index.ts';
import { givingBack } from '../../words/message.ts';
import { type CountedOutcome, counted, wordOf } from '../counting.ts';
import { faultInWords } from '../faults.ts';
import { digestOf } from '../sent.ts';
import { commandSurface } from '../surfaces.ts';
import { decoded } from '../text.ts';
import { acknowledging, answer, type Room } from './room.ts';

/** /judge. */
export const listenToCommands = (app: App, room: Room): void => {
  app.command('/judge', async ({ body, ack, context }) => {
    const typed = decoded(body.text ?? '');
    const opening = { client: room.showing, trigger: body.trigger_id, newId: room.newId, drawn: room.drawn };
    const { give, lost } = acknowledging(ack, context.arrived, room.fault);
    const bare = commandSurface(give, opening, typed);
    const line = subcommandIn(typed);
    const count = (outcome: CountedOutcome) => room.count('command', wordOf(line), outcome);
    await answer(room, {
      acting: { user: { id: body.user_id, team_id: body.team_id }, team: null },
      channel: body.channel_id,
      request: body.trigger_id,
      sent: digestOf(typed),
      surface: counted(bare, count),
      reply: (asker) => room.router.asked(asker, line, null),
      lost,
      failed: async (error, quoted) => {
        count('fault');
        const words = faultInWords(error, quoted, typed ? 'below' : 'nothing');
        // What was typed comes back whole, so that nothing is lost.
        await bare.say(givingBack(words, typed));
      },
    });
  });
};

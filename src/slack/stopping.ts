import type { AnyMiddlewareArgs, ViewOutput } from '@slack/bolt';
import { givingBack } from '../words/message.ts';
import { slackMessage } from './blocks.ts';
import { errorsIn } from './surfaces.ts';
import { decoded } from './text.ts';

const words = 'Fortnight is being restarted, and nothing was saved. Try again in a minute.';

/** Told to whoever sends something while the app stops: it is not taken, and what they typed is not lost. */
export const answerStopping = async (args: AnyMiddlewareArgs): Promise<void> => {
  if ('command' in args) {
    const typed = decoded(args.command.text ?? '');
    await args.ack({ response_type: 'ephemeral', ...slackMessage(givingBack(words, typed)) });
  } else if ('view' in args && args.body.type === 'view_submission') {
    const view: ViewOutput = args.view;
    const errors = errorsIn(view, [{ field: null, words: `${words} Your text is still in the form.` }]);
    // A page without a field has nothing to save: sent again, it comes to what it would have come to.
    if (errors) await args.ack({ response_action: 'errors', errors });
  } else if ('action' in args && 'response_url' in args.body && args.body.response_url) {
    await args.ack();
    await args.respond({ response_type: 'ephemeral', replace_original: false, text: words });
  }
};

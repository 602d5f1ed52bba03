import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { blocksOf, type Drawn } from './blocks.ts';

/** What Slack is asked about: a form with an alert in it, as this app draws one. */
const asked: ModalView = {
  type: 'modal',
  title: { type: 'plain_text', text: 'Fortnight' },
  blocks: blocksOf({ alert: 'Not saved yet.' }, { alerts: true }),
};

/**
 * Whether Slack takes alerts in forms: asked once a start, by `blocks.validate`, while nobody waits. Until it says yes, and where
 * it says anything else or nothing, forms have a plain section in their place; what came of the call is counted with the others.
 */
export const alertsIn = (client: WebClient) => {
  let alerts = false;
  return {
    ask: async (): Promise<void> => {
      alerts = await client.apiCall('blocks.validate', { view: JSON.stringify(asked) }).then(
        ({ ok }) => ok,
        () => false,
      );
    },
    /** What can be drawn in a form. */
    drawn: (): Drawn => ({ alerts }),
  };
};

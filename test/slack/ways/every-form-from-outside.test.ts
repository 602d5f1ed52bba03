import { describe, expect, it } from 'vitest';
import { subcommands } from '../../../commands/index.ts';
import type { JsonObject } from '../../../src/local-slack/index.ts';
import { judge, record, stored } from '../../support/acts.ts';
import { northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

/** A form that was handed on: drawn for the lead, with a request of its own, and sent or asked by somebody else. */
const handedOn = (view: JsonObject, word: string): JsonObject => ({
  ...view,
  callback_id: `form:${word}`,
  private_metadata: JSON.stringify({
    channel: teamChannel,
    inspection: northmoor,
    request: `handed on ${word}`,
    about: { item: 'E-001' },
  }),
});

describe('every form there is', () => {
  it('[W2] keeps nothing of somebody who is not on the team, and shows and finds them nothing', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Visits are unmade');
    await judge(fortnight, 'lead', 'evidence');
    const drawn = { ...fortnight.as('lead').view() } as JsonObject;
    const before = await stored(fortnight);
    const by = { team: { id: 'TFORT' }, user: { id: people.outsider, team_id: 'TFORT' } };
    const forms = subcommands.filter(({ of, form }) => of === 'inspection' && form !== null);
    expect(forms.length).toBeGreaterThan(20);
    for (const { word } of forms) {
      const view = handedOn(drawn, word);
      const sent = await fortnight.slack.send('interactive', { ...by, type: 'view_submission', view });
      expect(JSON.stringify(sent), word).toContain('This inspection is for its team.');
      const search = { type: 'block_suggestion', block_id: 'evidence', action_id: 'evidence', value: '' };
      const found = await fortnight.slack.send('interactive', { ...by, ...search, view });
      expect(found, word).toMatchObject({ payload: { options: [] } });
    }
    expect(await stored(fortnight)).toEqual(before);
  });
});

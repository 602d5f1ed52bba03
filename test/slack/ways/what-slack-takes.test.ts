import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkManifest, conforming } from '../../conformance/of.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { describeAgainst } from '../../support/oracles.ts';
import { botScopes, teamChannel } from '../../support/workspace.ts';

describeAgainst('slack', 'what the app asks of Slack', () => {
  it('[M9] is known to Slack, with its arguments and within the scopes of manifest.yml', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.as('inspector').command(teamChannel, 'evidence help - Assessments are late in four of nine cases.');
    const methods = new Set(fortnight.slack.calls.map((call) => call.method));
    expect([...methods]).toEqual(expect.arrayContaining(['auth.test', 'views.open', 'chat.postMessage', 'pins.add']));
    conforming(fortnight.slack, botScopes);
    const without = botScopes.filter((scope) => scope !== 'pins:write');
    expect(() => conforming(fortnight.slack, without)).toThrow(/pins\.add/);
  });

  it('[M9] is asked for in a manifest that Slack takes', () => {
    expect(checkManifest(readFileSync(join(import.meta.dirname, '../../../manifest.yml'), 'utf8'))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { subcommands } from '../../../commands/index.ts';
import { fillIn, judge, page, record, told, wordsOf } from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

/** Everything that somebody who is not on the team is shown: in the team channel, elsewhere, at Home, and in private. */
const seenByOutsider = async (fortnight: Fortnight): Promise<string[]> => {
  await fortnight.slack.invite(people.outsider, teamChannel);
  const seen: string[] = [];
  const asks = [
    ...subcommands.map(({ word }) => [teamChannel, word]),
    ...['find late', 'round R-001', 'edit E-001', 'whistleblow list', 'case C-001'].map((typed) => [
      teamChannel,
      typed,
    ]),
    ...['', 'evidence', 'summary', 'round', 'find late', 'compare'].map((typed) => ['COTHER', typed]),
  ];
  for (const [channel = '', typed = ''] of asks) {
    const outcome = await fortnight.as('outsider').command(channel, typed);
    seen.push(`${channel} ${typed}: ${told(outcome)}${page({ view: outcome.view })}`);
    if (outcome.view) await fortnight.as('outsider').closeView();
  }
  const home = await fortnight.as('outsider').openHome();
  const direct = fortnight.slack.directMessages(people.outsider).map(({ text }) => text);
  return [...seen, wordsOf(home?.blocks ?? []), ...direct];
};

describe('somebody who is not on the team', () => {
  it('[LW4] is shown the same of an inspection in which nothing was done and of one in which much was', async () => {
    const [empty, full] = [await openNorthmoor(), await openNorthmoor()];
    await record(full, 'inspector', 'help - C-1 Visits are late.');
    await fillIn(full, 'lead', 'round leadership', {});
    await fillIn(full, 'inspector', 'round leadership', { Grade: 'good', 'Why?': 'Plans are read.' });
    await judge(full, 'observer', 'whistleblow');
    await full.as('observer').submit({ 'Judgement area': ['leadership'], 'What were you told?': 'Visits are unmade.' });
    expect(await seenByOutsider(full)).toEqual(await seenByOutsider(empty));
  });
});

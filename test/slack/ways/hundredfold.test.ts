import { describe, expect, it } from 'vitest';
import { subcommands } from '../../../commands/index.ts';
import { judge, told, wordsOf } from '../../support/acts.ts';
import { london } from '../../support/dated.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { hundredfold } from '../../support/hundredfold.ts';
import { people } from '../../support/people.ts';
import { everythingSaid } from '../../support/shown.ts';
import { team } from '../../support/workspace.ts';

const record = async (fortnight: Fortnight): Promise<void> => {
  for (const [count, command, who] of hundredfold) {
    const kept = await Promise.all(
      Array.from({ length: count }, (_, place) => {
        const sent = command(place + 1);
        const person = { team: team.id, user: people[who] };
        const context = { person, at: '2013-11-19T09:00:00.000Z', request: `${sent.type} ${place}` };
        return fortnight.inspections().record(northmoor, sent, context);
      }),
    );
    for (const each of kept) if ('refusals' in each) throw new Error(each.refusals.map(({ words }) => words).join(' '));
  }
};

/** What each word is asked with, beside being asked alone. */
const further = [
  'find seen',
  'progress help',
  'grade help',
  'evidence',
  'edit E-007',
  'withdraw E-007',
  'line L-007',
  'concern list',
  'concern K-007',
  'concern close K-007',
  'meeting list',
  'meeting M-007',
  'challenge list',
  'challenge H-007',
  'challenge answer H-007',
  'request list',
  'request list 30',
  'request Q-007',
  'request audits of team 7',
  'recommend list',
  'recommend A-007',
  'recommend change A-007',
  'recommend plan',
  'recommend E-001',
  'summary',
  'sign-off',
];

/** What a message is cut to when nobody thought of its length. */
const cutBlindly = 'There is more than one message holds';

describe('an inspection with a hundred times the usual volume', () => {
  it('[M11] keeps every message, form and Home within what Slack takes', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight);
    const words = ['', ...subcommands.map(({ word }) => word).filter((word) => word !== 'start'), ...further];
    const lead = fortnight.as('lead');
    for (const asked of words) {
      const outcome = await judge(fortnight, 'lead', asked);
      expect(outcome.answered, asked).toBe(true);
      expect(told(outcome), asked).not.toContain(cutBlindly);
      if (outcome.view) await lead.closeView();
    }
    expect(wordsOf((await lead.openHome())?.blocks ?? [])).toContain('Northmoor');
    await fortnight.strike(london('2013-11-19 17:30'));
    for (const said of everythingSaid(fortnight.slack)) expect(wordsOf(said.blocks)).not.toContain(cutBlindly);
  });
});

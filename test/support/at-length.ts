import type { Posted } from '../../src/local-slack/index.ts';
import { judge } from './acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from './fortnight.ts';
import { framework } from './frameworks.ts';
import { people, type Who } from './people.ts';
import { evidence, finding, gradeOf, type Sent } from './sent.ts';
import { challenge, recommend } from './sent-concern.ts';
import { team, teamChannel } from './workspace.ts';

/** Inspections in which everything is written at the greatest length there is, and what of it is posted. */

/** Three thousand characters that are somebody's and nobody else's, with signs that Slack escapes. */
export const atLength = (whose: string): string =>
  `${whose}: <seen> & "read". ${`What it means for the child, says ${whose}. `.repeat(90)}`
    .slice(0, 2990)
    .concat(' The end.');

const keep = async (fortnight: Fortnight, who: Who, command: Sent): Promise<void> => {
  const request = `${command.type} ${(await fortnight.entries(northmoor)).length}`;
  const context = { person: { team: team.id, user: people[who] }, at: '2013-11-19T09:00:00.000Z', request };
  const kept = await fortnight.inspections().record(northmoor, command, context);
  if ('refusals' in kept) throw new Error(kept.refusals.map(({ words }) => words).join(' '));
};

/** Every area judged, with a reason, a strength, a concern and a dissent; recommendations; overall grades with their reasons. */
export const openGraded = async (id: string): Promise<{ fortnight: Fortnight; written: string[] }> => {
  const fortnight = await openNorthmoor(id);
  const { areas, overalls, urgencies } = framework(id);
  const written: string[] = [];
  const words = (whose: string): string => {
    written.push(atLength(whose));
    return atLength(whose);
  };
  const judged = areas.filter(({ kind }) => kind !== 'input');
  for (const [place, area] of judged.entries()) {
    const [plus, minus] = [2 * place + 1, 2 * place + 2].map((number) => `E-${String(number).padStart(3, '0')}`);
    const about = { areas: [area.id], case: `C-${place + 1}` };
    await keep(fortnight, 'inspector', evidence({ ...about, text: words(`strength ${area.id}`), sign: 'strength' }));
    await keep(
      fortnight,
      'inspector',
      evidence({ ...about, text: words(`concern ${area.id}`), sign: place % 2 ? 'concern' : 'priority-concern' }),
    );
    const items = [plus, minus].filter((item) => item !== undefined);
    await keep(fortnight, 'lead', { ...gradeOf(area.id, 'good', items), narrative: words(`reason ${area.id}`) });
    await keep(
      fortnight,
      'inspector',
      challenge({ from: 'team', against: area.id, text: words(`dissent ${area.id}`), raisedBy: null }),
    );
    if (place < 3)
      await keep(
        fortnight,
        'lead',
        recommend({
          text: words(`recommendation ${area.id}`),
          urgency: urgencies[urgencies.length - 1 - (place % urgencies.length)]?.id,
          evidence: [items[1]],
        }),
      );
  }
  for (const overall of overalls)
    await keep(fortnight, 'lead', {
      type: 'SetOverall',
      overall: overall.id,
      grade: 'good',
      reason: words(`overall ${overall.id}`),
      answers: {},
    });
  return { fortnight, written };
};

/** Findings of every agency under every heading, each with a remedy. */
export const openFound = async (id: string): Promise<{ fortnight: Fortnight; written: string[] }> => {
  const fortnight = await openNorthmoor(id);
  const { areas, agencies, findings } = framework(id);
  const written: string[] = [];
  const words = (whose: string): string => {
    written.push(atLength(whose));
    return atLength(whose);
  };
  const about = areas.map((area) => area.id);
  for (const sign of ['strength', 'priority-concern'])
    await keep(fortnight, 'inspector', evidence({ areas: about, text: `A ${sign} seen`, sign }));
  for (const agency of [null, ...agencies.map((each) => each.id)])
    for (const heading of findings)
      await keep(
        fortnight,
        'lead',
        finding({
          heading: heading.id,
          area: heading.per === 'area' ? about[0] : null,
          agency,
          text: words(`finding ${heading.id} ${agency}`),
          evidence: ['E-001', 'E-002'],
          remedy: heading.id === 'strengths' ? null : words(`remedy ${heading.id} ${agency}`),
        }),
      );
  return { fortnight, written };
};

/** The lead looks at the summary and posts it. What the lead was told. */
export const postSummary = async (fortnight: Fortnight) => {
  const [shown] = (await judge(fortnight, 'lead', 'summary')).shown;
  if (!shown) throw new Error('There is no preview');
  return fortnight.as('lead').press(shown, 'Post to the team channel');
};

/** The last headline in the team channel, and what stands in its thread. */
export const threadIn = (fortnight: Fortnight): { headline: Posted; replies: Posted[] } => {
  const all = fortnight.slack.channel(teamChannel).messages();
  const headline = all.findLast(({ threadTs, metadata }) => threadTs === undefined && metadata !== undefined);
  if (!headline) throw new Error('No summary stands in the channel');
  return { headline, replies: all.filter(({ threadTs }) => threadTs === headline.ts) };
};

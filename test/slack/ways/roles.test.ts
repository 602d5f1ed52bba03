import { describe, expect, it } from 'vitest';
import { subcommands } from '../../../commands/index.ts';
import { judge, readyToSign, record, storedOf, told } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { leads, leadsAndManager, people, type Who } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const recorders: Who[] = [...leads, 'inspector', 'partner', 'analyst'];
const graders: Who[] = [...leads, 'inspector', 'partner'];
const team: Who[] = [...recorders, 'qualityAssurance', 'observer'];
const everybody: Who[] = [...team, 'outsider', 'guest'];

/** Who gets what they ask for; everybody else is refused. */
const table: [words: string, those: Who[]][] = [
  ['', team],
  ['status', team],
  ['do', team],
  ['help', everybody],
  ['nonsense', everybody],
  ['start', everybody],
  ['evidence', recorders],
  ['evidence help - Late in two cases', recorders],
  ['grade help', graders],
  ['overall', leads],
  ['summary', team],
  ['progress', team],
  ['find late', team],
  ['today', team],
  ['mine', team],
  ['edit', team],
  ['withdraw', team],
  ['join', [...team, 'outsider']],
  ['open', team],
  ['team', team],
  ['team change', leads],
  ['sign-off', leadsAndManager],
  ['reopen', leadsAndManager],
  ['export', leadsAndManager],
  ['concern', team],
  ['line', team],
  ['line new', recorders],
  ['case', team],
  ['case new', recorders],
  ['settings', team],
  ['settings change', leads],
  ['settings mine', team],
  ['visit', recorders],
  ['meeting', [...graders, 'qualityAssurance']],
  ['challenge', [...recorders, 'qualityAssurance']],
  ['comments', team],
  ['comments new', [...leads, 'analyst', 'qualityAssurance']],
  ['comments file', leadsAndManager],
  ['plan', team],
  ['plan new', [...leads, 'analyst', 'qualityAssurance']],
  ['request', [...recorders, 'qualityAssurance']],
  ['recommend', graders],
  ['round', team],
  ['whistleblow', team],
  ['confirm', [...graders, 'qualityAssurance']],
  ['pause', leads],
  ['resume', leads],
  ['incomplete', leads],
  ['timetable', team],
  ['timetable date', leads],
  ['previous', team],
  ['previous add', recorders],
  ['compare', team],
  ['context', recorders],
  ['profile', team],
  ['practice', team],
  ['practice new', [...graders, 'qualityAssurance']],
  ['questionnaire', team],
  ['report', team],
  ['report version', leads],
  ['report findings', leads],
];

const isRefusal = (words: string): boolean => /^Only .* may |^This inspection is for its team/.test(words);

describe('who may do what', () => {
  it('[W1] each command is open to the roles in the table and refused to everybody else', async () => {
    const fortnight = await openNorthmoor();
    for (const who of ['outsider', 'guest'] as const) await fortnight.slack.invite(people[who], teamChannel);
    await readyToSign(fortnight);
    const found: typeof table = [];
    for (const [words] of table) {
      const those: Who[] = [];
      for (const who of everybody) {
        const outcome = await judge(fortnight, who, words);
        const refused = isRefusal(told(outcome));
        expect(refused && outcome.view, `${who} sees no form with a refusal of ${words}`).toBeFalsy();
        if (!refused) those.push(who);
      }
      found.push([words, those]);
    }
    expect(found).toEqual(table);
  });

  it('[W1] the table has every command there is', () => {
    const words = new Set(table.map(([typed]) => typed.split(' ')[0]));
    expect(subcommands.map(({ word }) => word).filter((word) => !words.has(word))).toEqual([]);
  });

  it('[W1] says who may, and how roles change', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'observer', 'evidence help - Late'))).toBe(
      'Only the lead inspector, the deputy lead, inspectors, partner inspectors and analysts may record evidence.\nevidence help - Late',
    );
    await fortnight.slack.invite(people.outsider, teamChannel);
    expect(told(await judge(fortnight, 'outsider', 'evidence help - Late'))).toBe(
      'This inspection is for its team. The lead inspector adds people.\nAsk to be added\nevidence help - Late',
    );
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });

  it('[W1] holds for the board’s buttons as for typed words', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.slack.invite(people.outsider, teamChannel);
    const [board] = fortnight.slack.channel(teamChannel).messages();
    if (!board) throw new Error('There is no board');
    for (const [who, button] of [
      ['observer', 'Record evidence'],
      ['analyst', 'Give a judgement'],
      ['outsider', 'Record evidence'],
      ['outsider', 'Do something…'],
    ] as const) {
      const outcome = await fortnight.as(who).press(board, button);
      expect(isRefusal(told(outcome)), `${who} presses ${button}`).toBe(true);
      expect(outcome.view).toBeUndefined();
    }
    expect((await fortnight.as('inspector').press(board, 'Record evidence')).view?.callback_id).toBe('form:evidence');
  });

  it('[W1] lets nobody but lead and deputy post, by whatever words', async () => {
    const fortnight = await openNorthmoor();
    const preview = told(await judge(fortnight, 'inspector', 'summary'));
    expect(preview).toContain('The lead or deputy posts it to the channel.');
    expect(preview).not.toContain('Post to the team channel');
    const { changedAt } = await fortnight.inspections().of('northmoor-2013-11-19');
    const outcome = await judge(fortnight, 'inspector', `summary post summary ${changedAt}`);
    expect(isRefusal(told(outcome))).toBe(true);
    expect(fortnight.slack.channel(teamChannel).messages()).toHaveLength(1);
  });

  it('[W3] keeps an inspector’s grade as a proposal, which the lead adopts by giving it', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    const inspector = fortnight.as('inspector');
    await judge(fortnight, 'inspector', 'grade help');
    const words = 'Children wait too long for a decision.';
    await inspector.submit({ Grade: 'requires-improvement', 'Why this grade?': words });
    expect(await storedOf(fortnight, 'GradeProposed')).toEqual([
      {
        type: 'GradeProposed',
        item: 'P-001',
        area: 'help-and-protection',
        grade: 'requires-improvement',
        narrative: words,
        evidence: ['E-001'],
      },
    ]);
    expect(await storedOf(fortnight, 'AreaGraded')).toEqual([]);
    const lead = fortnight.as('lead');
    await judge(fortnight, 'lead', 'grade help');
    expect(lead.typed()).toMatchObject({ grade: 'requires-improvement', narrative: words });
    await lead.submit();
    expect(await storedOf(fortnight, 'AreaGraded')).toMatchObject([{ item: 'J-001', adopts: 'P-001' }]);
  });
});

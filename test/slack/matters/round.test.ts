import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, record, storedOf, told, underFields, wordsOf } from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people, raters, type Who } from '../../support/people.ts';
import { everythingSaid, notInText } from '../../support/shown.ts';
import { teamChannel } from '../../support/workspace.ts';

const answer = (fortnight: Fortnight, who: Who, grade: string, why = `As ${who} saw it.`) =>
  fillIn(fortnight, who, 'round leadership', { Grade: grade, 'Why?': why });

const everybody = { lead: 'good', deputy: 'good', inspector: 'inadequate', secondInspector: 'good' } as const;
const answerAllBut = async (fortnight: Fortnight): Promise<void> => {
  for (const [who, grade] of Object.entries(everybody)) await answer(fortnight, who as Who, grade);
};
const boardWords = (fortnight: Fortnight): string =>
  wordsOf(fortnight.slack.channel(teamChannel).pinned()[0]?.blocks ?? []);

describe('a blind round', () => {
  it('[MO2] shows nobody a grade or a reason until all have answered, and then everybody', async () => {
    const fortnight = await openNorthmoor();
    expect(page(await fillIn(fortnight, 'lead', 'round leadership', {}))).toContain('Saved R-001');
    await answerAllBut(fortnight);
    const asks = ['', 'round', 'round R-001', 'grade leadership', 'summary', 'today', 'find inadequate', 'round mine'];
    for (const who of ['lead', 'deputy', 'inspector', 'observer', 'qualityAssurance'] as const) {
      for (const words of asks) {
        const outcome = await judge(fortnight, who, words);
        const seen = `${told(outcome)}${page({ view: outcome.view })}`;
        for (const other of Object.keys(everybody)) if (other !== who) expect(seen).not.toContain(`As ${other} saw it`);
        if (outcome.view) await fortnight.as(who).closeView();
      }
    }
    expect(boardWords(fortnight)).toContain('Round R-001 on Leadership: 4 of 5 answered');
    expect(told(await judge(fortnight, 'observer', 'round'))).toContain('still waited for: Eve Stone');
    const last = await answer(fortnight, 'partner', 'good');
    expect(page(last)).toContain('5 of 5 answered');
    const shown = told(await judge(fortnight, 'observer', 'round R-001'));
    expect(shown).toContain('5 answers · median good · spread good to inadequate, 2 steps apart');
    expect(shown).toContain('Chi Lam: Inadequate 🟥 — As inspector saw it.');
    expect(shown).toContain('To discuss');
    expect(boardWords(fortnight)).toContain('good to inadequate, 2 steps apart, to discuss');
    expect((await storedOf(fortnight, 'RoundClosed')).map(({ because }) => because)).toEqual(['all-answered']);
    for (const said of everythingSaid(fortnight.slack)) expect(notInText(said)).toEqual([]);
  });

  it('[MO3] shows its asker their own answer, to change until it closes', async () => {
    const fortnight = await openNorthmoor();
    await fillIn(fortnight, 'lead', 'round leadership', {});
    await answer(fortnight, 'inspector', 'good', 'Plans are read.');
    await judge(fortnight, 'inspector', 'round R-001');
    expect(fortnight.as('inspector').typed()).toMatchObject({ grade: 'good', reason: 'Plans are read.' });
    const again = await fortnight.as('inspector').submit({});
    expect(underFields(again)).toContain('your answer to R-001 already');
    await fortnight.as('inspector').submit({ Grade: 'inadequate' });
    await fillIn(fortnight, 'deputy', 'round close R-001', {});
    expect(told(await judge(fortnight, 'lead', 'round leadership'))).not.toContain('Plans are read');
    expect(told(await judge(fortnight, 'observer', 'round R-001'))).toContain(
      'Chi Lam: Inadequate 🟥 — Plans are read.',
    );
    expect(told(await judge(fortnight, 'inspector', 'round R-001'))).toContain('closed before all had answered');
  });

  it('[MO4] shows no name where it was opened without, and stands beside the judgement', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'leaders + Plans are read');
    await fillIn(fortnight, 'lead', 'round leadership', { 'Then the answers are shown': 'without-names' });
    await answerAllBut(fortnight);
    await answer(fortnight, 'partner', 'cannot-say', 'I saw one file.');
    const shown = told(await judge(fortnight, 'lead', 'round R-001'));
    expect(shown).not.toMatch(/Chi Lam|Dee Marsh|Eve Stone|Ben Okoro/);
    const form = page(await judge(fortnight, 'lead', 'grade leadership'));
    expect(form).toContain('Round R-001: good, good, good, inadequate; 1 could not say');
  });

  it('[MO1] is opened by lead or deputy alone, and asks about likely names', async () => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'inspector', 'round leadership'))).toContain('may open a round');
    await fillIn(fortnight, 'deputy', 'round leadership', {});
    const asked = await answer(fortnight, 'inspector', 'good', 'Karen Holt was not seen.');
    expect(page(asked)).toContain('may be a person’s name: Karen Holt');
    expect(page(await fortnight.as('inspector').submit({ Names: ['keep'] }))).toContain('Saved R-001');
  });

  it('[MO6] asks everybody in private, once, with a button that opens the form', async () => {
    const fortnight = await openNorthmoor();
    await fillIn(fortnight, 'lead', 'round leadership', { 'Then the answers are shown': 'without-names' });
    const asks = (who: Who) =>
      fortnight.slack.directMessages(people[who]).filter(({ text }) => text.includes('asks for your grade'));
    for (const who of raters) {
      expect(
        asks(who)
          .map(({ text }) => text)
          .join(),
      ).toContain('Then all are shown without names');
      expect(asks(who)).toHaveLength(1);
    }
    expect(asks('observer')).toEqual([]);
    const [asked] = asks('inspector');
    if (!asked) throw new Error('Nobody was asked');
    const { view } = await fortnight.as('inspector').press(asked, 'Answer R-001');
    expect(page({ view })).toContain('Leadership: what would you say now?');
    await fortnight.strike('2013-11-19T09:05:00.000Z');
    expect(asks('inspector')).toHaveLength(1);
  });

  it('[MO8] is compared with others by everybody, and across inspections by those who lead or assure quality', async () => {
    const fortnight = await openNorthmoor();
    await fillIn(fortnight, 'lead', 'round leadership', {});
    await answerAllBut(fortnight);
    await answer(fortnight, 'partner', 'good');
    expect(told(await judge(fortnight, 'inspector', 'round agreement'))).toContain('1 round, 5 inspectors, 5 grades.');
    const across = await judge(fortnight, 'qualityAssurance', 'round agreement all');
    expect(told(across)).toContain('1 inspection under Single inspection');
    expect(told(across)).toContain('Northmoor · Round R-001 on Leadership');
    expect(told(await judge(fortnight, 'inspector', 'round agreement all'))).toContain('may compare rounds');
  });

  it('[MO2] is shown after a restart where the app ended before it could show it', async () => {
    const fortnight = await openNorthmoor();
    await fillIn(fortnight, 'lead', 'round leadership', {});
    await answerAllBut(fortnight);
    const person = { team: 'TFORT', user: 'UEVE' };
    const command = { type: 'AnswerRound', item: 'R-001', grade: 'good', reason: 'Seen' };
    await fortnight.inspections().record('northmoor-2013-11-19', command, {
      person,
      at: '2013-11-19T10:00:00.000Z',
      request: 'the last answer',
    });
    expect(await storedOf(fortnight, 'RoundClosed')).toEqual([]);
    await fortnight.restart();
    await fortnight.strike('2013-11-19T10:01:00.000Z');
    expect(await storedOf(fortnight, 'RoundClosed')).toHaveLength(1);
  });

  it.each(['round', 'round open', 'round nowhere'])(
    '[MO11] is refused in words where every grade comes from elsewhere: %s',
    async (words) => {
      const fortnight = await openNorthmoor('annual-rating-2009');
      const outcome = await judge(fortnight, 'lead', words);
      expect([outcome.view, told(outcome)]).toEqual([
        undefined,
        expect.stringContaining('takes its grades from elsewhere'),
      ]);
    },
  );
});

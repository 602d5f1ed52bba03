import { describe, expect, it } from 'vitest';
import { judge, page, stored, told, wordsOf } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { everybody, people } from '../../support/people.ts';

const secret = 'zebrafinch';
const said = `help - C-004 A nurse says that visits are ${secret}`;
const mistyped = [
  `whistelblow ${said}`,
  `wistleblow ${said}`,
  `whistle blow ${said}`,
  `Whistle-blow: ${said}`,
  `whis ${said}`,
  `whistleblower ${said}`,
  `in confidence ${said}`,
  `wb ${said}`,
  `help whistelblow ${said}`,
  `help - whistelblow A nurse says ${secret}`,
  `leaders a whistle blower told me ${secret}`,
  `leaders + Plans are read\nwhistelblow ${said}`,
  `W-7K2Q he also said ${secret}`,
  // Near nothing: it may open a form, and is saved by nothing but that form's Save.
  `wsblw ${said}`,
  `tell ${said}`,
];

describe('a sentence meant for whistleblow with the word mistyped', () => {
  it('[JA7] [C5] [LW7] is never offered to the ordinary record, in a log, or in anything that another person can see', async () => {
    const fortnight = await openNorthmoor();
    const { slack } = fortnight;
    await slack.invite(people.observer, 'COTHER');
    const before = await stored(fortnight);
    for (const who of ['observer', 'inspector', 'lead'] as const) {
      const places = ['CTEAM', 'COTHER', await fortnight.as(who).directChannel()];
      for (const channel of who === 'inspector' ? ['CTEAM', places[2] ?? ''] : places)
        for (const typed of mistyped) {
          const answer = await fortnight.as(who).command(channel, typed);
          const words = told(answer);
          expect(answer.view, typed).toBeUndefined();
          expect(words.replaceAll('\n', ' '), typed).toContain(typed.replaceAll('\n', ' '));
          const isKnown = !/^(wsblw|tell)/.test(typed);
          expect(words.includes('Evidence'), typed).toBe(!isKnown && who !== 'observer');
          if (isKnown) expect(words, typed).toContain('Whistleblow');
          expect(words.replace(typed, '').split(/\s+/).length, words).toBeLessThan(22);
        }
    }
    expect(await stored(fortnight)).toEqual(before);
    expect([...fortnight.lines, ...fortnight.counts].join('\n')).not.toContain(secret);
    expect(fortnight.counts.join('\n')).not.toContain('whistleblow');
    for (const channel of ['CTEAM', 'COTHER'])
      expect(JSON.stringify(slack.channel(channel).messages())).not.toContain(secret);
    for (const who of everybody) {
      expect(JSON.stringify(slack.directMessages(people[who])), who).not.toContain(secret);
      if (who !== 'guest' && who !== 'stranger')
        expect(wordsOf((await fortnight.as(who).openHome())?.blocks ?? []), who).not.toContain(secret);
    }
  });

  it('[JA7] [WB1] goes on in the form that it was meant for, and is kept where only its readers see it', async () => {
    const fortnight = await openNorthmoor();
    const [shown] = (await judge(fortnight, 'observer', `whistelblow A nurse says that visits are ${secret}`)).shown;
    if (shown) await fortnight.as('observer').press(shown, 'Whistleblow');
    expect(fortnight.as('observer').typed()).toMatchObject({ text: `A nurse says that visits are ${secret}` });
    const saved = page(await fortnight.as('observer').submit({ 'Judgement area': ['leadership'] }));
    expect(saved).toMatch(/Saved W-/);
    expect(JSON.stringify(await stored(fortnight))).not.toContain(secret);
    expect(fortnight.counts.join('\n')).not.toContain('whistleblow');
  });
});

describe('the number of something that was confided', () => {
  it('[JA1] [WB2] is answered the same whether there is such or not, to all but those who may read it', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'observer', 'whistleblow');
    const saved = page(
      await fortnight.as('observer').submit({ 'Judgement area': ['leadership'], 'What were you told?': secret }),
    );
    const item = saved.match(/W-\w{4}/)?.[0] ?? '';
    const other = item === 'W-7K2Q' ? 'W-7K2R' : 'W-7K2Q';
    const spelt = (each: string) => [each, each.toLowerCase(), each.replace('-', '–'), `#${each}.`, `(${each})`];
    for (const who of ['observer', 'inspector', 'analyst'] as const) {
      const explicit = told(await judge(fortnight, who, `whistleblow ${item}`));
      for (const typed of spelt(item)) expect(told(await judge(fortnight, who, typed)), typed).toBe(explicit);
      for (const typed of spelt(other))
        expect(told(await judge(fortnight, who, typed)), typed).toBe(explicit.replace(item, other));
    }
    for (const typed of spelt(item)) expect(page(await judge(fortnight, 'deputy', typed)), typed).toContain(secret);
  });
});

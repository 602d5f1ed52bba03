import { describe, expect, it } from 'vitest';
import { grade, judge, page, record, told } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';

const opened = async (framework = 'sif-2013') => {
  const fortnight = await openNorthmoor(framework);
  return fortnight;
};

/** What a form says that a command opens. It is closed again, for the next. */
const formOf = async (fortnight: Awaited<ReturnType<typeof opened>>, words: string): Promise<string> => {
  const outcome = await judge(fortnight, 'lead', words);
  const said = outcome.view ? page(outcome) : '';
  if (outcome.view) await fortnight.as('lead').closeView();
  return said;
};

const none = (word: string) =>
  `Single inspection framework has no area called “${word}”. Choose one below; their words are help,`;

describe('a word that names nothing', () => {
  it('[M20] is named above the form that it opens, with the words that there are', async () => {
    const fortnight = await opened();
    expect(await formOf(fortnight, 'grade nowhere')).toContain(none('nowhere'));
    expect(await formOf(fortnight, 'grade')).not.toContain('has no area called');
    expect(await formOf(fortnight, 'round nowhere')).toContain(none('nowhere'));
    expect(await formOf(fortnight, 'round open nowhere')).toContain(none('nowhere'));
    expect(await formOf(fortnight, 'round open help')).not.toContain('has no area called');
    expect(await formOf(fortnight, 'recommend E-404 Hold them in time')).toContain('There is no E-404 here.');
    await judge(fortnight, 'lead', 'grade nowhere');
    const lead = fortnight.as('lead');
    await lead.fill({ 'Judgement area': 'leadership' });
    const view = lead.view();
    expect(view && page({ view })).not.toContain('has no area called');
  });

  it('[M20] is named to who may open no form for it', async () => {
    const fortnight = await opened();
    expect(told(await judge(fortnight, 'inspector', 'round nowhere'))).toContain('"nowhere" is no round and no area');
    expect(told(await judge(fortnight, 'inspector', 'progress nowhere'))).toContain('no judgement area of that word');
  });

  it('[M20] is named where an area has no judgement to challenge', async () => {
    const fortnight = await opened();
    await record(fortnight, 'inspector', 'help + Seen in time');
    await grade(fortnight, 'help', 'good');
    const challenge = await formOf(fortnight, 'challenge adoption The sample was small');
    expect(challenge).toContain('Adoption has no judgement yet, so none can be challenged.');
    expect(await formOf(fortnight, 'challenge help The sample was small')).not.toContain('has no judgement yet');
  });

  it('[M20] is named where an inspection speaks in findings', async () => {
    const fortnight = await opened('ilacs-focused-visit');
    expect(await formOf(fortnight, 'grade nowhere')).toContain('has no area called “nowhere”.');
  });
});

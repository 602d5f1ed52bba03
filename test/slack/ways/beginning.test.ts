import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, record, storedOf, told, wordsOf } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';
import { teamChannel } from '../../support/workspace.ts';

const shownIn = async (upshot: ReturnType<typeof judge>) => {
  const [first] = (await upshot).shown;
  if (!first) throw new Error('Nothing was shown');
  return first;
};

describe('/judge alone', () => {
  it('[JA10] says how it stands in a line, that nothing waits, and offers what the role may', async () => {
    const fortnight = await openNorthmoor('ilacs-2023');
    expect(told(await judge(fortnight, 'lead', '')).split('\n')).toEqual([
      'Northmoor · ILACS 2023 · day 1 of 10 · provisional',
      'Nothing waits for you.',
      'Record evidence',
      'Give a judgement',
      'Do something…',
    ]);
    expect(told(await judge(fortnight, 'analyst', ''))).not.toContain('Give a judgement');
    const observer = told(await judge(fortnight, 'observer', ''));
    expect(observer).not.toMatch(/Record evidence|Give a judgement/);
    expect(observer).toContain('Do something…');
  });

  it('[JA10] names what waits for whoever asks, somebody at risk first, three at most, each with its act', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'request supervision policy');
    await record(fortnight, 'inspector', 'help + Thresholds are understood');
    await fillIn(fortnight, 'inspector', 'grade help', { Grade: 'good', 'Why this grade?': 'Children are seen.' });
    await fillIn(fortnight, 'lead', 'line Thresholds hold after hours', {
      'Where does it come from?': 'inspectors',
      'Judgement area': ['help-and-protection'],
    });
    await judge(fortnight, 'inspector', 'concern C-17 Left alone at night');
    await fortnight.strike('2013-11-25T09:00:00.000Z');
    const asked = await shownIn(judge(fortnight, 'lead', ''));
    const words = wordsOf(asked.blocks);
    expect(words.split('\n').filter((line) => /· (overdue|provisional)|^🔴|proposes|^And/.test(line))).toEqual([
      'Northmoor · Single inspection framework · day 5 of 19 · provisional',
      '🔴 Child at risk K-001: not referred back since Tue 19 Nov, 09:00',
      'Request Q-001 to the authority · overdue since Wed 20 Nov',
      'Chi Lam proposes good for Help and protection',
      'And 1 more on your Home.',
    ]);
    expect(words.split(/\s+/).length).toBeLessThanOrEqual(90);
    await fortnight.as('lead').press(asked, 'Refer back');
    expect(fortnight.as('lead').view()?.title?.text).toBe('Refer back K-001');
    expect(told(await judge(fortnight, 'observer', ''))).not.toContain('Refer back');
  });
});

describe('from the pinned board', () => {
  it('[RG12] a concern with its source and case is recorded in two presses and the sentence', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    const [board] = fortnight.slack.channel(teamChannel).pinned();
    if (!board) throw new Error('There is no board');
    let presses = 0;
    const pressed = <Came>(came: Promise<Came>): Promise<Came> => {
      presses += 1;
      return came;
    };
    await pressed(inspector.press(board, 'Record evidence'));
    const line = 'help - C-017 child: I asked twice and nobody came';
    const saved = page(await pressed(inspector.submit({ 'What did you find?': line })));
    expect(presses).toBe(2);
    expect(saved).toMatch(/^Saved E-001 · Help and protection · concern · case C-017 · child/);
    expect(saved).toContain('I asked twice and nobody came');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { content: { areas: ['help-and-protection'], sign: 'concern', case: 'C-017', source: 'child' } },
    ]);
  });

  it('[RG12] a sentence without marks is asked at the fields what it is about', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'evidence');
    const sent = await fortnight.as('inspector').submit({ 'What did you find?': 'Help came late in two cases' });
    expect(Object.keys(sent.errors ?? {})).toEqual(['areas', 'sign']);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });
});

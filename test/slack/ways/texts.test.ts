import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, record, something, storedOf, told, wordsOf } from '../../support/acts.ts';
import { type Fortnight, openFortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { everythingSaid } from '../../support/shown.ts';
import { teamChannel } from '../../support/workspace.ts';

/** What Slack, a screen or a program might take for something else than text. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<!channel>',
        '<!here|here>',
        '<!everyone>',
        '<@UANA>',
        '<#CTEAM|team>',
        '@channel',
        '@here',
        '#general',
      ),
      fc.constantFrom(
        '<https://example.org|click>',
        'https://example.org/?a=1&b=2',
        '<mailto:x|y>',
        '&lt;',
        '&amp;amp;',
        '&',
        '<',
        '>',
      ),
      fc.constantFrom(
        '*bold*',
        '_italic_',
        '~struck~',
        '`code`',
        '```',
        '> quote',
        '• item',
        ':smile:',
        '[link](x)',
        '"',
        "'",
        '\\',
        '{"a":1}',
      ),
      fc.constantFrom(
        '😀',
        '👩‍👩‍👧',
        '🏴󠁧󠁢󠁥󠁮󠁧󠁿',
        'שלום',
        '\u202Eabc\u202C',
        'a\u0301\u0327\u0301',
        '\u200B',
        '\u2060',
        '\u00A0',
        '\u2028',
        'ﷺ',
        '\t',
        '\n',
        '\n\n',
      ),
      fc.constantFrom('E-001', 'W-7K2Q', 'in northmoor-2013-11-19', 'late', 'the', 'x'.repeat(300), 'seen '.repeat(60)),
    ),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) => `Seen ${all.join(' ')} there`)
  .filter((text) => text.length <= 3000);

/** Nothing given to Slack so far would be read as a mention, a link or markup. */
const harmless = (fortnight: Fortnight): void => {
  for (const { text, blocks } of everythingSaid(fortnight.slack)) {
    expect(text).not.toMatch(/[<>]/);
    expect(JSON.stringify(blocks)).not.toMatch(/"type":"(mrkdwn|link|user|usergroup|broadcast|channel|emoji)"/);
  }
};

/** What the form answers; several lines are offered as several items first. */
const asOneItem = async (fortnight: Fortnight, text: string): Promise<string> => {
  const answer = page(await fillIn(fortnight, 'inspector', 'evidence', { ...something, 'What did you find?': text }));
  if (!answer.includes('Save as one item')) return answer;
  return page(await fortnight.as('inspector').submit({ 'Save as': 'one' }));
};

describe('what people type', () => {
  it('[M4] is stored and shown to the letter in a line and in a form, whatever it holds', async () => {
    const fortnight = await openNorthmoor();
    await fc.assert(
      fc.asyncProperty(hostile, fc.boolean(), async (text, line) => {
        const answer =
          line && !/[\n\u2028]/.test(text)
            ? told(await judge(fortnight, 'inspector', `evidence help - ${text}`))
            : await asOneItem(fortnight, text);
        const asked = page({ view: fortnight.as('inspector').view() }).includes('Save as one item');
        const saved = asked ? page(await fortnight.as('inspector').submit({ 'Save as': 'Save as one item' })) : answer;
        if (fortnight.as('inspector').view()) await fortnight.as('inspector').closeView();
        expect(saved).toContain(text);
        expect((await storedOf(fortnight, 'EvidenceRecorded')).at(-1)).toMatchObject({ content: { text } });
      }),
      { numRuns: 25 },
    );
    expect(told(await judge(fortnight, 'lead', 'find seen'))).toContain('25 items found');
    await judge(fortnight, 'lead', 'grade help');
    await fortnight.as('lead').suggestions('Evidence relied on', '');
    harmless(fortnight);
  });

  it('[M4] harms nothing as a reason, a narrative, a search or a word that is no command', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late');
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const graded = await fillIn(fortnight, 'lead', 'grade help', { Grade: 'good', 'Why this grade?': text });
        expect(page(graded)).toContain('Saved J-');
        expect((await storedOf(fortnight, 'AreaGraded')).at(-1)).toMatchObject({ narrative: text });
        await judge(fortnight, 'lead', 'summary');
        await judge(fortnight, 'lead', `find ${text}`);
        expect(told(await judge(fortnight, 'lead', `x${text.replaceAll(/\s/g, '')} and`))).toContain(
          'There is no /judge',
        );
        const item = await record(fortnight, 'inspector', 'leaders + Seen');
        await fillIn(fortnight, 'inspector', `withdraw ${item}`, { 'Why is it withdrawn?': text });
        expect(told(await judge(fortnight, 'inspector', `edit ${item}`))).toBe(`${item} was withdrawn: ${text}`);
      }),
      { numRuns: 8 },
    );
    harmless(fortnight);
  });

  it.each(['<!channel> & *Sons*', '"North" :smile: 😀', 'שלום abc', 'Å'.repeat(100), '___'])(
    '[M4] may be an authority’s name: %s',
    async (authority) => {
      const fortnight = await openFortnight();
      const started = await fillIn(fortnight, 'lead', 'start', { 'Local authority': authority, Framework: 'sif-2013' });
      expect(page(started)).toContain(`· ${authority} ·`);
      const [board] = fortnight.slack.channel(teamChannel).pinned();
      expect(wordsOf(board?.blocks ?? [])).toContain(authority);
      expect(fortnight.slack.directMessages(people.lead)[0]?.text ?? '').not.toMatch(/[<>]/);
      harmless(fortnight);
    },
  );

  it('[C4] is refused where it holds a character that cannot be kept, never altered', async () => {
    const fortnight = await openNorthmoor();
    for (const broken of ['a\u0000b', 'a\u0007b', 'a\uD800b', '\uDC00']) {
      const refused = await fillIn(fortnight, 'inspector', 'evidence', {
        ...something,
        'What did you find?': `Seen ${broken}`,
      });
      expect(refused.errors?.text).toContain('a character that cannot be kept');
    }
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });

  it('[C6] is refused as an authority’s name where a sign in it turns what is read', async () => {
    const fortnight = await openFortnight();
    const started = await fillIn(fortnight, 'lead', 'start', {
      'Local authority': 'North\u202Eroom',
      Framework: 'sif-2013',
    });
    expect(started.errors?.authority).toContain('turns');
  });
});

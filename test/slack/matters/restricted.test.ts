import { describe, expect, it } from 'vitest';
import {
  fillIn,
  grade,
  judge,
  page,
  record,
  something,
  stored,
  storedOf,
  told,
  underFields,
} from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { leadsAndManager, people } from '../../support/people.ts';

const restricted = `${northmoor}.restricted`;
const secret = 'A worker said that visits are written up unmade.';

/** Records what a whistleblower said and gives its number. */
const tell = async (fortnight: Fortnight, who: 'inspector' | 'lead' = 'inspector') => {
  const values = { ...something, 'What did you find?': secret, Source: 'whistleblower' };
  const saved = await fillIn(fortnight, who, 'evidence', values);
  const item = page(saved).match(/Saved (W-[2-9A-Z]{4}) · restricted/)?.[1];
  if (!item) throw new Error(page(saved) + underFields(saved));
  return { item, words: page(saved) };
};

describe('what a whistleblower says', () => {
  it('[R1] [R2] is kept in a history of its own with an id that tells nothing', async () => {
    const fortnight = await openNorthmoor();
    const before = await stored(fortnight);
    const { item } = await tell(fortnight);
    expect(await stored(fortnight)).toEqual(before);
    expect(await stored(fortnight, restricted)).toMatchObject([
      { type: 'RestrictedEvidenceRecorded', item, content: { text: secret, source: 'whistleblower' } },
    ]);
    const { item: second } = await tell(fortnight);
    expect(second).not.toBe(item);
    expect(await record(fortnight, 'inspector', 'help - Late')).toBe('E-001');
  });

  it('[R1] so is what its recorder marks as restricted', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'evidence');
    const inspector = fortnight.as('inspector');
    await inspector.fill(something);
    await inspector.press('view', 'More');
    const saved = await inspector.submit({ 'Who may read it': 'Lead, deputy and quality assurance manager only' });
    expect(page(saved)).toContain('· restricted');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    expect(await stored(fortnight, restricted)).toHaveLength(1);
  });

  it('[R1] is found by lead, deputy and quality assurance manager and by nobody else', async () => {
    const fortnight = await openNorthmoor();
    const { item } = await tell(fortnight);
    for (const who of leadsAndManager) {
      const answer = told(await judge(fortnight, who, 'find visits unmade'));
      expect(answer).toContain(item);
      expect(answer).toContain(secret);
    }
    for (const who of ['inspector', 'secondInspector', 'partner', 'analyst', 'observer'] as const) {
      for (const query of ['visits unmade', item, 'whistleblower'])
        expect(told(await judge(fortnight, who, `find ${query}`))).toMatch(
          /^Nothing that you may read has all of these words/,
        );
    }
  });

  it('[R4] leaves its recorder a receipt that says who can read it, and nothing else', async () => {
    const fortnight = await openNorthmoor();
    const { item, words } = await tell(fortnight);
    expect(words).toContain('Only Ana Reyes, Ben Okoro and Gus Vale can read it.');
    expect(words).not.toContain(secret);
    const unknown = (id: string) => `There is no ${id} here.`;
    for (const word of ['edit', 'withdraw']) {
      expect(told(await judge(fortnight, 'inspector', `${word} ${item}`))).toBe(unknown(item));
      expect(told(await judge(fortnight, 'inspector', `${word} W-2222`))).toBe(unknown('W-2222'));
      expect(told(await judge(fortnight, 'inspector', word))).toContain('You have recorded none yet.');
    }
  });

  it('[R1] is corrected and withdrawn by those who may read it, still apart', async () => {
    const fortnight = await openNorthmoor();
    const { item } = await tell(fortnight);
    const before = await stored(fortnight);
    await fillIn(fortnight, 'lead', `edit ${item}`, { 'What did you find?': 'Two workers said the same.' });
    const withdrawn = await fillIn(fortnight, 'deputy', `withdraw ${item}`, {
      'Why is it withdrawn?': 'Said in error',
    });
    expect(page(withdrawn)).toContain(`Withdrawn: ${item}`);
    expect((await stored(fortnight, restricted)).map(({ type }) => type)).toEqual([
      'RestrictedEvidenceRecorded',
      'RestrictedEvidenceEdited',
      'RestrictedEvidenceWithdrawn',
    ]);
    expect(await stored(fortnight)).toEqual(before);
  });

  it('[R1] cannot be opened to the team by a correction, nor a team’s item be closed by one', async () => {
    const fortnight = await openNorthmoor();
    const { item } = await tell(fortnight);
    const asked = { 'Who may read it': 'The inspection team', 'What did you find?': 'Said by a worker.' };
    const correct = async (which: string, values: Parameters<typeof fillIn>[3]) => {
      await judge(fortnight, 'lead', `edit ${which}`);
      await fortnight.as('lead').press('view', 'More');
      return fortnight.as('lead').submit(values);
    };
    const opening = await correct(item, asked);
    expect(opening.errors?.readers).toContain('stays restricted');
    await record(fortnight, 'inspector', 'help - Late');
    const closing = await correct('E-001', { 'Who may read it': 'Lead, deputy and quality assurance manager only' });
    expect(closing.errors?.readers).toContain('what was read cannot be unread');
    const naming = await correct('E-001', { Source: 'whistleblower' });
    expect(naming.errors?.source).toContain('recorded as a new, restricted item');
  });

  it('[R2] is never what a judgement rests on', async () => {
    const fortnight = await openNorthmoor();
    const { item } = await tell(fortnight);
    await record(fortnight, 'inspector', 'help - Late');
    await judge(fortnight, 'lead', 'grade help');
    const lead = fortnight.as('lead');
    expect((await lead.suggestions('Evidence relied on', '')).map(({ value }) => value)).toEqual(['all', 'E-001']);
    expect(page({ view: lead.view() })).not.toContain(secret);
    await grade(fortnight, 'help', 'inadequate');
    expect(JSON.stringify(await stored(fortnight))).not.toContain(item);
    expect(told(await judge(fortnight, 'lead', 'summary'))).not.toContain(secret);
  });

  it('[C1] [C3] passes the same door as all evidence', async () => {
    const fortnight = await openNorthmoor();
    const values = { ...something, Source: 'whistleblower' };
    const refused = await fillIn(fortnight, 'inspector', 'evidence', {
      ...values,
      'What did you find?': 'Ring 0161 496 0123',
    });
    expect(refused.errors?.text).toContain('looks like a telephone number');
    const asked = await fillIn(fortnight, 'inspector', 'evidence', {
      ...values,
      'What did you find?': 'Karen Holt said so',
    });
    expect(page(asked)).toContain('may be a person’s name: Karen Holt');
    expect(await stored(fortnight, restricted)).toEqual([]);
  });

  it('[M2] [WB4] moves no board, and tells those who may read it in private that it came, and nothing of it', async () => {
    const fortnight = await openNorthmoor();
    const before = fortnight.slack.calls.length;
    await tell(fortnight);
    await fortnight.slack.quiet();
    const methods = fortnight.slack.calls.slice(before).map(({ method }) => method);
    expect([...new Set(methods)].sort()).toEqual(['chat.postMessage', 'conversations.open', 'views.open']);
    for (const who of leadsAndManager) {
      const message = fortnight.slack.directMessages(people[who]).at(-1);
      expect(message?.text).toContain('something was recorded that only lead, deputy');
      expect(message?.text).not.toMatch(/visits|W-/);
    }
    for (const who of ['inspector', 'observer'] as const)
      expect(
        fortnight.slack.directMessages(people[who]).filter(({ text }) => text.includes('something was recorded')),
      ).toEqual([]);
  });
});

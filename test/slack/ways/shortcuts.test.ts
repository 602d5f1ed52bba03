import { describe, expect, it } from 'vitest';
import {
  allGood,
  fillIn,
  gradeAll,
  judge,
  page,
  signOff,
  something,
  storedOf,
  told,
  underFields,
} from '../../support/acts.ts';
import { type Fortnight, northmoor, openFortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

/** Somebody writes a message, and somebody records it. */
const recordFrom = async (
  fortnight: Fortnight,
  text: string,
  who: Who,
  by: Who = 'secondInspector',
  in_ = teamChannel,
) => {
  const ts = await fortnight.as(by).say(in_, text);
  const outcome = await fortnight.as(who).messageShortcut('record_message', in_, ts);
  return { ts, outcome, link: `https://inspectors.slack.com/archives/${in_}/p${ts.replace('.', '')}` };
};

describe('"Record as evidence" on a message', () => {
  it('[N1] puts the text into the form, to the letter, and keeps author, recorder and link', async () => {
    const fortnight = await openNorthmoor();
    fortnight.forward(10);
    const text = 'Strategy discussions <late> & "long" 👩‍👧 متأخر';
    const { outcome, link, ts } = await recordFrom(fortnight, text, 'inspector');
    const inspector = fortnight.as('inspector');
    expect(outcome.view?.callback_id).toBe('form:evidence');
    expect(page(outcome)).toContain('From a message by Dee Marsh. Open the message');
    expect(page(outcome)).not.toContain('outside the inspection’s channel');
    expect(page(outcome)).not.toContain('cut');
    expect(inspector.typed()).toMatchObject({ text, areas: [], sign: null, observedAt: Math.floor(Number(ts)) });
    fortnight.forward(5);
    const saved = await inspector.submit({ 'Judgement area': ['help-and-protection'], 'It is': 'context' });
    expect(page(saved)).toContain('Saved E-001');
    expect(page(saved)).toContain('From a message by Dee Marsh. Open the message');
    expect(JSON.stringify(saved.view)).toContain(link);
    const entry = (await fortnight.entries(northmoor)).at(-1);
    expect(entry).toMatchObject({
      header: { person: { user: people.inspector }, recordedAt: '2013-11-19T09:15:00.000Z' },
      events: [
        {
          content: {
            text,
            from: { link, author: 'Dee Marsh' },
            observedAt: expect.stringMatching(/^2013-11-19T09:10/),
          },
        },
      ],
    });
  });

  it('[N1] shows author and link in find and mine, and keeps them through corrections', async () => {
    const fortnight = await openNorthmoor();
    const { link } = await recordFrom(fortnight, 'Seen twice', 'inspector');
    await fortnight.as('inspector').submit({ 'Judgement area': ['leadership'], 'It is': 'context' });
    await fillIn(fortnight, 'lead', 'edit E-001', { 'What did you find?': 'Seen three times' });
    expect(await storedOf(fortnight, 'EvidenceEdited')).toMatchObject([{ content: { from: { link } } }]);
    for (const [who, words] of [
      ['observer', 'find three'],
      ['inspector', 'mine'],
    ] as const) {
      const outcome = await judge(fortnight, who, words);
      expect(told(outcome)).toContain('From a message by Dee Marsh.');
      expect(JSON.stringify(outcome.shown)).toContain(link);
    }
    const another = await fillIn(fortnight, 'inspector', 'evidence', something);
    expect(page(another)).not.toContain('message');
  });

  it('[N2] names the item of a message that is recorded already, with a button for who may correct it', async () => {
    const fortnight = await openNorthmoor();
    const { ts } = await recordFrom(fortnight, 'Seen twice', 'inspector');
    await fortnight.as('inspector').submit({ 'Judgement area': ['leadership'], 'It is': 'context' });
    const again = (who: Who) => fortnight.as(who).messageShortcut('record_message', teamChannel, ts);
    const partner = await again('partner');
    expect(page(partner)).toContain('This message is recorded already, as E-001.');
    expect(page(partner)).not.toContain('Edit E-001');
    expect(partner.view?.callback_id).toBe('page');
    expect(page(await again('inspector'))).toContain('Edit E-001');
    await again('lead');
    await fortnight.as('lead').press('view', 'Edit E-001');
    expect(fortnight.as('lead').typed()).toMatchObject({ text: 'Seen twice' });
  });

  it('[N2] keeps one of two who record the same message at once', async () => {
    const fortnight = await openNorthmoor();
    const { ts } = await recordFrom(fortnight, 'Seen twice', 'inspector');
    await fortnight.as('partner').messageShortcut('record_message', teamChannel, ts);
    const area = { 'Judgement area': ['leadership'], 'It is': 'context' };
    await fortnight.as('inspector').fill(area);
    for (const each of await fortnight.as('inspector').doubleSubmit()) expect(page(each)).toContain('Saved E-001');
    expect(underFields(await fortnight.as('partner').submit(area))).toContain('recorded already, as E-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
  });

  it('[N2] [R3] opens the form as if nothing were recorded where its item is restricted, to everybody', async () => {
    const fortnight = await openNorthmoor();
    const { ts, outcome } = await recordFrom(fortnight, 'Told in confidence', 'inspector');
    const values = { 'Judgement area': ['leadership'], 'It is': 'context', Source: 'whistleblower' };
    expect(page(await fortnight.as('inspector').submit(values))).toContain('restricted');
    for (const who of ['inspector', 'lead'] as const) {
      const again = await fortnight.as(who).messageShortcut('record_message', teamChannel, ts);
      expect(page(again)).toBe(page(outcome));
    }
    expect(page(await fortnight.as('lead').submit({ 'Judgement area': ['leadership'], 'It is': 'context' }))).toContain(
      'Saved E-001',
    );
  });

  it('[N3] cuts what is longer than an item, says how much, and halves no character', async () => {
    const fortnight = await openNorthmoor();
    const text = `${'x'.repeat(2999)}🙂${'y'.repeat(411)}`;
    const { outcome } = await recordFrom(fortnight, text, 'inspector');
    expect(page(outcome)).toContain(
      'The message is too long for one item: its last 412 characters are cut. The link leads to the whole.',
    );
    expect(fortnight.as('inspector').typed()).toMatchObject({ text: 'x'.repeat(2999) });
    await fortnight.as('inspector').press('view', 'More');
    expect(page({ view: fortnight.as('inspector').view() })).toContain('412 characters are cut');
    const whole = await recordFrom(fortnight, 'z'.repeat(3000), 'inspector');
    expect(page(whole.outcome)).not.toContain('cut');
  });

  it('[N4] says who will be able to read what was written elsewhere, and names no private channel', async () => {
    const fortnight = await openNorthmoor();
    const { outcome } = await recordFrom(fortnight, 'Seen twice', 'deputy', 'outsider', 'COTHER');
    expect(page(outcome)).toContain(
      'This was written outside the inspection’s channel. Once saved, the whole team of Northmoor can read it: lead inspector, deputy lead, inspectors, partner inspectors, analysts, quality assurance manager and observers.',
    );
    const saved = await fortnight.as('deputy').submit({ 'Judgement area': ['leadership'], 'It is': 'context' });
    const found = await judge(fortnight, 'observer', 'find twice');
    for (const shown of [outcome.view, saved.view, found.shown]) {
      expect(JSON.stringify(shown)).toContain('Ida North');
      expect(JSON.stringify(shown)).not.toContain('southport');
    }
  });

  it('[N1] [C1] [C3] looks for identifiers and names in it as everywhere', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    await recordFrom(fortnight, 'Number 943 476 5919 on the board', 'inspector');
    const area = { 'Judgement area': ['leadership'], 'It is': 'context' };
    expect(underFields(await inspector.submit(area))).toContain('looks like an NHS number');
    await recordFrom(fortnight, 'The child named Oliver was seen', 'inspector');
    expect(page(await inspector.submit(area))).toContain('may be a person’s name: Oliver');
    expect(page(await inspector.submit({ Names: ['Keep: not a child’s name'] }))).toContain('Saved E-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { content: { from: { author: 'Dee Marsh' } } },
    ]);
  });

  it('[N7] [N2] makes several items of a message of several lines, each with its link', async () => {
    const fortnight = await openNorthmoor();
    const inspector = fortnight.as('inspector');
    const { link, ts } = await recordFrom(fortnight, '+ On time\n- Late', 'inspector');
    expect(page(await inspector.submit({ 'Judgement area': ['leadership'], 'It is': 'context' }))).toContain(
      'Save as 2 items',
    );
    expect(page(await inspector.submit())).toContain('Saved E-001, E-002');
    expect(page(await inspector.resubmit())).toContain('Saved E-001, E-002');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { content: { sign: 'strength', from: { link } } },
      { content: { sign: 'concern', from: { link } } },
    ]);
    expect(page(await inspector.messageShortcut('record_message', teamChannel, ts))).toContain('as E-001');
  });

  it('[N5] says so once the inspection is signed off', async () => {
    const fortnight = await openNorthmoor();
    await gradeAll(fortnight, allGood);
    await fillIn(fortnight, 'lead', 'overall', {});
    await signOff(fortnight);
    const { outcome } = await recordFrom(fortnight, 'Too late', 'inspector');
    expect(page(outcome)).toContain('This inspection is signed off');
    expect(outcome.view?.callback_id).toBe('page');
  });
});

describe('"Record evidence" from anywhere', () => {
  it('[N5] opens the form about the person’s only running inspection', async () => {
    const fortnight = await openNorthmoor();
    const outcome = await fortnight.as('inspector').globalShortcut('record_evidence');
    expect(outcome.view?.callback_id).toBe('form:evidence');
    expect(page(await fortnight.as('inspector').submit(something))).toContain('Saved E-001');
    await fortnight.as('inspector').press('view', 'Record another');
    expect(page(await fortnight.as('inspector').submit(something))).toContain('Saved E-002');
  });

  it('[N5] [W1] tells those without a role, and those whose role records nothing, with no form', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.slack.invite(people.outsider, teamChannel);
    const ts = await fortnight.as('inspector').say(teamChannel, 'Seen twice');
    const used = async (who: Who) => [
      await fortnight.as(who).globalShortcut('record_evidence'),
      await fortnight.as(who).messageShortcut('record_message', teamChannel, ts),
    ];
    for (const who of ['observer', 'qualityAssurance'] as const) {
      for (const outcome of await used(who)) {
        expect(page(outcome)).toMatch(/^Only .* may record evidence/);
        expect(outcome.view?.callback_id).toBe('page');
      }
    }
    const [anywhere, message] = await used('outsider');
    expect(anywhere && page(anywhere)).toContain('You are on the team of no running inspection');
    expect(anywhere && page(anywhere)).toContain('/judge start');
    expect(message && page(message)).toContain('This inspection is for its team.');
    expect(message && page(message)).not.toContain('Northmoor');
  });

  it('[N5] says how to start where none runs', async () => {
    const fortnight = await openFortnight();
    const outcome = await fortnight.as('lead').globalShortcut('record_evidence');
    expect(page(outcome)).toContain('/judge start sets one up in a private channel');
    const { outcome: message } = await recordFrom(fortnight, 'Seen twice', 'lead', 'inspector');
    expect(page(message)).toContain('You are on the team of no running inspection');
  });

  it('[N5] [W5] refuses people of another organisation', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.slack.setShared(teamChannel, true);
    await fortnight.slack.invite(people.stranger, teamChannel);
    const { outcome } = await recordFrom(fortnight, 'Seen twice', 'stranger');
    expect(page(outcome)).toBe('Fortnight is for members of its own workspace only.');
    expect(page(await fortnight.as('stranger').globalShortcut('record_evidence'))).toBe(page(outcome));
  });

  it('[N1] [D5] opens with the id for a name that Slack does not give', async () => {
    const fortnight = await openNorthmoor();
    fortnight.slack.fail('users.info', { error: 'internal_error' }, 9);
    const { outcome } = await recordFrom(fortnight, 'Seen twice', 'deputy', 'outsider', 'COTHER');
    expect(page(outcome)).toContain('From a message by UIDA.');
    expect(fortnight.faults.splice(0)).toHaveLength(1);
  });
});

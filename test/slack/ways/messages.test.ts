import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { published } from '../../conformance/published.ts';
import { judge, page, storedOf, told, underFields } from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';
import { describeAgainst } from '../../support/oracles.ts';
import type { Who } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

/** A message in one of Slack's shapes, where that shape is published, and how people read it. */
const shape = z.strictObject({
  source: z.string().min(10),
  message: z.record(z.string(), z.json()),
  reads: z.string(),
  author: z.string().default('Dee Marsh'),
  left: z.string().optional(),
  /** Names that Slack does not give. */
  faults: z.number().default(0),
});
const folder = join(import.meta.dirname, 'messages');
const shapes = readdirSync(folder).map((file): [string, z.infer<typeof shape>] => [
  file.replace('.json', ''),
  shape.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))),
]);

const used = (fortnight: Fortnight, ts: string, who: Who = 'inspector', channel = teamChannel) =>
  fortnight.as(who).messageShortcut('record_message', channel, ts);

const area = { 'Judgement area': ['leadership'], 'It is': 'context' };

/** Records a message as it stands, and gives what the form became. */
const record = async (fortnight: Fortnight, ts: string, values: Record<string, string | string[]> = {}) => {
  await used(fortnight, ts);
  return fortnight.as('inspector').submit({ ...area, ...values });
};

describe('a message of whichever shape', () => {
  it.each(shapes)('[N14] [N15] is read as people read it: %s', async (_, { message, reads, author, left, faults }) => {
    const fortnight = await openNorthmoor();
    const { ts } = fortnight.slack.place(teamChannel, message);
    const outcome = await used(fortnight, ts);
    expect(fortnight.as('inspector').typed()).toMatchObject({ text: reads });
    expect(page(outcome)).toContain(`From a message by ${author}. Open the message`);
    if (left) expect(page(outcome)).toContain(`Not taken: ${left}. The link leads there.`);
    else expect(page(outcome)).not.toContain('Not taken');
    expect(JSON.stringify(outcome.view)).not.toContain('southport');
    expect(fortnight.faults.splice(0)).toHaveLength(faults);
  });

  it('[N14] keeps the words of a forwarded message as one item, with who wrote it and when, and never where', async () => {
    const fortnight = await openNorthmoor();
    const original = await fortnight.as('outsider').say('COTHER', 'Plans are <late> & thin');
    const ts = await fortnight.as('deputy').forward({ channel: 'COTHER', ts: original }, teamChannel, 'Ask about this');
    expect(page(await record(fortnight, ts))).toContain('Saved E-001');
    const again = await fortnight.as('deputy').forward({ channel: teamChannel, ts }, teamChannel);
    expect(page(await record(fortnight, again))).toContain('Saved E-002');
    const said = 'Ida North wrote on Tuesday 19 November 2013, 09:00: Plans are <late> & thin';
    const recorded = await storedOf(fortnight, 'EvidenceRecorded');
    expect(recorded).toMatchObject([
      { content: { text: `Ask about this · ${said}`, from: { author: 'Ben Okoro' } } },
      { content: { text: `Ben Okoro wrote on Tuesday 19 November 2013, 09:00: Ask about this · ${said}` } },
    ]);
    expect(JSON.stringify(recorded)).not.toMatch(/southport|COTHER/);
    expect(told(await judge(fortnight, 'observer', 'find thin'))).toContain('Ida North wrote');
  });

  it('[N14] [C3] asks about names in what was forwarded, and not about who wrote it', async () => {
    const fortnight = await openNorthmoor();
    const original = await fortnight.as('outsider').say('COTHER', 'The child named Oliver was seen');
    const ts = await fortnight.as('deputy').forward({ channel: 'COTHER', ts: original }, teamChannel);
    const asked = page(await record(fortnight, ts));
    expect(asked).toContain('may be a person’s name: Oliver.');
  });

  it.each(['943 476 5919.pdf', '943_476_5919.pdf', 'scan__9434765919.jpg', 'dob_01-02-2005.pdf'])(
    '[N15] [C1] looks for identifiers in the names of files: %s',
    async (name) => {
      const fortnight = await openNorthmoor();
      const ts = await fortnight.as('secondInspector').say(teamChannel, 'The plan', { files: ['plan.pdf', name] });
      expect(page(await used(fortnight, ts))).toContain('Not taken: what is in its files. The link leads there.');
      expect(underFields(await fortnight.as('inspector').submit(area))).toContain('looks like');
      await fortnight.as('inspector').submit({ 'What did you find?': 'The plan · File: plan.pdf' });
      expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
        { content: { text: 'The plan · File: plan.pdf' } },
      ]);
    },
  );

  it('[N15] [C3] asks about names in the names of files', async () => {
    const fortnight = await openNorthmoor();
    const ts = await fortnight.as('secondInspector').say(teamChannel, '', { files: ['Oliver_Grey-plan.pdf'] });
    expect(page(await record(fortnight, ts))).toContain('may be a person’s name: Oliver Grey');
  });

  it('[N3] [N14] counts what is cut of all the words together', async () => {
    const fortnight = await openNorthmoor();
    const original = await fortnight.as('outsider').say('COTHER', 'y'.repeat(2990));
    const ts = await fortnight.as('deputy').forward({ channel: 'COTHER', ts: original }, teamChannel, 'Ask about this');
    expect(page(await used(fortnight, ts))).toMatch(/its last 5\d characters are cut/);
  });
});

/** Fields that a message may have beside those of Slack's published sample, where others published them: each shape names its source. */
const publishedElsewhere = {
  message: ['user_profile', 'user_team', 'source_team'],
  attachment: ['is_share', 'message_blocks', 'blocks', 'attachments', 'files'],
};

describeAgainst('slack', 'a message of whichever shape', () => {
  it.each(shapes)('[N14] has only fields that Slack has: %s', (_, { message }) => {
    const sample = shape.shape.message.parse(
      z
        .looseObject({ message: z.unknown() })
        .parse(published('payloads/interactive-components/MessageShortcutPayload.json')).message,
    );
    const [attachment] = z.array(z.record(z.string(), z.json())).parse(sample.attachments);
    const known = [...Object.keys(sample), ...publishedElsewhere.message];
    expect(Object.keys(message).filter((name) => !known.includes(name))).toEqual([]);
    const attached = z.array(z.record(z.string(), z.json())).parse(message.attachments ?? []);
    const knownOfAttachments = [...Object.keys(attachment ?? {}), ...publishedElsewhere.attachment];
    expect(attached.flatMap(Object.keys).filter((name) => !knownOfAttachments.includes(name))).toEqual([]);
  });
});

describe('a message that is recorded already', () => {
  const link = (fortnight: Fortnight) => storedOf(fortnight, 'EvidenceRecorded').then((all) => JSON.stringify(all));

  it('[N16] [N19] leads to the reply, and is known by its channel and time however its link is spelt', async () => {
    const fortnight = await openNorthmoor();
    const thread = await fortnight.as('secondInspector').say(teamChannel, 'How many were late?');
    const ts = await fortnight.as('secondInspector').say(teamChannel, 'Nine of them', { thread });
    await record(fortnight, ts);
    const reply = `/archives/${teamChannel}/p${ts.replace('.', '')}?thread_ts=${thread}&cid=${teamChannel}`;
    expect(await link(fortnight)).toContain(`https://inspectors.slack.com${reply}`);
    expect(page(await used(fortnight, ts))).toContain('recorded already, as E-001');
    // A message that began a thread is no reply, and is another message.
    await record(fortnight, thread);
    expect(await link(fortnight)).toContain(`/p${thread.replace('.', '')}"`);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(2);
  });

  it('[N17] may be recorded again once it reads differently, and the form says so', async () => {
    const fortnight = await openNorthmoor();
    const writer = fortnight.as('secondInspector');
    const ts = await writer.say(teamChannel, 'Nine were late');
    await record(fortnight, ts);
    fortnight.forward(5);
    writer.rewrite(teamChannel, ts, 'Nineteen were late');
    const differs = 'This message reads differently now than when E-001 was recorded.';
    expect(page(await used(fortnight, ts))).toContain(differs);
    await fortnight.as('inspector').press('view', 'More');
    expect(page({ view: fortnight.as('inspector').view() })).toContain(differs);
    expect(page(await fortnight.as('inspector').submit(area))).toContain('Saved E-002');
    expect(page(await used(fortnight, ts))).toContain('recorded already, as E-002');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { content: { text: 'Nine were late', from: { edited: null } } },
      { content: { text: 'Nineteen were late', from: { edited: expect.stringMatching(/^2013-11-19T09:05/) } } },
    ]);
    fortnight.forward(1);
    writer.rewrite(teamChannel, ts, 'Eighteen were late');
    expect(page(await used(fortnight, ts))).toContain('than when E-002 was recorded');
    writer.rewrite(teamChannel, ts, 'Nine were late');
    expect(page(await used(fortnight, ts))).toContain('recorded already, as E-001');
  });

  it('[N17] is kept as it read where it is edited while the form stands open', async () => {
    const fortnight = await openNorthmoor();
    const writer = fortnight.as('secondInspector');
    const ts = await writer.say(teamChannel, 'Nine were late');
    await used(fortnight, ts);
    writer.rewrite(teamChannel, ts, 'Nineteen were late');
    fortnight.forward(5);
    expect(page(await fortnight.as('inspector').submit(area))).toContain('Saved E-001');
    expect(page(await used(fortnight, ts))).toContain('reads differently now than when E-001 was recorded');
  });

  it('[N17] [N2] is kept once where two record what it reads now', async () => {
    const fortnight = await openNorthmoor();
    const writer = fortnight.as('secondInspector');
    const ts = await writer.say(teamChannel, 'Nine were late');
    await record(fortnight, ts);
    fortnight.forward(5);
    writer.rewrite(teamChannel, ts, 'Nineteen were late');
    await used(fortnight, ts, 'partner');
    expect(page(await record(fortnight, ts))).toContain('Saved E-002');
    expect(underFields(await fortnight.as('partner').submit(area))).toContain('recorded already, as E-002');
  });

  it('[N17] [R3] says nothing of how it read where its item is restricted', async () => {
    const fortnight = await openNorthmoor();
    const writer = fortnight.as('secondInspector');
    const ts = await writer.say(teamChannel, 'Told in confidence');
    const first = page(await used(fortnight, ts));
    await fortnight.as('inspector').submit({ ...area, Source: 'whistleblower' });
    writer.rewrite(teamChannel, ts, 'Told in confidence, twice');
    for (const who of ['inspector', 'lead'] as const) expect(page(await used(fortnight, ts, who))).toBe(first);
  });
});

describe('a message that Fortnight wrote', () => {
  it('[N18] is no evidence, in the channel or in a direct message, whoever asks', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.as('inspector').command(teamChannel, 'evidence leadership - Seen twice');
    const board = fortnight.slack
      .channel(teamChannel)
      .messages()
      .find(({ by }) => by === fortnight.slack.appUser);
    for (const who of ['inspector', 'lead'] as const) {
      const outcome = await used(fortnight, board?.ts ?? '', who);
      expect(page(outcome)).toContain('Fortnight wrote this itself, so it is no evidence.');
      expect(outcome.view?.callback_id).toBe('page');
    }
    const direct = await fortnight.as('lead').directChannel();
    const { ts } = fortnight.slack.place(direct, { user: fortnight.slack.appUser, text: 'W-7K2Q waits for you' });
    expect(page(await used(fortnight, ts, 'lead', direct))).toContain('so it is no evidence');
  });

  it('[N18] reaches the record through nobody who passes it on', async () => {
    const fortnight = await openNorthmoor();
    const direct = await fortnight.as('lead').directChannel();
    const { ts } = fortnight.slack.place(direct, { user: fortnight.slack.appUser, text: 'W-7K2Q waits for you' });
    const passed = await fortnight.as('lead').forward({ channel: direct, ts }, teamChannel, 'Who looks?');
    const again = await fortnight.as('deputy').forward({ channel: teamChannel, ts: passed }, teamChannel);
    for (const each of [passed, again]) {
      const outcome = await used(fortnight, each);
      expect(page(outcome)).toContain('Not taken: what Fortnight itself wrote.');
      expect(JSON.stringify(outcome.view)).not.toContain('W-7K2Q');
    }
  });
});

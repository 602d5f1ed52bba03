import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, JsonObject, Upshot, View } from '../../../src/local-slack/index.ts';
import { fillIn, grade, judge, record, something, stored } from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

type Step =
  | { does: 'record'; who: Who; area: string; sign: string; text: string }
  | { does: 'grade'; area: string; grade: string }
  | { does: 'withdraw' }
  | { does: 'tell'; who: Who; areas: string[]; sign: string; text: string; case: string }
  | { does: 'correct what was told' }
  | { does: 'withdraw what was told' };

const areas = ['help-and-protection', 'adoption', 'leadership'];
const area = fc.constantFrom(...areas);
const recorder = fc.constantFrom<Who>('inspector', 'lead', 'partner');
const words = fc
  .array(fc.constantFrom('visits', 'late', 'seen', 'plans', 'unmade', 'supervision'), { minLength: 1, maxLength: 4 })
  .map((all) => all.join(' '));

const openStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('record' as const),
    who: recorder,
    area,
    sign: fc.constantFrom('+', '-', '!'),
    text: words,
  }),
  fc.record({ does: fc.constant('grade' as const), area, grade: fc.constantFrom('good', 'inadequate') }),
  fc.record({ does: fc.constant('withdraw' as const) }),
);
const hiddenStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    does: fc.constant('tell' as const),
    who: recorder,
    areas: fc.subarray(areas, { minLength: 1 }),
    sign: fc.constantFrom('strength', 'concern', 'priority-concern'),
    text: words,
    case: fc.constantFrom('C-001', 'C-099'),
  }),
  fc.record({ does: fc.constant('correct what was told' as const) }),
  fc.record({ does: fc.constant('withdraw what was told' as const) }),
);

const told = async (fortnight: Fortnight): Promise<string | undefined> => {
  const all = await stored(fortnight, `${northmoor}.restricted`);
  const gone = all.filter(({ type }) => type === 'RestrictedEvidenceWithdrawn').map(({ item }) => item);
  return all.map(({ item }) => String(item)).find((item) => !gone.includes(item));
};

const take = async (fortnight: Fortnight, step: Step): Promise<void> => {
  switch (step.does) {
    case 'record':
      await record(fortnight, step.who, `${step.area} ${step.sign} ${step.text}`);
      return;
    case 'grade':
      await grade(fortnight, step.area, step.grade);
      return;
    case 'withdraw': {
      const { view } = await judge(fortnight, 'lead', 'withdraw E-001');
      if (view) await fortnight.as('lead').submit({ 'Why is it withdrawn?': 'Seen twice' });
      return;
    }
    case 'tell': {
      const person = fortnight.as(step.who);
      await judge(fortnight, step.who, 'evidence');
      await person.fill({
        ...something,
        'Judgement area': step.areas,
        'It is': step.sign,
        'What did you find?': step.text,
      });
      await person.press('view', 'More');
      await person.submit({ Source: 'whistleblower', Case: step.case, Site: 'Quay House' });
      return;
    }
    case 'correct what was told': {
      const item = await told(fortnight);
      if (item) await fillIn(fortnight, 'lead', `edit ${item}`, { 'What did you find?': `Corrected ${step.does}` });
      return;
    }
    case 'withdraw what was told': {
      const item = await told(fortnight);
      if (item) await fillIn(fortnight, 'deputy', `withdraw ${item}`, { 'Why is it withdrawn?': 'Said in error' });
      return;
    }
  }
};

/** As shown, without what is made by chance: hashes, the ids of blocks that have none of their own, requests. */
const masked = (blocks: readonly Block[]): JsonObject[] =>
  blocks.map(({ block_id, ...block }) => ({ ...block, ...(block.type === 'input' ? { block_id } : {}) }));
const text = (value: unknown): string =>
  JSON.stringify(value)
    .replace(/\b([0-9a-f]{6}|[0-9a-f]{12}|[0-9a-f]{64})\b/g, 'hash')
    .replace(/\b[0-9a-f]{32}\b/g, 'request');
const form = (view: View | undefined): unknown => view && [masked(view.blocks), view.private_metadata, view.title];
const shown = ({ shown: all, view }: Upshot): string =>
  text([all.map((each) => [each.text, masked(each.blocks)]), form(view)]);

const asks = [
  '',
  'summary',
  'progress',
  'today',
  'mine',
  'team',
  'edit',
  'withdraw',
  'edit W-2222',
  'evidence',
  'evidence help',
  'grade',
  'overall',
  'sign-off',
  'find visits',
  'find unmade',
  'find quay',
  'find C-099',
  'find whistleblower',
  'find w-',
  'find corrected',
  ...areas.map((each) => `grade ${each}`),
];

/** Everything that people see who may not read what was told, asked at the same time by the clock. */
const everythingSeen = async (fortnight: Fortnight): Promise<Record<string, string>> => {
  const seen: Record<string, string> = {};
  for (const who of ['inspector', 'observer', 'outsider'] as const) {
    for (const words of asks) {
      const outcome = await judge(fortnight, who, words);
      seen[`${who} ${words}`] = shown(outcome);
      if (words.startsWith('grade ') && outcome.view)
        seen[`${who} ${words} search`] = text(await fortnight.as(who).suggestions('Evidence relied on', ''));
    }
  }
  const channel = fortnight.slack.channel(teamChannel);
  seen.channel = text(channel.messages().map(({ text: words, blocks }) => [words, masked(blocks)]));
  seen.direct = text(fortnight.slack.directMessages(people.inspector).map((message) => message.text));
  seen.record = text((await stored(fortnight)).filter(({ type }) => type !== 'BoardPlaced' && type !== 'NoticePosted'));
  return seen;
};

const opened = async () => {
  const fortnight = await openNorthmoor();
  await fortnight.slack.invite(people.outsider, teamChannel);
  return fortnight;
};

describe('what somebody tells in confidence', () => {
  it('[R3] [WB5] leaves no trace where others look: nothing posted, changed or pinned in the channel, nothing in the log', async () => {
    const fortnight = await opened();
    await record(fortnight, 'inspector', 'help + Seen');
    await fortnight.slack.quiet();
    const [calls, lines] = [fortnight.slack.calls.length, fortnight.lines.length];
    await fillIn(fortnight, 'inspector', 'whistleblow', {
      'Judgement area': ['leadership'],
      'What were you told?': 'Visits were written down that nobody made.',
    });
    await fortnight.slack.quiet();
    const shownToOthers = fortnight.slack.calls
      .slice(calls)
      .filter(({ method, arguments: given }) => /^(chat|pins)\./.test(method) && given.channel === teamChannel);
    expect(shownToOthers).toEqual([]);
    expect(fortnight.lines.slice(lines)).toEqual([]);
    expect(await stored(fortnight, `${northmoor}.restricted`)).toHaveLength(1);
  });
});

describe('two inspections that differ only in what whistleblowers said', () => {
  it('[R3] look the same to everybody who may not read it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(openStep, { minLength: 2, maxLength: 5 }),
        fc.array(hiddenStep, { minLength: 1, maxLength: 4 }),
        fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }),
        async (open, hidden, places) => {
          const [without, having] = [await opened(), await opened()];
          for (const [place, step] of open.entries()) {
            await take(without, step);
            await take(having, step);
            for (const [index, secret] of hidden.entries()) if (places[index] === place) await take(having, secret);
            for (const fortnight of [without, having]) fortnight.forward(1);
          }
          await take(having, {
            does: 'tell',
            who: 'inspector',
            areas,
            sign: 'concern',
            text: 'visits unmade',
            case: 'C-099',
          });
          expect(await everythingSeen(having)).toEqual(await everythingSeen(without));
          expect((await stored(having, `${northmoor}.restricted`)).length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 4 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extend, type InspectionEvent } from '../../src/domain/inspection.ts';
import type { Letter } from '../../src/domain/kinds.ts';
import { paperOf } from '../../src/domain/report/paper.ts';
import { saidIn } from '../../src/domain/report/said.ts';
import { itemsSaid, plainWords } from '../../src/reports/tree.ts';
import { asked, folded, minute, person, under } from '../support/given.ts';
import type { Who } from '../support/people.ts';
import { paperMade, paperRead, recordOf } from '../support/report-made.ts';
import { erase, type Sent } from '../support/sent.ts';
import { keepVersion } from '../support/sent-report.ts';
import { asUnder } from './as-under.ts';
import { all, rounds } from './pairs.ts';
import { recordings } from './samples.ts';
import { begun, type World } from './worlds.ts';

/** What the law of the copy to read says of every paper too: made of random histories. */

const keep = (world: World, who: Who, sent: Sent): string | null => {
  const at = minute(200 + world.entries.length);
  const decision = asked(world.inspection, sent, who, at);
  if (!('events' in decision)) return null;
  const entered = { person: person(who), at, version: world.entries.length + 1 };
  extend(world.inspection, decision.events, entered);
  world.entries.push({ events: decision.events, entered });
  return decision.events.flatMap((event) => ('item' in event ? [event.item] : []))[0] ?? '';
};

const someActs = fc.array(fc.constantFrom(...all), { minLength: 5, maxLength: 40 });

/** A paper names no case. */
const withoutCases = (text: string): string => text.replace(/ *\((?:C-\d+(?:, | and )?)+\)/g, '');

/** Everything that anybody typed into these entries. */
const typedIn = (events: readonly InspectionEvent[]): string => {
  const texts: string[] = [];
  JSON.stringify(events, (_, value) => {
    if (typeof value === 'string') texts.push(withoutCases(value).replace(/\s+/g, ' '));
    return value;
  });
  return texts.join('\n');
};

/** The words of a paper that stand in quotes, in numbered paragraphs, and in lists under a heading. */
const wordsSaid = ({ blocks }: ReturnType<typeof paperMade>): string[] =>
  blocks.flatMap((block) => {
    if ('quote' in block) return [block.quote];
    if ('paragraph' in block && block.number !== undefined) return [plainWords(block.paragraph)];
    return [];
  });

const kinds = ['sif-2013', 'jtai-2016', 'annual-rating-2009', 'ilacs-2023', 'multi-agency-2013'] as const;

describe.each(kinds)('the paper of an inspection under %s', (id) => {
  const { framework, settled, withEvidence } = under(id);
  const start = (framework.output === 'findings' || id === 'annual-rating-2009' ? withEvidence() : settled()).entries();

  it('[RT12] says nothing that no entry behind it says, and no answer to a blind round', () =>
    fc.assert(
      fc.property(someActs, (acts) => {
        const world = begun(start);
        const blind = rounds('observer', true, [], []).flatMap(({ who, sent: [sent] }) =>
          sent ? [[who, sent] as const] : [],
        );
        for (const [who, sent] of [...blind, ...acts]) keep(world, who, asUnder(framework, sent));
        keep(world, 'lead', keepVersion('draft'));
        const versions = [...world.inspection.reportVersions.map(({ version }) => version), null];
        for (const version of versions) {
          const entries = world.entries.slice(0, version ?? world.entries.length);
          const typed = typedIn(entries.flatMap(({ events }) => events ?? []));
          for (const words of wordsSaid(paperMade(recordOf(world.entries), version)))
            if (!/^What stood here|\[This names/.test(words)) expect(typed).toContain(words.replace(/\s+/g, ' '));
          expect(paperRead(recordOf(world.entries), version)).not.toMatch(/secret|W-[A-Z0-9]{4}|unmade/);
        }
      }),
      { numRuns: 6 },
    ));

  it('[RT12] tells what somebody said that belongs into it, whole', () =>
    fc.assert(
      fc.property(someActs, (acts) => {
        const world = begun(start);
        for (const [who, sent] of acts) keep(world, who, asUnder(framework, sent));
        const { inspection } = world;
        const read = paperMade(recordOf(world.entries), null)
          .blocks.flatMap((block) => {
            if ('quote' in block) return [block.quote];
            if ('list' in block) return itemsSaid(block.list).map((item) => plainWords(item as string));
            return 'paragraph' in block ? [plainWords(block.paragraph)] : [];
          })
          .join('\n');
        for (const section of paperOf(inspection).sections)
          for (const { text } of saidIn(inspection, section)) expect(read).toContain(text.replace(/^[-•–] /, ''));
      }),
      { numRuns: 6 },
    ));
});

const told: readonly Letter[] = ['A', 'E', 'F', 'J', 'T', 'V'];

it.each(told)('[RT12] [RT10] an erased item of the kind %s is in no version made afterwards', (letter) =>
  fc.assert(
    fc.property(someActs, someActs, (before, after) => {
      const { framework = 'sif-2013', acts } = recordings[letter];
      const from = under(framework);
      const world = begun((framework === 'sif-2013' ? from.settled() : from.withEvidence()).entries());
      const does = ([who, sent]: readonly [Who, Sent]) => keep(world, who, asUnder(from.framework, sent));
      before.forEach(does);
      let item: string | null = null;
      for (const act of acts('quokka')) item ??= does(act);
      keep(world, 'lead', keepVersion('draft'));
      after.forEach(does);
      keep(world, 'lead', keepVersion('draft'));
      fc.pre(item !== null && !world.inspection.erasedItems.has(item));
      keep(world, 'lead', erase(item ?? ''));
      const gone = world.inspection.erasedItems.get(item ?? '')?.versions ?? [];
      const record = recordOf(world.entries, gone);
      for (const { version } of folded(world.entries).reportVersions)
        expect(paperRead(record, version)).not.toContain('quokka');
      expect(paperRead(record, null)).not.toContain('quokka');
    }),
    { numRuns: 8 },
  ),
);

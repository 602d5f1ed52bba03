import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extend, type Inspection, inspectionCommand } from '../../src/domain/inspection.ts';
import { type Letter, letterOf, letters, ownItems } from '../../src/domain/kinds.ts';
import { ordinaryRecord, type RecordEntry } from '../../src/reports/record.ts';
import { workbook } from '../../src/reports/workbook.ts';
import { itemWhole } from '../../src/words/items.ts';
import { plainText } from '../../src/words/message.ts';
import { copyToRead } from '../support/at-once.ts';
import { asked, type Entry, folded, minute, person, under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import type { Who } from '../support/people.ts';
import { correctItem, erase, meeting, type Sent } from '../support/sent.ts';
import { asUnder } from './as-under.ts';
import { all } from './pairs.ts';
import { recordings } from './samples.ts';
import { seenBy, sentIn, text } from './seen.ts';
import { begun, type World } from './worlds.ts';

const word = 'quokka';

const keep = (world: World, who: Who, sent: Sent): string | null => {
  const at = minute(200 + world.entries.length);
  const decision = asked(world.inspection, sent, who, at);
  if (!('events' in decision)) return null;
  const entered = { person: person(who), at, version: world.entries.length + 1 };
  extend(world.inspection, decision.events, entered);
  world.entries.push({ events: decision.events, entered });
  return decision.events.flatMap((event) => ('item' in event ? [event.item] : []))[0] ?? '';
};

/** What somebody is answered, as text. */
const answered = (world: World, who: Who, typed: string): string => text(seenBy(world, who, typed));

const keptIn = ({ entries }: World): RecordEntry[] =>
  entries.map(({ events, entered: { at, person: by, version } }) => ({
    header: { version, recordedAt: at, person: by },
    hash: 'a'.repeat(64),
    events,
  }));

/** The copy to read without its index of entries. */
const copyOf = (world: World): string =>
  copyToRead(world.inspection.id, keptIn(world)).split('## The record, entry by entry')[0] ?? '';

const wholeState = (inspection: Inspection): string =>
  JSON.stringify(inspection, (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value));

const someActs = fc.array(fc.constantFrom(...all), { maxLength: 12 });

/** A history in which one of this kind was recorded, with random acts before and after; null where that was refused. */
const aWorld = (letter: Letter, before: typeof all, after: typeof all): { world: World; item: string } | null => {
  const { framework = 'sif-2013', acts, first = [] } = recordings[letter];
  const start = under(framework);
  const world = begun((framework === 'sif-2013' ? start.settled() : start.withEvidence()).entries());
  const does = ([who, sent]: readonly [Who, Sent]): string | null => keep(world, who, asUnder(start.framework, sent));
  [...first, ...before].forEach(does);
  let item: string | null = null;
  for (const [who, sent] of acts(word)) {
    const kept = does([who, 'item' in sent ? { ...sent, item } : sent]);
    if (kept === null) return null;
    item ||= kept;
  }
  after.forEach(does);
  return item ? { world, item } : null;
};

const ofKind = (letter: Letter, holds: (world: World, item: string) => void): void =>
  fc.assert(
    fc.property(someActs, someActs, (before, after) => {
      const made = aWorld(letter, before, after);
      fc.pre(made !== null && !made.world.inspection.erasedItems.has(made.item));
      if (made) holds(made.world, made.item);
    }),
    { numRuns: 8 },
  );

/** Whether the item still says what it was recorded with: random acts may have corrected it. */
const stillSays = ({ inspection }: World, item: string): boolean =>
  plainText({ parts: itemWhole(inspection, item, minute(500)) }).includes(word);

/** Every text of a form put otherwise, but for references of cases, which have one way only. */
const putBetter = (initial: string): string => (initial === '' || /^C-/.test(initial) ? initial : `${initial} again`);

const spelt = (letter: string, number: number): string[] => {
  const [small, padded] = [letter.toLowerCase(), String(number).padStart(3, '0')];
  const wide = [...`${letter}-${padded}`]
    .map((sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
    .join('');
  return [
    `${small}${number}`,
    `${small}-${number}`,
    `${letter}${padded}`,
    `#${letter}-${number}`,
    `${letter} ${number}`,
    `${letter} - ${padded}`,
    `${letter}–${padded}`,
    `${letter}—${padded}.`,
    `${letter}−${number}?`,
    `(${letter}‑${padded}):`,
    ` “${letter}-${padded}” `,
    `${letter}-${padded}\u200b`,
    wide,
  ];
};

describe.each(letters)('an item of the kind %s', (letter) => {
  it('[LW9] has the letter that its kind has in the list', () => {
    const made = aWorld(letter, [], []);
    expect(letterOf(made?.item ?? '')).toBe(letter);
  });

  it('[LW9] [N12] is found by a word of it and by its number, and read whole', () =>
    ofKind(letter, (world, item) => {
      expect(answered(world, 'lead', `find ${item}`)).toContain(item);
      if (!stillSays(world, item)) return;
      expect(answered(world, 'observer', `find ${word}`)).toContain(item);
      expect(answered(world, 'observer', `find ${item}`)).toContain(word);
    }));

  it('[JA1] is opened by its number alone, however that is written', () =>
    ofKind(letter, (world, item) => {
      const [, number = ''] = item.split('-');
      for (const who of ['lead', recordings[letter].by, 'observer'] as const) {
        const opened = answered(world, who, item);
        // Random acts may have taken them off the team.
        if (opened.includes('refused by role')) continue;
        expect(opened).toContain(item);
        if (stillSays(world, item) && letter !== 'R' && letter !== 'C') expect(opened).toContain(word);
        for (const typed of spelt(letter, Number(number))) expect(answered(world, who, typed), typed).toBe(opened);
      }
    }));

  it('[LW9] is listed by whoever recorded it', () =>
    ofKind(letter, (world, item) => {
      expect(ownItems(world.inspection, person(recordings[letter].by))).toContain(item);
    }));

  it('[LW9] stands in the copy to read', () =>
    ofKind(letter, (world, item) => {
      expect(copyOf(world)).toContain(item);
      if (stillSays(world, item)) expect(copyOf(world)).toContain(word);
    }));

  it('[PA5] stands in the workbook', () =>
    ofKind(letter, (world, item) => {
      const { sheets } = workbook(ordinaryRecord(world.inspection.id, keptIn(world)), holidays);
      const rows = sheets.filter(({ name }) => name !== 'Changes').flatMap(({ table }) => table.rows);
      expect(rows.some(([number]) => number === item)).toBe(true);
    }));

  it('[LW9] is corrected and withdrawn, or says why not and what is done instead', () =>
    ofKind(letter, (world, item) => {
      for (const who of [recordings[letter].by, 'lead', 'observer'] as const)
        for (const typed of [`edit ${item}`, `withdraw ${item}`]) {
          const reply = seenBy(world, who, typed);
          expect(text(reply), typed).not.toContain('There is no');
          if (reply !== 'refused by role') expect(text(reply).length, typed).toBeGreaterThan(20);
        }
    }));

  it('[LW9] is corrected and withdrawn by forms whose commands its door takes', () =>
    ofKind(letter, (world, item) => {
      for (const who of [recordings[letter].by, 'lead'] as const)
        for (const typed of [`edit ${item}`, `withdraw ${item}`])
          for (const command of sentIn(world, who, typed))
            expect(inspectionCommand.safeParse(command).error?.issues, typed).toBeUndefined();
    }));

  it('[LW9] says what it was corrected to, and that it was withdrawn and why', () => {
    const { world, item } = aWorld(letter, [], []) ?? {};
    if (!world || !item) throw new Error('It was not recorded');
    const whole = () => plainText({ parts: itemWhole(world.inspection, item, minute(500)) });
    const before = whole();
    for (const command of sentIn(world, 'lead', `edit ${item}`, putBetter)) {
      expect(keep(world, 'lead', command as Sent), JSON.stringify(command)).toBe(item);
      expect(whole()).not.toBe(before);
    }
    for (const command of sentIn(world, 'lead', `withdraw ${item}`)) {
      expect(keep(world, 'lead', command as Sent), JSON.stringify(command)).toBe(item);
      expect(whole()).toContain('Said in error');
    }
  });

  it('[LW9] is erased without a trace', () =>
    ofKind(letter, (world, item) => {
      const erased = keep(world, 'lead', erase(item));
      expect(erased).toBe(item);
      const gone = world.inspection.erasedItems.get(item)?.versions ?? [];
      const entries = world.entries.map(
        (entry): Entry => (gone.includes(entry.entered.version) ? { ...entry, events: null } : entry),
      );
      const read: World = { ...world, inspection: folded(entries), entries };
      for (const { inspection } of [world, read]) {
        expect(wholeState(inspection)).not.toContain(word);
        expect(ownItems(inspection, person(recordings[letter].by))).not.toContain(item);
      }
      expect(copyOf(read)).not.toContain(word);
      expect(answered(read, 'lead', `find ${word}`)).not.toContain(item);
    }));
});

it('[LW9] [E9] a kind that is put right as a whole takes its own recording as a correction', () => {
  const made = aWorld('M', [], []);
  if (!made) throw new Error('No meeting was recorded');
  expect(keep(made.world, 'inspector', correctItem(made.item, 'meeting', meeting({ message1: 'Put right' })))).toBe(
    made.item,
  );
});

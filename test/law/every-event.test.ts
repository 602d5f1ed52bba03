import { expect, it } from 'vitest';
import { subcommands } from '../../commands/index.ts';
import { extend, type InspectionEvent } from '../../src/domain/inspection.ts';
import { matters } from '../../src/domain/matters.ts';
import { misnumbered, notWritten } from '../../src/domain/written.ts';
import { copyToRead } from '../support/at-once.ts';
import { asked, minute, person, type Story, under } from '../support/given.ts';
import { raters, type Who } from '../support/people.ts';
import { asUnder } from './as-under.ts';
import { type Answer, all, rounds } from './pairs.ts';
import type { Act } from './samples.ts';
import { seenBy, sentSeen, text } from './seen.ts';
import { begun, type World } from './worlds.ts';

/** What only notes an act of the app: that it sent, or tried to send, what people read elsewhere. */
const actsOfTheApp: ReadonlySet<string> = new Set<InspectionEvent['type']>([
  'PostingClaimed',
  'PostingMade',
  'PostingRefused',
  'BoardPlaced',
  'DailySummaryClaimed',
  'DailySummaryPosted',
  'DailySummaryRefused',
  'NoticeClaimed',
  'NoticePosted',
  'NoticeRefused',
  'RetentionReached',
  'Exported',
]);

const kindsOfEvent = matters.flatMap(({ events }): string[] => events.map(({ shape }) => shape.type.value));

/** The copy to read but for its index of entries and its head, which every entry changes. */
const copied = ({ inspection, entries }: World): string => {
  const { id } = inspection;
  const kept = entries.map(({ events, entered: { at, person: by, version } }) => ({
    header: { version, recordedAt: at, person: by },
    hash: 'a'.repeat(64),
    events,
  }));
  return (
    copyToRead(id, kept)
      .replace(/^- (?:Head of the record|Recorded:).*$/gm, '')
      .split('## The record, entry by entry')[0] ?? ''
  );
};

/** What somebody is shown who asks with each command alone, and with the item that the event is about. */
const shownTo = (world: World, who: Who, event: InspectionEvent): string => {
  const item = 'item' in event ? event.item : '';
  const asks = subcommands
    .filter(({ of }) => of === 'inspection')
    .flatMap(({ word }) => [word, ...(item ? [`${word} ${item}`] : [])]);
  const typed = [...asks, 'settings mine', 'line claims', 'round agreement'];
  return text([typed.map((words) => seenBy(world, who, words)), sentSeen(world, who)]);
};

/** Rounds are answered by those they ask, in their order. */
const given: Answer[] = raters.map((_, place) => [place === 0 ? 'good' : 'inadequate', `Seen ${place} times`]);
const roundsFirst: readonly Act[] = rounds('observer', false, given, given).flatMap(({ who, sent: [sent] }) =>
  sent ? [[who, sent] as const] : [],
);

/** Takes every act there is, event by event, as often as something more comes of it; gives which events changed what somebody sees. */
const changing = (story: Story, ids: string): { kept: Set<string>; shown: Set<string>; world: World } => {
  const world = begun(story.entries());
  const [kept, shown] = [new Set<string>(), new Set<string>()];
  const { framework } = under(ids);
  for (const pass of [1, 2, 3])
    for (const [who, sent] of [...roundsFirst, ...all]) {
      const at = minute(100 * pass + world.entries.length);
      const decision = asked(world.inspection, asUnder(framework, sent), who, at);
      if (!('events' in decision)) continue;
      if (decision.events.every(({ type }) => kept.has(type))) {
        // It has been looked at: what it leaves is needed by other acts.
        if (pass === 1) keep(world, decision.events, who, at);
        continue;
      }
      for (const event of decision.events) {
        kept.add(event.type);
        const see = (viewer: Who) => shownTo({ ...world, entries: world.entries.slice(0, 1) }, viewer, event);
        const viewers: Who[] = [who, 'lead'];
        const [before, copy] = [viewers.map(see), copied(world)];
        keep(world, [event], who, at);
        if (viewers.some((viewer, place) => see(viewer) !== before[place]) || copied(world) !== copy)
          shown.add(event.type);
      }
    }
  return { kept, shown, world };
};

const keep = (world: World, events: readonly InspectionEvent[], who: Who, at: string): void => {
  const entered = { person: person(who), at, version: world.entries.length + 1 };
  extend(world.inspection, events, entered);
  world.entries.push({ events, entered });
};

const worlds = (['sif-2013', 'jtai-2016', 'annual-rating-2009'] as const).map((id) =>
  changing(id === 'sif-2013' ? under(id).settled() : under(id).withEvidence(), id),
);

it('[LW8] every kind of event that is kept changes something that somebody may see', () => {
  const kept = new Set(worlds.flatMap((each) => [...each.kept]));
  const shown = new Set(worlds.flatMap((each) => [...each.shown]));
  const wanted = kindsOfEvent.filter((type) => type !== 'InspectionStarted' && !actsOfTheApp.has(type));
  expect(wanted.filter((type) => !kept.has(type))).toEqual([]);
  expect(wanted.filter((type) => !shown.has(type))).toEqual([]);
});

it('[V21] no kind of event that the app keeps is one that it could not have written', () => {
  for (const { world } of worlds) {
    const entries = world.entries.map(({ events, entered: { version, at: recordedAt, person: by } }) => ({
      header: { version, recordedAt, person: by, request: `request ${version}` },
      events,
    }));
    expect(notWritten(entries, minute(0), false)).toEqual([]);
    expect(misnumbered(world.inspection)).toEqual([]);
  }
});

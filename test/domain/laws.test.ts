import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Balances, countBalance } from '../../src/domain/balance.ts';
import { begin, extend, type Inspection } from '../../src/domain/inspection.ts';
import { type Letter, letterOf } from '../../src/domain/kinds.ts';
import type { Evidence } from '../../src/domain/matters/evidence.ts';
import { addTo, emptyTally } from '../../src/domain/tally.ts';
import { anActBeside } from '../support/acts-beside.ts';
import { asked, begunAs, type Entry, folded, given, minute, person, under } from '../support/given.ts';
import { type Who, whole } from '../support/people.ts';
import {
  edit,
  erase,
  evidence,
  finding,
  gradeOf,
  linkTo,
  openLine,
  overall,
  registerCase,
  reopen,
  type Sent,
  setTeam,
  signOff,
  withdraw,
} from '../support/sent.ts';

const sif = under('sif-2013');
const areas = sif.framework.areas.map((area) => area.id);

const anItem = fc.integer({ min: 1, max: 8 }).map((number) => `E-00${number}`);
const aFinding = fc.integer({ min: 1, max: 4 }).map((number) => `F-00${number}`);
const anArea = fc.constantFrom(...areas);
const aContent = fc.record({
  areas: fc.uniqueArray(anArea, { minLength: 1, maxLength: 2 }),
  sign: fc.constantFrom('strength', 'concern', 'priority-concern', 'context'),
  source: fc.constantFrom('case-tracked', 'case-sampled', 'data'),
  case: fc.constantFrom(null, 'C-1', 'C-2'),
  about: fc.constantFrom(null, 'experience', 'process'),
  site: fc.constantFrom(null, 'East office', 'West office'),
  observedAt: fc.constantFrom('2013-11-18T23:50:00.000Z', '2013-11-19T00:05:00.000Z', '2013-11-19T08:30:00.000Z'),
});
const aCommand: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 5, arbitrary: aContent.map(evidence) },
  { weight: 2, arbitrary: fc.tuple(anItem, aContent).map(([item, content]) => edit(item, content)) },
  { weight: 2, arbitrary: anItem.map(withdraw) },
  { weight: 1, arbitrary: anItem.map(erase) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        anArea,
        fc.constantFrom('outstanding', 'good', 'inadequate', 'not-judged'),
        fc.array(anItem, { maxLength: 2 }),
      )
      .map(([area, grade, items]) => gradeOf(area, grade, items)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('outstanding', 'good', 'inadequate').map((grade) => overall(grade, 'So it is')),
  },
  { weight: 1, arbitrary: fc.constantFrom(openLine({}), registerCase({}), registerCase({ reference: 'C-2' })) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anItem, fc.constantFrom('for', 'against', 'neither'))
      .map(([item, bears]) => linkTo('L-001', [item], bears)),
  },
  {
    weight: 3,
    arbitrary: fc.oneof(
      fc.tuple(anArea, fc.array(anItem, { maxLength: 2 })).map(([area, items]) => finding({ area, evidence: items })),
      aFinding.map((item): Sent => ({ type: 'AdoptFinding', item })),
      aFinding.map((item): Sent => ({ ...finding({ text: 'Put better' }), type: 'EditFinding', item })),
      aFinding.map((item): Sent => ({ type: 'WithdrawFinding', item, reason: 'Said twice' })),
      aFinding.map(erase),
    ),
  },
  { weight: 4, arbitrary: anActBeside },
  { weight: 3, arbitrary: fc.constant(signOff) },
  { weight: 1, arbitrary: fc.constant(reopen('A late complaint')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      setTeam({}),
      setTeam({ lead: whole.deputy, deputy: whole.lead }),
      setTeam({ lead: whole.qualityAssurance, qualityAssuranceManager: whole.lead }),
      setTeam({ lead: null }),
    ),
  },
);
const whos: Who[] = ['lead', 'lead', 'deputy', 'inspector', 'analyst', 'qualityAssurance', 'outsider'];
const someActs = fc.array(fc.tuple(aCommand, fc.constantFrom(...whos)), { maxLength: 60 });

/** A settled inspection, and what of these acts is kept after it; the others are refused, and leave nothing. */
const entriesOf = (start: readonly Entry[], acts: readonly [Sent, Who][]): Entry[] => {
  const entries = [...start];
  const inspection = folded(start);
  for (const [command, who] of acts) {
    const at = minute(entries.length);
    const before = structuredClone([inspection.version, inspection.items, inspection.signatures]);
    const decision = asked(inspection, command, who, at);
    expect([inspection.version, inspection.items, inspection.signatures]).toEqual(before);
    if ('refusals' in decision) {
      expect(decision.refusals).not.toEqual([]);
      for (const { words } of decision.refusals) expect(words).toMatch(/\S/);
      continue;
    }
    const entered = { person: person(who), at, version: entries.length + 1 };
    extend(inspection, decision.events, entered);
    entries.push({ events: decision.events, entered });
  }
  expect(inspection).toEqual(folded(entries));
  return entries;
};

const narrative = areas.reduce(
  (so, area) => so.and(evidence({ areas: [area] }), 'inspector'),
  begunAs(sif.framework, { narrative: true }),
);
const starts = [given(sif.framework), sif.withEvidence(), narrative, sif.settled(), sif.signedOff()].map((story) =>
  story.entries(),
);
const aHistory = fc.tuple(fc.constantFrom(...starts), someActs).map(([start, acts]) => entriesOf(start, acts));

/** An area's tally, or the whole one, counted again, item by item. */
const recount = (inspection: Inspection, area: string | null) => {
  const tally = emptyTally();
  for (const { content, withdrawn } of inspection.evidence.values()) {
    if (!withdrawn && (area === null || content.areas.includes(area))) addTo(tally, content);
  }
  return tally;
};

/** The balance of every quarter of an hour counted again. */
const rebalanced = (inspection: Inspection): Balances => {
  const balances: Balances = new Map();
  for (const { content, withdrawn } of inspection.evidence.values()) {
    if (!withdrawn) countBalance(balances, content, 1);
  }
  return balances;
};

const numbers = (items: Iterable<string>): number[] =>
  [...items].map((item) => Number(item.slice(2))).sort((one, other) => one - other);
const upTo = (highest: number): number[] => Array.from({ length: highest }, (_, index) => index + 1);

describe('whatever is done in an inspection', () => {
  it('[E5] the counts of every area, of the whole and of every day are what its items come to', () => {
    fc.assert(
      fc.property(aHistory, (entries) => {
        const inspection = folded(entries);
        for (const area of areas) {
          expect(inspection.areas.get(area)?.tally ?? emptyTally()).toEqual(recount(inspection, area));
        }
        expect(inspection.whole).toEqual(recount(inspection, null));
        expect(inspection.balances).toEqual(rebalanced(inspection));
      }),
      { numRuns: 60 },
    );
  });

  it('[E8] items are numbered without gaps, and none has a number twice', () => {
    fc.assert(
      fc.property(aHistory, (entries) => {
        const { evidence, findings, lines, erasedItems, items, areas: records } = folded(entries);
        const highest = (letter: Letter): number => items.highest.get(letter) ?? 0;
        const erased = (letter: Letter) => [...erasedItems.keys()].filter((item) => letterOf(item) === letter);
        expect(numbers([...evidence.keys(), ...erased('E')])).toEqual(upTo(highest('E')));
        expect(numbers([...findings.keys(), ...erased('F')])).toEqual(upTo(highest('F')));
        expect(numbers([...lines.keys(), ...erased('L')])).toEqual(upTo(highest('L')));
        const judgements = [...records.values()].flatMap((record) =>
          record.judgements.map((judgement) => judgement.item),
        );
        expect(numbers(judgements)).toEqual(upTo(highest('J')));
        const events = entries.flatMap((entry) => entry.events ?? []);
        const proposed = events.flatMap((event) => (event.type === 'GradeProposed' ? [event.item] : []));
        expect(numbers(proposed)).toEqual(upTo(highest('P')));
      }),
      { numRuns: 60 },
    );
  });

  it('[A5] there is one lead, and nobody has two roles', () => {
    fc.assert(
      fc.property(aHistory, (entries) => {
        const { members } = folded(entries);
        expect(members.filter((member) => member.role === 'lead')).toHaveLength(1);
        expect(new Set(members.map((member) => member.person.user)).size).toBe(members.length);
      }),
      { numRuns: 60 },
    );
  });

  it('[X4] it is sealed if, and only if, two people signed, and then nothing blocks it', () => {
    fc.assert(
      fc.property(aHistory, (entries) => {
        const { sealed, signatures, overalls } = folded(entries);
        const { lead, qualityAssuranceManager: second } = signatures;
        expect(sealed).toBe(lead !== null && second !== null);
        if (second) expect(lead).not.toBeNull();
        if (sealed) expect(lead?.by).not.toEqual(second?.by);
        if (lead) expect(overalls.size).toBe(1);
      }),
      { numRuns: 60 },
    );
  });

  it('[E5] an item that was recorded is there: standing, withdrawn or erased', () => {
    fc.assert(
      fc.property(aHistory, (entries) => {
        const { evidence: items, erasedItems } = folded(entries);
        for (const event of entries.flatMap((entry) => entry.events ?? [])) {
          if (event.type !== 'EvidenceRecorded') continue;
          const found: Evidence | undefined = items.get(event.item);
          expect(found !== undefined).toBe(!erasedItems.has(event.item));
        }
      }),
      { numRuns: 30 },
    );
  });

  it('[E4] folding is the same in one go and in pieces', () => {
    fc.assert(
      fc.property(aHistory, fc.nat(60), (entries, cut) => {
        const [first, ...rest] = entries;
        const event = first?.events?.[0];
        if (!first || event?.type !== 'InspectionStarted') throw new Error('A history begins with its start');
        const piece = folded(entries.slice(0, 1 + (cut % entries.length)));
        for (const { events, entered } of entries.slice(1 + (cut % entries.length))) extend(piece, events, entered);
        const whole = begin('northmoor-2013-11-19', event, first.entered);
        for (const { events, entered } of rest) extend(whole, events, entered);
        expect(piece).toEqual(whole);
      }),
      { numRuns: 60 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Inspection } from '../../src/domain/inspection.ts';
import { NotKept } from '../../src/inspections.ts';
import { watchedFiles } from '../store/watched-files.ts';
import { minute } from '../support/given.ts';
import { type Who, whole } from '../support/people.ts';
import { edit, erase, evidence, gradeOf, type Sent, setTeam, withdraw } from '../support/sent.ts';
import { by, northmoor, started } from './opened.ts';

const anItem = fc.constantFrom('E-001', 'E-002', 'E-003');
const aCommand: fc.Arbitrary<Sent> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(evidence({ observedAt: minute(-9) })) },
  { weight: 2, arbitrary: anItem.map((item) => edit(item, { text: 'Put better', observedAt: minute(-9) })) },
  { weight: 1, arbitrary: anItem.map(withdraw) },
  { weight: 1, arbitrary: anItem.map(erase) },
  { weight: 2, arbitrary: anItem.map((item) => gradeOf('help-and-protection', 'good', [item])) },
  { weight: 1, arbitrary: fc.constantFrom(setTeam({}), setTeam({ inspectors: [whole.outsider] })) },
);
const anAct = fc.record({
  command: aCommand,
  who: fc.constantFrom<Who[]>('lead', 'inspector', 'outsider'),
  at: fc.integer({ min: 1, max: 9 }),
});

describe('whatever is asked of a record', () => {
  it('[E4] a moment’s state is the prefix recorded by then, on a clock that runs as it likes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { maxLength: 12 }), async (acts) => {
        const { inspections } = await started();
        const stood: { at: string; state: Inspection }[] = [];
        const note = async () => {
          const state = structuredClone(await inspections.of(northmoor));
          stood.push({ at: state.recordedAt, state });
        };
        await note();
        for (const { command, who, at } of acts) {
          await inspections.record(northmoor, command, by(who, at));
          await note();
        }
        for (const moment of [0, 1, 3, 5, 9].map(minute)) {
          const last = stood.findLast(({ at }) => at <= moment);
          expect((await inspections.at(northmoor, moment))?.inspection).toEqual(last?.state);
        }
      }),
      { numRuns: 15 },
    );
  });

  it('[D6] what was acknowledged, and nothing else, is there again, however the disk fails meanwhile', async () => {
    const aTry = fc.record({ act: anAct, together: fc.boolean(), failing: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(aTry, { maxLength: 15 }), async (tries) => {
        const watched = watchedFiles();
        const record = await started(watched.files);
        let failing = false;
        watched.fate = ({ operation }) => (failing && operation === 'write' ? { fails: 'ENOSPC' } : 'goes ahead');
        const acknowledged: string[] = [];
        let asked: Promise<void>[] = [];
        for (const { act, together, failing: fails } of tries) {
          failing = fails;
          const outcome = record.inspections.record(northmoor, act.command, by(act.who, act.at)).then(
            (answer) => {
              if ('entry' in answer) acknowledged.push(answer.entry.hash);
            },
            (error) => expect(error).toBeInstanceOf(NotKept),
          );
          asked.push(outcome);
          if (together) continue;
          await Promise.all(asked);
          asked = [];
        }
        failing = false;
        await Promise.all(asked);
        const live = await record.inspections.of(northmoor);
        const { inspections, store, damaged } = await record.reopened();
        expect((await store.read(northmoor, 1)).map(({ hash }) => hash)).toEqual(acknowledged);
        expect(await inspections.of(northmoor)).toEqual(live);
        expect(damaged).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('[D2] every request is kept at most once, however often and whenever it is sent', async () => {
    const some = fc.array(fc.record({ request: fc.integer({ min: 0, max: 3 }), act: anAct, waits: fc.boolean() }), {
      maxLength: 15,
    });
    await fc.assert(
      fc.asyncProperty(some, async (sent) => {
        const { inspections, store } = await started();
        const answers = new Map<string, Set<string>>();
        const asked = [];
        for (const { request, act, waits } of sent) {
          const context = { ...by(act.who, act.at), request: `again ${request}` };
          const outcome = inspections.record(northmoor, act.command, context).then((answer) => {
            if (!('entry' in answer)) return;
            const hashes = answers.get(context.request) ?? new Set();
            answers.set(context.request, hashes.add(answer.entry.hash));
          });
          asked.push(outcome);
          if (waits) await outcome;
        }
        await Promise.all(asked);
        const kept = (await store.read(northmoor, 1)).map(({ header, hash }) => [header.request, new Set([hash])]);
        expect(answers).toEqual(new Map(kept as [string, Set<string>][]));
      }),
      { numRuns: 15 },
    );
  });
});

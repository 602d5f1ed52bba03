import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { inspectionEvent } from '../../src/domain/inspection.ts';
import { restrictedEvent } from '../../src/domain/restricted.ts';
import { faultFields } from '../../src/log.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';

const typed = 'zebrafinch';

/** What is thrown, as it is logged under its reference and as Bolt's own lines have it. */
const logged = (act: () => unknown) => {
  const lines: string[] = [];
  const line = (words: string): void => void lines.push(words);
  try {
    act();
  } catch (error) {
    boltLogger({ info: line, warn: line, error: line }).error('Bolt says', error);
    return { ours: faultFields(error) as { kind: string; message: string; stack: string }, bolts: lines.join('\n') };
  }
  throw new Error('nothing was thrown');
};

describe('what a validator finds', () => {
  it.each([
    ['an unknown kind of event', () => inspectionEvent.parse({ type: typed }), 'type invalid_union'],
    ['an unknown field', () => z.strictObject({}).parse({ [typed]: typed }), 'unrecognized_keys'],
    [
      'parts of the wrong kind',
      () => z.object({ a: z.array(z.int()), b: z.enum(['x']) }).parse({ a: [1, typed], b: typed }),
      'a.1 invalid_type, b invalid_value',
    ],
    [
      'a restricted event',
      () => restrictedEvent.parse({ type: 'RestrictedItemErased', item: 7, reason: typed }),
      'item invalid_type',
    ],
    [
      'much',
      () => z.array(z.int()).parse(Array.from({ length: 5000 }, () => typed)),
      '0 invalid_type, 1 invalid_type, 2 invalid_type, 3 invalid_type, 4 invalid_type',
    ],
  ])('[C7] is logged in a short line of paths and codes, without a value: %s', (_, act, message) => {
    const { ours, bolts } = logged(act);
    expect(ours.kind).toBe('ZodError');
    expect(ours.message.startsWith(message)).toBe(true);
    expect(ours.stack.split('\n    at ')[0]).toBe(`ZodError: ${ours.message}`);
    expect(bolts).toBe('Bolt says ZodError');
    expect(JSON.stringify(ours)).not.toContain(typed);
  });

  it('[C7] leaves every other fault its words, in one line or several', () => {
    const { ours, bolts } = logged(() => {
      throw new RangeError('A thing of ours\nwent wrong');
    });
    expect(ours).toMatchObject({ kind: 'RangeError', message: 'A thing of ours\nwent wrong' });
    expect(ours.stack).toMatch(/^RangeError: A thing of ours\nwent wrong\n {4}at /);
    expect(bolts).toContain('went wrong');
  });
});

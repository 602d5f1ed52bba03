import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { extend } from '../../src/domain/inspection.ts';
import { noticesDue } from '../../src/domain/matters/notice.ts';
import { plainText } from '../../src/words/message.ts';
import { noticeMessage } from '../../src/words/notice.ts';
import { asked, person, under } from '../support/given.ts';

const sealed = () => under('sif-2013').signedOff().state();
const yearsLater = (years: number): string => `${2013 + years}-12-31T12:00:00.000Z`;
const note = { type: 'NoteRetention', years: 6 };

/** The record once the six years were noted. */
const noted = () => {
  const inspection = sealed();
  const decision = asked(inspection, note, 'lead', yearsLater(6));
  if ('refusals' in decision) throw new Error(JSON.stringify(decision));
  const version = inspection.version + 1;
  return extend(inspection, decision.events, { person: person('lead'), at: yearsLater(6), version });
};

describe('A record that has been kept for as long as was decided', () => {
  it('[PD6] is noted so many years after its last entry, and not before', () => {
    expect(asked(sealed(), note, 'lead', yearsLater(5))).toHaveProperty('refusals');
    expect(asked(sealed(), note, 'lead', yearsLater(6))).toMatchObject({
      events: [{ type: 'RetentionReached', years: 6 }],
    });
    expect(asked(noted(), note, 'lead', yearsLater(20))).toHaveProperty('refusals');
  });

  it('[PD6] is told to lead and quality assurance manager, to nobody else, and loses nothing', () => {
    const inspection = noted();
    const due = noticesDue(inspection);
    expect(due.map(({ recipient }) => recipient.user)).toEqual(['UANA', 'UGUS']);
    const [first] = due;
    const words = first && noticeMessage(inspection, first, yearsLater(6));
    expect(words && plainText(words)).toContain(
      'has been kept for 6 years since its last entry, on Tuesday 19 November 2013',
    );
    expect(words && plainText(words)).toContain('Fortnight deletes nothing by itself');
    expect(inspection.evidence.size).toBe(sealed().evidence.size);
    expect(inspection.sealed).toBe(true);
  });
});

describe('The setting RETENTION_YEARS', () => {
  it('[PD6] is a number of years, and undecided where it is not set', () => {
    expect(readConfig({ RETENTION_YEARS: '6' }).retentionYears).toBe(6);
    expect(readConfig({}).retentionYears).toBeNull();
    expect(() => readConfig({ RETENTION_YEARS: 'for ever' })).toThrow('RETENTION_YEARS is a whole number of years');
  });
});

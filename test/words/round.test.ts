import { describe, expect, it } from 'vitest';
import { agreementOver } from '../../src/domain/round-agreement.ts';
import { agreementMessage } from '../../src/words/agreement.ts';
import { listing } from '../../src/words/listing.ts';
import { type Message, plainText } from '../../src/words/message.ts';
import { gradesInOneLine, roundLine, roundParts } from '../../src/words/round.ts';
import { movementMessage } from '../../src/words/round-list.ts';
import { given, person, under } from '../support/given.ts';
import { setTeam } from '../support/sent.ts';
import { answerRound, closeRound, openRound } from '../support/sent-round.ts';

const sif = under('sif-2013');
const scale = sif.framework.scale.map(({ id }) => id);

/** Sixty inspectors with long names. */
const many = Array.from({ length: 60 }, (_, place) => ({
  team: 'TFORT',
  user: `UMANY${place}`,
  name: `Inspector with a long name ${place}`,
  fullMember: true,
}));

describe('rounds of a very large team', () => {
  const story = given(sif.framework, { command: setTeam({ inspectors: many }), who: 'lead' });
  const rounds = Array.from({ length: 30 }, (_, place) => `R-${String(place + 1).padStart(3, '0')}`);
  const inspection = rounds
    .reduce(
      (so, item) =>
        so
          .and(openRound('leadership', 'by-person'), 'lead')
          .and(answerRound(item, 'inadequate', 'Seen again and again. '.repeat(100)), 'lead')
          .and(answerRound(item, 'outstanding', 'Seen again and again. '.repeat(100)), 'partner')
          .and(closeRound(item), 'lead'),
      story,
    )
    .and(openRound('leadership', 'by-person'), 'lead')
    .state();
  // Every inspector's answer, put there at once: what matters is how it is said.
  for (const round of inspection.rounds.values()) {
    if (!round.closed) continue;
    const all = many.map(({ user }) => ({ grade: 'good', reason: 'Seen. '.repeat(400), by: { team: 'TFORT', user } }));
    round.closed = { ...round.closed, raters: all.map(({ by }) => by), answers: [...round.closed.answers, ...all] };
  }
  const [first] = inspection.rounds.values();
  if (!first) throw new Error('There is no round');

  it('[MO7] [M8] fit one message, cut with how many more there are', () => {
    const reader = { inspection, by: person('lead'), at: inspection.recordedAt };
    const all = [...inspection.rounds.keys()];
    const rounds = listing(reader, 'Rounds.', all, { words: 'round list' });
    const messages: Message[] = [
      { parts: roundParts(inspection, first, 60) },
      rounds,
      movementMessage(inspection, person('lead')),
      agreementMessage(agreementOver(scale, [inspection]), 'Northmoor', true, []),
    ];
    for (const message of messages) expect(plainText(message).length).toBeLessThan(3600);
    expect(plainText(rounds)).toContain(`[The next 10 of ${all.length}]`);
  });

  it('[MO7] say how often each grade was given, and how many are still waited for', () => {
    expect(gradesInOneLine(inspection, first)).toBe('1 outstanding, 1 inadequate, 60 good');
    const open = [...inspection.rounds.values()].at(-1);
    expect(JSON.stringify(open && roundLine(inspection, open))).toContain('and 57 more');
  });
});

import { describe, expect, it } from 'vitest';
import { agreementOver } from '../../src/domain/round-agreement.ts';
import { agreementMessage } from '../../src/words/agreement.ts';
import { plainText } from '../../src/words/message.ts';
import { type Story, under } from '../support/given.ts';
import { answerRound, closeRound, openRound } from '../support/sent-round.ts';

const sif = under('sif-2013');
const scale = sif.framework.scale.map(({ id }) => id);

/** So many closed rounds, each with these two grades. */
const rounds = (...pairs: readonly (readonly [string | null, string | null])[]): Story =>
  pairs.reduce((so, [one, other], place) => {
    const item = `R-${String(place + 1).padStart(3, '0')}`;
    return so
      .and(openRound('leadership', 'by-person'), 'lead')
      .and(answerRound(item, one), 'inspector')
      .and(answerRound(item, other), 'partner')
      .and(closeRound(item), 'lead');
  }, sif.started());
const over = (...stories: Story[]) =>
  agreementOver(
    scale,
    stories.map((story) => story.state()),
  );
const words = (...stories: Story[]): string => plainText(agreementMessage(over(...stories), 'Northmoor', false, []));

describe('how far rounds agree', () => {
  const nine = Array.from({ length: 9 }, () => ['good', 'good'] as const);

  it('[MO8] [U10] claims nothing of fewer than ten rounds but counts and the disagreements', () => {
    const story = rounds(['good', 'inadequate'], ['good', 'requires-improvement'], ['good', 'good'], ['good', null]);
    expect(over(story)).toMatchObject({
      rounds: 3,
      raters: 2,
      grades: 6,
      same: 1,
      oneStep: 1,
      further: 1,
      alpha: null,
    });
    expect(words(story)).toContain('Fewer than 10 rounds (3), so no coefficient is claimed');
    expect(words(story)).toContain('Round R-001 on Leadership: good, inadequate');
    expect(words(story)).not.toMatch(/alpha|R-003/);
  });

  it('[MO8] gives the coefficient of ten, with rounds, inspectors and grades beside it', () => {
    const story = rounds(...nine, ['good', 'inadequate']);
    expect(over(story).alpha).toBeCloseTo(0, 10);
    expect(words(story)).toContain('10 rounds, 2 inspectors, 20 grades.');
    expect(words(story)).toContain('Krippendorff’s alpha, ordinal: 0.00 on the framework’s whole scale');
  });

  it('[MO8] says so where it is not defined', () => {
    expect(words(rounds(...nine, ['good', 'good']))).toContain('a coefficient is not defined');
    expect(words(sif.started())).toContain('nothing to compare');
  });

  it('[MO8] is over several inspections of one framework too', () => {
    const [one, other] = [rounds(...nine.slice(0, 5)), rounds(...nine.slice(0, 4), ['outstanding', 'good'])];
    expect(over(one, other)).toMatchObject({ rounds: 10, raters: 2, enough: true });
  });
});

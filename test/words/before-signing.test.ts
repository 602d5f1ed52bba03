import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/roles.ts';
import { beforeSigning } from '../../src/words/before-signing.ts';
import { plainText } from '../../src/words/message.ts';
import { type Story, under } from '../support/given.ts';
import { closeConcern, concern, evidence, gradeOf, openLine } from '../support/sent.ts';
import { challenge, request } from '../support/sent-concern.ts';
import { answerRound, closeRound, openRound } from '../support/sent-round.ts';

const sif = under('sif-2013');

const said = (story: Story, role: Role = 'lead'): string[] =>
  plainText({ parts: beforeSigning(story.state(), story.now, role) }).split('\n');

/** The line that begins so; empty where there is none. */
const lineOf = (story: Story, begins: string, role?: Role): string =>
  said(story, role).find((line) => line.startsWith(begins)) ?? '';

describe('what stands open before signing', () => {
  it('[X13] is named with its act, a child at risk first, then what is due soonest', () => {
    const story = sif
      .settled()
      .and(openLine({}), 'lead')
      .and(challenge({ from: 'team', raisedBy: null }), 'inspector')
      .and(request({}), 'inspector')
      .and(concern({}), 'observer');
    const [title, ...lines] = said(story);
    expect(title).toBe('Before you sign (none of this stops you):');
    expect(lines.slice(0, 5)).toEqual([
      expect.stringMatching(/^🔴 Child at risk K-001: not referred back since \d\d:\d\d \[Refer back\]$/),
      expect.stringMatching(/^Request Q-001 due .* \[Received\] \[Read\]$/),
      expect.stringMatching(/^Challenge H-001 to .* due .* \[Answer\]$/),
      expect.stringMatching(/^Not trailed to the authority: .* \[Record the meeting\]$/),
      expect.stringMatching(/^L-001 “Assessments are timely in every team”: no evidence yet \[Settle\] \[Read\]$/),
    ]);
    expect(lineOf(story.and(closeConcern('K-001'), 'lead'), '🔴')).toBe('');
  });

  it('[X13] offers nobody what they may not do', () => {
    const story = sif.settled().and(openLine({}), 'lead').and(concern({}), 'observer');
    expect(lineOf(story, 'L-001', 'quality-assurance-manager')).toMatch(/ \[Read\]$/);
    expect(lineOf(story, '🔴', 'quality-assurance-manager')).toMatch(/\[Refer back\]/);
  });

  it('[X13] says how many more there are', () => {
    const many = Array.from({ length: 11 }).reduce<Story>((so) => so.and(openLine({}), 'lead'), sif.settled());
    expect(said(many)).toContain('and 4 more of these');
  });

  it('[X13] names a round of whose answers half and more are other than the grade given, and no other', () => {
    const round = (grades: readonly string[]) => {
      const raters = ['inspector', 'secondInspector', 'partner', 'lead'] as const;
      const answered = grades.reduce<Story>(
        (so, grade, place) => so.and(answerRound('R-001', grade, 'Seen by me'), raters[place] ?? 'deputy'),
        sif.settled().and(openRound('leadership', 'by-person'), 'lead'),
      );
      return answered
        .and(closeRound('R-001'), 'lead')
        .and(gradeOf('leadership', 'good', [sif.itemOf('leadership')]), 'lead');
    };
    expect(lineOf(round(['inadequate']), 'Round')).toBe(
      'Round R-001 on Leadership: 1 of 1 say another grade than good [Read] [Judge it again]',
    );
    expect(lineOf(round(['good', 'good', 'requires-improvement']), 'Round')).toBe('');
    expect(lineOf(round(['good', 'requires-improvement']), 'Round')).toContain('1 of 2');
    expect(lineOf(round(['inadequate']), 'Round', 'quality-assurance-manager')).toMatch(/ \[Read\]$/);
  });

  it('[X13] names areas judged on one side alone, and thin ones', () => {
    const story = sif.settled();
    expect(lineOf(story, 'Judged on strengths')).toBe(
      'Judged on strengths alone: Looked after and permanence [Progress]',
    );
    expect(lineOf(story, 'Judged on concerns')).toMatch(
      /^Judged on concerns alone: Help and protection, .*\[Progress\]$/,
    );
    expect(lineOf(story, 'Thin evidence')).toMatch(/\[Progress\]$/);
    const both = story
      .and(evidence({ sign: 'strength' }), 'inspector')
      .and(gradeOf('help-and-protection', 'good', ['E-001', 'E-007']), 'lead');
    expect(lineOf(both, 'Judged on concerns')).not.toContain('Help and protection');
  });
});

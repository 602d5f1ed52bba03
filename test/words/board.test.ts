import { describe, expect, it } from 'vitest';
import { summaryOf } from '../../src/domain/summary.ts';
import { board } from '../../src/words/board.ts';
import { type Message, plainText } from '../../src/words/message.ts';
import { shipped } from '../support/frameworks.ts';
import { type Story, under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import { concern, gradeOf, openLine, pause, signOff } from '../support/sent.ts';
import { request } from '../support/sent-concern.ts';

const at = '2013-11-26T15:30:00.000Z';
const shown = (story: Story): Message => board(summaryOf(story.state()), at, holidays);
const wordsOn = (story: Story): string => plainText(shown(story));
const tablesOf = (said: Message) => said.parts.flatMap((part) => ('table' in part ? [part.table] : []));
const labelsOf = (said: Message) =>
  said.parts.flatMap((part) => ('buttons' in part ? part.buttons : [])).map(({ label }) => label);

/** The words that the app puts on a board by itself: without numbers and what is quoted, printed, in the table or pressed. */
const ownWords = (story: Story): number => {
  const { framework } = story.state();
  const { parts } = shown(story);
  const said = parts.filter((part) => !('heading' in part || 'table' in part || 'buttons' in part));
  const printed = [
    framework.noOverall ?? '',
    ...framework.overalls.map(({ title }) => title),
    ...framework.areas.map(({ short }) => short),
    ...framework.findings.map(({ label }) => label),
  ];
  const own = printed
    .filter((words) => words !== '')
    .reduce(
      (text, words) => text.replaceAll(words, ''),
      plainText({ parts: said }).replace(/\[[^\]]*\]|“[^”]*”|^Beside them:.*$/gm, ''),
    );
  const words = own.match(/[\p{L}\p{N}][\p{L}\p{N}’:-]*/gu) ?? [];
  return words.filter((word) => !/\d/.test(word)).length;
};

/** Two children at risk, requests and lines: more than a board names. */
const busy = (story: Story): Story =>
  story
    .and(concern({}), 'inspector')
    .and(concern({ case: 'C-018' }), 'inspector')
    .and(request({}), 'inspector')
    .and(openLine({ areas: [story.state().framework.areas[0]?.id ?? ''] }), 'lead');

describe('what the board says', () => {
  it('[M25] is at most sixty words of its own in every state, half as many more in findings and with two overalls', () => {
    for (const { id, overalls, areas, scale } of shipped) {
      const { started, withEvidence, itemOf } = under(id);
      const most = overalls.length === 1 ? 60 : 90;
      const graded = areas
        .slice(0, 2)
        .reduce(
          (so, area, at) =>
            area.kind === 'input' || scale.length === 0
              ? so
              : so.and(gradeOf(area.id, scale[at + 1]?.id ?? '', [itemOf(area.id)]), 'lead'),
          withEvidence(),
        );
      for (const story of [
        busy(graded),
        started(),
        withEvidence(),
        busy(withEvidence()),
        busy(started()).and(pause('2013-11-25'), 'lead'),
      ])
        expect(ownWords(story), `${id}\n${wordsOn(story)}`).toBeLessThanOrEqual(most);
    }
  });

  it('[M25] puts a child at risk first, with its act, and three matters at most', () => {
    const story = busy(under('ilacs-2023').withEvidence());
    const rows = shown(story).parts.flatMap((part) => ('row' in part ? [part] : []));
    expect(rows.map(({ row }) => row.join(''))).toEqual([
      expect.stringMatching(/^🔴 Child at risk K-001: not referred back since Tue 19 Nov/),
      expect.stringMatching(/^🔴 Child at risk K-002/),
      'Request Q-001 overdue since Wed 20 Nov',
    ]);
    expect(rows.map(({ acts }) => acts[0]?.label)).toEqual(['Refer back', 'Refer back', 'Received']);
    expect(labelsOf(shown(story))).toEqual([
      'Record evidence',
      'Give a judgement',
      'Do something…',
      'All 4 open matters',
    ]);
    expect(wordsOn(story).indexOf('Child at risk')).toBeLessThan(wordsOn(story).indexOf('Impact of leaders'));
  });

  it('[M25] names in one line what is left overall and what decides it', () => {
    const { withEvidence, itemOf } = under('ilacs-2023');
    const story = withEvidence()
      .and(gradeOf('leaders', 'good', [itemOf('leaders')]), 'lead')
      .and(gradeOf('help-and-protection', 'requires-improvement', [itemOf('help-and-protection')]), 'lead');
    const line = wordsOn(story)
      .split('\n')
      .filter((words) => words.startsWith('Overall'));
    expect(line).toEqual([
      'Overall effectiveness so far: good, requires improvement to be good or inadequate, because impact of leaders is good, so not outstanding (IL-7a).',
    ]);
  });

  it('[M25] compares in three columns whatever there are, and says once what stands beside them', () => {
    const heads = (id: string) =>
      tablesOf(shown(under(id).withEvidence())).map(({ columns }) => columns.map(({ head }) => head).join(' | '));
    expect(heads('ilacs-2023')).toEqual(['Area | Grade | Evidence']);
    expect(heads('jtai-2016')).toEqual(['Area | Findings | Evidence']);
    expect(heads('ucra-2009')).toEqual(['Area | Evidence']);
    const [many] = tablesOf(shown(under('slac-2009').withEvidence()));
    expect(many?.rows).toHaveLength(16);
    const beside = wordsOn(under('slac-2009').withEvidence()).match(/^Beside them: .*$/m)?.[0];
    expect(beside?.match(/not judged yet ⬜/g)).toHaveLength(6);
  });

  it('[M25] [M26] counts no day once it is signed off, and records nothing then', () => {
    const signed = under('sif-2013').settled().and(signOff, 'lead').and(signOff, 'qualityAssurance');
    expect(wordsOn(signed)).toContain('SIGNED OFF · lead Ana Reyes\n');
    expect(labelsOf(shown(signed))).toEqual(['Read', 'Reopen', 'Do something…']);
    const ended = under('sif-2013')
      .settled()
      .and({ type: 'EndIncomplete', reason: 'The building burnt down.' }, 'lead');
    expect(wordsOn(ended)).toMatch(/Ended incomplete by Ana Reyes .*: The building burnt down\./);
    expect(wordsOn(ended)).not.toContain('Good');
    expect(tablesOf(shown(ended)).map(({ columns }) => columns.length)).toEqual([2]);
  });
});

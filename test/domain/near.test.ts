import { describe, expect, it } from 'vitest';
import { takenAs } from '../../commands/anything.ts';
import { subcommands } from '../../commands/index.ts';
import { frameworks } from '../support/frameworks.ts';

const meant = (text: string): string | null => {
  const { meant: word, offersEvidence } = takenAs(subcommands, text, []);
  return offersEvidence ? null : word;
};

/** Mistyped as fingers and phones do it: each letter left out, doubled, swapped with the next, or its neighbour on the keyboard. */
const mistyped = (word: string): string[] => {
  const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
  const besides = (letter: string): string[] =>
    rows.flatMap((row) =>
      row.includes(letter) ? [...(row[row.indexOf(letter) - 1] ?? ''), ...(row[row.indexOf(letter) + 1] ?? '')] : [],
    );
  return [...word].flatMap((letter, place) => {
    const [before, after] = [word.slice(0, place), word.slice(place + 1)];
    return [
      `${before}${after}`,
      `${before}${letter}${letter}${after}`,
      `${before}${after.slice(0, 1)}${letter}${after.slice(1)}`,
      `${before}${letter} ${after}`,
      ...besides(letter).map((other) => `${before}${other}${after}`),
    ];
  });
};

const known = subcommands.map(({ word }) => word);
const said = 'help - C-004 A nurse says that visits are written up unmade';

describe('a word that what is meant for must reach nobody else', () => {
  it.each(['whistleblow', 'concern', 'withdraw', 'sign-off'])(
    '[JA7] is known in each way of mistyping it once: %s',
    (word) => {
      for (const typed of mistyped(word))
        if (!known.includes(typed.trim().split(' ')[0] ?? '')) expect(meant(`${typed} ${said}`), typed).not.toBeNull();
    },
  );

  it('[JA7] is known where what is confided was mistyped twice', () => {
    const all = new Set(mistyped('whistleblow').flatMap(mistyped));
    const missed = [...all].filter((typed) => meant(`${typed} ${said}`) === null);
    // What is left is a letter or two on its own, as in "w histleblo w": then the form opens by a press, and nothing is saved.
    expect(missed.length / all.size).toBeLessThan(0.002);
  });

  it.each([
    [
      'whistleblow',
      [
        'whistle blow',
        'Whistle-Blow:',
        'WHISTLEBLOW',
        'whistleblowing',
        'whistleblower says',
        'wistle blower',
        'whis',
        'whistle',
        'the whistleblower',
        'a whistle blower',
        'in confidence',
        'In confidnce,',
        'inconfidence',
        'confidential',
        'confid',
        'confided',
        'anonymous',
        'anonymus',
        'wb',
        'WB:',
        'whistleblowhelp',
        'whïstleblow',
        'w/blow whistleblow',
        'please whistleblow',
        'blow the whistle',
      ],
    ],
    ['concern', ['conc', 'Concerns', 'cocnern', 'consern', 'con cern', 'child at risk', 'concern:', 'K-001', 'k1']],
    ['withdraw', ['with', 'withdrawn', 'with draw', 'withdraw:', 'wihtdraw', 'delete', 'take back']],
    ['sign-off', ['sign', 'signoff', 'sign off', 'SIGN OFF', 'sing-off', 'signed-off', 'sign–off', 'sginoff']],
  ])('[JA7] is known however else it is put: %s', (word, all) => {
    for (const typed of all)
      if (!known.includes(typed)) expect(meant(`${typed} that visits are unmade`), typed).toBe(word);
  });

  it('[JA7] is neither an area’s word nor another word of ours, nor how sentences usually begin', () => {
    for (const { areas } of frameworks.all)
      for (const word of areas.flatMap(({ words }) => words)) expect(meant(`${word} x`), word).toBeNull();
    for (const word of ['evidnce', 'sumary', 'grad', 'contxt', 'confrim', 'rond', 'fnid', 'progres', 'timetabel'])
      expect(meant(`${word} help`), word).toBeNull();
    for (const text of [
      'This child was seen',
      'While two visits',
      'Once a week',
      'Within two weeks',
      'Signs of neglect',
      'Two children',
      'Without a plan',
      'Child was seen alone',
      'Social workers know',
      'Contact is recorded',
    ])
      expect(meant(text), text).toBeNull();
  });
});

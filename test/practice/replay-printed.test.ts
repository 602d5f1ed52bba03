import { describe, expect, it } from 'vitest';
import { practise, smallScenario, temporaryFolder } from './replaying.ts';

const steps = [
  {
    at: '09:10',
    who: 'Gus Vale',
    does: [{ types: '/judge evidence help + calls were answered' }],
    outcome: { answers: 'may record evidence' },
  },
  {
    at: '09:30',
    who: 'Ana Reyes',
    does: [
      { types: '/judge evidence help - C-001' },
      { fills: { 'What did you find?': 'Of 999 000 0018: seen nine days late.', 'Observed at': '09:20' } },
      { submits: 'Save' },
    ],
    outcome: { refuses: { 'What did you find?': 'looks like an NHS number' } },
  },
  {
    at: '09:31',
    who: 'Ana Reyes',
    does: [{ fills: { 'What did you find?': 'A child was seen nine days late & alone.' } }, { submits: 'Save' }],
    outcome: 'saved',
  },
];

const printedBy = async (terminal: { isTTY?: boolean; columns?: number } = {}) => {
  const folder = temporaryFolder();
  const { printed, stopped } = await practise(smallScenario(folder, steps), folder, terminal);
  expect(stopped).toBeNull();
  return printed;
};

describe('What the replay prints', () => {
  it('[Q6] says who did what and when, and who saw what came of it', async () => {
    const printed = await printedBy();
    expect(printed).toContain(
      ['[Tue 19 Nov 09:10] Gus Vale types: /judge evidence help + calls were answered', '    Only Gus Vale sees:'].join(
        '\n',
      ),
    );
    expect(printed).toContain('    Ana Reyes fills it in and presses [Start]:\n      Local authority ');
    expect(printed).toContain('    Pinned in #northmoor, and from now on updated in place:');
  });

  it('[Q6] shows a form as it was filled in, with a refusal under its field', async () => {
    const lines = (await printedBy()).split('\n');
    const field = lines.findIndex((line) => line.includes('Of 999 000 0018: seen nine days late.'));
    expect(lines[field]).toMatch(/^ {6}What did you find\? {2}Of 999/);
    expect(lines[field + 1]).toContain('^ "999 000 0018" looks like an NHS number.');
    expect(lines[field + 3]).toMatch(/^ {6}Observed at {9}Tue 19 Nov, 09:20$/);
    expect(lines).toContain('[Tue 19 Nov 09:31] Ana Reyes changes it and presses [Save]:');
  });

  it('[Q6] carries words to the letter', async () => {
    expect(await printedBy()).toContain('> A child was seen nine days late & alone.');
  });

  it('[Q6] tells a direct message with the name of who gets it', async () => {
    const folder = temporaryFolder();
    const joins = { at: '11:00', who: 'Ida North', does: [{ joins: 'northmoor' }], outcome: 'done' };
    const { printed } = await practise(smallScenario(folder, [joins]), folder);
    expect(printed).toContain('[Tue 19 Nov 11:00] Ida North joins #northmoor\n    A direct message to Ana Reyes:\n');
  });

  it('[Q6] keeps to the width of the terminal, a hundred columns at most', async () => {
    for (const [columns, most] of [
      [72, 72],
      [0, 100],
      [240, 100],
    ] as const) {
      const printed = await printedBy({ columns });
      const longest = Math.max(
        ...printed
          .split('\n')
          .filter((line) => !line.includes('/practice-'))
          .map((line) => [...line].length),
      );
      expect(longest, `with ${columns} columns`).toBeLessThanOrEqual(most);
    }
  });

  it('[Q7] tells the board when it is first posted and when a day is over, not at each change', async () => {
    const printed = await printedBy();
    expect(printed.match(/PROVISIONAL · Day 1/g)).toHaveLength(2);
    expect(printed).toMatch(
      /At the end of the day the board says:\n.*\n.*\n.*\n.*Help and protection \| not judged yet ⬜ \| \+0 −1/,
    );
  });

  it('[Q8] tells how far it is: a line at every tenth, or one line rewritten in a terminal', async () => {
    const plain = await printedBy();
    expect(plain.match(/\.\.\. \d+ % replayed/g)).toEqual([
      '... 20 % replayed',
      '... 50 % replayed',
      '... 70 % replayed',
      '... 100 % replayed',
    ]);
    const terminal = await printedBy({ isTTY: true, columns: 100 });
    expect(terminal).not.toContain('% replayed');
    const clearLine = '\r\u001b[2K';
    expect(terminal).toContain(`${clearLine}Replaying: step 4 of 4`);
    const end = terminal.slice(terminal.lastIndexOf('Replaying'));
    expect(end.startsWith(`Replaying: step 4 of 4${clearLine}`)).toBe(true);
    expect(end).toContain('That was the fortnight.');
  });
});

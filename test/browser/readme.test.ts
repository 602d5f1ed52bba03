import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AtPage } from './support/at-page.ts';
import { openPracticePage } from './support/practice.ts';

/* A newcomer, who does what the README's five steps say and knows nothing else. */

const practice = await openPracticePage();
const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const [, section = ''] = readme.split('## Try it: five minutes in a browser');
const steps = (section.split(/^\| the team channel/m)[0] ?? '').split(/^\d\. /m).slice(1);
const code = (step: string): string[] => [...step.matchAll(/`(\/judge [^`\n]+)`/g)].map(([, words]) => words ?? '');
const block = (steps[1]?.match(/```\n([\s\S]*?)```/)?.[1] ?? '').replace(/^ {3}/gm, '').trimEnd();

/** Forty words of five letters a minute, spaces counted, and a second for whatever is pressed or chosen. */
const perLetter = 60 / (40 * 5);
const perPress = 1;

const reason = 'What we saw was consistent, and children said the same.';

/** What a person has to do for it, in seconds; what is pressed stands in the README, word by word. */
const newcomer = (at: AtPage) => {
  let seconds = 0;
  const press = (step: number, words: string): string => {
    expect(steps[step - 1]).toContain(`*${words}*`);
    seconds += perPress;
    return words;
  };
  const typed = (words: string): string => {
    seconds += words.length * perLetter;
    return words;
  };
  const ask = (words: string) => {
    expect(steps.flatMap(code)).toContain(words);
    return at.type(typed(words));
  };
  return { press, typed, ask, seconds: () => seconds };
};

const windows = { 'at a desk': {}, 'on a phone': { viewport: { width: 390, height: 844 }, hasTouch: true } };

describe('A newcomer with the five steps of the README', () => {
  it.each(Object.entries(windows))('[PP37] posts a summary within four minutes, %s', async (where, options) => {
    const { page, at } = await practice.window(options);
    await at.box().waitFor();
    await at.startAgain();
    const { press, typed, ask, seconds } = newcomer(at);
    const begun = performance.now();
    const save = async (step: number, label: string, receipt: RegExp) => {
      await at.press(press(step, label));
      await at.form().getByText(receipt).first().waitFor();
      await at.done();
    };

    await page.getByRole('button', { name: press(1, 'Start an inspection with this team') }).click();
    await at.form().waitFor();
    expect(steps[0]).toContain('*Local authority*');
    await at.fill('Local authority', typed('Westmere'));
    expect(steps[0]).toContain('*ILACS 2023* as *Framework*');
    await at.pick('Framework', press(1, 'ILACS 2023'));
    await save(1, 'Start', /^Started westmere/);

    await at.box().fill(block);
    await at.box().press('Enter');
    await at.form().waitFor();
    await save(2, 'Save', /^Saved/);

    const areas = code(steps[2] ?? '').map((words) => words.replace('/judge grade ', ''));
    expect(areas).toHaveLength(4);
    for (const area of areas) {
      await ask(`/judge grade ${area}`);
      await at.form().waitFor();
      await at.choose('Good');
      await at.fill('Why this grade?', typed(reason));
      await save(3, 'Save', /^Saved J-/);
    }

    await ask('/judge overall');
    await at.form().waitFor();
    await at.pick('Overall effectiveness', 'Good');
    await at.fill('Why this grade?', typed(reason));
    await at.press('Save');
    await at
      .form()
      .getByText(/^Saved/)
      .first()
      .waitFor();
    await at.done();

    await ask('/judge summary');
    await at
      .newest()
      .getByRole('button', { name: press(5, 'Post to the team channel') })
      .click();
    await page.getByRole('log').getByText('Westmere · overall effectiveness').last().waitFor();
    const waited = (performance.now() - begun) / 1000;

    process.stdout.write(
      `A newcomer ${where}: ${Math.round(seconds())} s of typing and pressing, ${Math.round(waited)} s of waiting.\n`,
    );
    // What the machine takes is said and not asserted: it is busier in a test than anybody's own.
    expect(seconds()).toBeLessThan(200);
    for (const name of ['Chi Lam', 'Eve Stone', 'Fay Bright', 'Gus Vale', 'Hal Wood']) {
      await at.be(name);
      await at.type('/judge');
      await at.newest().getByText(/day 1/i).first().waitFor();
    }
    await page.close();
  });
});

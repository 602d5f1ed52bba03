import { actWords, timeWords } from './act-words.ts';
import type { Onlooker } from './play.ts';
import { submitWords, titleOf } from './printing/form.ts';
import type { Scenario, ScenarioStep } from './scenario.ts';

/** Says in a line what is happening, for somebody who watches it happen. */
export const createCommentary = (
  { timeZone }: Scenario,
  say: (words: string) => void,
  done: (steps: number) => void,
  acts: (step: ScenarioStep) => void,
): Onlooker => ({
  day: () => undefined,
  story: say,
  begins: acts,
  does: (step, act) => {
    const words = actWords(act, step);
    if (words !== null) say(`${step.who} ${words}`);
  },
  sent: ({ who }, { view }) => say(`${who} presses [${submitWords(view)}] in the form “${titleOf(view)}”`),
  appeared: () => undefined,
  ofItself: (at) => say(`${timeWords(at, timeZone)}: Fortnight sends its daily summary`),
  done,
  dayOver: () => undefined,
});

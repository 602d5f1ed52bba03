import type { SamplePlan } from '../domain/sample-plan.ts';
import { method } from '../sampling/draw.ts';
import { draw, wantedBy } from '../sampling/drawing.ts';
import { drawnOf, readPlan } from '../sampling/plan.ts';
import { rulesOf } from '../sampling/rules.ts';
import { bytesOf, opened } from './sample-files.ts';
import { type Environment, type ExitCode, NotDone } from './word.ts';

/** What the draw decided: how a case is read, and by whom, is the team's. */
const decided = ({ sizes, rules, cases }: SamplePlan): string[] => [
  ...sizes.map(({ cohort, size }) => `the size of ${cohort}: ${size}`),
  ...rules.map(({ fitting }, index) => `how many rule ${index + 1} fits: ${fitting}`),
  ...cases.map(({ reference, cohort, team, rule }) => `${reference}: ${cohort} ${team} ${rule}`),
];

/** Draws a plan again from the files that it was drawn from, and says whether it is the same. */
export const checkPlan = async (
  file: string,
  files: readonly string[],
  { print, complain }: Environment,
): Promise<ExitCode> => {
  const plan = readPlan(bytesOf(file, 'The plan').toString());
  if ('wrong' in plan) throw new NotDone(`Line ${plan.line} of the plan: ${plan.wrong}`);
  const { lists, sums } = await opened(files);
  const other = sums.findIndex((sum, index) => sum !== plan.workbooks[index]);
  if (other >= 0 || sums.length !== plan.workbooks.length) {
    const which = other >= 0 ? `Workbook ${other + 1} is not the one` : `${plan.workbooks.length} workbooks are those`;
    throw new NotDone(`${which} that the plan was drawn from. Give the same files in the same order, unchanged.`);
  }
  const [by, here] = [plan.method, method].map(({ name, version }) => `${name} ${version}`);
  if (by !== here) throw new NotDone(`The plan was drawn by ${by}; this Fortnight draws by ${here}.`);
  const said = [...plan.rules.map(({ words }) => words), ...plan.strata.map((stratum) => `strata by ${stratum}`)];
  const again = decided(draw(lists, wantedBy(plan, rulesOf(said, plan.day))).plan);
  const before = decided(plan);
  const differs = [
    ...before.filter((each) => !again.includes(each)),
    ...again.filter((each) => !before.includes(each)),
  ];
  for (const what of new Set(differs.map((each) => each.split(':')[0])))
    complain(`Drawn again, it is not the same: ${what}.`);
  if (differs.length > 0) return 1;
  const { cases, reserves } = drawnOf(plan);
  print(`Drawn again from the same workbooks: the same ${cases.length} cases and ${reserves.length} reserves.`);
  return 0;
};

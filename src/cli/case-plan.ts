import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { drawnOf, readPlan } from '../sampling/plan.ts';
import { argumentsOf, oneInspection } from './arguments.ts';
import { orSaying } from './data-folder.ts';
import { keptBy } from './kept.ts';
import { operating } from './operating.ts';
import { NotDone, type Word, WrongUsage } from './word.ts';

/** Takes in a plan of drawn cases, as `sample` wrote it. */
export const casePlan: Word = {
  name: 'case-plan',
  usage: '<inspection> <plan file> [--instead]',
  about:
    'Takes the plan that sample wrote into an inspection: its cases are registered, and the plan stays in the record. The app may run meanwhile. It counts beside the plans before it, or with --instead in their place: then what nobody has read of them is taken off.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { instead: { type: 'boolean' } });
    const [id, file, ...more] = positionals;
    const inspection = oneInspection([id ?? '', ...more]);
    if (file === undefined) throw new WrongUsage('Say which plan file, as sample wrote it.');
    const plan = readPlan(await orSaying(`${file} can not be read.`, () => readFile(file, 'utf8')));
    if ('wrong' in plan) throw new NotDone(`${file}, line ${plan.line}: ${plan.wrong}`);
    const instead = values.instead === true;
    const asked = { asks: 'case-plan' as const, inspection, plan, instead, request: randomUUID() };
    const done = await operating(keptBy(environment), asked);
    const { cases, reserves } = drawnOf(plan);
    environment.print(`${done} ${cases.length} cases to be read, ${reserves.length} in reserve.`);
    return 0;
  },
};

import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { type Operated, type TakingPlan, takePlan } from '../inspections/operator.ts';
import { openInspections } from '../inspections.ts';
import { drawnOf, readPlan } from '../sampling/plan.ts';
import { askOwner } from '../store/asking.ts';
import { realFiles } from '../store/files.ts';
import { note } from '../store/operations.ts';
import { argumentsOf, oneInspection } from './arguments.ts';
import { dataFolder, orSaying, owning } from './data-folder.ts';
import { NotDone, type Word, WrongUsage } from './word.ts';

/** By this process, which owns the folder meanwhile. */
const taken = async (folder: string, asked: TakingPlan): Promise<Operated> =>
  owning(folder, async (store) =>
    takePlan(await openInspections(store, () => undefined), asked, new Date().toISOString()),
  );

/** Takes in a plan of drawn cases, as `sample` wrote it. */
export const casePlan: Word = {
  name: 'case-plan',
  usage: '<inspection> <plan file> [--beside or --instead]',
  about:
    'Takes the plan that sample wrote into an inspection: its cases are registered, and the plan stays in the record. The app may run meanwhile. Where a plan was taken in before, say whether this one counts beside it or instead of it.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, { beside: { type: 'boolean' }, instead: { type: 'boolean' } });
    const [id, file, ...more] = positionals;
    const inspection = oneInspection([id ?? '', ...more]);
    if (file === undefined) throw new WrongUsage('Say which plan file, as sample wrote it.');
    if (values.beside && values.instead)
      throw new WrongUsage('It counts either --beside the plan before it or --instead.');
    const plan = readPlan(await orSaying(`${file} can not be read.`, () => readFile(file, 'utf8')));
    if ('wrong' in plan) throw new NotDone(`${file}, line ${plan.line}: ${plan.wrong}`);
    const place = values.beside ? 'beside' : values.instead ? 'instead' : null;
    const folder = dataFolder(environment);
    const asked: TakingPlan = { asks: 'case-plan', inspection, plan, place, request: randomUUID() };
    const came = ((await askOwner({ folder }, asked)) as Operated | null) ?? (await taken(folder, asked));
    if ('refused' in came) throw new NotDone(came.refused);
    await note(realFiles, folder, { did: 'case-plan', inspection });
    const { cases, reserves } = drawnOf(plan);
    environment.print(`${came.done} ${cases.length} cases to be read, ${reserves.length} in reserve.`);
    return 0;
  },
};

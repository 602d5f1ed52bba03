import { readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import type { SamplePlan } from '../domain/sample-plan.ts';
import type { Drawn, KeyRow } from '../sampling/drawing.ts';
import { readPlan, writePlan } from '../sampling/plan.ts';
import type { Lists } from '../sampling/reading.ts';
import { SampleRefused } from '../sampling/refused.ts';
import { argumentsOf } from './arguments.ts';
import { dataPlace } from './data-folder.ts';
import { cohortsFor, wantedFrom } from './sample-wanted.ts';
import { drawnInWords, readInWords, type Size, sizeInWords } from './sample-words.ts';
import { inJson, part } from './text.ts';
import { type Environment, type ExitCode, NotDone, type Word, WrongUsage } from './word.ts';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

const bytesOf = (file: string, called: string): Buffer => {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new WrongUsage(`${called} cannot be read (${codeOf(error)}). Give the name of a file.`);
  }
};

type Opened = { lists: Lists; sums: string[] };

/** The lists in these files. What reads workbooks is loaded here, for no other word needs it. */
const opened = async (files: readonly string[]): Promise<Opened> => {
  if (files.length === 0) throw new WrongUsage('Say which workbook or CSV files hold the lists.');
  const [{ readWorkbook }, { readLists }] = await Promise.all([
    import('../sampling/workbook.ts'),
    import('../sampling/reading.ts'),
  ]);
  const sheets = [];
  const sums = [];
  for (const [index, file] of files.entries()) {
    const workbook = await readWorkbook(bytesOf(file, `Workbook ${index + 1}`), basename(file), index + 1);
    sums.push(workbook.sum);
    sheets.push(...workbook.sheets);
  }
  const lists = readLists(sheets);
  return { lists, sums };
};

const sizesOf = async ({ lists }: Opened, cohorts: readonly string[], day: string): Promise<Size[]> => {
  const { membersOf } = await import('../sampling/cohorts.ts');
  const { manyEnough } = await import('../domain/sample-plan.ts');
  return cohorts.map((cohort) => {
    try {
      return { cohort, size: manyEnough(membersOf(cohort, lists, day).children.length), why: null };
    } catch (error) {
      if (error instanceof SampleRefused) return { cohort, size: null, why: error.message };
      throw error;
    }
  });
};

/** A place for a file that holds children's ids: never where the app keeps its records, which are copied and sent. */
const keyPlace = (file: string, environment: Environment): string => {
  const real = (path: string): string => {
    try {
      return realpathSync(path);
    } catch {
      return resolve(path);
    }
  };
  const way = relative(real(dataPlace(environment)), real(dirname(resolve(file))));
  if (!way.startsWith('..') && !isAbsolute(way))
    throw new WrongUsage(
      'The key holds ids of children: it may not be in the folder of records. Name a file elsewhere.',
    );
  return file;
};

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const keyText = (rows: readonly KeyRow[]): string =>
  [['reference', 'cohort', 'child', 'team', 'where'], ...rows.map(Object.values)]
    .map((row) => `${row.map((each) => cell(String(each))).join(',')}\r\n`)
    .join('');

/** Writes both files or neither, and over no file that is there: a key that is lost can't be had again without the workbook. */
const write = (key: [string, string], plan: [string, string]): void => {
  const written: string[] = [];
  for (const [called, [file, text], mode] of [
    ['key', key, 0o600],
    ['plan', plan, 0o644],
  ] as const)
    try {
      writeFileSync(file, text, { mode, flag: 'wx' });
      written.push(file);
    } catch (error) {
      for (const each of written) rmSync(each);
      const why = codeOf(error) === 'EEXIST' ? 'there is such a file already' : codeOf(error);
      throw new NotDone(`The ${called} cannot be written: ${why}. Nothing was written. Name another file.`);
    }
};

const planIn = (file: string): SamplePlan => {
  const plan = readPlan(bytesOf(file, 'The plan').toString());
  if ('wrong' in plan) throw new NotDone(`Line ${plan.line} of the plan: ${plan.wrong}`);
  return plan;
};

/** What the draw decided: how a case is read, and by whom, is the team's. */
const decided = ({ sizes, rules, cases }: SamplePlan) => [
  ...sizes.map(({ cohort, size }) => `the size of ${cohort}: ${size}`),
  ...rules.map(({ fitting }, index) => `how many rule ${index + 1} fits: ${fitting}`),
  ...cases.map(({ reference, cohort, team, rule }) => `${reference}: ${cohort} ${team} ${rule}`),
];

const check = async (file: string, files: readonly string[], { print, complain }: Environment): Promise<ExitCode> => {
  const plan = planIn(file);
  const { lists, sums } = await opened(files);
  const other = sums.findIndex((sum, index) => sum !== plan.workbooks[index]);
  if (other >= 0 || sums.length !== plan.workbooks.length) {
    const which = other >= 0 ? `Workbook ${other + 1} is not the one` : `${plan.workbooks.length} workbooks are those`;
    throw new NotDone(`${which} that the plan was drawn from. Give the same files in the same order, unchanged.`);
  }
  const [{ draw, wantedBy }, { method }, { rulesOf }] = await Promise.all([
    import('../sampling/drawing.ts'),
    import('../sampling/draw.ts'),
    import('../sampling/rules.ts'),
  ]);
  if (plan.method.name !== method.name || plan.method.version !== method.version)
    throw new NotDone(
      `The plan was drawn by ${plan.method.name} ${plan.method.version}; this Fortnight draws by ${method.name} ${method.version}.`,
    );
  const said = [...plan.rules.map(({ words }) => words), ...plan.strata.map((by) => `strata by ${by}`)];
  const again = decided(draw(lists, wantedBy(plan, rulesOf(said, plan.day))).plan);
  const before = decided(plan);
  const differs = [
    ...before.filter((each) => !again.includes(each)),
    ...again.filter((each) => !before.includes(each)),
  ];
  for (const each of new Set(differs.map((line) => line.split(':')[0])))
    complain(`Drawn again, it is not the same: ${each}.`);
  if (differs.length > 0) return 1;
  const reserves = plan.cases.filter(({ reference }) => reference.startsWith('R')).length;
  print(
    `Drawn again from the same workbooks: the same ${plan.cases.length - reserves} cases and ${reserves} reserves.`,
  );
  return 0;
};

const options = {
  plan: { type: 'string' },
  tracked: { type: 'string' },
  seed: { type: 'string' },
  day: { type: 'string' },
  framework: { type: 'string' },
  rule: { type: 'string', multiple: true },
  reserves: { type: 'string' },
  readers: { type: 'string' },
  first: { type: 'string' },
  key: { type: 'string' },
  out: { type: 'string' },
  sizes: { type: 'boolean' },
  check: { type: 'string' },
  json: { type: 'boolean' },
} as const;

/** Draws cases from an authority's lists, on the machine that these are on: only the plan, without ids, goes further. */
export const sample: Word = {
  name: 'sample',
  usage:
    '<workbook ...> --plan "in-care=10 ..." --key <file> --out <file> [--seed "..."] [--rule "..."] [--reserves n] [--tracked "in-care=4 ..."] [--readers "..., ..."] [--framework <id>] [--day <day>] [--first C-001] [--json], or <workbook ...> --sizes, or --check <plan file> <workbook ...>',
  about:
    'Draws cases at random from the lists of children that an authority sends (Excel or CSV), so that anybody with the same lists draws the same again. It writes a plan without ids, for the app, and a key that says which child is which, for whoever asks for the records. With --sizes it only says how many children are in each cohort; with --check it draws a plan again and says whether it is the same.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, options);
    if (values.check !== undefined) return check(values.check, positionals, environment);
    const { sizes: onlySizes = false, key, out } = values;
    if (!onlySizes && !values.plan)
      throw new WrongUsage('Say how many of which cohort with --plan "in-care=10 ...", or ask for --sizes.');
    if (!onlySizes && (!key || !out))
      throw new WrongUsage(
        'Say where the key goes with --key and the plan with --out. Keep the key where only those may look who may know the children.',
      );
    const wanted = wantedFrom(values, [], environment);
    const place = key === undefined ? '' : keyPlace(key, environment);
    const read = await opened(positionals);
    let drawn: Drawn | null = null;
    let sizes: Size[] = [];
    if (onlySizes) sizes = await sizesOf(read, cohortsFor(values.framework, environment), wanted.day);
    else {
      const { draw } = await import('../sampling/drawing.ts');
      drawn = draw(read.lists, { ...wanted, workbooks: read.sums });
      write([place, keyText(drawn.key)], [out ?? '', writePlan(drawn.plan)]);
    }
    const cohorts = drawn?.cohorts ?? [];
    const leftOut = [...read.lists.leftOut, ...cohorts.flatMap((cohort) => cohort.leftOut)];
    if (values.json) {
      const lists = read.lists.read.map(({ rows: _, ...list }) => list);
      environment.print(inJson({ lists, leftOut, sizes, plan: drawn?.plan ?? null }));
      return 0;
    }
    const lines = [
      ...part('Read', readInWords(read.lists)),
      ...part('Left out', leftOut),
      ...part('Sizes', sizes.map(sizeInWords)),
      ...part(
        'Drawn',
        cohorts.flatMap((cohort) => drawnInWords(cohort, wanted)),
      ),
    ];
    for (const line of lines.slice(1)) environment.print(line);
    if (drawn) {
      environment.print('');
      environment.print(
        'The plan holds no id: paste it into Slack. The key says which child is which: keep it to those who may know.',
      );
    }
    return 0;
  },
};

import { manyEnough } from '../domain/sample-plan.ts';
import { membersOf } from '../sampling/cohorts.ts';
import { draw } from '../sampling/drawing.ts';
import { writePlan } from '../sampling/plan.ts';
import { columnLetters } from '../sampling/reading.ts';
import { SampleRefused } from '../sampling/refused.ts';
import { argumentsOf } from './arguments.ts';
import { checkPlan } from './sample-check.ts';
import { keptFromRecords, keyText, type Opened, opened, writeBoth } from './sample-files.ts';
import { cohortsFor, wantedFrom } from './sample-wanted.ts';
import { drawnInWords, readInWords, type Size, sizeInWords } from './sample-words.ts';
import { inJson, part } from './text.ts';
import { type Word, WrongUsage } from './word.ts';

const sizesIn = ({ lists }: Opened, cohorts: readonly string[], day: string): Size[] =>
  cohorts.map((cohort) => {
    try {
      return { cohort, size: manyEnough(membersOf(cohort, lists, day).children.length), why: null };
    } catch (error) {
      if (error instanceof SampleRefused) return { cohort, size: null, why: error.message };
      throw error;
    }
  });

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const wanted = { plan: text, tracked: text, seed: text, day: text, framework: text, reserves: text, readers: text };
const rule = { type: 'string', multiple: true } as const;
const options = { ...wanted, first: text, rule, key: text, out: text, check: text, sizes: flag, json: flag };

/** Draws cases from an authority's lists, on the machine that these are on: only the plan, without ids, goes further. */
export const sample: Word = {
  name: 'sample',
  usage: '<workbook ...> --plan "..." --key <file> --out <file>, or --sizes, or --check <plan>',
  about:
    'Draws cases at random from the lists of children that an authority sends (Excel or CSV), so that anybody with the same lists draws the same again. It writes a plan without ids, for the app, and a key that says which child is which, for whoever asks for the records. With --sizes it only says how many children are in each cohort; with --check it draws a plan again and says whether it is the same. The plan is such as "in-care=10 care-leaver=6". Beside it go --seed "...", --rule "...", --reserves n, --tracked "in-care=4 ...", --readers "..., ...", --framework <id>, --day <day>, --first C-001 and --json.',
  run: async (args, environment) => {
    const { positionals, values } = argumentsOf(args, options);
    if (values.check !== undefined) return checkPlan(values.check, positionals, environment);
    const { sizes: onlySizes = false, key = '', out = '' } = values;
    if (!onlySizes && !values.plan)
      throw new WrongUsage('Say how many of which cohort with --plan "in-care=10 ...", or ask for --sizes.');
    if (!onlySizes && (key === '' || out === ''))
      throw new WrongUsage(
        'Say where the key goes with --key and the plan with --out. Keep the key where only those may look who may know the children.',
      );
    const asked = wantedFrom(values, environment);
    if (key !== '') keptFromRecords(key, environment);
    const read = await opened(positionals);
    const drawn = onlySizes ? null : draw(read.lists, { ...asked, workbooks: read.sums });
    const sizes = drawn ? [] : sizesIn(read, cohortsFor(values.framework, environment), asked.day);
    const cohorts = drawn?.cohorts ?? [];
    if (drawn)
      writeBoth([
        { called: 'key', file: key, text: keyText(drawn.key), mode: 0o600 },
        { called: 'plan', file: out, text: writePlan(drawn.plan), mode: 0o644 },
      ]);
    const leftOut = [...read.lists.leftOut, ...cohorts.flatMap((cohort) => cohort.leftOut)];
    if (values.json) {
      const lists = read.lists.read.map(({ rows: _, columns, ...list }) => ({
        ...list,
        columns: columns.map(({ word, heading, index }) => ({ word, heading, column: columnLetters(index) })),
      }));
      environment.print(inJson({ lists, leftOut, sizes, plan: drawn?.plan ?? null }));
      return 0;
    }
    const close =
      'The plan holds no id: paste it into Slack. The key says which child is which: keep it to those who may know.';
    const lines = [
      ...part('Read', readInWords(read.lists)),
      ...part('Left out', leftOut),
      ...part('Sizes', sizes.map(sizeInWords)),
      ...part(
        'Drawn',
        cohorts.flatMap((cohort) => drawnInWords(cohort, asked)),
      ),
      ...(drawn ? ['', close] : []),
    ];
    for (const line of lines.slice(1)) environment.print(line);
    return 0;
  },
};

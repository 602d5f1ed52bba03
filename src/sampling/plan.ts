import { createHash } from 'node:crypto';
import { isReserve, type PlannedCase, type SamplePlan, samplePlan } from '../domain/sample-plan.ts';

/*
 * The plan file: what an analyst's machine hands to the app. Lines that can be pasted, read and compared; the last holds a check sum over
 * those before it, so that half of it is not taken for the whole.
 */

const title = 'fortnight sample plan 1';
const fewer = 'fewer than 6';
const none = 'none';

const numberInWords = (children: number | null): string => (children === null ? fewer : String(children));

const caseLine = ({ reference, cohort, kind, team, rule, reader }: PlannedCase): string =>
  [
    `${reference} ${cohort}`,
    kind,
    team === null ? 'no team' : `team ${team}`,
    rule === null ? 'at random' : `rule ${rule}`,
    ...(reader === null ? [] : [reader]),
  ].join(', ');

const sumOf = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);

/** The plan as lines of text, the same for the same plan. */
export const writePlan = (plan: SamplePlan): string => {
  const lines = [
    title,
    `framework: ${plan.framework ?? none}`,
    `day: ${plan.day}`,
    `seed: ${plan.seed}`,
    `method: ${plan.method.name} ${plan.method.version}`,
    ...plan.workbooks.map((sum) => `workbook: ${sum}`),
    ...plan.strata.map((stratum) => `strata: ${stratum}`),
    ...plan.rules.map(({ words, fitting }) => `rule: ${words}, fits ${numberInWords(fitting)}`),
    `reserves: ${plan.reserves}`,
    ...plan.sizes.map(({ cohort, size }) => `size: ${cohort}, ${numberInWords(size)}`),
    ...plan.cases.map(caseLine),
  ];
  return `${[...lines, `check: ${sumOf(lines)}`].join('\n')}\n`;
};

/** What is wrong with a plan file, in which line, and what would be right. */
export type PlanWrong = { line: number; wrong: string };

const numberOf = (text: string | undefined): number | null => (text === fewer ? null : Number(text));
const matched = (form: RegExp, text: string): (string | undefined)[] => form.exec(text)?.slice(1) ?? [];

const caseOf = (text: string) => {
  const [reference, cohort, kind, team, why, reader] = matched(
    /^(\S+) (\S+), (\w+), (?:no team|team (\w+)), (at random|rule \d+)(?:, (.+))?$/,
    text,
  );
  const rule = why === 'at random' ? null : Number(why?.slice('rule '.length));
  return { reference, cohort, kind, team: team ?? null, rule, reader: reader ?? null };
};

/** Each label with where it belongs in the plan, whether it may stand there often, and what its line says. */
const labels: Record<string, [place: keyof SamplePlan, isMany: boolean, read: (text: string) => unknown]> = {
  framework: ['framework', false, (text) => (text === none ? null : text)],
  day: ['day', false, (text) => text],
  seed: ['seed', false, (text) => text],
  method: ['method', false, (text) => ({ name: text.split(' ')[0], version: Number(text.split(' ')[1]) })],
  workbook: ['workbooks', true, (text) => text],
  strata: ['strata', true, (text) => text],
  rule: [
    'rules',
    true,
    (text) => {
      const [words, fitting] = matched(/^(.+), fits (.+)$/, text);
      return { words, fitting: numberOf(fitting) };
    },
  ],
  reserves: ['reserves', false, Number],
  size: [
    'sizes',
    true,
    (text) => {
      const [cohort, size] = matched(/^(\S+), (.+)$/, text);
      return { cohort, size: numberOf(size) };
    },
  ],
};

/** The plan that a file or a paste holds, or what is wrong with it. Empty lines and spaces at the ends of lines are nothing. */
export const readPlan = (text: string): SamplePlan | PlanWrong => {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n?|\n/)
    .map((words, index) => ({ words: words.replace(/\u00A0/g, ' ').trim(), line: index + 1 }))
    .filter(({ words }) => words !== '');
  const [first, ...rest] = lines;
  if (first?.words !== title)
    return { line: first?.line ?? 1, wrong: `A plan begins with the line "${title}". Paste it from there.` };
  const last = rest.pop();
  const sum = /^check: ([0-9a-f]{16})$/.exec(last?.words ?? '')?.[1];
  if (!sum)
    return {
      line: last?.line ?? first.line,
      wrong: 'The plan ends before its last line, which begins with "check:". Paste all of it.',
    };
  if (sum !== sumOf([first, ...rest].map(({ words }) => words)))
    return { line: last?.line ?? 1, wrong: 'The plan is not as it was written. Paste all of it, unchanged.' };
  const given: Record<string, unknown> = { workbooks: [], strata: [], rules: [], sizes: [], cases: [] };
  const standsIn = new Map<string, number>();
  const keep = (place: string, many: boolean, value: unknown, line: number): void => {
    const all = given[place];
    if (many && Array.isArray(all)) standsIn.set(`${place}.${all.push(value) - 1}`, line);
    else given[place] = value;
    standsIn.set(place, line);
  };
  for (const { words, line } of rest) {
    if (/^[CR]-\d/.test(words)) {
      keep('cases', true, caseOf(words), line);
      continue;
    }
    const [, name = '', value = ''] = /^([a-z]+):\s*(.*)$/.exec(words) ?? [];
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
    if (!label) return { line, wrong: `"${words}" is no line of a plan.` };
    const [place, isMany, read] = label;
    if (!isMany && standsIn.has(place)) return { line, wrong: `"${name}" stands here twice.` };
    keep(place, isMany, read(value), line);
  }
  const read = samplePlan.safeParse(given);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const path = issue?.path ?? [];
  const line = standsIn.get(path.slice(0, 2).join('.')) ?? standsIn.get(String(path[0])) ?? first.line;
  const what = typeof path[0] === 'string' && !standsIn.has(path[0]) ? `The line "${path[0]}" is missing.` : '';
  return { line, wrong: what || (issue?.message ?? 'It cannot be read.') };
};

/** The plan in pieces of whole lines that fit a form's box each. */
export const planParts = (text: string, most: number): string[] => {
  const parts: string[] = [];
  for (const line of text.trimEnd().split('\n')) {
    const before = parts.at(-1);
    if (before !== undefined && before.length + 1 + line.length <= most) parts[parts.length - 1] = `${before}\n${line}`;
    else parts.push(line);
  }
  return parts;
};

/** The cases to be read, and those that wait for one to turn out unfit. */
export const drawnOf = ({ cases }: SamplePlan): { cases: PlannedCase[]; reserves: PlannedCase[] } => ({
  cases: cases.filter((each) => !isReserve(each)),
  reserves: cases.filter(isReserve),
});

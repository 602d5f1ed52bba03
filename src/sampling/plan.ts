import { createHash } from 'node:crypto';
import { isReserve, type PlannedCase, type SamplePlan, samplePlan } from '../domain/sample-plan.ts';

/*
 * The plan file: what an analyst's machine hands to the app. Lines that can be pasted, read and compared; the last holds a check sum over
 * those before it, so that half of it is not taken for the whole.
 */

const title = 'fortnight sample plan 1';
const fewer = 'fewer than 6';
const nothing = '-';

const numberInWords = (children: number | null): string => (children === null ? fewer : String(children));

const caseLine = ({ reference, cohort, kind, team, rule, reader }: PlannedCase): string =>
  [
    reference,
    cohort,
    kind,
    team === null ? nothing : `team ${team}`,
    rule === null ? 'at random' : `rule ${rule}`,
    reader ?? nothing,
  ].join(' | ');

const sumOf = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);

/** The plan as lines of text, the same for the same plan. */
export const writePlan = (plan: SamplePlan): string => {
  const lines = [
    title,
    `framework: ${plan.framework ?? nothing}`,
    `day: ${plan.day}`,
    `seed: ${plan.seed}`,
    `method: ${plan.method.name} ${plan.method.version}`,
    ...plan.workbooks.map((sum) => `workbook: ${sum}`),
    ...plan.strata.map((stratum) => `strata: ${stratum}`),
    ...plan.rules.map(({ words, fitting }) => `rule: ${numberInWords(fitting)} | ${words}`),
    `reserves: ${plan.reserves}`,
    ...plan.sizes.map(({ cohort, size }) => `size: ${numberInWords(size)} | ${cohort}`),
    ...plan.cases.map(caseLine),
  ];
  return `${[...lines, `check: ${sumOf(lines)}`].join('\n')}\n`;
};

/** What is wrong with a plan file, in which line, and what would be right. */
export type PlanWrong = { line: number; wrong: string };

const numberOf = (text: string | undefined): number | null => (text === fewer ? null : Number(text));
const orNothing = (text: string | undefined): string | undefined | null => (text === nothing ? null : text);

const caseOf = ([reference, cohort, kind, team, why, reader]: readonly string[]) => ({
  reference,
  cohort,
  kind,
  team: orNothing(team?.replace(/^team /, '')),
  rule: why === 'at random' ? null : Number(why?.replace(/^rule /, '')),
  reader: orNothing(reader),
});

const partsOf = (text: string): string[] => text.split('|').map((part) => part.trim());

/** Each label with where it belongs in the plan, and what its line says. */
const labels: Record<string, { place: keyof SamplePlan; many: boolean; read(text: string): unknown }> = {
  framework: { place: 'framework', many: false, read: orNothing },
  day: { place: 'day', many: false, read: (text) => text },
  seed: { place: 'seed', many: false, read: (text) => text },
  method: {
    place: 'method',
    many: false,
    read: (text) => ({ name: text.split(' ')[0], version: Number(text.split(' ')[1]) }),
  },
  workbook: { place: 'workbooks', many: true, read: (text) => text },
  strata: { place: 'strata', many: true, read: (text) => text },
  rule: {
    place: 'rules',
    many: true,
    read: (text) => ({ fitting: numberOf(partsOf(text)[0]), words: partsOf(text)[1] }),
  },
  reserves: { place: 'reserves', many: false, read: Number },
  size: {
    place: 'sizes',
    many: true,
    read: (text) => ({ size: numberOf(partsOf(text)[0]), cohort: partsOf(text)[1] }),
  },
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
      keep('cases', true, caseOf(partsOf(words)), line);
      continue;
    }
    const [, name = '', value = ''] = /^([a-z]+):\s*(.*)$/.exec(words) ?? [];
    const label = Object.hasOwn(labels, name) ? labels[name] : undefined;
    if (!label) return { line, wrong: `"${words}" is no line of a plan.` };
    if (!label.many && standsIn.has(label.place)) return { line, wrong: `"${name}" stands here twice.` };
    keep(label.place, label.many, label.read(value), line);
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

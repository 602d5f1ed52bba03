/** One thing that is wrong in a framework: where, what was found there, and what would be right. */
export type Problem = { path: string; wrong: string; right: string };

/** That problem where something is wrong, and none where it is not. */
export const problemIf = (isWrong: boolean, problem: Problem): Problem[] => (isWrong ? [problem] : []);

/** So many problems are told at once: where there are more, most follow from the first. */
const mostTold = 25;

const more = (count: number): string[] =>
  count > mostTold
    ? [`  and ${count - mostTold} more, most of which follow from these. Mend the first ones and look again.`]
    : [];

/** A framework file that cannot be used. Its message is for whoever edits the file: it names the problems found. */
export class FrameworkRefused extends Error {
  override name = 'FrameworkRefused';
  constructor(
    readonly file: string,
    readonly problems: readonly Problem[],
  ) {
    super(
      [
        `The framework file ${file} cannot be used:`,
        ...problems
          .slice(0, mostTold)
          .map(({ path, wrong, right }) => `  ${path || 'the file'}: ${wrong}. Right would be: ${right}.`),
        ...more(problems.length),
      ].join('\n'),
    );
  }
}

/** A place inside a framework as people point at it: `rules[2].when[0].areas`. */
export const pathOf = (steps: readonly PropertyKey[]): string =>
  steps.reduce<string>(
    (path, step) => (typeof step === 'number' ? `${path}[${step}]` : `${path}${path && '.'}${String(step)}`),
    '',
  );

/** Each id (or word, or mark) that stands a second time, at its place. */
export const repeated = (items: readonly { path: string; name: string }[], what: string): Problem[] =>
  items.flatMap(({ path, name }, index) => {
    const first = items.findIndex((item) => item.name === name);
    const at = items[first]?.path ?? '';
    return first === index
      ? []
      : [{ path, wrong: `is "${name}", which ${at} is already`, right: `${what} that nothing else has` }];
  });

/** Ids as a message lists them. */
export const quoted = (ids: readonly string[]): string =>
  ids.length === 0 ? 'none' : ids.map((id) => `"${id}"`).join(', ');

import { areaOf, type Framework, notJudged, type Rule, scaleOf } from '../framework.ts';
import { lackedBy } from './lacked.ts';
import { areasUnder, type Grades, type GradesStanding, gradesIn, standingOf, type Table, tableOf } from './table.ts';

/** What one rule does with the judgements so far. */
export type RuleResult = {
  rule: Rule;
  /** `depends`: an area not judged yet decides. */
  fired: 'yes' | 'no' | 'depends';
  /** The grades it rules out, best first. Empty unless it fired. */
  ruledOut: string[];
  /** What would make it fire, in plain words. Empty once it fired. */
  lacked: string;
};

/** One judgement changed, all others kept, and what would be left then. */
export type Change = { area: string; from: string; to: string; permitted: string[]; expected: string[] };

/** What the judgements so far leave for one overall, or for an area that rules limit. Grades stand in the scale's order. */
export type Outcome = {
  of: string;
  judged: { area: string; grade: string }[];
  missing: string[];
  permitted: string[];
  expected: string[];
  /** Exactly one grade is expected. */
  fixed: boolean;
  /** The one expected grade that is left whatever the missing areas turn out to be. */
  certain: string | null;
  /** The rules that fired and ruled something out, musts first. */
  because: RuleResult[];
  /** Every rule limiting it, in the file's order. */
  rules: RuleResult[];
  /** The questions to be answered in words. */
  questions: Rule[];
  /** The nearest single changes of a judgement that would alter what is left; none if no single change would. */
  changes: Change[];
};

const lackedWords = new WeakMap<GradesStanding, readonly string[]>();

/** By rule, what it lacks, or '' where it fires. Kept beside the standing: the words take longer than the grading. */
const lackedIn = (framework: Framework, table: Table, standing: GradesStanding, grades: Grades): readonly string[] => {
  const words =
    lackedWords.get(standing) ??
    table.rules.map((rule, index) =>
      standing.fires[index] === standing.completions ? '' : lackedBy(framework, rule, grades),
    );
  lackedWords.set(standing, words);
  return words;
};

const ruledOutBy = (framework: Framework, rule: Rule): string[] =>
  rule.force === 'consider'
    ? []
    : scaleOf(framework, rule.limits)
        .map((grade) => grade.id)
        .filter((grade) => !rule.permits.includes(grade));

const resultsOf = (framework: Framework, table: Table, standing: GradesStanding, grades: Grades): RuleResult[] => {
  const lacked = lackedIn(framework, table, standing, grades);
  return table.rules.map((rule, index) => {
    const fires = standing.fires[index] ?? 0;
    const fired = fires === standing.completions ? 'yes' : fires === 0 ? 'no' : 'depends';
    return { rule, fired, ruledOut: fired === 'yes' ? ruledOutBy(framework, rule) : [], lacked: lacked[index] ?? '' };
  });
};

/**
 * For each judged area, upwards and downwards: the nearest grade that would alter what is left, and those beyond it with
 * the same effect, so that it can be told as "or better". To become judged, or no longer so, is no change of a judgement.
 */
const changesFrom = (framework: Framework, table: Table, grades: Grades): Change[] => {
  const now = standingOf(table, grades);
  return table.areas.flatMap((area) => {
    const scale = scaleOf(framework, area.id).map((grade) => grade.id);
    const from = grades[area.id];
    if (from === undefined || from === notJudged) return [];
    const at = scale.indexOf(from);
    return [scale.slice(0, at).reverse(), scale.slice(at + 1)].flatMap((direction) => {
      const steps = direction.map((to) => ({
        to,
        left: standingOf(table, { ...grades, [area.id]: to }),
      }));
      const nearest = steps.findIndex(({ left }) => left.expected !== now.expected || left.permitted !== now.permitted);
      const alike = steps[nearest]?.left;
      if (!alike) return [];
      const beyond = steps.findIndex(
        ({ left }, index) =>
          index > nearest && (left.expected !== alike.expected || left.permitted !== alike.permitted),
      );
      return steps.slice(nearest, beyond < 0 ? steps.length : beyond).map(({ to, left }) => ({
        area: area.id,
        from,
        to,
        permitted: gradesIn(framework, table.of, left.permitted),
        expected: gradesIn(framework, table.of, left.expected),
      }));
    });
  });
};

/** The grades that are left, as `outcomeOf` gives them, and nothing of why: the words for that take longer than the grading. */
export const gradesLeft = (
  framework: Framework,
  of: string,
  grades: Grades,
): Pick<Outcome, 'permitted' | 'expected'> => {
  const standing = standingOf(tableOf(framework, of), grades);
  return {
    permitted: gradesIn(framework, of, standing.permitted),
    expected: gradesIn(framework, of, standing.expected),
  };
};

/**
 * What the rules leave for an overall, or for an area, and why. Order of rules does not matter: each that fires rules out
 * its own grades. Permitted is what the musts leave; expected what musts and expecteds leave. While areas are missing,
 * both are what is left in at least one way of completing them (an optional area can also turn out not judged).
 * An area that no rule limits has every grade left.
 * @throws RangeError when `of` is neither an overall nor an area, or a grade is none that its area may be given
 */
export const outcomeOf = (framework: Framework, of: string, grades: Grades): Outcome => {
  if (!framework.overalls.some((overall) => overall.id === of)) areaOf(framework, of);
  const table = tableOf(framework, of);
  const standing = standingOf(table, grades);
  const { permitted, expected } = gradesLeft(framework, of, grades);
  const rules = resultsOf(framework, table, standing, grades);
  const because = rules.filter((result) => result.fired === 'yes' && result.ruledOut.length > 0);
  const counted = areasUnder(framework, of).map((area) => ({ area, grade: grades[area] }));
  const [only] = expected;
  return {
    of,
    judged: counted.flatMap(({ area, grade }) => (grade === undefined ? [] : [{ area, grade }])),
    missing: counted.filter(({ grade }) => grade === undefined).map(({ area }) => area),
    permitted,
    expected,
    fixed: expected.length === 1,
    certain: expected.length === 1 && only !== undefined ? only : null,
    because: [
      ...because.filter(({ rule }) => rule.force === 'must'),
      ...because.filter(({ rule }) => rule.force !== 'must'),
    ],
    rules,
    questions: rules.filter(({ rule, fired }) => rule.force === 'consider' && fired === 'yes').map(({ rule }) => rule),
    changes: changesFrom(framework, table, grades),
  };
};

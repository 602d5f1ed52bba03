import {
  areasCountedBy,
  type Condition,
  type Framework,
  inOrder,
  isKind,
  ownAreas,
  type Rule,
  scaleOf,
} from '../domain/framework.ts';
import { type Problem, problemIf, quoted } from './problem.ts';

/** Each of these grades that one of these overalls or areas cannot have, or that stands twice. */
export const checkGrades = (
  framework: Framework,
  of: readonly string[],
  path: string,
  grades: readonly string[],
): Problem[] => {
  const scales = of.map((each) => scaleOf(framework, each).map(({ id }) => id));
  const scale = (scales[0] ?? []).filter((grade) => scales.every((each) => each.includes(grade)));
  const right = `grades of the scale, each once: ${quoted(scale)}`;
  return grades.flatMap((grade, index) => {
    if (!scale.includes(grade))
      return [{ path: `${path}[${index}]`, wrong: `is "${grade}", which is no grade`, right }];
    return problemIf(grades.indexOf(grade) < index, { path: `${path}[${index}]`, wrong: `is "${grade}" again`, right });
  });
};

const checkAreasOf = (framework: Framework, rule: Rule, condition: Condition, path: string): Problem[] => {
  const known = framework.areas.map(({ id }) => id);
  const counted = areasCountedBy(framework, condition, rule.limits);
  const isOfKind = typeof condition.areas === 'string' && isKind(condition.areas);
  const right = `a kind of area that the framework has, or ids of its areas, each once: ${quoted(known)}`;
  const isSaid = ownAreas(framework, rule.limits) !== undefined;
  if (isOfKind && (!isSaid || counted.length === 0))
    return [
      {
        path: `${path}.areas`,
        wrong: `is "${condition.areas}", ${isSaid ? 'and no area is of that kind' : `while none of several overalls says which areas are those of ${rule.limits}`}`,
        right: isSaid ? right : `"areas" at each overall, or here the ids of areas: ${quoted(known)}`,
      },
    ];
  return counted.flatMap((id, index) => {
    const at = typeof condition.areas === 'string' ? `${path}.areas` : `${path}.areas[${index}]`;
    if (!known.includes(id)) return [{ path: at, wrong: `is "${id}", which is no area`, right }];
    if (counted.indexOf(id) < index) return [{ path: at, wrong: `is "${id}" again`, right }];
    return problemIf(id === rule.limits, {
      path: at,
      wrong: `counts "${id}", which the rule limits`,
      right: 'other areas',
    });
  });
};

const areasInWords = (count: number): string => (count === 1 ? 'one area is' : `${count} areas are`);

const checkBound = (framework: Framework, condition: Condition, limits: string, path: string): Problem[] => {
  const areas = areasCountedBy(framework, condition, limits).length;
  const { atLeast, atMost } = condition;
  if (atLeast !== undefined && (atLeast < 1 || atLeast > areas))
    return [
      {
        path: `${path}.atLeast`,
        wrong: `is ${atLeast}, while ${areasInWords(areas)} counted`,
        right: `a number from 1 to ${areas}`,
      },
    ];
  if (atMost !== undefined && atMost >= areas)
    return [
      {
        path: `${path}.atMost`,
        wrong: `is ${atMost}, while ${areasInWords(areas)} counted`,
        right: `a number from 0 to ${areas - 1}`,
      },
    ];
  return [];
};

const checkPermits = (framework: Framework, rule: Rule, path: string): Problem[] => {
  if (rule.force === 'consider') return [];
  const unknown = checkGrades(framework, [rule.limits], `${path}.permits`, rule.permits);
  if (unknown.length > 0) return unknown;
  const scale = scaleOf(framework, rule.limits).map(({ id }) => id);
  const count = rule.permits.length;
  const isBand = inOrder(rule.permits, scale.slice(0, count)) || inOrder(rule.permits, scale.slice(-count));
  return problemIf(!isBand || count === scale.length, {
    path: `${path}.permits`,
    wrong: `is ${quoted(rule.permits)}`,
    right: `best first, the best grades without a gap (a floor) or the worst (a cap), but not the whole scale: ${quoted(scale)}`,
  });
};

const checkRule = (framework: Framework, rule: Rule, path: string): Problem[] => {
  const limited = [...framework.overalls, ...framework.areas].map(({ id }) => id);
  return [
    ...problemIf(!limited.includes(rule.limits), {
      path: `${path}.limits`,
      wrong: `is "${rule.limits}", which is no overall and no area`,
      right: `one of ${quoted(limited)}`,
    }),
    ...checkPermits(framework, rule, path),
    ...rule.when.flatMap((condition, index) => {
      const at = `${path}.when[${index}]`;
      const areas = checkAreasOf(framework, rule, condition, at);
      const bound = areas.length > 0 ? [] : checkBound(framework, condition, rule.limits, at);
      return [
        ...areas,
        ...checkGrades(framework, areasCountedBy(framework, condition, rule.limits), `${at}.grades`, condition.grades),
        ...bound,
      ];
    }),
  ];
};

/** Each rule by itself: what it names is there, its counts can be reached, and it is a cap or a floor. */
export const checkRules = (framework: Framework): Problem[] =>
  framework.rules.flatMap((rule, index) => checkRule(framework, rule, `rules[${index}]`));

import type { Framework } from '../domain/framework.ts';

/** One judgement that two editions both make, under the ids that each has for it; several where one edition split it. */
export type SameJudgement = { one: string[]; other: string[] };

const wordsOf = (framework: Framework, id: string): readonly string[] =>
  framework.areas.find((area) => area.id === id)?.words ?? [];

/**
 * Which of these areas are one judgement: those of one id; then those where one edition's id is a word for the other's area, as
 * "in-care" and "care-leavers" both are for "in care and care leavers". `told` are pairs that a person says are the same.
 */
export const sameJudgements = (
  one: Framework,
  ids: readonly string[],
  other: Framework,
  others: readonly string[],
  told: readonly (readonly [string, string])[],
): SameJudgement[] => {
  const isSame = (id: string, its: string): boolean => {
    if (told.some(([first, second]) => first === id || second === its))
      return told.some(([first, second]) => first === id && second === its);
    if (others.includes(id) || ids.includes(its)) return id === its;
    return wordsOf(one, id).includes(its) || wordsOf(other, its).includes(id);
  };
  const judgements: SameJudgement[] = [];
  for (const id of ids) {
    const matches = others.filter((its) => isSame(id, its));
    if (matches.length === 0) continue;
    const before = judgements.find((known) => known.other.some((its) => matches.includes(its)));
    if (before) {
      before.one.push(id);
      before.other.push(...matches.filter((its) => !before.other.includes(its)));
    } else judgements.push({ one: [id], other: matches });
  }
  return judgements;
};

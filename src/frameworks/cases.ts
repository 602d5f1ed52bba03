/** A question with yes and no as its answers, asked of what is to be sorted. */
type Question<Item> = { asks: (item: Item) => boolean };

/** An item stands for so many combinations of grades. */
type Weighed = { combinations: number };

/** What has the same outcome, told apart from all else by a few answers. Together the cases are everything, each item once. */
export type OutcomeCase<Item, Asked> = { answers: { question: Asked; is: boolean }[]; items: Item[] };

/** How many combinations of grades these stand for. */
export const combinationsIn = (items: readonly Weighed[]): number =>
  items.reduce((sum, { combinations }) => sum + combinations, 0);

const uncertainty = <Item extends Weighed>(items: readonly Item[], outcome: (item: Item) => string): number => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(outcome(item), (counts.get(outcome(item)) ?? 0) + item.combinations);
  const all = combinationsIn(items);
  return [...counts.values()].reduce((sum, count) => sum - count * Math.log2(count / all), 0);
};

/** The answers without which the same items would be left are dropped: they say what the others say already. */
const needed = <Item, Asked extends Question<Item>>(
  all: readonly Item[],
  { answers, items }: OutcomeCase<Item, Asked>,
): OutcomeCase<Item, Asked> => {
  let kept = answers;
  for (const answer of answers) {
    const others = kept.filter((each) => each !== answer);
    const left = all.filter((item) => others.every(({ question, is }) => question.asks(item) === is));
    if (left.length === items.length) kept = others;
  }
  return { answers: kept, items };
};

/**
 * Sorts items into few cases of one outcome each, asking at every step the question that settles most; the first of equals.
 * Where no question tells two outcomes apart they stay in one case.
 */
export const casesOf = <Item extends Weighed, Asked extends Question<Item>>(
  all: readonly Item[],
  questions: readonly Asked[],
  outcome: (item: Item) => string,
): OutcomeCase<Item, Asked>[] => {
  const sorted = (items: Item[], answers: OutcomeCase<Item, Asked>['answers']): OutcomeCase<Item, Asked>[] => {
    const now = uncertainty(items, outcome);
    if (now === 0) return [{ answers, items }];
    const splits = questions.map((question) => {
      const [yes, no] = [items.filter((item) => question.asks(item)), items.filter((item) => !question.asks(item))];
      return { question, yes, no, left: uncertainty(yes, outcome) + uncertainty(no, outcome) };
    });
    const telling = splits.filter(({ yes, no }) => yes.length > 0 && no.length > 0);
    const least = Math.min(...telling.map(({ left }) => left));
    const best = telling.find(({ left }) => left <= least + 1e-9);
    if (!best) return [{ answers, items }];
    return [
      ...sorted(best.yes, [...answers, { question: best.question, is: true }]),
      ...sorted(best.no, [...answers, { question: best.question, is: false }]),
    ];
  };
  return sorted([...all], []).map((each) => needed(all, each));
};

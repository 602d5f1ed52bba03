import type { LocalSlack, Shown, View } from '../../src/local-slack/index.ts';
import { people } from '../support/people.ts';
import { teamChannel } from '../support/workspace.ts';

/** What somebody was told is saved: its number, its short hash, and what it says. */
export type Told = { item: string; hash: string; text: string };

type Asked = {
  slack: LocalSlack;
  round: number;
  /** Grows by what people are told, and by what they send. */
  told: Told[];
  sent: Set<string>;
  /** `reached` resolves when people have been told of so many. */
  enough: number;
};

export const receiptIn = (shown: Shown | View | undefined, text: string): Told | null => {
  // The hash is a note of its own below the receipt.
  const [, item, hash] = /Saved (E-\d+).*?(?:\\n|")([0-9a-f]{6})"/.exec(JSON.stringify(shown ?? null)) ?? [];
  return item && hash ? { item, hash, text } : null;
};

/**
 * Two people record by lines and two by forms, each as soon as the one before is answered, until nobody answers any more.
 * `over` resolves when all have stopped.
 */
export const recording = ({ slack, round, told, sent, enough }: Asked) => {
  let reach = (): void => {};
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const hear = (receipt: Told | null): void => {
    if (receipt) told.push(receipt);
    if (told.length >= enough) reach();
  };
  const textOf = (id: string, n: number): string => {
    const text = `visits were late again, as said in round ${round}, item ${n} of ${id.toLowerCase()}`;
    sent.add(text);
    return text;
  };

  const byLines = async (id: string): Promise<void> => {
    for (let n = 1; ; n += 1) {
      const text = textOf(id, n);
      const { answered, said } = await slack.person(id).command(teamChannel, `evidence help - ${text}`);
      if (!answered) return;
      hear(receiptIn(said, text));
    }
  };

  const byForms = async (id: string): Promise<void> => {
    const person = slack.person(id);
    for (let n = 1; ; n += 1) {
      const text = textOf(id, n);
      if (person.view() === undefined) await person.command(teamChannel, 'evidence');
      if (person.view() === undefined) return;
      const { answered, view } = await person.submit({
        'Judgement area': ['help-and-protection'],
        'What did you find?': text,
        'It is': 'Concern',
      });
      if (answered) hear(receiptIn(view, text));
      await person.closeView();
      if (!answered) return;
    }
  };

  hear(null);
  const over = Promise.all([
    byLines(people.lead),
    byLines(people.deputy),
    byForms(people.inspector),
    byForms(people.secondInspector),
  ]);
  return { over, reached };
};

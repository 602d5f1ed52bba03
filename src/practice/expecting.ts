import { fieldsOf, optionsOf } from '../local-slack/form/fields.ts';
import type { Appearance } from '../local-slack/index.ts';
import { wordsIn } from '../local-slack/json.ts';
import { textOf } from './printing/blocks.ts';
import { type Sent, titleOf } from './printing/form.ts';
import type { Expected, ScenarioStep } from './scenario.ts';
import { isPage, type Stage } from './stage.ts';

/** What the board says, in its blocks and as sentences. */
const boardWords = (stage: Stage): string => {
  const { blocks = [], text = '' } = stage.board() ?? {};
  return `${textOf(blocks)}\n${text}`;
};

/** What came of a step. */
type Came = { sent: Sent | undefined; appeared: readonly Appearance[] };

/** A receipt ends in the beginning of its hash. */
const receipt = /\bSaved\b[^\n]*(?:\n[^\n]*)*\n[0-9a-f]{6}$/m;

/** Everything that differs between what a step says comes of it and what did; none where it came as it says. */
export const differences = (stage: Stage, { who, outcome }: ScenarioStep, { sent, appeared }: Came): string[] => {
  const person = stage.person(who);
  const top = person.view();
  const seen = appeared
    .flatMap((each) => {
      if ('shown' in each) return each.shown.to === person.id ? [textOf(each.shown.blocks) || each.shown.text] : [];
      const isForm = each.what === 'form' || each.what === 'form changed';
      return isForm && each.person === person.id ? [textOf(each.view.blocks)] : [];
    })
    .join('\n');
  const messages = appeared.flatMap((each) =>
    each.what === 'message' && each.posted.by === stage.slack.appUser ? [each.posted] : [],
  );
  const posts = messages.filter((posted) => stage.directTo(posted) === undefined).map(({ blocks }) => textOf(blocks));
  const under = sent?.byLabel ?? {};
  const expected: Exclude<Expected, string> = typeof outcome === 'string' ? {} : outcome;
  const saw = seen === '' ? `${who} saw nothing` : `what ${who} saw was:\n${seen}`;

  const missing = (words: readonly string[] | undefined, text: string, where: string) =>
    (words ?? []).filter((each) => !text.includes(each)).map((each) => `"${each}" should be ${where}`);
  const and = (complaints: readonly string[], instead: string) => complaints.map((each) => `${each}; ${instead}`);

  const offers = Object.entries(expected.offers ?? {}).flatMap(([label, words]) => {
    const field = fieldsOf(top?.blocks ?? []).find((each) => each.label === label);
    const offered = optionsOf(field?.element ?? {}).map((option) => wordsIn(option.text));
    return offered.join() === words.join() ? [] : [`"${label}" should offer ${words}; it offers ${offered}`];
  });
  const refuses = Object.entries(expected.refuses ?? {})
    .filter(([label, words]) => !under[label]?.includes(words))
    .map(([label, words]) => `"${words}" should stand under "${label}"; there stands ${under[label] ?? 'nothing'}`);
  const unforeseen = Object.entries(under)
    .filter(([label]) => expected.refuses?.[label] === undefined)
    .map(([label, words]) => `it was refused under "${label}": ${words}`);
  const tells = Object.entries(expected.tells ?? {}).flatMap(([name, words]) => {
    const text = messages
      .filter((posted) => stage.directTo(posted) === name)
      .map(({ blocks }) => textOf(blocks))
      .join('\n');
    return and(
      missing([words], text, `told to ${name} directly`),
      text === '' ? 'nothing was' : `what was is:\n${text}`,
    );
  });

  const isOpen = top !== undefined && !isPage(top) && titleOf(top) === expected.opens;
  return [
    ...unforeseen,
    ...refuses,
    ...(outcome === 'saved' && !receipt.test(seen) ? [`there should be a receipt; ${saw}`] : []),
    ...and(missing(expected.saves === undefined ? [] : [`Saved ${expected.saves} `], seen, 'in the receipt'), saw),
    ...(expected.opens === undefined || isOpen ? [] : [`the form "${expected.opens}" should stand open; ${saw}`]),
    ...offers,
    ...and(missing(expected.answers, seen, `what ${who} sees`), saw),
    ...(expected.withholds ?? [])
      .filter((words) => seen.includes(words))
      .map((words) => `${who} should not see "${words}"; ${saw}`),
    ...and(
      missing(expected.posts, posts.join('\n'), 'posted'),
      posts.length > 0 ? `what was is:\n${posts.join('\n')}` : 'nothing was',
    ),
    ...tells,
    ...missing(expected.board, boardWords(stage), 'on the board'),
  ];
};

import { randomBytes } from 'node:crypto';
import { postgres } from '../../../src/store/postgres.ts';
import { chainHolds } from '../../store/chain-holds.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';
import { evidenceIn, inspection } from '../killed.ts';
import type { Sent } from './people.ts';
import type { World } from './world.ts';

/** What came of a trial. `why` says of the first that went wrong what was wrong. */
export type Found = {
  sent: number;
  acknowledged: number;
  /** Said not to be saved, or not known to be. */
  refused: number;
  unknown: number;
  /** Failed by Slack for want of an answer, or the answer's place was taken by a form that came late. */
  unanswered: number;
  lost: number;
  twice: number;
  toldWrongly: number;
  why: string | null;
};

export const nothingFound: Found = {
  ...{ sent: 0, acknowledged: 0, refused: 0, unknown: 0, unanswered: 0, lost: 0, twice: 0, toldWrongly: 0 },
  why: null,
};

export const together = (all: readonly Found[]): Found =>
  all.reduce((sum, each) => {
    const added = Object.entries(each).map(([name, value]) => [
      name,
      typeof value === 'number' ? value + Number(sum[name as keyof Found]) : (sum.why ?? each.why),
    ]);
    return Object.fromEntries(added) as Found;
  }, nothingFound);

/** Whether nothing acknowledged was lost, kept twice or told wrongly. */
export const isWell = ({ lost, twice, toldWrongly, why }: Found): boolean =>
  lost + twice + toldWrongly === 0 && why === null;

const howMany = (sent: readonly Sent[], outcome: Sent['outcome']): number =>
  sent.filter((each) => each.outcome === outcome).length;

/** The record as it stands once nobody writes any more. */
const recordIn = async ({ server }: World) => {
  const store = await postgres({ address: server.address(), random: randomBytes, report: () => {} });
  try {
    return await store.read(inspection, 0);
  } finally {
    await store.close();
  }
};

export const boardsIn = (slack: World['slack']) =>
  slack
    .channel(teamChannel)
    .messages()
    .filter(({ by, threadTs }) => by === slack.appUser && threadTs === undefined);

/** What of the messages that the app sent by itself should not be so: one board, and no summary twice. */
const wrongMessages = ({ slack }: World): string[] => {
  const boards = boardsIn(slack);
  const summaries = [people.lead, people.deputy].map((id) => summariesFor(slack, id));
  return [
    ...(boards.length === 1 ? [] : [`there are ${boards.length} boards`]),
    ...(summaries.some((count) => count > 1) ? [`daily summaries sent: ${summaries.join(' and ')}`] : []),
  ];
};

export const summariesFor = (slack: World['slack'], id: string): number =>
  slack.directMessages(id).filter(({ text }) => text.includes('\nToday: ')).length;

/** The items of which somebody was told directly that they are saved. */
const toldDirectly = (slack: World['slack'], id: string): string[] =>
  slack
    .directMessages(id)
    .flatMap(({ text }) => text.match(/^(E-\d+) is saved, in case you were not shown it\.$/)?.[1] ?? []);

/** Holds what people were told, shown or told directly, against the record, once nobody writes there any more. */
export const found = async (world: World, sent: readonly Sent[]): Promise<Found> => {
  const entries = await recordIn(world);
  const kept = evidenceIn(entries);
  const byText = new Map(kept.map((each) => [each.text, each]));
  const bySender = new Map(sent.map(({ text, by }) => [text, by]));
  const lost = sent.flatMap(({ told, text }) => {
    const there = byText.get(text);
    return told && !(there?.item === told.item && there.hash.startsWith(told.hash))
      ? [`${told.item} was acknowledged and is lost`]
      : [];
  });
  const unreal = world.recorders.flatMap((id) =>
    toldDirectly(world.slack, id).filter(
      (item) => bySender.get(kept.find((each) => each.item === item)?.text ?? '') !== id,
    ),
  );
  const denied = sent.filter(({ outcome, text }) => outcome === 'not saved' && byText.has(text));
  const odd = sent.filter(({ outcome }) => outcome === 'something else');
  const toldWrongly = [
    ...denied.map(({ text }) => `"${text}" was said not to be saved and is there`),
    ...unreal.map((item) => `${item} was said to be saved and is not theirs`),
    ...odd.map(({ text, words }) => `of "${text}" was said: ${words.slice(0, 600)}`),
  ];
  const twice = kept.length - byText.size;
  const wrong = [
    ...lost,
    ...(twice > 0 ? ['something was kept twice'] : []),
    ...toldWrongly,
    ...(chainHolds(entries) ? [] : ['the chain does not hold']),
    ...wrongMessages(world),
    ...world.endedUnasked,
  ];
  return {
    sent: sent.length,
    acknowledged: howMany(sent, 'saved'),
    refused: howMany(sent, 'not saved'),
    unknown: howMany(sent, 'not known'),
    unanswered: howMany(sent, 'unanswered'),
    lost: lost.length,
    twice,
    toldWrongly: toldWrongly.length,
    why: wrong[0] ?? null,
  };
};

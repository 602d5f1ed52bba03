import { join } from 'node:path';
import type { Inspection } from '../../src/domain/inspection.ts';
import { kinds } from '../../src/domain/kinds.ts';
import type { Block, Json, JsonObject } from '../../src/local-slack/index.ts';
import { play } from '../../src/practice/play.ts';
import { readScenario } from '../../src/practice/reading.ts';
import type { Scenario } from '../../src/practice/scenario.ts';
import { openSession } from '../../src/practice/session.ts';
import { settingOf } from '../../src/practice/setting.ts';
import { createStage } from '../../src/practice/stage.ts';
import { frameworks } from '../support/frameworks.ts';
import { holidays } from '../support/holidays.ts';
import type { Surface } from './most-words.ts';
import { aboveFields, type Borrowed, ownWords } from './own-words.ts';
import { manifest, samplesFolder } from './places.ts';

/** One reading of a surface: how many words of the app's own, and what they are. */
export type Reading = { surface: Surface; words: number; said: string };

const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null;
const strings = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (value instanceof Map) return [...value.values()].flatMap(strings);
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(strings);
};

/** So many words of a line may stand before what is kept of it. */
const wordsBefore = 8;

/** A line as typed, and what is left of it without its first words. */
const endingsOf = (typed: string): string[] => {
  const words = typed.split(' ');
  return Array.from({ length: Math.min(wordsBefore, words.length) }, (_, place) => words.slice(place).join(' '));
};

/** Everything that people wrote, kept or only typed, and all that the framework prints. */
export const borrowedOf = (inspection: Inspection, written: unknown): Borrowed => {
  const { framework, authority, names } = inspection;
  const kept = Object.values(kinds).flatMap(({ all }) => [...all(inspection).values()].flatMap(strings));
  const typed = strings(written)
    .flatMap((text) => text.split('\n'))
    .flatMap(endingsOf);
  const texts = [...kept, ...typed].filter((text) => text.includes(' '));
  return {
    texts: [...new Set(texts)],
    names: [
      authority,
      framework.title,
      framework.short,
      ...framework.areas.flatMap(({ title, short }) => [title, short, short.toLowerCase()]),
      ...names.values(),
    ],
  };
};

/** What its steps come to is looked at elsewhere: here it only has to come to its end. */
const unchecked = (scenario: Scenario): Scenario => ({
  ...scenario,
  days: scenario.days.map((day) => ({
    ...day,
    steps: day.steps.map((step) => {
      if (!('outcome' in step)) return step;
      const refuses = typeof step.outcome === 'string' ? undefined : step.outcome.refuses;
      return { ...step, outcome: refuses ? { refuses } : {} };
    }),
  })),
});

/** A sample fortnight played to its end through the real app, and everything in it that has a budget, read. */
export const readingsOf = async (sample: string, folder: string): Promise<Reading[]> => {
  const scenario = unchecked(readScenario(join(samplesFolder, `${sample}.json`)));
  const quiet = () => undefined;
  const session = await openSession(
    { frameworks, holidays, log: { info: quiet, warn: quiet, error: quiet }, fault: quiet },
    settingOf(scenario),
    { manifest, folder, emptied: true, stood: null },
  );
  const { slack, inspections } = session;
  const stage = createStage(scenario, session.workspace, slack);
  const asked: { surface: Surface; blocks: Block[] }[] = [];
  const channel = stage.channelId(scenario.channel);
  const asker = stage.person(scenario.people[0]?.name ?? '');
  const ask = async (surface: Surface, words: string): Promise<void> => {
    const { said } = await asker.command(channel, words);
    asked.push({ surface, blocks: said?.blocks ?? [] });
  };
  let day = '';
  let askedOn = '';
  const askAll = async (): Promise<void> => {
    await ask('/judge', '');
    await ask('daily summary', 'today');
    await ask('timetable', 'timetable');
    await ask('wrong word', 'evidnce help - C-004 Two visits were late');
    askedOn = day;
  };
  try {
    const begun = () => slack.channel(channel).pinned().length > 0;
    await play({
      stage,
      pass: session.pass,
      faults: session.faults,
      onlooker: {
        day: (each) => {
          day = each;
        },
        story: quiet,
        begins: quiet,
        does: quiet,
        sent: quiet,
        appeared: quiet,
        ofItself: quiet,
        done: quiet,
        dayOver: quiet,
      },
      pace: {
        next: async () => {
          if (begun() && askedOn !== day) await askAll();
          return true;
        },
        nextAct: async () => undefined,
      },
    });
    await askAll();
    const [inspection] = await inspections.allFor({ team: 'T0PRACTICE', user: asker.id }, 'read');
    if (!inspection) throw new Error(`${sample} came to no inspection`);
    const borrowed = borrowedOf(inspection, scenario.days);
    const read = (surface: Surface, blocks: readonly Block[]): Reading => {
      const words = ownWords(blocks, borrowed);
      return { surface, words: words.length, said: words.join(' ') };
    };
    const blocksIn = (value: Json | undefined): Block[] =>
      isObject(value) && Array.isArray(value.blocks) ? (value.blocks as Block[]) : [];
    const views = [
      ...slack.calls.map((call) => call.arguments.view),
      ...slack.answers.map((answer) => answer.payload.view),
    ];
    const pages = slack.answers.flatMap(({ to, payload }) => (to === 'view_submission' ? [payload.view] : []));
    const lines = slack.answers.flatMap(({ to, payload }) => (to === 'slash_commands' ? [payload] : []));
    const errors = slack.answers.flatMap(({ payload }) =>
      isObject(payload.errors) ? Object.values(payload.errors) : [],
    );
    const posted = slack.calls.filter(({ method }) => method === 'chat.postMessage' || method === 'chat.update');
    const pinned = slack
      .channel(channel)
      .pinned()
      .map(({ ts }) => ts);
    const boards = posted.filter(({ arguments: { ts }, response }) => pinned.includes(String(ts ?? response?.ts)));
    const headlines = posted.filter(
      ({ arguments: { channel: to, thread_ts: thread, text }, method, response }) =>
        to === channel &&
        method === 'chat.postMessage' &&
        !thread &&
        !pinned.includes(String(response?.ts)) &&
        /overall|findings/i.test(String(text)),
    );
    const dailies = posted.filter(
      ({ arguments: { metadata } }) => isObject(metadata) && metadata.event_type === 'fortnight_daily_summary',
    );
    return [
      ...asked.map(({ surface, blocks }) => read(surface, blocks)),
      ...[...pages, ...lines]
        .map((what) => read('receipt', blocksIn(what)))
        .filter(({ said }) => said.startsWith('Saved ')),
      ...errors.map((words) =>
        read('refusal', [{ type: 'section', block_id: '', text: { type: 'plain_text', text: words } }]),
      ),
      ...boards.map((call) => read('board', blocksIn(call.arguments))),
      ...headlines.map((call) => read('headline', blocksIn(call.arguments))),
      ...dailies.map((call) => read('daily summary', blocksIn(call.arguments))),
      ...views
        .filter((view) => isObject(view) && view.callback_id === 'form:overall')
        .map((view) => read('overall form', aboveFields(blocksIn(view)))),
    ];
  } finally {
    stage.leave();
    await session.close();
  }
};

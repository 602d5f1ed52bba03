import type { Inspection } from '../../src/domain/inspection.ts';
import { kinds } from '../../src/domain/kinds.ts';
import type { Block, Json, JsonObject } from '../../src/local-slack/index.ts';
import type { Playing } from '../support/playing.ts';
import type { Surface } from './most-words.ts';
import { aboveFields, type Borrowed, ownWords } from './own-words.ts';

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

/** What was read on the way, and what the app sent. */
const readIn = async (
  { scenario, session, channel, person }: Playing,
  asked: readonly { surface: Surface; blocks: Block[] }[],
): Promise<Reading[]> => {
  const { slack } = session;
  const [inspection] = await session.inspections.allFor(person, 'read');
  if (!inspection) throw new Error(`${scenario.title} came to no inspection`);
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
};

/** Asks on every day of a fortnight that is played, and reads at its end everything in it that has a budget. */
export const reading = () => {
  const asked: { surface: Surface; blocks: Block[] }[] = [];
  let askedOn = '';
  const askAll = async ({ asker, channel, day }: Playing): Promise<void> => {
    const ask = async (surface: Surface, words: string): Promise<void> => {
      const { said } = await asker.command(channel, words);
      asked.push({ surface, blocks: said?.blocks ?? [] });
    };
    await ask('/judge', '');
    await ask('daily summary', 'today');
    await ask('timetable', 'timetable');
    await ask('wrong word', 'evidnce help - C-004 Two visits were late');
    askedOn = day;
  };
  return {
    before: async (playing: Playing): Promise<void> => {
      const begun = playing.session.slack.channel(playing.channel).pinned().length > 0;
      if (begun && askedOn !== playing.day) await askAll(playing);
    },
    atTheEnd: async (playing: Playing): Promise<Reading[]> => {
      await askAll(playing);
      return readIn(playing, asked);
    },
  };
};

import type { AskOfInspection, InspectionSubcommand, Reply } from '../../commands/contract.ts';
import { evidence } from '../../commands/evidence.ts';
import type { Form } from '../../commands/form.ts';
import { subcommandIn, subcommands } from '../../commands/index.ts';
import { awaiting } from '../../src/domain/awaiting.ts';
import { dailyOf } from '../../src/domain/daily.ts';
import { atHome } from '../../src/domain/home.ts';
import { noticesDue } from '../../src/domain/matters/notice.ts';
import { summaryPosting } from '../../src/domain/matters/postings.ts';
import { samePerson } from '../../src/domain/people.ts';
import { publishedOf, resultOf } from '../../src/domain/published.ts';
import { may } from '../../src/domain/roles.ts';
import { memberOf } from '../../src/domain/standing.ts';
import { summaryOf } from '../../src/domain/summary.ts';
import { outgoing } from '../../src/inspections.ts';
import { type Unmade, unmade } from '../../src/reports/files.ts';
import { markdown } from '../../src/reports/markdown.ts';
import { slackMessage } from '../../src/slack/blocks.ts';
import { board } from '../../src/words/board.ts';
import { dailyMessage } from '../../src/words/daily.ts';
import { digestMessage } from '../../src/words/digest.ts';
import { homeMessage } from '../../src/words/home.ts';
import { type Message, plainText } from '../../src/words/message.ts';
import { noticeMessage } from '../../src/words/notice.ts';
import { atOnce } from '../support/at-once.ts';
import { frameworks } from '../support/frameworks.ts';
import { person } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import type { Who } from '../support/people.ts';
import { copyOf, masked } from './copies.ts';
import { writtenInConfidence, writtenOpenly } from './samples.ts';
import { decisionsSeen, filledIn, people, sentLate, submissionsSeen } from './submitted.ts';
import type { World } from './worlds.ts';

/** Everything that one person is shown of an inspection, by what they ask or are sent. */

const day = '2013-11-19';
const now = `${day}T17:30:00.000Z`;
const head = (world: World) => ({ version: world.entries.length, hash: 'a'.repeat(64) });

/** Words that people may add to a command: areas, items that are there, items that are not, and what was said in secret. */
const additions = ({ inspection }: World): string[] => {
  const byLetter = new Map<string, string[]>();
  for (const item of [...inspection.items.versions.keys()]) {
    const letter = item.slice(0, 1);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), item]);
  }
  const items = [...byLetter.values()].flatMap((all) => [...new Set(all)].sort().slice(0, letterLimit(all)));
  return ['', 'help', 'leadership', 'new', 'open', 'list', 'mine', 'change', 'W-AAAA', 'visits', ...items];
};
const letterLimit = (all: readonly string[]): number => (all[0]?.startsWith('R') ? 6 : 2);

const more = [
  'timetable calendar',
  'recommend plan',
  'line claims',
  'round agreement',
  'round agreement all',
  'round close R-001',
  'find unmade',
  'find quay',
  'find C-099',
  'find whistleblower',
  'find secret',
  'find w-',
  'whistleblow close W-AAAA',
  'whistleblow link W-AAAA',
  'summary at 2013-11-19 17:30',
  'settings mine',
];

const asking = (world: World, who: Who, words: string): AskOfInspection | null => {
  const member = memberOf(world.inspection, person(who));
  return (
    member && {
      by: person(who),
      at: now,
      timeZone: 'Europe/London',
      channel: 'CTEAM',
      words,
      frameworks: frameworks.all,
      holidays,
      chance: new Uint8Array([1, 2, 3, 4]),
      inspection: world.inspection,
      member,
      restricted: may(member.role, 'read restricted evidence') ? world.restricted : null,
      restrictedClosed: null,
      head: head(world),
    }
  );
};

const formSeen = (command: InspectionSubcommand, ask: AskOfInspection, form: Form): unknown[] => {
  const searches = form.pieces.some((piece) => piece.is === 'search');
  const found = searches
    ? ['', 'visits', 'secret', 'W-'].map((each) =>
        [...(command.form?.search?.(ask, form.about, each) ?? [])].filter(Boolean),
      )
    : [];
  const folded = form.pieces.flatMap((piece) =>
    piece.is === 'redraw' ? [command.form?.draw(ask, {}, { ...form.about, ...piece.about })] : [],
  );
  return [form, found, folded];
};

/** What a reply comes to for whoever sees it. What would be kept is what they themselves sent, so only a refusal is looked at. */
const replySeen = (command: InspectionSubcommand, ask: AskOfInspection, world: World, reply: Reply): unknown => {
  const on = (next: Reply) => replySeen(command, ask, world, next);
  if ('working' in reply) return on(atOnce(reply.working));
  if ('open' in reply) return formSeen(command, ask, reply.open);
  if ('recall' in reply) return on(reply.answer({ inspection: world.inspection, head: head(world) }));
  if ('gather' in reply) return on(reply.gathered([world.inspection]));
  if ('results' in reply) return on(reply.seen([resultOf(world.inspection) ?? []].flat()));
  if ('look' in reply) return on(reply.seen([publishedOf(world.inspection) ?? []].flat()));
  if ('keep' in reply) return [reply.keep, on(reply.refused([{ field: null, words: 'No.' }]))];
  if ('several' in reply) return reply.several;
  return reply;
};

/** What one person is answered to words after /judge. */
export const seenBy = (world: World, who: Who, typed: string): unknown => {
  const { subcommand, words } = subcommandIn(typed);
  if (subcommand?.of !== 'inspection') return null;
  const ask = asking(world, who, words);
  if (!ask || !may(ask.member.role, subcommand.act)) return 'refused by role';
  return replySeen(subcommand, ask, world, subcommand.asked(ask));
};

/** A form as it was drawn, with what it needs filled in. */
const asDrawn = (initial: string, required: boolean): string => initial || (required ? 'Said in error' : '');

/** What is kept of the form that opens upon these words, once it is sent with these texts; nothing where none opens. */
export const sentIn = (world: World, who: Who, typed: string, texts = asDrawn): unknown[] => {
  const { subcommand, words } = subcommandIn(typed);
  const ask = asking(world, who, words);
  const reply = ask && subcommand?.of === 'inspection' ? subcommand.asked(ask) : null;
  if (!ask || !reply || !('open' in reply)) return [];
  const command = subcommands.find(({ word }) => word === reply.open.of);
  if (command?.of !== 'inspection' || !command.form) return [];
  const left = reply.open.pieces.flatMap((piece) =>
    piece.is === 'choices' && !piece.required && piece.initial.length === 0 ? [[piece.field, []] as const] : [],
  );
  const values = { ...filledIn(command, ask, reply.open, texts), ...Object.fromEntries(left) };
  const said = command.form.submitted(ask, values, reply.open.about, people);
  return 'keep' in said ? [said.keep.command] : [];
};

/** The files that somebody may take out, with their names and lengths; the command line's too, as whoever runs it hands them on. */
const filesSeen = (world: World, who: Who): unknown => {
  const member = memberOf(world.inspection, person(who));
  if (!member || !may(member.role, 'export the record')) return 'refused by role';
  const { id } = world.inspection;
  const reads = may(member.role, 'read restricted evidence') && world.restrictedEntries.length > 0;
  const ordinary = atOnce(outgoing(copyOf(id, world.entries)));
  const restricted = reads ? copyOf(`${id}.restricted`, world.restrictedEntries) : null;
  const only = { name: `${id}.report`, version: null };
  const whole = { id, ordinary: ordinary.bytes, restricted: restricted?.bytes ?? null, holidays };
  const entries = { ordinary: ordinary.entries, restricted: restricted?.entries ?? null };
  return [{ to: 'a person' } as const, { to: 'a folder' } as const, { to: 'a person', only } as const]
    .flatMap((how) => unmade({ ...whole, ...how }, entries))
    .map((file) => {
      const text = masked(wordsOf(file));
      return [file.name, text.length, text];
    });
};

/** What a file is made of, wholly: the same trees give the same Word and Excel file. */
const wordsOf = (file: Unmade): string => {
  if ('content' in file) return Buffer.from(file.content).toString();
  return 'markdown' in file ? [...markdown(file.markdown)].join('') : JSON.stringify(file);
};

/** What reaches somebody unasked: board, Home, daily summary, notices, and what waits for them. */
export const sentSeen = (world: World, who: Who): Record<string, unknown> => {
  const { inspection } = world;
  const member = memberOf(inspection, person(who));
  if (!member) return {};
  const daily = may(member.role, 'read')
    ? dailyMessage(dailyOf(inspection, day, now, holidays), { of: now, at: now, head: head(world), holidays }, [])
    : null;
  return {
    board: board(summaryOf(inspection), now, holidays),
    digest: digestMessage(dailyOf(inspection, day, now, holidays), {
      of: now,
      at: now,
      head: head(world),
      holidays,
    }),
    home: homeMessage([atHome(inspection, member, now)], [], now, day, holidays),
    awaiting: awaiting(inspection, member, day),
    daily,
    notices: noticesDue(inspection)
      .filter(({ recipient }) => samePerson(recipient, member.person))
      .map((due) => [due, noticeMessage(inspection, due, now)]),
    published: publishedOf(inspection),
  };
};

/**
 * What the leads' postings come to, as Slack is sent them: whoever is in the channel reads them, whatever the one who posts may
 * read, and their words stand in the record.
 */
const postedSeen = (world: World): Record<string, unknown> => {
  const posting = summaryPosting(world.inspection);
  const told = { of: now, at: now, head: head(world), holidays };
  const sent = (message: Message) => [slackMessage(message), plainText(message)];
  const byLeads = (['lead', 'deputy'] as const).map((who) => {
    const { subcommand, words } = subcommandIn(`summary post ${posting}`);
    const ask = asking(world, who, words);
    const reply = ask && subcommand?.of === 'inspection' ? subcommand.asked(ask) : null;
    return [`posted: summary by ${who}`, reply && 'post' in reply ? [sent(reply.post), reply.posting] : reply];
  });
  const digest = digestMessage(dailyOf(world.inspection, day, now, holidays), told);
  return Object.fromEntries([...byLeads, ['posted: digest', sent(digest)]]);
};

export const everythingSeen = (world: World, who: Who): Record<string, string> => {
  const asks = [
    ...subcommands
      .filter(({ of }) => of === 'inspection')
      .flatMap(({ word }) => additions(world).map((each) => `${word} ${each}`.trim())),
    ...more,
  ];
  const seen = new Map<string, unknown>(asks.map((typed) => [typed, seenBy(world, who, typed)]));
  // What a button leads to is seen as well.
  for (const does of [...seen.values()].flatMap(buttonsIn).slice(0, 60))
    if (!seen.has(does)) seen.set(does, seenBy(world, who, does));
  // So is what a person's own acts come to: every form that is reached, sent, and every act of the tables.
  for (const form of [...seen.values()].flatMap(formsIn)) {
    const name = `submitted: ${form.of} ${text(form.about)}`;
    const sender = seen.has(name) ? null : asking(world, who, '');
    if (sender) seen.set(name, submissionsSeen(world, who, sender, form));
  }
  const ask = asking(world, who, '');
  if (ask) {
    seen.set('submitted late', sentLate(world, who, ask));
    for (const written of [writtenOpenly, writtenInConfidence])
      for (const edited of [null, now]) {
        const message = { ...written, text: 'Seen', at: now, edited, writers: [], left: [], ours: false };
        seen.set(`from ${written.link}, edited ${edited}`, evidence.shortcuts?.askedOf(ask, message, []));
      }
  }
  for (const [name, value] of Object.entries(decisionsSeen(world, who, now))) seen.set(name, value);
  for (const [name, value] of Object.entries(postedSeen(world))) seen.set(name, value);
  for (const [name, value] of Object.entries(sentSeen(world, who))) seen.set(`sent: ${name}`, value);
  seen.set('files', filesSeen(world, who));
  return Object.fromEntries([...seen].map(([name, value]) => [name, text(value)]));
};

/** Values as text; a map would otherwise be an empty object. */
export const text = (value: unknown): string =>
  JSON.stringify(value, (_, each) =>
    each instanceof Map ? [...each] : each instanceof Uint8Array ? [...each] : each,
  ) ?? '';

const isForm = (value: object): value is Form => 'pieces' in value && 'of' in value && 'about' in value;

const formsIn = (value: unknown): Form[] => {
  if (Array.isArray(value)) return value.flatMap(formsIn);
  return typeof value === 'object' && value !== null && isForm(value) ? [value] : [];
};

const buttonsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'does' in value && typeof value.does === 'string' ? [value.does] : [];
  return [...own, ...Object.values(value).flatMap(buttonsIn)];
};

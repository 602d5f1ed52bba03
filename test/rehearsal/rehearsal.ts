import type { ViewOutput } from '@slack/bolt';
import type {
  AskOfInspection,
  InspectionSubcommand,
  Subcommand,
  WorkspaceSubcommand,
} from '../../commands/contract.ts';
import type { Form } from '../../commands/form.ts';
import { subcommandIn, subcommands } from '../../commands/index.ts';
import { areaWord, type Framework } from '../../src/domain/framework.ts';
import { troubles } from '../../src/domain/matters/happening.ts';
import { standingRecommendations } from '../../src/domain/matters/recommendation.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { followersOf, tickEachMinute } from '../../src/slack/app.ts';
import { slackMessage } from '../../src/slack/blocks.ts';
import { boltLogger } from '../../src/slack/bolt-logger.ts';
import { clients } from '../../src/slack/clients.ts';
import type { Shown } from '../../src/slack/doctor.ts';
import { effects } from '../../src/slack/effects.ts';
import { about, namedIn } from '../../src/slack/going-on.ts';
import { formView, pageView, sameForm } from '../../src/slack/modal.ts';
import { router } from '../../src/slack/router.ts';
import { type AppSetup, shellOf } from '../../src/slack/shell.ts';
import type { Surface } from '../../src/slack/surface.ts';
import { followedBy, type Message, message, type Part, type Pressed } from '../../src/words/message.ts';
import { drawings } from './drawings.ts';
import { filledIn, leftAsDrawn } from './filling.ts';
import { standIn } from './stand-in.ts';

export type Rehearsing = Pick<AppSetup, 'inspections' | 'frameworks' | 'holidays' | 'timeZone' | 'chance'> & {
  fault: (error: unknown) => void;
  /** Hears of everything that is sent, whatever is kept of it. */
  seen?: (what: object) => void;
};

export const team = 'T0';
export const [lead, stranger] = ['U0LEAD', 'U0STRANGER'];
/** Who is there, by the field in which they are named. */
const people = {
  lead,
  deputy: 'U0DEPUTY',
  inspectors: ['U0INSPECTOR', 'U0SECOND'],
  qualityAssuranceManager: 'U0QUALITY',
  partnerInspectors: ['U0PARTNER'],
  analysts: ['U0ANALYST'],
  observers: ['U0OBSERVER'],
  stranger,
};
const cast = Object.values(people).flat();
/** Each is asked everything: who leads, proposes, signs, may do little, may do nothing. */
const askers = [lead, 'U0INSPECTOR', people.qualityAssuranceManager, 'U0OBSERVER', stranger];

const mostTries = 12;
const aDay = 24 * 60 * 60 * 1000;

/** After these an inspection is another one, so they come last. */
const ending = ['sign off', 'reopen', 'pause, resume or end the inspection'];

/** What somebody does: words, typed or of a button, or a form that lies before them. */
type Doing = { by: string; inspection: string | null } & ({ does: string } | { form: Form });
type Sending = Extract<Doing, { form: Form }>;

/** What makes it another doing than one before: all but its numbers, and what was typed in a form. */
const alike = (doing: Doing): string => {
  if ('does' in doing) return `${doing.by} ${doing.does.replace(/\d+/g, '0')}`;
  const { of, title, pieces, about } = doing.form;
  const fields = pieces.map((piece) => 'field' in piece && [piece.field, piece.is === 'choice' && piece.initial]);
  return `${doing.by} ${JSON.stringify([of, title, fields, about]).replace(/\d+/g, '0')}`;
};

const subcommandFor = (doing: Doing) =>
  subcommandIn('form' in doing ? doing.form.of : namedIn(doing.does).rest).subcommand;

/** What can be pressed in what is said. */
const pressedIn = (part: Part): readonly Pressed[] =>
  'buttons' in part ? part.buttons : 'row' in part ? part.acts : [];

/** The latest framework of each kind, by what it comes to and what its areas are. */
const unlike = (frameworks: readonly Framework[]): Framework[] => [
  ...new Map(
    frameworks.map((each) => [`${each.output} ${[...new Set(each.areas.map(({ kind }) => kind))].sort()}`, each]),
  ).values(),
];

/**
 * What the app sends when everything that it can be asked is asked of it over an empty store, with invented content and nobody
 * reached: the longest that has each form, field and kind of block.
 */
export const rehearse = async (standing: Rehearsing): Promise<{ shown: Shown[]; answered: Set<string> }> => {
  const drawn = drawings();
  const draw = (shown: Shown): void => {
    standing.seen?.(shown.what);
    drawn.add(shown);
  };
  const silent = () => undefined;
  const ticks: (() => void)[] = [];
  let moment = 0;
  let wrongBy = 0;
  const setup: AppSetup = {
    ...standing,
    botToken: '',
    webApi: null,
    transport: { over: 'sockets', appToken: '' },
    clock: () => new Date(moment),
    passed: () => moment,
    everyMinute: (tick) => {
      ticks.push(tick);
      return silent;
    },
    retentionYears: 1,
    slackMinute: 0,
    slackWaits: 3000,
    patience: 3000,
    log: { info: silent, warn: silent, error: silent },
    count: silent,
    fault: (_, error) => standing.fault(error),
    signedIn: silent,
  };
  const fetch = standIn(cast, draw);
  const shell = shellOf(setup, clients({ ...setup, fetch, logger: boltLogger(setup.log) }), {
    team,
    workspace: 'Invented',
    user: 'U0FORTNIGHT',
    bot: undefined,
  });
  const followers = followersOf(shell);
  tickEachMinute(shell, setup, followers, () => wrongBy);
  const { asked, shortcut, ofInspection, ask } = router(shell);
  const { carryOut } = effects(shell, followers);
  const known = new Map(cast.map((user) => [user, { team, user, name: `${user} Invented`, fullMember: true }]));

  const done = new Set<string>();
  const found: Doing[] = [];
  const last: Doing[] = [];
  /** What answers say is to be done first. */
  const advised = new Set<string>();
  /** The words that were answered otherwise than that there is no inspection. */
  const answered = new Set<string>();
  let atItsEnd = false;
  let channel = '';
  let framework = standing.frameworks[0] as Framework;
  let onTeam: typeof people = people;

  const add = (doing: Doing): void => {
    if (done.has(alike(doing))) return;
    done.add(alike(doing));
    const subcommand = subcommandFor(doing);
    const ends = subcommand?.of === 'inspection' && ending.includes(subcommand.act);
    (ends && !atItsEnd ? last : found).push(doing);
  };
  const asker = (by: string) => ({ by: { team, user: by }, channel, at: shell.now() });
  let requests = 0;
  const context = (by: string) => ({
    person: { team, user: by },
    at: shell.now(),
    request: `rehearsed ${++requests}`,
    sent: '',
    became: silent,
  });
  const view = (what: object): void => draw({ as: 'view', what });

  /** Draws what is shown, and remembers what can be pressed or sent in it. `form` is where it was sent from, if from one. */
  const surface = (by: string, inspection: string | null, form: Form | null, refused: Refusal[] = []): Surface => {
    const where = { channel, inspection, request: 'rehearsed' };
    const say = async (said: Message, at = inspection): Promise<void> => {
      draw({ as: 'message', what: slackMessage(said) });
      view(pageView('Fortnight', said, where));
      for (const { does } of said.parts.flatMap(pressedIn)) add({ by, inspection: at, does: about(at, does) });
      for (const part of said.parts) if ('row' in part) for (const { does } of part.acts) advised.add(about(at, does));
    };
    return {
      form: form !== null,
      say: (said) => say(said),
      show: (shown) => say(shown.message),
      open: async (opened, at) => {
        view(formView(opened, { ...where, ...at }));
        add({ by, inspection: at.inspection, form: opened });
        const said = opened.pieces.flatMap((piece) => (piece.is === 'said' ? piece.parts : []));
        for (const { does } of said.flatMap(pressedIn))
          add({ by, inspection: at.inspection, does: about(at.inspection, does) });
      },
      receipt: (said, another, at) => say(followedBy(said, { buttons: another ? [another] : [] }), at.inspection),
      refuse: async (refusals, beside = []) => {
        refused.push(...refusals);
        const said = message({ lines: refusals.map(({ words }) => [words]) }, { buttons: beside });
        if (form) view(sameForm(formView(form, where) as unknown as ViewOutput, said));
        await say(said);
      },
    };
  };

  /** Sends a form as it is, then filled in until it is taken, and draws it again as it then stands. */
  const send = async ({ form, by, inspection }: Sending, subcommand: Subcommand): Promise<void> => {
    const day = framework.inForce.from;
    const there = { id: channel, private: true, shared: false, archived: false, appIsIn: true };
    // Whoever observes joins later, so that the team has something to change.
    const begun = { framework: framework.id, firstDay: day, narrative: null, observers: null };
    const [recommended] = inspection
      ? standingRecommendations(await standing.inspections.of(inspection)).map(({ item }) => item)
      : [];
    // What is pasted is a table, whole in its first box.
    const pasted = (rows: string) => ({ rows, further: null, last: null });
    const given =
      {
        start: begun,
        settings: { channelDigest: 'on' },
        comments: pasted('Paragraph\tComment\n1\tInvented and untrue.'),
        plan: pasted(`Number\tMilestones\n${recommended ?? 'A-001'}\tInvented and untrue.`),
      }[form.of] ?? {};
    const more = form.pieces.flatMap((piece) => (piece.is === 'redraw' ? [{ ...form.about, ...piece.about }] : []));
    const refused = new Map<string, { times: number; said: string }>();
    for (let tries = 0; tries < mostTries; tries += 1) {
      const own = subcommand.of === 'inspection' ? subcommand : null;
      const full = own
        ? await ofInspection(asker(by), '', await standing.inspections.of(inspection ?? ''), own)
        : ask(asker(by), '');
      if ('refused' in full) return;
      // Those of one inspection take an ask of it, and that is what they are given.
      const acts = subcommand.form as NonNullable<WorkspaceSubcommand['form']>;
      const found = [...(own?.form?.search?.(full as AskOfInspection, form.about, '') ?? [])].flatMap(
        (each) => each ?? [],
      );
      const values =
        tries === 0 ? leftAsDrawn(form) : { ...filledIn(form, { people: onTeam, found, day }, refused), ...given };
      for (const each of by === lead ? [form.about, ...more] : [])
        await surface(by, inspection, null).open(acts.draw(full, values, each, []), { channel, inspection });
      const refusals: Refusal[] = [];
      const came = acts.submitted(full, values, form.about, known, there);
      const { reply } =
        'asks' in came ? await asked(asker(by), subcommandIn(`${came.asks}`), inspection) : { reply: came };
      await carryOut(reply, surface(by, inspection, form, refusals), { channel, inspection }, context(by));
      if (tries === 0) continue;
      // Where everybody is in their role already nobody takes another's.
      if (refusals.length === 0 || (form.of === 'team' && refusals.some(({ field }) => field === null))) return;
      for (const { field, words } of refusals) {
        const [name = ''] = (field ?? '').split('.');
        refused.set(name, { times: (refused.get(name)?.times ?? 0) + 1, said: words });
      }
    }
  };

  const carryOn = async (queue: Doing[]): Promise<void> => {
    for (let doing = queue.shift(); doing; doing = queue.shift()) {
      moment += 1000;
      const { by } = doing;
      const subcommand = subcommandFor(doing);
      const says = async (line: string): Promise<void> => {
        const { id, rest } = namedIn(line);
        const { reply, inspection } = await asked(asker(by), subcommandIn(rest), id);
        if (subcommand && (inspection !== null || subcommand.of === 'workspace')) answered.add(subcommand.word);
        await carryOut(reply, surface(by, inspection, null), { channel, inspection }, context(by));
      };
      await ('does' in doing ? says(doing.does) : send(doing, subcommand as Subcommand)).catch(standing.fault);
      await shell.inHand.idle();
      queue.unshift(...found.splice(0));
    }
  };
  const leadDoes = async (...all: string[]): Promise<void> => {
    for (const does of all) {
      done.clear();
      await carryOn([{ by: lead, inspection: null, does }]);
    }
  };

  const askAll = async (by: string): Promise<void> => {
    for (const { word, example, usage } of subcommands) {
      const line = example.replace('/judge', '').trim();
      const areas = /\barea\b/.test(usage) ? framework.areas.map(areaWord) : [];
      const inAreas = areas.flatMap((area) => [`${word} ${area}`, line.replace(/(?<= )help\b/, area)]);
      const named = [...usage.matchAll(/[A-Z]-\d{3}|[a-z]+/g)].map(
        ([each]) => `${word} ${each.replace(/\d{3}/, '001')}`,
      );
      for (const does of [word, line, `help ${word}`, ...inAreas, ...named]) add({ by, inspection: null, does });
      await carryOn(found.splice(0));
    }
  };

  const takeShortcuts = async (): Promise<void> => {
    for (const subcommand of subcommands) {
      const written = {
        text: 'Invented.',
        author: 'Second Invented',
        at: shell.now(),
        link: 'https://slack.invalid/',
        edited: null,
        writers: [],
        left: ['what is in its files'],
        ours: false,
      };
      for (const from of subcommand.of === 'inspection' && subcommand.shortcuts ? [null, written] : []) {
        const { reply, inspection } = await shortcut(asker(lead), subcommand as InspectionSubcommand, from);
        await carryOut(reply, surface(lead, inspection, null), { channel, inspection }, context(lead));
      }
    }
    await carryOn(found.splice(0));
  };

  const strike = async (at: number): Promise<void> => {
    moment = at;
    for (const tick of ticks) tick();
    for (const user of askers) await followers.home.show({ team, user });
    await shell.inHand.idle();
  };

  /** From before there is an inspection until it is over, and the next one has begun. */
  const under = async (day: string): Promise<void> => {
    atItsEnd = false;
    moment = Date.parse(`${day}T10:00:00Z`);
    await askAll(lead);
    done.clear();
    for (const by of askers) await askAll(by);
    // Somebody is taken off with things that wait for them, which the lead hears of.
    done.clear();
    onTeam = { ...people, inspectors: people.inspectors.slice(1) };
    await carryOn([{ by: people.deputy, inspection: null, does: 'team change' }]);
    onTeam = people;
    await takeShortcuts();
    for (const trouble of troubles) await followers.watch.channelChanged({ team, id: channel }, trouble);
    await followers.watch.joined({ team, id: channel }, stranger);
    await leadDoes(`team not-now ${stranger}`);
    await followers.watch.personChanged(people.deputy, true);
    await strike(Date.parse(`${day}T18:30:00Z`));
    for (let round = 0; round < 3; round += 1) {
      advised.clear();
      await leadDoes('sign-off');
      for (const does of advised) await leadDoes(does);
    }
    atItsEnd = true;
    const order: readonly (Subcommand | null)[] = subcommands;
    const place = (doing: Doing): number => order.indexOf(subcommandFor(doing));
    await carryOn(last.splice(0).sort((one, other) => place(one) - place(other)));
    await leadDoes(`timetable published ${day}`, 'questionnaire', 'plan new', 'reopen', 'incomplete');
    done.clear();
    await askAll(lead);
    await leadDoes('start');
  };

  // Nothing else may keep this process from ending while something is waited for.
  const alive = setInterval(silent, 1000);
  for (framework of unlike(standing.frameworks)) {
    channel = `C0${framework.id.toUpperCase()}`;
    await under(framework.inForce.from);
  }
  // Where nobody knows which of several inspections is meant; then what clocks bring.
  channel = 'C0ELSEWHERE';
  await askAll(lead);
  await takeShortcuts();
  wrongBy = aDay;
  await strike(moment);
  wrongBy = 0;
  await strike(moment - aDay);
  await strike(moment + 800 * aDay);
  clearInterval(alive);
  return { shown: drawn.all(), answered };
};

import { longDay } from '../src/domain/day-words.ts';
import { fieldOf } from '../src/domain/field.ts';
import { type Framework, listed } from '../src/domain/framework.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import type { Published } from '../src/domain/published.ts';
import { frameworkInWords } from '../src/words/carried-out.ts';
import { shortened } from '../src/words/fitting.ts';
import { counted, type Message, message, paragraph } from '../src/words/message.ts';
import type { Ask, Channel, InChannel, People, Receipt, Reply, WorkspaceSubcommand } from './contract.ts';
import { day, groupedMenu, line, people, person, redrawing, saidLines, time } from './fields.ts';
import { type About, type Form, fieldsIn, one, type Piece, several, type Values } from './form.ts';
import { besideFramework, firstDayIn, frameworkGroups, frameworkIn } from './forms/framework-choice.ts';
import { beforeStarting, inStoreParts, publishedOfAuthority } from './forms/previous-in-store.ts';
import { keeps, tells } from './reply.ts';
import { ownChosen, ownFields } from './team.ts';

/** Why no inspection can be started in this channel; null when one can. */
const whyNotHere = (here: Inspection | null, channel: Channel): string | null => {
  if (here && !here.sealed)
    return `This channel already has an inspection: ${here.authority}. One channel holds one at a time.`;
  if (!channel.appIsIn)
    return 'Fortnight is not in this channel yet. Type /invite @Fortnight here, then /judge start again. It works in private channels only.';
  if (!channel.private)
    return 'This is not a private channel, so nothing about an inspection is posted here. Use a private channel: /judge start there.';
  if (channel.shared)
    return 'This channel is shared with another organisation, so nothing about the inspection is posted here. Use a private channel: /judge start there.';
  if (channel.archived) return 'This channel is archived. Use one that is open.';
  return null;
};

/** What is asked for the name of, as these frameworks call it; "What is inspected" where they do not agree. */
const inspectedIn = (frameworks: readonly Framework[]): string => {
  const [label = '', ...others] = new Set(frameworks.map((each) => fieldOf(each).inspected.label));
  return others.length === 0 ? label : 'What is inspected';
};

/** Everybody in the channel is an inspector, but those who are chosen for something else; who cannot be is named. */
const withEverybody = (ask: Ask, values: Values, { full, others }: InChannel): { chosen: string[]; told: string } => {
  const elsewhere = Object.keys(values).filter((field) => !['inspectors', 'framework', 'firstDay'].includes(field));
  const taken = [one(values, 'lead') ?? ask.by.user, ...elsewhere.flatMap((field) => several(values, field))];
  const free = full.map(({ user }) => user).filter((user) => !taken.includes(user));
  const apart = others.length > 0 ? ` Not chosen: ${shortened(listed(others, 'and'), 600)}.` : '';
  return {
    chosen: [...new Set([...several(values, 'inspectors'), ...free])],
    told: `${counted(free.length, 'person', 'people')} of this channel stand under inspectors. Take out whoever is not on the team.${apart}`,
  };
};

const draw = (
  ask: Ask,
  values: Values,
  carried: About,
  published: readonly Published[] = [],
  there?: InChannel,
): Form => {
  const everybody = there && withEverybody(ask, values, there);
  const about = everybody ? { ...carried, everybody: everybody.told } : carried;
  const some = (field: string, label: string, hint = ''): Piece =>
    people(field, label, several(values, field), { required: false, hint });
  const firstDay = firstDayIn(ask, values);
  const { framework, offered } = frameworkIn(ask, values, about);
  return {
    of: 'start',
    title: 'Start an inspection',
    submit: 'Start',
    pieces: [
      line('authority', inspectedIn(framework ? [framework] : ask.frameworks), one(values, 'authority')),
      ...beforeStarting(published, one(values, 'authority'), about),
      redrawing(
        groupedMenu('framework', 'Framework', frameworkGroups(ask, firstDay), framework?.id ?? null, {
          fresh: offered,
          hint: 'The inspection stays with this edition, whatever changes later.',
        }),
      ),
      ...(framework ? besideFramework(framework, firstDay, values) : []),
      redrawing(day('firstDay', 'First day on site', firstDay)),
      person('lead', 'Lead inspector', one(values, 'lead') ?? ask.by.user),
      person('deputy', 'Deputy lead', one(values, 'deputy'), { required: false }),
      { is: 'redraw', label: 'Everybody in this channel', about: { everybody: 'asked' } },
      ...(about.everybody ? [saidLines([about.everybody])] : []),
      people('inspectors', 'Inspectors', everybody?.chosen ?? several(values, 'inspectors'), {
        required: false,
        hint: 'Others can join later.',
        fresh: about.everybody ? 'everybody' : '',
      }),
      some('partnerInspectors', 'Partner inspectors'),
      some('analysts', 'Analysts'),
      person('qualityAssuranceManager', 'Quality assurance manager', one(values, 'qualityAssuranceManager'), {
        required: false,
      }),
      some('observers', 'Observers', 'They read and record nothing.'),
      ...(framework ? ownFields(framework, values, []) : []),
      time('dailySummaryAt', 'Daily summary at', one(values, 'dailySummaryAt') ?? '17:30'),
    ],
    about: { ...about, offered },
  };
};

const receipt = ({ inspection }: Receipt, before: readonly Published[]): Message =>
  message(
    paragraph({ strong: `Started ${inspection.id}` }, ` · ${inspection.authority} · ${frameworkInWords(inspection)}`),
    {
      lines: [
        [`First day on site: ${longDay(inspection.firstDay)}. The board comes to the channel next.`],
        ['Record evidence in one line: /judge evidence, then the area, + or - or !, and what you found.'],
      ],
    },
    ...inStoreParts(
      inspection,
      before.filter(({ id }) => id !== inspection.id),
    ),
  );

const look = (seen: (published: readonly Published[]) => Reply): Reply => ({ look: 'published', seen });

const submitted = (ask: Ask, values: Values, about: About, known: People, channel: Channel): Reply => {
  const chosen = (field: string) => several(values, field).flatMap((user) => known.get(user) ?? []);
  if (!known.get(ask.by.user)?.fullMember) {
    return {
      refusals: [
        {
          field: null,
          words: 'Only full members of this workspace may start an inspection. Ask the lead inspector to.',
        },
      ],
    };
  }
  // A running inspection here is the record's own question, so that a repeated form gets its first answer again.
  const whyNot = whyNotHere(null, channel);
  if (whyNot) return { refusals: [{ field: null, words: whyNot }] };
  const framework = ask.frameworks.find((each) => each.id === one(values, 'framework'));
  if (!framework) return { refusals: [{ field: 'framework', words: 'Choose the framework.' }] };
  // Sent before the form had drawn what this framework lets choose.
  const beside = besideFramework(framework, firstDayIn(ask, values), values);
  if (beside.some((piece) => 'field' in piece && !(piece.field in values)))
    return look((published) => ({ open: draw(ask, values, about, published) }));
  const command = {
    type: 'StartInspection',
    authority: one(values, 'authority'),
    framework,
    confirmed: several(values, 'confirmed').includes('yes'),
    ...fieldsIn(values, 'theme', 'variant'),
    narrative: one(values, 'narrative') === 'yes',
    firstDay: one(values, 'firstDay'),
    lead: chosen('lead')[0] ?? null,
    deputy: chosen('deputy')[0] ?? null,
    inspectors: chosen('inspectors'),
    partnerInspectors: chosen('partnerInspectors'),
    analysts: chosen('analysts'),
    qualityAssuranceManager: chosen('qualityAssuranceManager')[0] ?? null,
    observers: chosen('observers'),
    own: ownChosen(framework, chosen),
    dailySummaryAt: one(values, 'dailySummaryAt'),
    timeZone: ask.timeZone,
    channel: { team: ask.by.team, id: channel.id },
  };
  const authority = one(values, 'authority') ?? '';
  return look((published) =>
    keeps(command, (kept) => receipt(kept, publishedOfAuthority(published, authority)), { where: 'start' }),
  );
};

export const start: WorkspaceSubcommand = {
  of: 'workspace',
  word: 'start',
  usage: '',
  about: 'Starts an inspection in this private channel.',
  brief: 'set up an inspection in this channel',
  offers: [],
  example: '/judge start',
  asked: (ask, here, channel) => {
    const whyNot = whyNotHere(here, channel);
    return whyNot ? tells(whyNot) : { open: draw(ask, {}, {}, []) };
  },
  form: { draw, submitted },
};

import { capital, fieldOf } from '../src/domain/field.ts';
import { type Framework, listed } from '../src/domain/framework.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import { leavers } from '../src/domain/left-behind.ts';
import type { Chosen } from '../src/domain/matters/start.ts';
import { onlyFor } from '../src/domain/only-for.ts';
import type { Member } from '../src/domain/people.ts';
import { may, type Role, roleLabels, roles } from '../src/domain/roles.ts';
import { mayNameLead, personOnTeam } from '../src/domain/standing.ts';
import { notAddedNow } from '../src/words/coming-in.ts';
import { leaverParts } from '../src/words/leavers.ts';
import { type Line, type Message, message, type Part, paragraph, says } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, People, Receipt, Reply } from './contract.ts';
import { box, people, person, said, saidLines } from './fields.ts';
import { type About, type Form, one, type Piece, several, type Values } from './form.ts';
import { askAboutChange, seenIn, seenNow } from './forms/meanwhile.ts';
import { askAboutNames } from './forms/names.ts';
import { keeps, notAllowed, tells } from './reply.ts';

const holding = (inspection: Inspection, role: Role): string[] =>
  inspection.members.filter((member) => member.role === role && !member.called).map((member) => member.person.user);

/** The roles of a field's own, a field of the form each; `holders` has them now. */
export const ownFields = (framework: Framework, values: Values, holders: readonly Member[]): Piece[] =>
  fieldOf(framework).roles.map(({ id, many }) => {
    const now = holders.filter(({ called }) => called === id).map((member) => member.person.user);
    const field = `own.${id}`;
    return people(field, capital(many), field in values ? several(values, field) : now, { required: false });
  });

/** Whom a form has for them. */
export const ownChosen = (framework: Framework, chosen: (field: string) => Chosen[]): Record<string, Chosen[]> =>
  Object.fromEntries(fieldOf(framework).roles.map(({ id }) => [id, chosen(`own.${id}`)]));

const list = ({ inspection }: Pick<AskOfInspection, 'inspection'>): Part[] => [
  { heading: `Team: ${inspection.authority}` },
  {
    list: [
      ...roles.map((id) => ({ id, label: roleLabels[id], many: `${roleLabels[id]}s` })),
      ...fieldOf(inspection.framework).roles,
    ].flatMap(({ id, label, many }): Line[] => {
      const names = inspection.members.filter(({ role, called }) => (called ?? role) === id).map(({ name }) => name);
      if (names.length === 0) return [];
      return [[{ strong: `${capital(names.length > 1 ? many : label)}: ` }, listed(names, 'and')]];
    }),
  },
  ...leaverParts(inspection, leavers(inspection)),
];

/** For whoever speaks for a team that nobody leads. */
const drawNaming = (ask: AskOfInspection, values: Values, about: About): Form => ({
  of: 'team',
  title: 'Name the next lead',
  submit: 'Save',
  pieces: [
    said(...list(ask)),
    saidLines(['Nobody leads this inspection at present: the account at Slack of whoever did has ended.']),
    person('lead', 'Lead inspector', one(values, 'lead'), { hint: 'They change the rest of the team.' }),
    box('reason', 'Why them?', one(values, 'reason'), { hint: 'The reason stays in the record.' }),
  ],
  about: { ...about, naming: 'lead' },
});

const draw = (ask: AskOfInspection, values: Values, about: About): Form => {
  const { inspection, by } = ask;
  if (about.naming ?? mayNameLead(inspection, by)) return drawNaming(ask, values, about);
  const single = (field: string, role: Role) =>
    field in values ? one(values, field) : (holding(inspection, role)[0] ?? null);
  const many = (field: string, role: Role) => (field in values ? several(values, field) : holding(inspection, role));
  return {
    of: 'team',
    title: 'Team',
    submit: 'Save',
    pieces: [
      person('lead', 'Lead inspector', single('lead', 'lead')),
      person('deputy', 'Deputy lead', single('deputy', 'deputy'), { required: false }),
      people('inspectors', 'Inspectors', many('inspectors', 'inspector'), { required: false }),
      people('partnerInspectors', 'Partner inspectors', many('partnerInspectors', 'partner-inspector'), {
        required: false,
      }),
      people('analysts', 'Analysts', many('analysts', 'analyst'), { required: false }),
      person(
        'qualityAssuranceManager',
        'Quality assurance manager',
        single('qualityAssuranceManager', 'quality-assurance-manager'),
        {
          required: false,
          hint: 'Gives the second signature. Never the lead.',
        },
      ),
      people('observers', 'Observers', many('observers', 'observer'), {
        required: false,
        hint: 'They read and record nothing.',
      }),
      ...ownFields(inspection.framework, values, inspection.members),
    ],
    about,
  };
};

const receipt = (kept: Receipt): Message => message(paragraph('Saved.'), ...list(kept));

const submittedNaming = (ask: AskOfInspection, values: Values, about: About, known: People): Reply =>
  askAboutNames(ask, values, about, ['reason'], drawNaming) ??
  keeps(
    { type: 'NameLead', lead: known.get(one(values, 'lead') ?? '') ?? null, reason: one(values, 'reason') },
    receipt,
  );

const submitted = (ask: AskOfInspection, values: Values, about: About, known: People): Reply => {
  if (about.naming) return submittedNaming(ask, values, about, known);
  if (!may(ask.member.role, 'change the team'))
    return { refusals: [{ field: null, words: onlyFor(ask.inspection, 'change the team') }] };
  const changed = { subject: 'team', did: 'changed the team', now: list(ask) };
  const meanwhile = askAboutChange(ask, about, changed, (asking) => draw(ask, values, asking));
  if (meanwhile) return meanwhile;
  const chosen = (field: string) => several(values, field).flatMap((user) => known.get(user) ?? []);
  const command = {
    type: 'SetTeam',
    seen: seenIn(about),
    lead: chosen('lead')[0] ?? null,
    deputy: chosen('deputy')[0] ?? null,
    inspectors: chosen('inspectors'),
    partnerInspectors: chosen('partnerInspectors'),
    analysts: chosen('analysts'),
    qualityAssuranceManager: chosen('qualityAssuranceManager')[0] ?? null,
    observers: chosen('observers'),
    own: ownChosen(ask.inspection.framework, chosen),
  };
  return keeps(command, receipt);
};

/** The form with somebody filled in who asked to be added. */
const adding = (ask: AskOfInspection, user: string): Reply =>
  personOnTeam(ask.inspection, user)
    ? tells('They are on the team already.')
    : { open: draw(ask, { inspectors: [...holding(ask.inspection, 'inspector'), user] }, seenNow(ask)) };

/** Only somebody who is in the channel, and knows of the inspection, is told. */
const notNow = ({ inspection, member }: AskOfInspection, user: string): Reply =>
  personOnTeam(inspection, user) || !inspection.readers.has(user)
    ? tells('They are on the team already, or have left the channel.')
    : {
        tell: { user, message: notAddedNow(member.name), once: `not now ${user}` },
        said: says('They are told, kindly and once.'),
      };

export const team: InspectionSubcommand = {
  of: 'inspection',
  word: 'team',
  usage: '[change]',
  about:
    'Shows who is on the team in which role; the lead or deputy changes it. Where nobody leads any more, whoever speaks for the team names the next lead.',
  brief: 'who is on the team, in which role',
  offers: [
    { label: 'The team', sealed: true },
    { label: 'Change the team', words: 'change', act: 'change the team', sealed: true },
  ],
  example: '/judge team',
  act: 'read',
  asked: (ask) => {
    if (mayNameLead(ask.inspection, ask.by)) return { open: draw(ask, {}, {}) };
    const changes = may(ask.member.role, 'change the team');
    if (ask.words.trim() === 'change')
      return notAllowed(ask, 'change the team') ?? { open: draw(ask, {}, seenNow(ask)) };
    const [, word, user = ''] = ask.words.trim().match(/^(add|not-now) (\w+)$/) ?? [];
    if (word) return notAllowed(ask, 'change the team') ?? (word === 'add' ? adding(ask, user) : notNow(ask, user));
    const buttons = changes ? [{ label: 'Change the team', does: 'team change' }] : [];
    return { say: message(...list(ask), { buttons }) };
  },
  form: { draw, submitted },
};

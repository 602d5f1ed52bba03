import { z } from 'zod';
import { shortDay } from '../day-words.ts';
import { fieldOf } from '../field.ts';
import {
  asCarriedOut,
  type ChosenAtStart,
  Framework,
  inForceInWords,
  isInForce,
  usualVariant,
  withoutExamples,
} from '../framework.ts';
import { matter } from '../matter.ts';
import { type Member, memberSchema } from '../people.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { roleInWords } from '../roles.ts';
import { emptyTally, type Tally } from '../tally.ts';
import { named } from '../text/typed.ts';
import type { Judgement, Proposal } from './judgement.ts';

export const timeOfDay = z
  .string('Choose a time of day')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 17:30.');

/** Somebody chosen for a role, with what Slack says of them at that moment. */
export const chosenSchema = z.strictObject({
  team: z.string(),
  user: z.string(),
  name: z.string().min(1),
  fullMember: z.boolean(),
});
export type Chosen = z.infer<typeof chosenSchema>;

/** Who has which role of a field's own, by its id. */
export const ownRoles = z.record(z.string(), z.array(chosenSchema)).default({});

export const startInspection = z.strictObject({
  type: z.literal('StartInspection'),
  authority: named('the name', 'Give the name of what is inspected.'),
  framework: Framework,
  /** The asker knows that the framework is not in force on the first day on site. */
  confirmed: z.boolean().default(false),
  theme: z.string().nullable().default(null),
  variant: z.string().nullable().default(null),
  /** Findings in words instead of grades, whatever the framework gives. */
  narrative: z.boolean().default(false),
  firstDay: z.iso.date('Choose the first day on site.'),
  lead: chosenSchema.nullable(),
  deputy: chosenSchema.nullable(),
  inspectors: z.array(chosenSchema),
  partnerInspectors: z.array(chosenSchema).default([]),
  analysts: z.array(chosenSchema).default([]),
  qualityAssuranceManager: chosenSchema.nullable(),
  observers: z.array(chosenSchema).default([]),
  own: ownRoles,
  dailySummaryAt: timeOfDay,
  timeZone: z.string().min(1),
  channel: z.strictObject({ team: z.string().min(1), id: z.string().min(1) }),
});
export type StartInspection = z.infer<typeof startInspection>;

const inspectionStarted = z.strictObject({
  type: z.literal('InspectionStarted'),
  authority: z.string(),
  /** The edition itself, whatever was chosen beside it. */
  framework: Framework,
  // Histories from before there was a choice have none of these.
  theme: z.string().nullable().default(null),
  variant: z.string().nullable().default(null),
  narrative: z.boolean().default(false),
  firstDay: z.iso.date(),
  members: z.array(memberSchema),
  dailySummaryAt: z.string(),
  timeZone: z.string(),
  channel: z.strictObject({ team: z.string(), id: z.string() }),
});
export type InspectionStarted = z.infer<typeof inspectionStarted>;

/** The id an inspection is known by: the authority and its first day on site, in letters, digits and hyphens. */
export const inspectionId = (authority: string, firstDay: string, taken: number): string => {
  const name = authority
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
  return `${name || 'inspection'}-${firstDay}${taken > 0 ? `-${taken + 1}` : ''}`;
};

type Seat = { field: string; role: Member['role']; people: Chosen | Chosen[] | null; called?: string };

/** The seats of a field's own roles. */
export const ownSeats = (framework: Framework, own: z.infer<typeof ownRoles>): Seat[] =>
  fieldOf(framework).roles.map(({ id, as }) => ({ field: `own.${id}`, role: as, called: id, people: own[id] ?? [] }));

/** Puts people in their seats: one role a person, members of the workspace only. */
export const seated = (framework: Framework, seats: Seat[]): { members: Member[] } | { refusals: Refusal[] } => {
  const members: Member[] = [];
  const refusals: Refusal[] = [];
  for (const { field, role, people, ...rest } of seats) {
    for (const { team, user, name, fullMember } of [people ?? []].flat()) {
      const before = members.find((member) => member.person.user === user);
      if (!fullMember) {
        refusals.push({ field, words: `${name} is not a full member of this workspace, so cannot join the team.` });
      } else if (before) {
        refusals.push({
          field,
          words: `${name} is already the ${roleInWords({ framework }, before)}. One person has one role.`,
        });
      } else {
        members.push({ person: { team, user }, name, role, ...rest });
      }
    }
  }
  return refusals.length > 0 ? { refusals } : { members };
};

const oneOf = (
  field: string,
  choices: readonly { id: string }[],
  chosen: string | null,
  missing: string,
): Refusal[] => {
  const fits = choices.length === 0 ? chosen === null : choices.some(({ id }) => id === chosen);
  return fits ? [] : [{ field, words: missing }];
};

/** The first of a framework's variants is the usual one. */
const variantOf = ({ framework, variant }: StartInspection): string | null => variant ?? usualVariant(framework);

/** What is wrong with the framework and what was chosen beside it, each at its field. */
const wrongFramework = (command: StartInspection): Refusal[] => {
  const { framework, firstDay, confirmed, theme, narrative } = command;
  const variant = variantOf(command);
  const { short, themes, variants, output } = framework;
  const elsewhen =
    confirmed || isInForce(framework, firstDay)
      ? []
      : [
          {
            field: 'confirmed',
            words: `${short} ${inForceInWords(framework)}, and the first day on site is ${shortDay(firstDay)}. Choose another framework, or tick the box.`,
          },
        ];
  const noChoice =
    narrative && output === 'findings'
      ? [{ field: 'narrative', words: `${short} gives no grades: its findings are in words already.` }]
      : [];
  return [
    ...elsewhen,
    ...oneOf('theme', themes, theme, themes.length > 0 ? 'Choose the theme.' : `${short} has no themes.`),
    ...oneOf(
      'variant',
      variants,
      variant,
      variants.length > 0 ? 'Choose which one it is.' : `${short} has one kind only.`,
    ),
    ...noChoice,
  ];
};

/** Any full member of the workspace may start one; the starter need not be on the team. */
export const decideStart = (command: StartInspection): Decision<InspectionStarted> => {
  if (!command.lead) return refuse('lead', 'Choose the lead inspector.');
  const team = seated(command.framework, [
    { field: 'lead', role: 'lead', people: command.lead },
    { field: 'deputy', role: 'deputy', people: command.deputy },
    { field: 'inspectors', role: 'inspector', people: command.inspectors },
    { field: 'partnerInspectors', role: 'partner-inspector', people: command.partnerInspectors },
    { field: 'analysts', role: 'analyst', people: command.analysts },
    { field: 'qualityAssuranceManager', role: 'quality-assurance-manager', people: command.qualityAssuranceManager },
    { field: 'observers', role: 'observer', people: command.observers },
    ...ownSeats(command.framework, command.own),
  ]);
  if ('refusals' in team) return team;
  const wrong = wrongFramework(command);
  if (wrong.length > 0) return { refusals: wrong };
  const variant = variantOf(command);
  const { authority, theme, narrative, firstDay, dailySummaryAt, timeZone, channel } = command;
  return {
    events: [
      {
        type: 'InspectionStarted',
        authority,
        framework: withoutExamples(command.framework),
        theme,
        variant,
        narrative,
        firstDay,
        members: team.members,
        dailySummaryAt,
        timeZone,
        channel,
      },
    ],
  };
};

/** What is kept of an area: its evidence counted, the grades it was given and those proposed. */
export type AreaRecord = { tally: Tally; judgements: Judgement[]; proposals: Proposal[] };

declare module '../inspection.ts' {
  interface Inspection {
    authority: string;
    /** As it is carried out: the edition with the variant and theme chosen, without grades where narrative was. */
    framework: Framework;
    /** `usual` where the variant is the edition's usual one. */
    chosen: ChosenAtStart & { usual: boolean };
    firstDay: string;
    timeZone: string;
    channel: InspectionStarted['channel'];
    areas: Map<string, AreaRecord>;
  }
}

const begins = ({ authority, firstDay, timeZone, channel, framework: edition, ...rest }: InspectionStarted) => {
  const { variant, theme, narrative } = rest;
  const framework = asCarriedOut(edition, { variant, theme, narrative });
  const areas = framework.areas.map(({ id }): [string, AreaRecord] => [
    id,
    { tally: emptyTally(), judgements: [], proposals: [] },
  ]);
  const chosen = { variant, theme, narrative, usual: variant === usualVariant(edition) };
  return { authority, framework, chosen, firstDay, timeZone, channel, areas: new Map(areas) };
};

/** A start is asked of the store, before there is an inspection (`decideStart`): its event begins one, and changes none. */
export const startMatter = matter({
  commands: [],
  events: [inspectionStarted],
  sealed: false,
  begins,
  decide: (): Decision<never> => refuse(null, 'This inspection was started already.'),
  evolve: { InspectionStarted: () => undefined },
  moves: 'nothing',
});

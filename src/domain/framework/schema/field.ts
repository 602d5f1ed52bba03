import { z } from 'zod';
import { choice, id, label, list, named, record, text } from './pieces.ts';

/* What a field of inspection calls things. It has its own file in `fields`, and each framework of it names that. */

/** Sources that mean something to the app, whatever a field calls them: every field has them. */
export const sourcesOfTheApp = [
  'case-tracked',
  'case-sampled',
  'case-audit',
  'observation',
  'data',
  'self-evaluation',
  'whistleblower',
  'not-stated',
] as const;

const word = z
  .string()
  .regex(/^\p{Ll}[\p{Ll}-]*$/u, { error: 'a word in small letters, such as "parent" or "self-evaluation"' });

const Voice = record({
  called: text.describe('Whose voice it is: "parents or carers"'),
  missed: choice('experience', 'areas', 'anywhere').describe(
    'Where it is missed: in areas whose criteria ask for experience, in areas judged by cases, or in the inspection as a whole',
  ),
  none: text.optional().describe('How it is said that it is missing: "no pupil’s voice"'),
}).describe('Where the source is somebody’s own voice, which is missed');

const Source = record({
  id,
  label,
  one: label.describe('Counted once: "talk with children"'),
  many: label.describe('Counted: "talks with children"'),
  words: list(word, 0)
    .default([])
    .describe('Words that mean it before a colon in one line, "child:"; none that begins a sentence otherwise'),
  fromWords: list(word, 0).default([]).describe('Words that mean it only after "from": "from partner:"'),
  voice: Voice.optional(),
}).describe('Where evidence comes from');

export const Field = record({
  id,
  title: text.describe('What is inspected, as a heading'),
  inspected: record({
    label: label.describe('As a form asks for its name: "Local authority", "Care home"'),
    one: text.describe('After "the": "authority", "home"'),
    example: text.describe('An invented name: "Northmoor"'),
    atIt: text.describe('Whom one meets there: "the director"'),
    onDuty: text.describe('Who is told there at once of somebody at risk: "the duty team manager"'),
  }).describe('What is inspected'),
  people: record({
    a: text.describe('"a child"'),
    one: text.describe('"child"'),
    many: text.describe('"children"'),
    named: text.describe('Whose name must not be recorded: "a child’s or a parent’s"'),
    list: label.describe('What a list with a row for each is called: "Child-level data (a list)"'),
  }).describe('Whom it is there for'),
  case: record({ one: text.describe('"case"'), many: text.describe('"cases"') }).describe(
    'How one person’s record is called: "case"',
  ),
  sources: list(Source, 1)
    .refine((sources) => sourcesOfTheApp.every((wanted) => sources.some((each) => each.id === wanted)), {
      error: `sources with the ids ${sourcesOfTheApp.join(', ')} among them`,
    })
    .describe('Where evidence comes from, in the order of the form'),
  cohorts: list(named('A cohort'), 1).describe('Groups that cases are chosen from, where a framework names none'),
  urgencies: list(named('How soon'), 1).describe('How soon recommendations are met, where a framework says nothing'),
  context: record({
    title: z.string().max(24).describe('The title of its form, in at most 24 characters: "Context of the area"'),
    people: label.describe('As a form asks how many: "Children in the area"'),
    peopleHint: text.describe('What is said under it'),
    offices: label.describe('As a form asks how many: "Offices"'),
    officesHint: text.describe('What is said under it'),
    office: text.describe('One of them, counted: "office"'),
    manyOffices: text.describe('Several, counted: "offices"'),
    sites: label.describe('As a form asks for their names: "Names of the offices"'),
    sitesHint: text.describe('What is said under it'),
    partnersHint: text.describe('What is said under "Partners"'),
    structures: list(named('How it is run'), 1).describe('How one may be run'),
  }).describe('What is asked of the place that is inspected'),
  plan: record({
    step: id.describe('The id of the timetable’s step by which it has sent it'),
    called: text.describe('"statement of action"'),
  }).describe('What the inspected answers recommendations with'),
  agencyHint: text.describe('Of what other bodies evidence may be'),
  roles: list(
    record({
      id,
      label,
      many: label.describe('Several who have it: "experts by experience"'),
      as: choice('inspector', 'partner-inspector', 'analyst', 'observer').describe('Whose rights it has'),
    }).describe('A role'),
    0,
  )
    .default([])
    .describe('Roles of its own, each with the rights of one that the app has'),
}).describe('What a field of inspection calls things');

export type Field = z.infer<typeof Field>;

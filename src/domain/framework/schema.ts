import { z } from 'zod';
import { Field } from './schema/field.ts';
import { Paper } from './schema/paper.ts';
import { choice, code, day, id, label, list, named, record, source, text, yesOrNo } from './schema/pieces.ts';
import { Questionnaire } from './schema/questionnaire.ts';
import { Rule } from './schema/rules.ts';
import { Agency, Fieldwork, Notice, Pause, Role, TimetableRow, Variant } from './schema/timetable.ts';

export type { Feed, Paper, PaperSection } from './schema/paper.ts';
export { longestLabel } from './schema/pieces.ts';
export type { Condition, LimitingRule, Rule } from './schema/rules.ts';
export { type Agency, anchors, type TimetableRow, type Variant, type When } from './schema/timetable.ts';

/*
 * What a framework file may say. Descriptions end up in the schema that editors show beside the file. The first entry of every
 * inspection holds its framework, so whatever is added here has a default when it is read.
 */

const oneCharacter = { error: 'one character, a shape that reads without colour' };

const Grade = record({
  id,
  label: label.describe('The word as the framework prints it'),
  printed: text
    .max(20, { error: 'at most 20 characters, such as "Grade 1"' })
    .optional()
    .describe('The number it printed beside the word, such as "Grade 1" or "4". Shown after the word, never alone'),
  mark: z.string(oneCharacter).regex(/^\S$/u, oneCharacter).describe('A square: 🟦 🟩 🟨 🟥'),
  meaning: text.optional().describe('What the grade says, in words written here'),
}).describe('A grade');

const Scale = list(Grade, 0).max(20, { error: 'a scale of at most 20 grades' });

const Criterion = record({
  id: code,
  label,
  about: choice('experience', 'practice', 'process').describe('A child’s experience, the practice, or the process'),
});

const Trigger = record({ id: code, label });

const Takes = record({
  from: list(id, 1).describe('Editions whose signed inspections give it'),
  of: id.describe('Which overall, area or heading of findings of theirs it is'),
  as: z
    .record(id, id, { error: 'an object of their grades with the grade that each is here' })
    .optional()
    .describe('What their grades are here, where they have other ids; of a heading "some" and "none"'),
}).describe('Results of inspections that this one takes in');

const Area = record({
  id,
  title: text.describe('As the framework prints it'),
  short: label.describe('What it is called where there is little room'),
  kind: choice('key', 'sub', 'separate', 'input').describe(
    'key: a judgement rules count. sub: part of another. separate: beside them, unless a rule counts it. input: a result from elsewhere that limits',
  ),
  of: id.optional().describe('For a sub-judgement: the area it belongs to'),
  optional: yesOrNo.optional().describe('Whether it may be "not judged"'),
  scale: list(Grade, 2)
    .max(20, { error: 'a scale of at most 20 grades' })
    .optional()
    .describe('Grades of its own, best first, where they are not the framework’s. A rule counts them by the area’s id'),
  indicators: yesOrNo
    .optional()
    .describe('For an input: whether it is read from a block of indicators, kept quarter by quarter'),
  takes: list(Takes, 1).optional().describe('For an input: the inspections it is the result of'),
  words: list(id, 1).describe('Words that mean it in one line; its id among them'),
  criteria: list(Criterion, 0).describe('What good looks like: 8 to 16 short ones, where they are known'),
  triggers: list(Trigger, 0).describe('What makes it inadequate'),
}).describe('A judgement area');

const Overall = record({
  id,
  title: label,
  areas: list(id, 1)
    .optional()
    .describe('The areas it is over, of which its rules mean a kind; left out: those that they count'),
});

const Heading = record({
  id,
  label: label.describe('The heading as the framework prints it'),
  signs: list(choice('strength', 'concern', 'priority-concern', 'context'), 0).describe(
    'Which evidence is gathered under it; empty where none is in particular',
  ),
  per: choice('area', 'inspection').describe('Whether it stands under each area, or once for the whole inspection'),
  about: text.optional().describe('What belongs under it'),
  remedy: yesOrNo.optional().describe('Whether each finding under it says what would put it right'),
}).describe('A heading under which findings are written');

const Example = record({
  name: text.describe('Whose result, when, and what it shows'),
  grades: z
    .record(id, id, { error: 'an object of area ids with their grades' })
    .describe('Area ids with their grades. Areas left out are not judged yet'),
  of: id.optional().describe('Which overall or area it is about, where there are several'),
  permitted: list(id, 0).describe('The grades that the musts leave, best first'),
  expected: list(id, 0).describe('The grades that musts and expecteds leave, best first'),
  published: id.nullable().describe('The grade that was really given; null where none was, or where it is not known'),
  source,
}).describe('A published result, or a case made up to show a rule');

/**
 * One edition of one framework, as its file in `data/frameworks/` says it. An inspection's first entry carries it without
 * its examples, so both are accepted. Whether the parts agree with one another is `checkFramework`'s question.
 */
export const Framework = record({
  id: id.describe('The file’s name without .json'),
  title: text.describe('As its cover says it'),
  short: label.describe('What it is called where there is little room'),
  planned: text.optional().describe('Where it never came into force: what became of it. It is then in force on no day'),
  inForce: record({
    from: day.describe('The first day'),
    to: day.nullable().describe('The last day, or null while it is in force'),
  }).describe('The days on which an inspection begins under it'),
  field: Field.optional().describe(
    'The words of its field: in a file the name of one in `fields`, such as "childrens-services", which is also that of files without',
  ),
  source: text.describe('What this file was written from'),
  notes: list(text, 0).optional().describe('What else is known of it, a sentence or two each'),
  unverified: list(text, 0).default([]).describe('What this file says that no source confirms, a sentence each'),
  output: choice('grades', 'findings').describe('Whether areas get grades, or findings in words under headings'),
  scale: Scale.describe('Best to worst. Empty where the output is findings'),
  areas: list(Area, 1).describe('The judgement areas in the framework’s order'),
  overalls: list(Overall, 0).describe(
    'One as a rule; two or more for frameworks of several parts; none with noOverall',
  ),
  noOverall: text.optional().describe('Why no overall grade is given, where there is none'),
  findings: list(Heading, 0).default([]).describe('The headings of findings in the framework’s order and words'),
  urgencies: list(named('How soon'), 0)
    .default([])
    .describe('How soon recommendations are to be met, most urgent first: immediately, within three months ...'),
  agencies: list(Agency, 0).default([]).describe('The agencies inspected, where there are several'),
  findingsByAgency: yesOrNo.default(false).describe('Whether findings are kept for each agency'),
  comparesWith: list(id, 0)
    .default([])
    .describe('Other editions whose grades, area by area of the same id, can be compared with this one’s'),
  themes: list(named('A theme'), 0).default([]).describe('One is chosen at the start, where there are any'),
  cohorts: list(named('A cohort'), 0).default([]).describe('Groups of children that cases are chosen from'),
  variants: list(Variant, 0).default([]).describe('One is chosen at the start, where there are any'),
  rules: list(Rule, 0).describe('Caps and floors, each with its status and source. Their order does not matter'),
  notice: Notice.optional(),
  fieldwork: Fieldwork.optional(),
  pause: Pause.optional(),
  timetable: list(TimetableRow, 0).describe('The dated steps'),
  papers: list(Paper, 0)
    .default([])
    .describe(
      'What an inspection ends in, edition by edition, the oldest first; left out: a narrative made of its areas',
    ),
  roles: list(Role, 0).describe('Who is on its teams'),
  questionnaire: Questionnaire.optional(),
  examples: list(Example, 0).optional().describe('They prove the rules: the start stops when one does not hold'),
  $schema: text.optional().describe('Where editors find this schema: "../../docs/framework.schema.json"'),
});

export type Framework = z.infer<typeof Framework>;
export type Grade = z.infer<typeof Grade>;
export type Area = z.infer<typeof Area>;
export type Overall = z.infer<typeof Overall>;
export type Heading = z.infer<typeof Heading>;
export type Example = z.infer<typeof Example>;

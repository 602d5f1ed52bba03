import { z } from 'zod';
import { about, choice, confidence, id, label, list, record, source, text, yesOrNo } from './pieces.ts';

/*
 * When an inspection's steps fall: each counted from a day that is known (the first day on site, the receipt of the report) or
 * from another step, in working days or by the calendar. Working days are those of England and Wales.
 */

const step = z
  .int({ error: 'a whole number, or two of them such as [5, 8]' })
  .min(-400, { error: 'no more than 400 days' })
  .max(400, { error: 'no more than 400 days' });

const oneOrSpan = (what: string) =>
  z
    .union([step, z.tuple([step, step])], { error: 'a whole number, or two of them such as [5, 8]' })
    .optional()
    .describe(`${what}: a number, or [first, last] for a span. Negative is before, 0 the day itself`);

/** The days that steps are counted from, beside other steps. The app knows or asks for each. */
export const anchors = ['first-day', 'last-day', 'notice', 'receipt'] as const;

export const When = record({
  from: id.describe(
    'What it is counted from: "first-day" on site, "last-day" of fieldwork, "notice" (when the authority is told), "receipt" (of the report by the authority), or the id of another step',
  ),
  workingDays: oneOrSpan('Working days from there'),
  days: oneOrSpan('Calendar days from there'),
  weeks: oneOrSpan('Weeks from there'),
})
  .refine(
    ({ workingDays, days, weeks }) => [workingDays, days, weeks].filter((each) => each !== undefined).length === 1,
    { error: 'one of workingDays, days and weeks, and no second one' },
  )
  .describe('When it is, counted from a known day or from another step');

export const TimetableRow = record({
  id: id.optional().describe('By which other steps count from this one, and by which people enter its real date'),
  what: text.describe('What happens, in a sentence'),
  who: label.optional().describe('Who acts, in words: "Lead inspector", "The authority"'),
  when: When.optional(),
  day: text.optional().describe('The day in words, as editions before dated steps had it. Write "when" instead'),
  variants: list(id, 1).optional().describe('In which variants of the inspection this step stands; left out: in all'),
  onlyWith: list(id, 1)
    .optional()
    .describe(
      'It stands only where something of one of these urgencies is recommended, or found under one of these headings',
    ),
  confidence,
  source: source.optional(),
}).describe('One dated step');

export const Fieldwork = record({
  workingDays: z
    .int({ error: 'a whole number' })
    .min(1, { error: 'at least 1 working day' })
    .max(100, { error: 'at most 100 working days' })
    .describe('From the first day on site to the last, both counted'),
  about: about.optional(),
  confidence,
  source: source.optional(),
}).describe('How long the team is on site');

export const Notice = record({
  announced: yesOrNo.describe('Whether it is called announced; "when" says how long before the authority really knows'),
  when: When.describe('When the authority is told, counted from the first day on site'),
  about: about.optional(),
  confidence,
  source: source.optional(),
}).describe('What notice the authority gets');

export const Pause = record({
  workingDays: z
    .union([step, z.tuple([step, step])], { error: 'a whole number, or two of them such as [5, 15]' })
    .describe('How long it may stand still: a number, or [first warning, last day]'),
  about: about.optional(),
  confidence,
  source: source.optional(),
}).describe('How long an inspection may be paused before it is incomplete');

/** One way of carrying out an inspection under this edition, chosen at the start: standard or short, first or again. */
export const Variant = record({
  id,
  label,
  about: about.optional(),
  fieldwork: Fieldwork.optional().describe('Where it differs from the edition’s own'),
  without: list(id, 1).optional().describe('Areas that are not looked at'),
  confidence,
  source: source.optional(),
});

export const Role = record({ id, title: label, about: about.optional(), confidence });

export const Agency = record({
  id,
  label,
  kind: choice('authority', 'partner').describe('The local authority itself, or a partner whose findings stand apart'),
}).describe('An agency that is inspected');

export type When = z.infer<typeof When>;
export type TimetableRow = z.infer<typeof TimetableRow>;
export type Variant = z.infer<typeof Variant>;
export type Agency = z.infer<typeof Agency>;

import { z } from 'zod';
import { itemNumber, numbered } from '../items.ts';
import { abouts, signs } from '../sources.ts';
import { moment, namedOrNothing, typed, typedOrNothing } from '../text/typed.ts';

/** What an item of evidence says: as it is sent, and as it is kept. */

/** A case is only ever a team reference; C-7 and c-007 are the same one. */
export const caseReference = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)
  .superRefine((text, check) => {
    if (text && !/^c-?\d{1,5}$/i.test(text)) {
      check.addIssue({
        code: 'custom',
        message: 'Give the team’s own reference, such as C-017. Never a name or a {case} number.',
      });
    }
  })
  .transform((text) => (text ? numbered('C', itemNumber(text)) : null));

/** Ids as chosen, each of them once. */
export const chosenIds = z.array(z.string()).transform((ids) => [...new Set(ids)]);

/** What the receipt of an item asks for. */
const unanswered = {
  /** A line of enquiry that it was recorded with, of which it is asked which way it speaks; until then it bears on none. */
  askedOf: z.string().optional(),
  /** What was taken to be so because nothing was said: context for want of a sign, a case that only the text names. */
  assumed: z.array(z.enum(['sign', 'case'])).optional(),
};

/** What an item of evidence says, as it comes from a form or a line. */
export const evidenceFields = {
  areas: chosenIds.refine((ids) => ids.length > 0, 'Choose at least one judgement area.'),
  text: typed('Say what you found.'),
  sign: z.enum(signs, 'Choose what it is: a strength, a concern, a priority concern or context.'),
  source: z.string('Choose where it comes from; "Not stated" is allowed.'),
  observedAt: moment('Give the day and time it was observed.'),
  case: caseReference,
  about: z
    .enum(abouts)
    .nullish()
    .transform((about) => about ?? null),
  site: namedOrNothing,
  agency: typedOrNothing,
  criteria: chosenIds,
  /** The lines of enquiry that it bears on, and which way it speaks. */
  lines: chosenIds.default([]),
  bears: z
    .enum(['for', 'against'])
    .nullish()
    .transform((bears) => bears ?? null),
  ...unanswered,
};

export const evidenceContent = z.strictObject({
  areas: z.array(z.string()).min(1),
  text: z.string(),
  sign: z.enum(signs),
  source: z.string(),
  observedAt: z.string(),
  case: z.string().nullable(),
  about: z.enum(abouts).nullable(),
  site: z.string().nullable(),
  agency: z.string().nullable(),
  criteria: z.array(z.string()),
  lines: z.array(z.string()).default([]),
  bears: z.enum(['for', 'against']).nullable().default(null),
  ...unanswered,
  /**
   * The Slack message it was recorded from; its author is not its recorder. `edited` is when the message had last been edited,
   * null where it never had; the first version did not keep it.
   */
  from: z.strictObject({ link: z.string(), author: z.string(), edited: z.string().nullable().optional() }).nullable(),
});
export type EvidenceContent = z.infer<typeof evidenceContent>;

/** What only a new item says: the message it comes from, and whether it is one of several out of that message. */
export const recordedFields = {
  ...evidenceFields,
  from: z
    .strictObject({
      link: z.url({ protocol: /^https$/ }),
      author: z.string().min(1),
      edited: z.iso
        .datetime()
        .nullish()
        .transform((edited) => edited ?? null),
    })
    .nullish()
    .transform((from) => from ?? null),
};

const said = ({ assumed: _, ...content }: EvidenceContent): string => JSON.stringify(content);

/** Whether two wordings say the same. Both come out of their schema, so their fields stand in one order. */
export const isAlike = (one: EvidenceContent, other: EvidenceContent): boolean => said(one) === said(other);

/** Whether a wording says nothing of a field. */
const isUnsaid = (content: EvidenceContent, field: keyof EvidenceContent): boolean => {
  if (field === 'sign' || field === 'case') return content[field] === null || (content.assumed ?? []).includes(field);
  if (field === 'source') return content.source === 'not-stated';
  if (field === 'askedOf') return true;
  const value = content[field];
  return value === null || (Array.isArray(value) && value.length === 0);
};

/** Whether one wording says what another does, and only fills in what that left unsaid. */
export const fillsIn = (before: EvidenceContent, now: EvidenceContent): boolean => {
  const same = Object.keys(before).filter((field) => !isUnsaid(before, field as keyof EvidenceContent));
  const { askedOf: _, ...rest } = now;
  return isAlike(
    {
      ...rest,
      ...Object.fromEntries(same.map((field) => [field, before[field as keyof EvidenceContent]])),
    } as EvidenceContent,
    rest,
  );
};

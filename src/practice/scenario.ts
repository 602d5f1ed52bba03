import { z } from 'zod';

/*
 * A scenario: a fortnight to replay, as data. Days hold steps; a step is what one person does at one moment, act by act,
 * and what comes of it. Labels, button words and grades are written as they stand on the screen.
 */

const words = z.string().min(1, 'Give some words.');
const several = z
  .union([words, z.array(words).min(1)], 'Give words, or a list of them.')
  .transform((given) => (Array.isArray(given) ? given : [given]));

/** What is entered in a field: a text, the words of a choice, a person's name, or several of these; null empties it. */
const entry = z.union(
  [z.string(), z.array(words), z.null()],
  'Enter words, a list of them, or null to empty the field.',
);

const act = z.union(
  [
    /** Into the message box: a /judge command, or an ordinary message. */
    z.strictObject({ types: words }),
    /** Into the form on top, by label. A moment is a time of that day, or a day and a time: "2013-11-20 09:40". */
    z.strictObject({ fills: z.record(words, entry) }),
    /** Sends the form on top; the words on its button. */
    z.strictObject({ submits: words }),
    /** A button by its words, or their beginning and "…": in the form on top, else in the newest message that has it. */
    z.strictObject({ presses: words }),
    /** A shortcut of the app by its name, on the newest message that has these words. */
    z.strictObject({ uses: words, on: words }),
    /** A shortcut of the app by its name, from anywhere. */
    z.strictObject({ uses: words }),
    /** A channel, by its name. */
    z.strictObject({ joins: words }),
    z.strictObject({ leaves: words }),
  ],
  'A person types, fills, submits, presses, uses, joins or leaves, one of these in each act.',
);
export type ScenarioAct = z.infer<typeof act>;

const outcome = z.union(
  [
    /** Nothing but what everybody sees of it. */
    z.literal('done'),
    /** A receipt for something that was given a number. */
    z.literal('saved'),
    z
      .strictObject({
        /** The receipt for this item. */
        saves: words,
        /** A form of this title stands open. */
        opens: words,
        /** A choice of the form on top offers exactly these. */
        offers: z.record(words, z.array(words)),
        /** What stands under a field, by its label. */
        refuses: z.record(words, words),
        /** In what only this person sees. */
        answers: several,
        /** Not in what only this person sees. */
        withholds: several,
        /** In a new message in the channel. */
        posts: several,
        /** In a direct message, by the name of who gets it. */
        tells: z.record(words, words),
        /** On the board, afterwards. */
        board: several,
      })
      .partial()
      .refine((given) => Object.keys(given).length > 0, 'Say what comes of it.'),
  ],
  'What comes of a step is "saved", "done", or one or more of saves, opens, offers, refuses, answers, withholds, posts, tells and board.',
);
export type Expected = z.infer<typeof outcome>;

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Give a time such as 09:05.');

const step = z.strictObject({
  at: time,
  who: words,
  /** The channel it is done in, where that is not the inspection's. */
  in: words.optional(),
  does: z.array(act).min(1, 'Say what this person does.'),
  outcome,
});
export type ScenarioStep = z.infer<typeof step>;

/** Said by nobody: what happens meanwhile, for whoever reads along. */
const story = z.strictObject({ story: words });

const day = z.strictObject({
  day: z.iso.date('Give a day such as 2013-11-19.'),
  steps: z.array(z.union([story, step], 'A step has at, who, does and outcome; or it is a story.')),
});

const kinds = ['member', 'guest', 'single-channel guest', 'other-organisation'] as const;

export const scenarioShape = z.strictObject({
  title: words,
  /** What is invented in it and what is not. */
  about: words,
  timeZone: words,
  workspace: z.strictObject({ name: words, domain: words }),
  /** `is` tells the reader what they are there for; in the inspection they have the role that they are given in it. */
  people: z.array(z.strictObject({ name: words, is: words, kind: z.enum(kinds).default('member') })).min(1),
  channels: z.array(z.strictObject({ name: words, private: z.boolean(), app: z.boolean(), people: z.array(words) })),
  /** The channel in which the inspection runs. */
  channel: words,
  /** The day on whose morning somebody may step in, everything before it played. */
  stepInto: z.iso.date().optional(),
  days: z.array(day).min(1),
});
export type Scenario = z.infer<typeof scenarioShape>;

import { z } from 'zod';
import { choice, confidence, day, id, list, record, source, text, yesOrNo } from './pieces.ts';

/*
 * What an inspection ends in: its sections in the order and words in which the framework's papers print them, and what fills each.
 * A framework without any is reported in a narrative made of its areas.
 */

/** What fills a section. What is not of itself there is typed by whoever leads. */
export const feeds = [
  'written',
  'standing',
  'dates',
  'lead',
  'meaning',
  'grades',
  'judgement',
  'findings',
  'recommendations',
  'strengths',
  'progress',
  'place',
  'evidence-base',
  'team',
  'meanings',
  'signed',
] as const;

const level = z
  .union([z.literal(1), z.literal(2), z.literal(3)], { error: '1, 2 or 3' })
  .optional()
  .describe('How deep the heading is; left out: 1');

export const PaperSection = record({
  id,
  heading: text
    .optional()
    .describe('As the paper prints it, <name> put in; left out where a part of the paper has no heading'),
  level,
  grade: choice('is', 'are', 'under', 'beside', 'table')
    .optional()
    .describe(
      'Where the grade of its area stands: in the heading as a sentence (is, are), beside or under it, in a table',
    ),
  from: list(choice(...feeds), 0)
    .default([])
    .describe('What fills it, in this order; empty where it is a heading over others'),
  areas: list(id, 1)
    .optional()
    .describe('The areas and overalls that it is about, in the order in which it prints them'),
  urgencies: list(id, 1).optional().describe('Which recommendations it has, by how soon; left out: all'),
  findings: list(id, 1).optional().describe('Which findings it has, by their headings; left out: all'),
  lead: text
    .optional()
    .describe('What stands before the rest. <grade> is the grade of its first area, in small letters'),
  standing: list(text, 1).optional().describe('Paragraphs that stand in every paper of this edition'),
  numbered: yesOrNo.optional().describe('Whether its paragraphs are numbered, in one run through the paper'),
  optional: yesOrNo.optional().describe('Whether it is left out while nothing fills it'),
  about: text.optional().describe('What belongs in it, for whoever writes it'),
}).describe('A section of the paper');

export const Paper = record({
  form: choice('report', 'letter', 'narrative').describe('What it is'),
  from: day
    .optional()
    .describe(
      'The first day on site of the first inspection that was written up in it; left out for the first edition',
    ),
  title: text.describe('<name> is put in'),
  sections: list(PaperSection, 1).describe('In the printed order'),
  about: text.optional().describe('What else is to be known of it'),
  confidence,
  source: source.optional(),
}).describe('One edition of the paper in which an inspection is reported');

export type Paper = z.infer<typeof Paper>;
export type PaperSection = z.infer<typeof PaperSection>;
export type Feed = (typeof feeds)[number];

import { confidence, id, label, list, named, record, source } from './pieces.ts';

const Asked = record({ id, label, many: label.describe('As several of them are called in a sentence') });

/** Of every edition its own, since what is asked changes with it. */
export const Questionnaire = record({
  asked: list(Asked, 1).describe('Who is asked, by role'),
  statements: list(named('A statement'), 1).describe('What somebody agrees or disagrees with'),
  confidence,
  source: source.optional(),
}).describe('What those inspected are asked of the inspection once its report is published');

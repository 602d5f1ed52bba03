import type { Framework } from '../../src/domain/framework.ts';
import { framework } from './frameworks.ts';

/** The single inspection framework with a small timetable of our own: thirteen days on site, and what follows. */
export const withSteps = (but: Partial<Framework> = {}): Framework => ({
  ...framework('sif-2013'),
  notice: { announced: false, when: { from: 'first-day', workingDays: 0 }, confidence: 'sourced' },
  fieldwork: { workingDays: 13, confidence: 'sourced' },
  pause: { workingDays: [5, 15], confidence: 'sourced' },
  timetable: [
    {
      id: 'call',
      what: 'The lead inspector calls the director',
      who: 'Lead inspector',
      when: { from: 'first-day', workingDays: 0 },
      confidence: 'sourced',
    },
    {
      id: 'mid-point',
      what: 'Mid-point review',
      who: 'Lead inspector, quality assurance manager',
      when: { from: 'first-day', workingDays: 6 },
      confidence: 'supported',
    },
    {
      id: 'feedback',
      what: 'Feedback to the authority',
      who: 'Lead inspector',
      when: { from: 'last-day', workingDays: 0 },
      confidence: 'sourced',
    },
    {
      id: 'draft',
      what: 'Draft report to the authority',
      who: 'Lead inspector',
      when: { from: 'last-day', workingDays: [18, 21] },
      confidence: 'supported',
    },
    {
      id: 'comments',
      what: 'Comments on the draft',
      who: 'The authority',
      when: { from: 'draft', workingDays: 5 },
      confidence: 'sourced',
    },
    {
      id: 'revisit',
      what: 'The director is asked how it went',
      who: 'Quality assurance manager',
      when: { from: 'last-day', weeks: 6 },
      confidence: 'unverified',
    },
    {
      id: 'authority-publishes',
      what: 'Report published locally',
      who: 'The authority',
      when: { from: 'receipt', workingDays: 30 },
      confidence: 'sourced',
      source: 'SI 2007/462, regulation 2',
    },
    {
      id: 'statement',
      what: 'Written statement of proposed action',
      who: 'The authority',
      when: { from: 'receipt', workingDays: 70 },
      confidence: 'supported',
      source: 'SI 2007/462, regulation 3',
    },
  ],
  ...but,
});

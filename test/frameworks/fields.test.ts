import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/domain/framework.ts';
import { at, ownFolder, spoiltIn } from './spoilt.ts';

const folder = ownFolder();
const spoilt = (spoil: (framework: Framework) => unknown): string => spoiltIn(folder(), spoil);

type Case = [string, (framework: Framework) => unknown, string];

const step = (fields: object) => ({
  id: 'visit',
  what: 'A visit',
  who: 'The team',
  when: { from: 'first-day', workingDays: 1 },
  confidence: 'sourced',
  ...fields,
});
/** Puts a step of these fields before the others. */
const with1 = (fields: object) => (framework: Framework) =>
  Object.assign(framework, { timetable: [step(fields), ...framework.timetable] });

const findings = (framework: Framework, more: object = {}) =>
  Object.assign(framework, {
    output: 'findings',
    scale: [],
    overalls: [],
    noOverall: 'No grades.',
    rules: [],
    examples: [],
    findings: [{ id: 'strengths', label: 'Strengths', signs: ['strength'], per: 'area' }],
    ...more,
  });

const agency = (id: string, kind: string) => ({ id, label: `The ${id}`, kind });
const own = [
  { id: 'found', label: 'Found', mark: '▲' },
  { id: 'none', label: 'None', mark: '△' },
];

describe('grades in a framework', () => {
  const cases: Case[] = [
    [
      'a number without a word',
      ({ scale }) => Object.assign(at(scale, 0), { label: '1' }),
      'scale[0].label: is "1", a number without a word. Right would be: the word; the number belongs into "printed".',
    ],
    [
      'a number printed for two grades',
      ({ scale }) => scale.slice(0, 2).map((grade) => Object.assign(grade, { printed: 'Grade 1' })),
      'scale[1].printed: is "Grade 1", which scale[0].printed is already',
    ],
    [
      'a word and a number too long for a select together',
      ({ scale }) => Object.assign(at(scale, 0), { label: 'x'.repeat(62), printed: 'Grade 1' }),
      'scale[0].label: is 62 characters and 7 of its number. Right would be: no more than 70 together',
    ],
    [
      'an area’s own grade that means something else',
      ({ areas }) => Object.assign(at(areas, 5), { scale: [...own, { id: 'good', label: 'Good enough', mark: '🟩' }] }),
      'areas[5].scale[2]: is another "good" than scale[1]. Right would be: the label, mark and number of scale[1], or another id.',
    ],
    [
      'a rule that counts an area’s own grades with another’s',
      (framework) => {
        Object.assign(at(framework.areas, 5), { scale: own });
        Object.assign(at(framework.rules, 3), {
          when: [{ areas: ['lscb', 'adoption'], grades: ['found'], atLeast: 1 }],
        });
      },
      'rules[3].when[0].grades[0]: is "found", which is no grade',
    ],
    [
      'an area with grades where the output is findings',
      (framework) => Object.assign(at(findings(framework).areas, 5), { scale: own }),
      'areas[5].scale: has grades, while the output is findings',
    ],
  ];
  it.each(cases)('[FW11] are refused for %s', (_, spoil, wanted) => expect(spoilt(spoil)).toContain(wanted));
});

describe('choices in a framework', () => {
  const cases: Case[] = [
    [
      'findings without headings',
      (framework) => findings(framework, { findings: [] }),
      'findings: is empty, while the output is findings. Right would be: the headings under which findings are written',
    ],
    [
      'a heading twice',
      (framework) =>
        findings(framework, { findings: ['a', 'b'].map((id) => ({ id, label: 'Same', signs: [], per: 'area' })) }),
      'findings[1].label: is "Same", which findings[0].label is already',
    ],
    [
      'a heading that gathers no sign there is',
      (framework) => findings(framework, { findings: [{ id: 'a', label: 'A', signs: ['worry'], per: 'area' }] }),
      'findings[0].signs[0]: is "worry". Right would be: one of "strength", "concern", "priority-concern", "context".',
    ],
    [
      'an urgency twice',
      ({ urgencies }) => urgencies.push({ id: 'priority-and-immediate-action', label: 'At once' }),
      'urgencies[2].id: is "priority-and-immediate-action", which urgencies[0].id is already',
    ],
    [
      'findings by agency without agencies',
      (framework) => Object.assign(framework, { findingsByAgency: true }),
      'findingsByAgency: is true, while agencies has none',
    ],
    [
      'agencies without the authority',
      (framework) => Object.assign(framework, { agencies: [agency('police', 'partner'), agency('board', 'partner')] }),
      'agencies: does not have one of kind "authority"',
    ],
    [
      'a variant without an area that a rule counts',
      ({ variants }) => Object.assign(at(variants, 1), { without: ['leadership'] }),
      'variants[1].without[0]: is "leadership", which SIF-1 counts',
    ],
    [
      'a variant without an area that is none',
      ({ variants }) => Object.assign(at(variants, 1), { without: ['board'] }),
      'variants[1].without[0]: is "board", which is no area',
    ],
    [
      'an overall over an area that is none',
      ({ overalls }) => Object.assign(at(overalls, 0), { areas: ['leadership', 'board'] }),
      'overalls[0].areas[1]: is "board", which is no area',
    ],
    [
      'an overall over an area twice',
      ({ overalls }) => Object.assign(at(overalls, 0), { areas: ['lscb', 'lscb'] }),
      'overalls[0].areas[1]: is "lscb", which overalls[0].areas[0] is already',
    ],
  ];
  it.each(cases)('[FW12] are refused for %s', (_, spoil, wanted) => expect(spoilt(spoil)).toContain(wanted));
});

describe('a timetable in a framework', () => {
  const cases: Case[] = [
    [
      'a step without a day',
      with1({ when: undefined }),
      'timetable[0].when: is missing. Right would be: when it is, such as { "from": "first-day", "workingDays": 4 }.',
    ],
    [
      'a day in words only',
      with1({ when: undefined, day: 'Week 2' }),
      'timetable[0].when: is missing: "Week 2" cannot be dated',
    ],
    ['a step without an id', with1({ id: undefined }), 'timetable[0].id: is missing'],
    ['a step that nobody takes', with1({ who: undefined }), 'timetable[0].who: is missing'],
    ['a step twice', with1({ id: 'call' }), 'timetable[1].id: is "call", which timetable[0].id is already'],
    ['a step called as a day', with1({ id: 'receipt' }), 'timetable[0].id: is "receipt", which is a day that steps'],
    [
      'a step counted from nothing',
      with1({ when: { from: 'easter', days: 1 } }),
      'timetable[0].when.from: is "easter". Right would be: one of "first-day", "last-day", "notice", "receipt", "visit",',
    ],
    [
      'a step counted from itself',
      with1({ when: { from: 'visit', days: 1 } }),
      'timetable[0].when.from: is "visit", which is itself counted from "visit"',
    ],
    [
      'steps counted from one another',
      (framework) => {
        with1({ when: { from: 'again', days: 1 } })(framework);
        with1({ id: 'again', when: { from: 'visit', days: 1 } })(framework);
      },
      'timetable[0].when.from: is "visit", which is itself counted from "again"',
    ],
    [
      'a step counted in two ways',
      with1({ when: { from: 'first-day', days: 1, workingDays: 1 } }),
      'timetable[0].when: is {"from":"first-day","days":1,"workingDays":1}. Right would be: one of workingDays, days and weeks',
    ],
    [
      'a span that ends before it begins',
      with1({ when: { from: 'first-day', workingDays: [8, 5] } }),
      'timetable[0].when.workingDays: is [8, 5], which ends before it begins. Right would be: [5, 8].',
    ],
    [
      'half a day',
      with1({ when: { from: 'first-day', workingDays: 0.5 } }),
      'timetable[0].when.workingDays: is 0.5. Right would be: a whole number, or two of them such as [5, 8].',
    ],
    [
      'the last day of fieldwork of unknown length',
      (framework) => Object.assign(framework, { fieldwork: undefined }),
      'timetable[4].when.from: is "last-day", while fieldwork is missing',
    ],
    [
      'notice that is nowhere given',
      (framework) => Object.assign(framework, { notice: undefined }),
      'timetable[0].when.from: is "notice", while notice is missing',
    ],
    [
      'notice counted from anything but the first day',
      ({ notice }) => Object.assign(notice ?? {}, { when: { from: 'receipt', days: 1 } }),
      'notice.when.from: is "receipt". Right would be: "first-day".',
    ],
    [
      'a variant that there is not',
      with1({ variants: ['short'] }),
      'timetable[0].variants[0]: is "short", which is no variant. Right would be: one of "inspection", "re-inspection".',
    ],
    [
      'a step counted from one that this variant does not have',
      (framework) => {
        with1({ variants: ['inspection'] })(framework);
        with1({ id: 'after', when: { from: 'visit', days: 1 } })(framework);
      },
      'timetable[0].when.from: is "visit", which only "inspection" has',
    ],
    [
      'a pause that ends before it begins',
      (framework) => Object.assign(framework, { pause: { workingDays: [15, 5], confidence: 'sourced' } }),
      'pause.workingDays: is [15, 5], which ends before it begins',
    ],
  ];
  it.each(cases)('[FW13] is refused for %s', (_, spoil, wanted) => expect(spoilt(spoil)).toContain(wanted));
});

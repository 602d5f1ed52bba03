import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../../src/domain/framework.ts';
import { readFrameworks } from '../../../src/frameworks.ts';
import { rehearsed } from '../../rehearsal/rehearsed.ts';
import { fillIn, gradeAll, judge, page, record, signOff, storedOf, told } from '../../support/acts.ts';
import { clockAt } from '../../support/daily.ts';
import { type Fortnight, openFortnight } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

/*
 * A school's and a care home's fortnight, under frameworks and fields made up for this. Nobody types a word of children's services, so
 * that none may stand in anything that people read.
 */

/** What is said of children's services and nowhere else. */
const theirs =
  /\b(child(ren)?|young (people|persons?)|carers?|parents?|mothers?|fathers?|social (workers?|care)|(local )?authorit(y|ies)|councils?|looked[- ]after|care[- ]leavers?|safeguarding partners?|directors?|police|health boards?|Ofsted|strategy discussions?|foster\w*|adoption|in[- ]care|principal social worker|statement of action|duty team)\b/i;

/** Ids and names that Slack is given and nobody reads. */
const unread = new Set([
  'block_id',
  'action_id',
  'callback_id',
  'value',
  'private_metadata',
  'metadata',
  'type',
  'view_id',
]);

/** Every line that a person may read in what Slack was given. */
const readIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value.split('\n');
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (unread.has(key) ? [] : readIn(each)));
};

/** What stands in these lines of children's services, `but` what this field says too. */
const strange = (lines: Iterable<string>, but: RegExp): string[] => [
  ...new Set([...lines].filter((line) => theirs.test(line.replace(but, '')))),
];

type Place = {
  framework: string;
  label: string;
  name: string;
  id: string;
  areas: [string, string];
  own: string[];
  role: { one: string; many: string };
  but: RegExp;
};
const school: Place = {
  framework: 'school-2013',
  label: 'School',
  name: 'Long Lane',
  id: 'long-lane-2013-11-19',
  areas: ['teaching', 'behaviour'],
  own: ['pupil', 'the school', 'Pupils on roll', 'case stud', 'headteacher'],
  role: { one: 'early years specialist', many: 'Early years specialists' },
  but: /parent’?s?/gi,
};
const home: Place = {
  framework: 'care-home-2013',
  label: 'Care home',
  name: 'The Limes',
  id: 'the-limes-2013-11-19',
  areas: ['safe', 'caring'],
  own: ['people who live there', 'relative', 'the home', 'care plan', 'registered manager'],
  role: { one: 'expert by experience', many: 'Experts by experience' },
  but: /never/g,
};

const all = readFrameworks(join(import.meta.dirname, '../../fields')).all;
/** Its framework, and one that says in words what it found. */
const known = ({ framework }: Place): Framework[] =>
  all.filter(({ id }) => id === framework).flatMap((graded) => [graded, findingOf(graded)]);

const findingOf = ({ examples: _, ...graded }: Framework): Framework => ({
  ...graded,
  id: `${graded.id}-visit`,
  short: `Visits, ${graded.short}`,
  inForce: { from: '2012-01-09', to: '2012-12-31' },
  output: 'findings',
  scale: [],
  overalls: [],
  rules: [],
  noOverall: 'A visit gives no grade.',
  findings: [
    { id: 'strong', label: 'What is strong', signs: ['strength'], per: 'area', remedy: false },
    { id: 'weak', label: 'What is weak', signs: ['concern'], per: 'inspection', remedy: true },
  ],
});

const closing = async (fortnight: Fortnight, who: Who, words: string, values: Parameters<typeof fillIn>[3] = {}) => {
  expect([words, told(await judge(fortnight, who, words))]).toEqual([words, '']);
  const sent = await fortnight.as(who).submit(values);
  expect([words, sent.errors ?? {}]).toEqual([words, {}]);
  await fortnight.as(who).closeView();
  return page(sent);
};

/** From the start form to the posted summary, with an item of each kind and every file. */
const played = async (place: Place): Promise<Fortnight> => {
  const fortnight = await openFortnight({ known: known(place) });
  const lead = fortnight.as('lead');
  await lead.command(teamChannel, 'start');
  await lead.submit({
    [place.label]: place.name,
    'First day on site': '2013-11-19',
    'Deputy lead': people.deputy,
    Inspectors: [people.inspector, people.secondInspector],
    'Quality assurance manager': people.qualityAssurance,
    [place.role.many]: [people.partner],
    'Daily summary at': '17:30',
  });
  await lead.closeView();
  const [first, second] = place.areas;
  await closing(fortnight, 'lead', 'settings', { 'Channel digest': 'on' });
  await record(fortnight, 'inspector', `${first} - C-017 Records were late.`);
  await closing(fortnight, 'inspector', 'concern', {
    [place === school ? 'Case study' : 'Care plan']: 'C-017',
    [`What puts the ${place === school ? 'pupil' : 'resident'} at risk?`]: 'Left alone at night.',
  });
  await closing(fortnight, 'lead', 'concern refer K-001', { 'Referred to': 'The deputy' });
  await closing(fortnight, 'inspector', 'line new', {
    'What is to be tested?': 'Records are kept on time.',
    'Where does it come from?': 'self-evaluation',
    'Judgement area': [first],
  });
  await closing(fortnight, 'inspector', 'case new', { 'How is it read?': 'tracked', Cohort: 'other' });
  await judge(fortnight, 'lead', 'request The list of last month');
  await closing(fortnight, 'lead', 'meeting', { 'Who was there?': 'The deputy', 'Message 1': 'Records are late.' });
  await closing(fortnight, 'lead', 'context', {
    [place === school ? 'Pupils on roll' : 'People who live there']: '48',
  });
  await closing(fortnight, 'inspector', 'visit', { Site: 'East wing', 'What was looked at?': 'The books.' });
  for (const asked of [
    '',
    'line claims',
    'concern list',
    'case',
    'case mine',
    'request list',
    'timetable',
    'progress',
    `progress ${first}`,
    'today',
    'mine',
    'compare',
    'previous',
    'help',
    'help concern',
  ])
    await judge(fortnight, 'lead', asked);
  await judge(fortnight, 'observer', 'concern list');
  await closing(fortnight, 'lead', `round ${second}`);
  await closing(fortnight, 'inspector', 'evidence', {
    'Judgement area': [first],
    'What did you find?': 'Mary Thornton wrote it down.',
    'It is': 'context',
  });
  await clockAt(fortnight, '2013-11-19 18:30');
  await gradeAll(fortnight, { [first]: 'good', [second]: 'good' });
  await closing(fortnight, 'lead', 'overall', {
    [place === school ? 'The school as a whole' : 'The home as a whole']: 'good',
    'Why this grade?': 'Both are good.',
  });
  await closing(fortnight, 'lead', 'recommend E-001', {
    'What must be done?': 'Keep records on time',
    'How soon?': 'at-once',
  });
  await judge(fortnight, 'lead', 'recommend list');
  await judge(fortnight, 'lead', 'recommend plan');
  await judge(fortnight, 'lead', 'timetable calendar');
  await closing(fortnight, 'lead', 'round close R-001');
  await signOff(fortnight);
  const [preview] = (await judge(fortnight, 'lead', 'summary')).shown;
  if (!preview) throw new Error('There is no preview');
  expect(told(await lead.press(preview, 'Post to the team channel'))).toContain('Posted to the team channel.');
  await fillIn(fortnight, 'lead', 'export', {});
  return fortnight;
};

describe('a role of a field’s own', () => {
  it.each([
    [
      school,
      'Only the lead inspector, the deputy lead, inspectors, partner inspectors and early years specialists may',
    ],
    [home, 'Only the lead inspector, the deputy lead, inspectors and partner inspectors may'],
  ])(
    '[FO3] is chosen in the forms, has the rights of another, and is named wherever roles are: $role.one',
    async (place, may) => {
      const fortnight = await openFortnight({ known: known(place) });
      await fillIn(fortnight, 'lead', 'start', {
        [place.label]: place.name,
        Framework: place.framework,
        'First day on site': '2013-11-19',
        'Quality assurance manager': people.qualityAssurance,
        [place.role.many]: [people.partner],
      });
      await fortnight.as('lead').closeView();
      expect(told(await judge(fortnight, 'observer', ''))).toContain('for its team');
      await closing(fortnight, 'lead', 'team change', { Observers: [people.observer] });
      const [began, set] = await Promise.all(
        ['InspectionStarted', 'TeamSet'].map((type) => storedOf(fortnight, type, place.id)),
      );
      const [called, role] = place === school ? ['ward', 'inspector'] : ['expert', 'observer'];
      for (const events of [began, set])
        expect(events?.[0]?.members).toContainEqual(expect.objectContaining({ role, called, name: 'Eve Stone' }));
      const label = `${place.role.one.charAt(0).toUpperCase()}${place.role.one.slice(1)}`;
      expect(told(await judge(fortnight, 'observer', 'team'))).toContain(`${label}: Eve Stone`);
      const again = await fillIn(fortnight, 'lead', 'team change', { Analysts: [people.partner] });
      expect(JSON.stringify(again.errors)).toContain('Eve Stone is already the analyst');
      await fortnight.as('lead').closeView();
      expect(told(await judge(fortnight, 'observer', `grade ${place.areas[0]}`))).toContain(may);
      const line = told(await judge(fortnight, 'partner', `evidence ${place.areas[0]} - Late twice.`));
      expect(line).toContain(place === school ? 'Saved E-001' : 'Only the lead inspector');
      await fillIn(fortnight, 'lead', 'export', {});
      const copy = fortnight.slack
        .directMessages(people.lead)
        .flatMap(({ files }) => (files ?? []) as { id: string; name: string }[])
        .find(({ name }) => name.endsWith('.md'));
      expect((await fortnight.slack.file(copy?.id ?? '')).toString()).toContain(`Eve Stone, ${place.role.one}`);
    },
  );
});

describe.each([
  ['a school', school],
  ['a care home', home],
])('%s', (_, place) => {
  let fortnight: Fortnight;

  it('[FO1] goes from start to posted summary in its own words, in Slack and in every file', async () => {
    fortnight = await played(place);
    const { slack } = fortnight;
    const lines = [
      ...slack.calls.map((call) => call.arguments),
      ...slack.answers.map(({ payload }) => payload),
    ].flatMap(readIn);
    expect(strange(lines, place.but)).toEqual([]);
    for (const own of place.own)
      expect(
        lines.some((line) => line.toLowerCase().includes(own.toLowerCase())),
        own,
      ).toBe(true);
    const listed = slack
      .directMessages(people.lead)
      .flatMap(({ files }) => (files ?? []) as { id: string; name: string }[]);
    expect(listed.map(({ name }) => name.replace(/^.*?\./, ''))).toEqual(
      expect.arrayContaining(['md', 'jsonl', 'action-plan.csv', 'ics']),
    );
    for (const { id, name } of listed) {
      if (/\.(jsonl|mjs)$/.test(name)) continue;
      expect([name, strange((await slack.file(id)).toString().split('\n'), place.but)]).toEqual([name, []]);
    }
  });

  it('[FO1] answers every command, form, press and refusal in its own words', async () => {
    const lines = new Set<string>();
    const { faults } = await rehearsed(known(place), (what) => {
      for (const line of readIn(what)) lines.add(line);
    });
    expect(faults).toEqual([]);
    expect(lines.size).toBeGreaterThan(500);
    expect(strange(lines, place.but)).toEqual([]);
  });
});

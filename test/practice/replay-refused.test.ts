import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { practise, type Small, small, temporaryFolder, written } from './replaying.ts';

type Step = { at?: unknown; who?: unknown; in?: unknown; does?: unknown; outcome?: unknown };

/** The start of the inspection, to be spoilt. */
const start = (scenario: Small): Step => scenario.days[0]?.steps[1] as Step;

const spoilt: [string, (scenario: Small) => void, string, string][] = [
  [
    'somebody who is not there',
    (s) => {
      start(s).who = 'Anna Reyes';
    },
    'days[0].steps[1].who',
    'There is no person called Anna Reyes. There is Ana Reyes, Gus Vale, Ida North.',
  ],
  [
    'a channel that is not there',
    (s) => {
      start(s).in = 'southmoor';
    },
    'days[0].steps[1].in',
    'There is no channel called southmoor.',
  ],
  [
    'a time that is none',
    (s) => {
      start(s).at = '9:05';
    },
    'days[0].steps[1].at',
    'Give a time such as 09:05.',
  ],
  [
    'a time before the one before',
    (s) => s.days[0]?.steps.push({ ...start(s), at: '08:00' }),
    'days[0].steps[2].at',
    '08:00 is earlier than 09:05',
  ],
  [
    'no outcome',
    (s) => {
      start(s).outcome = undefined;
    },
    'days[0].steps[1].outcome',
    'What comes of a step is "saved"',
  ],
  [
    'an empty outcome',
    (s) => {
      start(s).outcome = {};
    },
    'days[0].steps[1].outcome',
    'Say what comes of it.',
  ],
  [
    'an outcome that is none',
    (s) => {
      start(s).outcome = { answer: 'Started' };
    },
    'days[0].steps[1].outcome',
    'answer',
  ],
  [
    'an act that is none',
    (s) => {
      start(s).does = [{ shouts: '/judge start' }];
    },
    'days[0].steps[1].does[0]',
    'A person types, fills, submits, presses, uses, joins or leaves',
  ],
  [
    'two acts in one',
    (s) => {
      start(s).does = [{ types: '/judge start', submits: 'Start' }];
    },
    'days[0].steps[1].does[0]',
    'one of these in each act',
  ],
  [
    'nothing done',
    (s) => {
      start(s).does = [];
    },
    'days[0].steps[1].does',
    'Say what this person does.',
  ],
  [
    'an entry that is none',
    (s) => {
      start(s).does = [{ fills: { 'Local authority': 7 } }];
    },
    'days[0].steps[1].does[0].fills.Local authority',
    '',
  ],
  [
    'neither step nor story',
    (s) => s.days[0]?.steps.push({ tale: 'Once.' }),
    'days[0].steps[2]',
    'A step has at, who, does and outcome; or it is a story.',
  ],
  [
    'a day that is none',
    (s) => {
      if (s.days[0]) s.days[0].day = '19 November';
    },
    'days[0].day',
    'Give a day such as 2013-11-19.',
  ],
  [
    'a day twice',
    (s) => s.days.push({ day: '2013-11-19', steps: [] }),
    'days[1].day',
    '2013-11-19 does not come after 2013-11-19.',
  ],
  [
    'a stranger told',
    (s) => {
      start(s).outcome = { tells: { Nobody: 'x' } };
    },
    'days[0].steps[1].outcome.tells',
    'There is no person called Nobody.',
  ],
  [
    'a member who is not there',
    (s) => s.channels[0]?.people.push('Ben Okoro'),
    'channels[0].people[2]',
    'There is no person called Ben Okoro.',
  ],
];

describe('A scenario with something wrong in it', () => {
  it.each(spoilt)('[Q5] is refused by place before anything is opened: %s', async (_, spoil, place, words) => {
    const folder = temporaryFolder();
    const scenario = small();
    spoil(scenario);
    const file = written(folder, scenario);
    const { stopped, printed } = await practise(file, join(folder, 'inspections'));
    expect(stopped).toContain(`${file} cannot be replayed:`);
    const said = stopped?.split('\n').find((each) => each.startsWith(`  ${place}: `));
    expect(said, stopped ?? '').toContain(words);
    expect(printed).toBe('');
    expect(readdirSync(folder)).toEqual(['scenario.json']);
  });

  it('[Q5] is refused by name where it is not there, or not JSON', async () => {
    const folder = temporaryFolder();
    expect((await practise(join(folder, 'none.json'), folder)).stopped).toContain('none.json cannot be read');
    expect((await practise(join(import.meta.dirname, 'replaying.ts'), folder)).stopped).toContain('is not JSON');
  });
});

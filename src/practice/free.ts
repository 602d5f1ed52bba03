import type { Setting } from './setting.ts';

const team: Setting['people'] = [
  { name: 'Ana Reyes', is: 'lead inspector', kind: 'member' },
  { name: 'Ben Okoro', is: 'deputy lead', kind: 'member' },
  { name: 'Chi Lam', is: 'inspector', kind: 'member' },
  { name: 'Dee Marsh', is: 'inspector', kind: 'member' },
  { name: 'Rob Finch', is: 'inspector', kind: 'member' },
  { name: 'Eve Stone', is: 'partner inspector', kind: 'member' },
  { name: 'Fay Bright', is: 'analyst', kind: 'member' },
  { name: 'Gus Vale', is: 'quality assurance manager', kind: 'member' },
  { name: 'Hal Wood', is: 'observer', kind: 'member' },
];
const outsider: Setting['people'][number] = { name: 'Ida North', is: 'not on the team', kind: 'member' };

/** A team in a quiet room with nothing begun yet: for whoever wants to find their own way. Everybody is invented. */
export const freePractice: Setting = {
  timeZone: 'Europe/London',
  workspace: { name: 'Practice', domain: 'practice' },
  people: [...team, outsider],
  channels: [
    {
      name: 'inspection-team',
      private: true,
      app: true,
      people: team.map(({ name }) => name),
    },
    {
      name: 'everybody',
      private: false,
      app: false,
      people: [...team, outsider].map(({ name }) => name),
    },
  ],
  channel: 'inspection-team',
  begins: { day: '2025-11-10', time: '09:00' },
};

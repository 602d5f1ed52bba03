import type { Setting } from './setting.ts';

/** A team in a quiet room with nothing begun yet: for whoever wants to find their own way. Everybody is invented. */
export const freePractice: Setting = {
  timeZone: 'Europe/London',
  workspace: { name: 'Practice', domain: 'practice' },
  people: [
    { name: 'Ana Reyes', is: 'lead inspector', kind: 'member' },
    { name: 'Ben Okoro', is: 'deputy lead', kind: 'member' },
    { name: 'Chi Lam', is: 'inspector', kind: 'member' },
    { name: 'Dee Marsh', is: 'inspector', kind: 'member' },
    { name: 'Rob Finch', is: 'inspector', kind: 'member' },
    { name: 'Eve Stone', is: 'partner inspector', kind: 'member' },
    { name: 'Fay Bright', is: 'analyst', kind: 'member' },
    { name: 'Gus Vale', is: 'quality assurance manager', kind: 'member' },
    { name: 'Hal Wood', is: 'observer', kind: 'member' },
    { name: 'Ida North', is: 'not on the team', kind: 'member' },
  ],
  channels: [
    {
      name: 'inspection-team',
      private: true,
      app: true,
      people: [
        'Ana Reyes',
        'Ben Okoro',
        'Chi Lam',
        'Dee Marsh',
        'Rob Finch',
        'Eve Stone',
        'Fay Bright',
        'Gus Vale',
        'Hal Wood',
      ],
    },
    {
      name: 'everybody',
      private: false,
      app: false,
      people: [
        'Ana Reyes',
        'Ben Okoro',
        'Chi Lam',
        'Dee Marsh',
        'Rob Finch',
        'Eve Stone',
        'Fay Bright',
        'Gus Vale',
        'Hal Wood',
        'Ida North',
      ],
    },
  ],
  channel: 'inspection-team',
  begins: { day: '2025-11-10', time: '09:00' },
};

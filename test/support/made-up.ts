import type { z } from 'zod';
import { Framework } from '../../src/domain/framework.ts';

type Said = z.input<typeof Framework>;

/** A framework in which nothing counts but what a test says of it. */
export const madeUp = (said: Pick<Said, 'scale' | 'areas' | 'rules'> & Partial<Said>): Framework =>
  Framework.parse({
    id: 'made-up',
    title: 'Made up',
    short: 'Made up',
    inForce: { from: '2020-01-01', to: null },
    source: 'made up',
    output: 'grades',
    overalls: [{ id: 'overall', title: 'Overall' }],
    timetable: [],
    roles: [],
    ...said,
  });

/** An area of one, called by its id. */
export const madeUpArea = (id: string, more: Partial<Said['areas'][number]> = {}): Said['areas'][number] => ({
  id,
  title: `Area ${id}`,
  short: `Area ${id}`,
  kind: 'key',
  words: [id],
  criteria: [],
  triggers: [],
  ...more,
});

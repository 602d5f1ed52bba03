import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readScenario } from './reading.ts';
import type { Scenario } from './scenario.ts';

/** A sample fortnight under the id that it is asked for by: its file's name. */
export type NamedScenario = { id: string; scenario: Scenario };

/**
 * Every sample fortnight in a folder, the earliest first.
 * @throws PracticeStopped naming each place where one of them is wrong
 */
export const readSamples = (folder: string): NamedScenario[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => ({ id: basename(name, '.json'), scenario: readScenario(join(folder, name)) }))
    .sort((one, other) => (firstDay(one) < firstDay(other) ? -1 : 1));

const firstDay = ({ scenario }: NamedScenario): string => scenario.days[0]?.day ?? '';

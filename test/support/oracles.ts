import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'vitest';

/*
 * What others published lies beside the project, where it lies at all: Slack's limits, methods and samples, results of inspections,
 * and facts of the field. Nothing else of ours may look there, so that a clone alone is green.
 */
const beside = join(import.meta.dirname, '../../../shared');

export type Oracle = 'slack' | 'published-results' | 'domain.md' | 'text' | 'annex-a';

export const oracleAt = (oracle: Oracle, ...within: string[]): string => join(beside, oracle, ...within);
export const isPresent = (oracle: Oracle): boolean => existsSync(oracleAt(oracle));

/** Tests that hold this house against an oracle; skipped by their names where it is absent. Nothing but a test may read it. */
export const describeAgainst = (oracle: Oracle, name: string, body: () => void): void => {
  describe.skipIf(!isPresent(oracle))(name, { tags: ['oracles'] }, body);
};

/** What a test is repeated for, as read from an oracle; where that is absent, one in place of all, so that the test keeps its name. */
export const casesFrom = <Case>(oracle: Oracle, read: () => Case[], inPlaceOfAll: Case): Case[] =>
  isPresent(oracle) ? read() : [inPlaceOfAll];

export const filesFrom = (oracle: Oracle, ...within: string[]): string[] =>
  casesFrom(oracle, () => readdirSync(oracleAt(oracle, ...within)).sort(), 'each');

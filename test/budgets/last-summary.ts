import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { gradeLabel } from '../../src/domain/framework.ts';
import { judgementOf, nameOfPerson } from '../../src/domain/standing.ts';
import type { Json } from '../../src/local-slack/index.ts';
import { conforming } from '../conformance/of.ts';
import { wordsOf } from '../support/acts.ts';
import { bare, judgedIn, mustBePosted, wrongIn } from '../support/must-be-posted.ts';
import type { Playing } from '../support/playing.ts';
import { botScopes } from '../support/workspace.ts';

type Made = { type: string; posting: string; ts: string; text: string };

/** The last summary in the team channel with its thread, the record as it was when that was claimed, and what it notes of each message. */
export const lastSummary = async ({ session: { slack, inspections, faults }, channel, person, folder }: Playing) => {
  const [now] = await inspections.allFor(person, 'read');
  const headline = [...(now?.postings.values() ?? [])].findLast((each) => each.thread && each.slack !== null);
  const then = now && headline && (await inspections.at(now.id, headline.begunAt));
  if (!then) throw new Error('No summary was posted');
  const { slack: stands, posting } = headline;
  const lines = readFileSync(join(folder, `${now.id}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  const entries = lines.map((line): { hash: string; body: { events: Made[] } } => JSON.parse(line));
  const made = entries.flatMap(({ body }) => body.events).filter(({ type }) => type === 'PostingMade');
  const [above, ...replies] = slack
    .channel(channel)
    .messages()
    .filter(({ ts, threadTs }) => [ts, threadTs].includes(stands?.ts));
  if (!above) throw new Error('Its headline is not in the channel');
  conforming(slack, botScopes);
  return {
    inspection: then.inspection,
    hashes: entries.map(({ hash }) => hash),
    begunAt: headline.begunAt,
    headline: above,
    replies,
    noted: made.filter((each) => `${each.posting} `.startsWith(`${posting} `)),
    faults,
  };
};

const cellsIn = (table: unknown): string[][] =>
  (table as { rows: Json[][] }).rows.map((row) => row.map((cell) => wordsOf([cell] as never)));

export type LastSummary = Awaited<ReturnType<typeof lastSummary>>;

/** That headline and thread carry all that the record holds, whole, in order, once, and are noted as they were posted. */
export const expectWhole = (summary: LastSummary): void => {
  const { inspection, hashes, begunAt, headline, replies, noted, faults } = summary;
  expect(faults).toEqual([]);
  expect(inspection.sealed).toBe(true);

  const must = mustBePosted(inspection);
  expect(must.length).toBeGreaterThan(20);
  expect(wrongIn(replies.map(({ blocks }) => wordsOf(blocks)).join('\n'), must)).toEqual([]);
  expect(replies.at(-1)?.text).toBe(`All ${replies.length} replies are posted.`);

  const table = headline.blocks.find(({ type }) => type === 'table');
  const [, ...rows] = cellsIn(table);
  const { framework } = inspection;
  expect(rows).toHaveLength(judgedIn(inspection).length);
  for (const [place, area] of judgedIn(inspection).entries()) {
    expect(rows[place]?.[0]).toContain(area.title);
    expect(rows[place]?.[1]).toContain(gradeLabel(framework, judgementOf(inspection, area.id)?.grade ?? ''));
  }
  const said = wordsOf(headline.blocks);
  const { lead, qualityAssuranceManager } = inspection.signatures;
  for (const each of [lead, qualityAssuranceManager])
    expect(said).toContain(each ? nameOfPerson(inspection, each.by) : 'nobody');
  for (const set of inspection.overalls.values()) expect(said).toContain(gradeLabel(framework, set.grade));
  const [, head, version] = said.match(/Record ([0-9a-f]{12}) · (\d+)$/) ?? [];
  expect(head).toBe(hashes[begunAt - 2]?.slice(0, 12));
  expect(Number(version)).toBe(begunAt - 1);

  expect(noted.map(({ ts }) => ts)).toEqual([headline, ...replies].map(({ ts }) => ts));
  for (const [place, { text, blocks }] of replies.entries()) {
    expect(bare(noted[place + 1]?.text ?? '')).toBe(bare(wordsOf(blocks)));
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(blocks.length).toBeLessThanOrEqual(50);
  }
};

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { z } from 'zod';
import { copyHistory } from '../../src/store/copy.ts';
import { realFiles } from '../../src/store/files.ts';
import type { Entry } from '../../src/store/port.ts';
import { recordsIn } from '../../src/store/records-in-folder.ts';
import { openSlack, startNorthmoor } from '../main/outside.ts';
import { startNode } from '../main/process.ts';
import { chainHolds } from '../store/chain-holds.ts';
import { people } from '../support/people.ts';
import { recording, type Told } from './recording.ts';
import { count, emptyTally, type Finding, type Tally, well } from './tally.ts';

export const inspection = 'northmoor-2013-11-19';
const recorded = z.looseObject({
  type: z.literal('EvidenceRecorded'),
  item: z.string(),
  content: z.looseObject({ text: z.string() }),
});

/** The evidence in a record. */
export const evidenceIn = (entries: readonly Entry[]) =>
  entries.flatMap(({ hash, events }) =>
    (events ?? []).flatMap((event) => {
      const { data } = recorded.safeParse(event);
      return data ? [{ hash, item: data.item, text: data.content.text }] : [];
    }),
  );

/** A record as it stands on the disk, and the evidence in it. @throws what says that it cannot be read */
const recordIn = async (folder: string) => {
  const read = (await copyHistory(inspection, recordsIn(realFiles, folder).lines(inspection)))?.entries ?? [];
  return { read, kept: evidenceIn(read) };
};

/** The numbers of the evidence in a record. */
export const itemsIn = async (folder: string): Promise<string[]> =>
  (await recordIn(folder)).kept.map(({ item }) => item);

/** What the record of an app holds, beside what people were told and what they sent. */
export const looked = async (folder: string, told: readonly Told[], sent: ReadonlySet<string>): Promise<Finding> => {
  const record = await recordIn(folder).catch((error: Error) => error);
  if (record instanceof Error) return { ...well, unreadable: true, why: record.message };
  const { read, kept } = record;
  const byText = new Map(kept.map((each) => [each.text, each]));
  const gone = told.filter(({ item, hash, text }) => {
    const there = byText.get(text);
    return there?.item !== item || !there.hash.startsWith(hash);
  });
  const silent = byText.size !== kept.length || kept.some(({ text }) => !sent.has(text)) || !chainHolds(read);
  const [first] = gone;
  const why = first ? `${first.item} (${first.hash}) was acknowledged and is lost` : null;
  return { lost: gone.length, unreadable: false, silent, why: why ?? (silent ? 'kept twice, or not sent' : null) };
};

export const team = { 'Deputy lead': people.deputy, Inspectors: [people.inspector, people.secondInspector] };

type Asked = {
  /** What Node is to run: the app's main file, compiled or not. */
  program: readonly string[];
  rounds: number;
  /** Draws a number from 0 up to, not including, 1. */
  chance: () => number;
  /** Told after each round. */
  progress: (tally: Tally) => void;
};

/** In one round of so many, a second process is started on the same folder, and must be refused. */
const secondEvery = 25;

/**
 * Starts the real app against a local Slack, has four people record by lines and forms as fast as they can, kills it with
 * SIGKILL at any moment, reads its record and starts it again over the same folder. One history lives through all rounds.
 */
export const killedRounds = async ({ program, rounds, chance, progress }: Asked): Promise<Tally> => {
  const tally = emptyTally();
  const folder = mkdtempSync(join(tmpdir(), 'fortnight-'));
  const slack = await openSlack();
  const settings = {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.webApi,
    DATA_DIR: folder,
  };
  const told: Told[] = [];
  const sent = new Set<string>();
  let refusing = '';
  try {
    for (let round = 1; round <= rounds; round += 1) {
      const app = startNode(program, settings);
      const up = await Promise.race([slack.connected(1).then(() => true), app.ended.then(() => false)]);
      if (!up) throw new Error(`The app did not start again in round ${round}: ${app.output()}`);
      if (round === 1) await startNorthmoor(slack, team);
      if (round % secondEvery === 0) {
        const second = startNode(program, settings);
        if ((await second.ended) !== 1 || !second.output().includes('in use by process'))
          refusing = `a second process was not refused: ${second.output()}`;
      }
      const before = told.length;
      const enough = before + Math.floor(chance() * 12);
      const { over, reached } = recording({ slack, round, told, sent, enough });
      await Promise.race([reached, app.ended]);
      await after(chance() * 12);
      app.signal('SIGKILL');
      await app.ended;
      while (slack.connections() > 0) await slack.disconnected();
      await over;
      const finding = await looked(folder, told, sent);
      const closed = app.output().includes('This record is closed');
      count(tally, {
        ...finding,
        unreadable: finding.unreadable || closed,
        silent: finding.silent || refusing !== '',
        why: finding.why ?? (refusing || (closed ? app.output() : null)),
      });
      progress(tally);
    }
    return tally;
  } finally {
    await slack.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

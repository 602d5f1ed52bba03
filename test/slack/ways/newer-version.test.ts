import { appendFileSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openInspections } from '../../../src/inspections.ts';
import type { Entry } from '../../../src/store/port.ts';
import { asked } from '../../cli/asked.ts';
import { aFolder, opened } from '../../store/opened.ts';
import { judge, page, record, told } from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { lineInFormat, linesAfter } from '../../support/newer.ts';
import { teamChannel } from '../../support/workspace.ts';

type Written = (last: Entry, evidence: object) => string;

/** What a newer version may have written after the record's last entry, which this one wrote. */
const byANewerVersion: [string, Written][] = [
  ['a kind of event', (last) => linesAfter(last, { type: 'DroneFlown', over: 'the car park' })],
  ['a field', (last, evidence) => linesAfter(last, { ...evidence, weather: 'rain' })],
  [
    'a field within a field',
    (last, evidence) => linesAfter(last, { ...evidence, content: { ...Object(evidence).content, weather: 'rain' } }),
  ],
  [
    'a value',
    (last, evidence) => linesAfter(last, { ...evidence, content: { ...Object(evidence).content, sign: 'drone' } }),
  ],
  [
    'an entry between others',
    (last, evidence) => linesAfter(last, { type: 'DroneFlown', over: 'x' }, { ...evidence, item: 'E-002' }),
  ],
  ['a format', (last) => lineInFormat(2, last)],
  ['a format with other headers', (last) => lineInFormat(3, last, { person: 'TFORT/UANA' })],
];

/** A record that a newer version went on with; the app is started again over it. Gives the number of its first such entry. */
const goneBack = async (fortnight: Fortnight, written: Written, history = northmoor): Promise<number> => {
  const entries = await fortnight.entries(history);
  const last = entries.at(-1);
  const [evidence] = (last?.events ?? []) as object[];
  if (!last || !evidence) throw new Error('there is no entry');
  appendFileSync(join(fortnight.folder, `${history}.jsonl`), written(last, evidence));
  await fortnight.restart();
  return last.header.version + 1;
};

/** What nobody may be shown: how a validator or a program puts it. */
const dump = /invalid_|unrecognized|ZodError|"code"|on our side/;

describe('going back to an earlier version', () => {
  it.each(byANewerVersion)(
    '[TM4] closes the record by name, with what to do, where the newer one wrote %s',
    async (_, written) => {
      const fortnight = await openNorthmoor();
      await record(fortnight, 'inspector', 'help - Late in two cases');
      const version = await goneBack(fortnight, written);
      const file = () => readFileSync(join(fortnight.folder, `${northmoor}.jsonl`), 'utf8');
      const before = file();
      const words = `The record of ${northmoor} is closed: entry ${version} was written by a newer version of Fortnight. Start that version again, or restore`;
      for (const typed of ['', 'evidence help - one more finding', 'today', 'start']) {
        const answer = told(await judge(fortnight, 'lead', typed));
        expect(answer).toContain(words);
        expect(answer).not.toMatch(dump);
      }
      expect(told(await judge(fortnight, 'inspector', 'evidence help - one more finding'))).toContain(
        'one more finding',
      );
      for (const { error } of fortnight.faults.splice(0)) {
        expect(error).toMatchObject({ name: 'Damaged', message: expect.stringContaining(words) });
        expect(String(Object(error).stack)).not.toMatch(dump);
      }
      expect(file()).toBe(before);
    },
  );

  it('[TM4] leaves other channels to their work', async () => {
    const fortnight = await openNorthmoor();
    await goneBack(fortnight, (last) => linesAfter(last, { type: 'DroneFlown' }));
    const deputy = fortnight.as('deputy');
    await deputy.command('COTHER', 'start');
    await deputy.submit({ 'Local authority': 'Southport', Framework: 'sif-2013', 'First day on site': '2013-11-19' });
    await deputy.closeView();
    expect((await deputy.command('COTHER', 'evidence help + a finding')).said?.text).toContain('Saved E-001');
  });

  it('[TM4] says so on a page that was open', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await fortnight.as('inspector').command(teamChannel, 'evidence');
    await goneBack(fortnight, (last) => linesAfter(last, { type: 'DroneFlown' }));
    const sent = await fortnight
      .as('inspector')
      .submit({ 'Judgement area': ['leadership'], 'It is': 'context', 'What did you find?': 'Late' });
    expect(page({ view: fortnight.as('inspector').view() }) + JSON.stringify(sent)).toContain(
      'newer version of Fortnight',
    );
    fortnight.faults.splice(0);
  });

  it.each(byANewerVersion)(
    '[TM4] is told of once as each record is opened, and by the command line: %s',
    async (_, written) => {
      const fortnight = await openNorthmoor();
      await record(fortnight, 'inspector', 'help - Late in two cases');
      const version = await goneBack(fortnight, written);
      fortnight.faults.splice(0);
      const why = `entry ${version} was written by a newer version of Fortnight`;
      const settings = { DATA_DIR: fortnight.folder };
      const verified = await asked(['verify', northmoor], settings);
      expect(verified.printed[0]).toContain(why);
      const listed = await asked(['inspections'], settings);
      expect(listed.printed.at(-1)).toMatch(
        /is closed: (entry \d+|the last entry) was written by a newer version of Fortnight\. Start that version/,
      );
      const exported = await asked(['export', northmoor, '--to', join(fortnight.folder, 'out')], settings);
      expect(exported).toMatchObject({ code: 1, complained: [expect.stringContaining(why)] });
      const folder = await aFolder();
      copyFileSync(join(fortnight.folder, `${northmoor}.jsonl`), join(folder, `${northmoor}.jsonl`));
      const { store } = await opened(folder);
      const closed: string[] = [];
      const inspections = await openInspections(store, (inspection, reason) => closed.push(`${inspection}: ${reason}`));
      await inspections.open();
      await inspections.of(northmoor).catch(() => undefined);
      await inspections.open();
      expect(closed).toEqual([
        expect.stringMatching(
          `^${northmoor}: (entry ${version}|the last entry) was written by a newer version of Fortnight\\. Start`,
        ),
      ]);
    },
  );
});

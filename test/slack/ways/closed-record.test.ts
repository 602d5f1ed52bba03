import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { teamChannel } from '../../support/workspace.ts';

/** Changes one word in an entry's text and starts the app again, as a failing disk or a hand in the files would. */
const damage = async (fortnight: Fortnight, word: string): Promise<string> => {
  const file = join(fortnight.folder, `${northmoor}.jsonl`);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(word);
  writeFileSync(file, text.replace(word, [...word].reverse().join('')));
  const damaged = readFileSync(file, 'utf8');
  await fortnight.restart();
  return damaged;
};

describe('a record that does not hold', () => {
  it.each(['latest', 'earliest'])(
    '[D7] is named to whoever asks in its channel, the %s entry spoilt; its file stays as it is',
    async (word) => {
      const fortnight = await openNorthmoor();
      const lead = fortnight.as('lead');
      await lead.command(teamChannel, 'evidence help + the earliest finding');
      await lead.command(teamChannel, 'evidence help + the latest finding');
      const damaged = await damage(fortnight, word);

      for (const asked of ['', 'evidence help - one more finding', 'start']) {
        const { shown } = await lead.command(teamChannel, asked);
        expect(shown.at(-1)?.text).toContain(`The record of ${northmoor} is closed`);
        if (asked.startsWith('evidence')) expect(shown.at(-1)?.text).toContain('one more finding');
      }
      expect(readFileSync(join(fortnight.folder, `${northmoor}.jsonl`), 'utf8')).toBe(damaged);
      expect(fortnight.faults.splice(0)).toHaveLength(3);
    },
  );

  it('[D7] does not keep another channel from its work', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.as('lead').command(teamChannel, 'evidence help + the latest finding');
    await damage(fortnight, 'latest');
    const deputy = fortnight.as('deputy');
    await deputy.command('COTHER', 'start');
    await deputy.submit({ 'Local authority': 'Southport', Framework: 'sif-2013', 'First day on site': '2013-11-19' });
    await deputy.closeView();
    expect((await deputy.command('COTHER', 'evidence help + a finding')).said?.text).toContain('Saved E-001');
  });
});

import { renameSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { watchedFiles } from '../../store/watched-files.ts';
import { judge, page, record, told } from '../../support/acts.ts';
import { type Fortnight, openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';

const gone = 'Fortnight cannot reach its records: the folder that holds them is gone or cannot be read.';
const kept = 'What was saved before is as it was.';

/** What went wrong is the folder's, told to somebody under the reference that the log has. */
const toldOfFolder = (fortnight: Fortnight, words: string, code: string): void => {
  expect(words).toContain(gone);
  expect(words).toContain(kept);
  expect(words).not.toContain('Something went wrong');
  const [fault, ...more] = fortnight.faults.splice(0);
  expect(words).toContain(`quote ${fault?.reference}`);
  expect(more).toEqual([]);
  expect(fault?.error).toMatchObject({
    name: 'NotRead',
    message: expect.stringContaining(fortnight.folder),
    cause: { code },
  });
};

/** Northmoor with an item, and its data folder taken away and put back. */
const opened = async () => {
  const fortnight = await openNorthmoor();
  await record(fortnight, 'inspector', 'help - Late in four of nine cases');
  const away = `${fortnight.folder}-away`;
  return {
    fortnight,
    take: () => renameSync(fortnight.folder, away),
    putBack: () => renameSync(away, fortnight.folder),
  };
};

describe('while the data folder is gone', () => {
  it.each(['evidence', 'grade help', 'concern', 'find late', 'edit E-001', ''])(
    '[D13] somebody who asks for /judge %s is told so, and has it again once the folder is back',
    async (words) => {
      const { fortnight, take, putBack } = await opened();
      take();
      // What could not be kept is read again, from what is not there.
      expect(told(await judge(fortnight, 'inspector', 'evidence help - Seen late'))).toContain('could not be stored');
      fortnight.faults.splice(0);
      toldOfFolder(fortnight, told(await judge(fortnight, 'inspector', words)), 'ENOENT');
      putBack();
      const answer = await judge(fortnight, 'inspector', words);
      expect(`${told(answer)}${page(answer)}`).not.toContain(gone);
      expect(fortnight.faults).toEqual([]);
    },
  );

  it('[D13] somebody with a form still open is told so in it, and their text stays', async () => {
    const { fortnight, take, putBack } = await opened();
    await judge(fortnight, 'inspector', 'evidence');
    await fortnight.as('inspector').fill({
      'Judgement area': ['help-and-protection'],
      'What did you find?': 'Seen late',
      'It is': 'concern',
      Source: 'not-stated',
    });
    take();
    const lost = await judge(fortnight, 'lead', 'evidence help - Seen late');
    expect(told(lost)).toContain('could not be stored');
    fortnight.faults.splice(0);
    const refused = await fortnight.as('inspector').submit();
    toldOfFolder(fortnight, Object.values(refused.errors ?? {}).join(' '), 'ENOENT');
    expect(refused.closed).toBe(false);
    putBack();
    expect(page(await fortnight.as('inspector').submit())).toContain('Saved E-002');
  });

  it('[D13] nobody is told that nothing was confided, then or afterwards', async () => {
    const { fortnight, take, putBack } = await opened();
    await judge(fortnight, 'observer', 'whistleblow Visits are written up unmade');
    const form = fortnight.as('observer').view();
    if (form)
      await fortnight
        .as('observer')
        .submit({ 'Judgement area': ['leadership'], 'What were you told?': 'Visits are written up unmade' });
    await fortnight.restart();
    take();
    const asked = told(await judge(fortnight, 'lead', 'find unmade'));
    toldOfFolder(fortnight, asked, 'REPLACED');
    putBack();
    expect(told(await judge(fortnight, 'lead', 'find unmade'))).toContain('Visits are written up unmade');
  });

  it('[D13] the same is said of a folder that may not be read any more', async () => {
    const watched = watchedFiles();
    const fortnight = await openFortnight({ files: watched.files });
    await startNorthmoor(fortnight);
    watched.fate = ({ operation, file }) =>
      ['open', 'write'].includes(operation) && file.startsWith('northmoor') ? { fails: 'EACCES' } : 'goes ahead';
    expect(told(await judge(fortnight, 'inspector', 'evidence help - Seen late'))).toContain('could not be stored');
    fortnight.faults.splice(0);
    toldOfFolder(fortnight, told(await judge(fortnight, 'inspector', 'evidence')), 'EACCES');
    watched.fate = () => 'goes ahead';
    await judge(fortnight, 'inspector', 'evidence');
    expect(fortnight.as('inspector').view()).toBeDefined();
  });
});

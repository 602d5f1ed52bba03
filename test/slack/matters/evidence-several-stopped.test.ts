import { describe, expect, it } from 'vitest';
import { type Watched, watchedFiles } from '../../store/watched-files.ts';
import { fillIn, page, something, storedOf, underFields } from '../../support/acts.ts';
import { openFortnight, startNorthmoor } from '../../support/fortnight.ts';

const opened = async () => {
  const watched = watchedFiles(0);
  const fortnight = await openFortnight({ files: watched.files });
  await startNorthmoor(fortnight);
  return { watched, fortnight };
};

/** The disk is full after so many more entries of the inspection. */
const fullAfter = (watched: Watched, entries: number): void => {
  let left = entries;
  watched.fate = (step) => {
    if (step.operation !== 'write' || !step.file.startsWith('northmoor')) return 'goes ahead';
    left -= 1;
    return left < 0 ? { fails: 'ENOSPC' } : 'goes ahead';
  };
};

const pasted = { ...something, 'What did you find?': '+ On time\n- Late\n- Later\n- Latest' };

describe('when the disk is full after some of several items', () => {
  it('[N9] says which are saved, and keeps the rest in the form: saved again, nothing is kept twice', async () => {
    const { watched, fortnight } = await opened();
    const inspector = fortnight.as('inspector');
    await fillIn(fortnight, 'inspector', 'evidence', pasted);
    fullAfter(watched, 2);
    const stopped = await inspector.submit();
    expect(page(stopped)).toContain('Saved E-001, E-002. What is left stands below and is not saved yet.');
    const [fault] = fortnight.faults.splice(0);
    expect(page(stopped)).toContain(
      `The next one could not be stored. Try again; if it stays so, quote ${fault?.reference}`,
    );
    expect(page(stopped)).toContain('Save as 2 items');
    expect(page(stopped)).toContain('1 · Help and protection · concern');
    expect(inspector.typed()).toMatchObject({ text: '- Later\n- Latest', as: 'several' });
    fullAfter(watched, 1);
    const again = await inspector.submit();
    expect(page(again)).toContain('Saved E-003. What is left');
    expect(page(again)).toContain('Save as 1 item');
    expect(fortnight.faults.splice(0)).toHaveLength(1);
    expect(inspector.typed()).toMatchObject({ text: '- Latest' });
    watched.fate = () => 'goes ahead';
    expect(page(await inspector.submit())).toContain('Saved E-004');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([
      { item: 'E-001', content: { text: 'On time', sign: 'strength' } },
      { item: 'E-002', content: { text: 'Late', sign: 'concern' } },
      { item: 'E-003', content: { text: 'Later', sign: 'concern' } },
      { item: 'E-004', content: { text: 'Latest', sign: 'concern' } },
    ]);
  });

  it('[N9] leaves the form as it is where not even the first could be kept', async () => {
    const { watched, fortnight } = await opened();
    const inspector = fortnight.as('inspector');
    await fillIn(fortnight, 'inspector', 'evidence', pasted);
    fullAfter(watched, 0);
    expect(underFields(await inspector.submit())).toContain('This could not be stored, so nothing was saved.');
    expect(fortnight.faults.splice(0)).toHaveLength(1);
    watched.fate = () => 'goes ahead';
    expect(page(await inspector.submit())).toContain('Saved E-001, E-002, E-003, E-004');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(4);
  });
});

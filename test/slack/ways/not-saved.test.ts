import { describe, expect, it } from 'vitest';
import { type Watched, watchedFiles } from '../../store/watched-files.ts';
import {
  boardOf,
  fillIn,
  grade,
  judge,
  page,
  readyToSign,
  record,
  something,
  storedOf,
  told,
  underFields,
} from '../../support/acts.ts';
import { openFortnight, startNorthmoor } from '../../support/fortnight.ts';
import { teamChannel } from '../../support/workspace.ts';

const ways: { what: string; operation: 'write' | 'dataSync'; code: string }[] = [
  { what: 'is full', operation: 'write', code: 'ENOSPC' },
  { what: 'fails at the sync', operation: 'dataSync', code: 'EIO' },
];

const failing = (watched: Watched, { operation, code }: (typeof ways)[number]): void => {
  watched.fate = (step) =>
    step.operation === operation && step.file.startsWith('northmoor') ? { fails: code } : 'goes ahead';
};
const well = (watched: Watched): void => {
  watched.fate = () => 'goes ahead';
};

const opened = async () => {
  const watched = watchedFiles(0);
  const fortnight = await openFortnight({ files: watched.files });
  await startNorthmoor(fortnight);
  return { watched, fortnight };
};

describe.each(ways)('when the disk $what', (way) => {
  it('[D4] [U21] leaves the form open with the reason and the text, keeps nothing, and keeps it once when it can', async () => {
    const { watched, fortnight } = await opened();
    await judge(fortnight, 'inspector', 'evidence');
    const inspector = fortnight.as('inspector');
    await inspector.fill(something);
    const before = inspector.typed();
    failing(watched, way);
    const refused = await inspector.submit();
    expect(underFields(refused)).toContain(
      'This could not be stored, so nothing was saved. Your text is still in the form.',
    );
    expect(refused.closed).toBe(false);
    expect(inspector.typed()).toEqual(before);
    well(watched);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    expect(page(await inspector.submit())).toContain('Saved E-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
    const [fault, ...more] = fortnight.faults.splice(0);
    expect(underFields(refused)).toContain(`quote ${fault?.reference}`);
    expect([fault?.error, more]).toMatchObject([{ name: 'NotKept', cause: { code: way.code } }, []]);
  });

  it('[D4] gives a typed line back whole', async () => {
    const { watched, fortnight } = await opened();
    failing(watched, way);
    const line = 'evidence help - C-007 Strategy <discussions> & "reviews" were late in two of three cases';
    const words = told(await judge(fortnight, 'inspector', line));
    expect(words).toContain('This could not be stored, so nothing was saved.');
    expect(words).toContain(line);
    well(watched);
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    expect(await record(fortnight, 'inspector', 'help - Late')).toBe('E-001');
    expect(fortnight.faults.splice(0)).toHaveLength(1);
  });

  it('[D4] starts no inspection, and starts one from the same form when it can', async () => {
    const watched = watchedFiles(0);
    const fortnight = await openFortnight({ files: watched.files });
    const lead = fortnight.as('lead');
    await lead.command(teamChannel, 'start');
    failing(watched, way);
    const refused = await lead.submit({ 'Local authority': 'Northmoor', Framework: 'sif-2013' });
    expect(underFields(refused)).toContain('nothing was saved');
    expect(fortnight.slack.channel(teamChannel).messages()).toEqual([]);
    well(watched);
    expect(page(await lead.submit())).toContain('Started northmoor-2013-11-19');
    expect(fortnight.slack.channel(teamChannel).messages()).toHaveLength(1);
    expect(fortnight.faults.splice(0)).toHaveLength(1);
  });

  it('[D4] keeps restricted evidence in no other place either', async () => {
    const { watched, fortnight } = await opened();
    failing(watched, way);
    const refused = await fillIn(fortnight, 'inspector', 'evidence', { ...something, Source: 'whistleblower' });
    expect(underFields(refused)).toContain('nothing was saved');
    well(watched);
    expect(page(await fortnight.as('inspector').submit())).toContain('Saved W-');
    expect(await storedOf(fortnight, 'RestrictedEvidenceRecorded', 'northmoor-2013-11-19.restricted')).toHaveLength(1);
    expect(fortnight.faults.splice(0)).toHaveLength(1);
  });

  it('[D4] keeps no signature, and says so in the place of a form without fields', async () => {
    const { watched, fortnight } = await opened();
    await readyToSign(fortnight);
    failing(watched, way);
    const refused = page(await fillIn(fortnight, 'lead', 'sign-off', {}));
    expect(refused).toMatch(/^This could not be stored, so nothing was saved\. Try again;/);
    well(watched);
    expect(page(await fillIn(fortnight, 'lead', 'sign-off', {}))).toContain('Signed.');
    expect(await storedOf(fortnight, 'SignedOff')).toHaveLength(1);
    expect(fortnight.faults.splice(0)).toHaveLength(1);
  });

  it('[D6] lets nothing stand that was decided upon what was not kept', async () => {
    const { watched, fortnight } = await opened();
    await record(fortnight, 'inspector', 'help - Late');
    const senders = ['inspector', 'secondInspector', 'partner'] as const;
    for (const who of senders) {
      await judge(fortnight, who, 'evidence');
      await fortnight.as(who).fill({ ...something, 'What did you find?': `Seen by ${who}` });
    }
    failing(watched, way);
    const failOnce = watched.fate;
    watched.fate = (step) => {
      const fate = failOnce(step);
      if (fate !== 'goes ahead') well(watched);
      return fate;
    };
    const sent = await Promise.all(senders.map((who) => fortnight.as(who).submit()));
    const saved = senders.filter((_, place) => sent[place]?.errors === undefined);
    expect(saved.length).toBeLessThan(senders.length);
    const texts = async () =>
      (await storedOf(fortnight, 'EvidenceRecorded')).slice(1).map(({ content }) => (content as { text: string }).text);
    expect((await texts()).sort()).toEqual(saved.map((who) => `Seen by ${who}`).sort());
    for (const who of senders.filter((each) => !saved.includes(each))) {
      expect(page(await fortnight.as(who).submit())).toContain('Saved E-00');
    }
    expect((await texts()).sort()).toEqual(senders.map((who) => `Seen by ${who}`).sort());
    const items = (await storedOf(fortnight, 'EvidenceRecorded')).map(({ item }) => item);
    expect(items).toEqual(['E-001', 'E-002', 'E-003', 'E-004']);
    fortnight.faults.splice(0);
  });

  it('[D6] shows a grade nowhere that was not kept', async () => {
    const { watched, fortnight } = await opened();
    await record(fortnight, 'inspector', 'help - Late');
    failing(watched, way);
    expect(underFields(await grade(fortnight, 'help', 'inadequate'))).toContain('nothing was saved');
    const unjudged = 'Help and protection\nnot judged yet ⬜';
    expect(await boardOf(fortnight)).toContain(unjudged);
    expect(await boardOf(fortnight)).not.toContain('Inadequate');
    well(watched);
    expect(fortnight.faults.splice(0)).toHaveLength(1);
    await fortnight.restart();
    expect(await boardOf(fortnight)).toContain(unjudged);
    expect(await boardOf(fortnight)).not.toContain('Inadequate');
  });
});

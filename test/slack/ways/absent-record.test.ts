import { readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asked } from '../../cli/asked.ts';
import { fillIn, judge, page, record, something, stored, told, underFields } from '../../support/acts.ts';
import { type Fortnight, northmoor, openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const half = `${northmoor}.restricted`;
const fileOf = (fortnight: Fortnight, name = northmoor): string => join(fortnight.folder, `${name}.jsonl`);
const secret = 'Two workers were told to write visits up that were not made.';

/** Confides something to the restricted record, and gives its number. */
const confide = async (fortnight: Fortnight, who: Who = 'inspector'): Promise<string> => {
  const values = { ...something, 'What did you find?': secret, Source: 'whistleblower' };
  const item = page(await fillIn(fortnight, who, 'evidence', values)).match(/W-[2-9A-Z]{4}/)?.[0];
  await fortnight.as(who).closeView();
  if (!item) throw new Error('It was not kept');
  return item;
};

/** The last items of a record, gone at a line's end, as a restored older copy lacks them. */
const shorten = (file: string, lines: number): void => {
  const text = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(file, `${text.slice(0, text.length - lines).join('\n')}\n`);
};

describe('a record that is not there any more as it was', () => {
  const ways: { what: string; does: (file: string) => void; why: string }[] = [
    { what: 'removed', does: (file) => rmSync(file), why: 'its file is missing' },
    { what: 'emptied', does: (file) => truncateSync(file), why: 'its file is empty' },
    { what: 'cut short', does: (file) => shorten(file, 1), why: 'and once had' },
  ];

  it.each(ways)(
    '[NM1] [NM3] [NM4] [NM6] was $what: its channel hears so, its id is not given again, and nobody reads what it was told',
    async (way) => {
      const answers: string[] = [];
      // With a restricted half and without one: nobody is told of a difference.
      for (const confided of [true, false]) {
        const fortnight = await openNorthmoor();
        await record(fortnight, 'inspector', 'help + seen by everybody');
        const item = confided ? await confide(fortnight) : null;
        // The head leaves the app, as it does in a daily summary.
        await judge(fortnight, 'lead', 'today');
        await fortnight.restart();
        way.does(fileOf(fortnight));
        await fortnight.restart();

        const heard: string[] = [];
        for (const words of ['', 'evidence help - one more', 'start', 'find seen'])
          heard.push(told(await judge(fortnight, 'lead', words)).replace(/quote [A-Z0-9-]+/g, 'quote'));
        for (const each of heard) expect(each).toContain(`The record of ${northmoor} is closed: `);
        expect(heard[0]).toContain(way.why);
        const { code, printed } = await asked(['inspections'], { DATA_DIR: fortnight.folder });
        expect([code, printed.join('\n')]).toEqual([1, expect.stringContaining(way.why)]);
        expect((await asked(['verify'], { DATA_DIR: fortnight.folder })).code).toBe(1);
        answers.push([...heard, code, ...printed].join('\n').replaceAll(fortnight.folder, ''));
        fortnight.faults.splice(0);

        // Another team, in another channel, with the same authority and day.
        const deputy = fortnight.as('deputy');
        await deputy.command('COTHER', 'start');
        await deputy.submit({
          'Local authority': 'Northmoor',
          Framework: 'sif-2013',
          'First day on site': '2013-11-19',
          'Quality assurance manager': people.secondInspector,
        });
        await deputy.closeView();
        expect((await stored(fortnight, `${northmoor}-2`))[0]).toMatchObject({ type: 'InspectionStarted' });
        const found = told(await deputy.command('COTHER', `find ${secret}`));
        if (item) expect(found).not.toContain(item);
        expect(told(await deputy.command('COTHER', 'whistleblow'))).not.toContain('W-');
      }
      expect(answers[0]).toBe(answers[1]);
    },
  );

  it('[NM4] its restricted half is read beside no other record of that name', async () => {
    const fortnight = await openNorthmoor();
    const item = await confide(fortnight);
    const other = await openFortnight();
    await startNorthmoor(other);
    // Somebody puts the half of one beside the record of another, in a folder that knows of neither.
    renameSync(fileOf(fortnight, half), fileOf(other, half));
    await other.restart();
    for (const words of ['whistleblow', `find ${item}`, `edit ${item}`, ''])
      expect(told(await judge(other, 'lead', words))).toContain('it belongs to another record of that name');
    expect(told(await judge(other, 'inspector', `find ${item}`))).not.toContain('record of that name');
    expect(await record(other, 'lead', 'help + the work goes on')).toBe('E-001');
    expect(page(await fillIn(other, 'inspector', 'evidence', something))).toContain('Saved E-002');
    const { code, printed } = await asked(['verify'], { DATA_DIR: other.folder });
    expect([code, printed.join('\n')]).toEqual([
      1,
      expect.stringContaining('it belongs to another record of that name'),
    ]);
  });
});

describe('a restricted record that does not hold', () => {
  const spoil: { what: string; does: (file: string) => void }[] = [
    {
      what: 'changed',
      does: (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('Two workers', 'Two wonders')),
    },
    { what: 'removed', does: (file) => rmSync(file) },
    { what: 'emptied', does: (file) => truncateSync(file) },
    { what: 'cut short', does: (file) => shorten(file, 1) },
  ];

  it.each(spoil)(
    '[NM9] [NM6] because it was $what closes itself alone, and is told of only to those who may read it',
    async ({ does }) => {
      const fortnight = await openNorthmoor();
      await confide(fortnight);
      const item = await confide(fortnight);
      await fortnight.restart();
      does(fileOf(fortnight, half));
      await fortnight.restart();

      for (const who of ['lead', 'deputy', 'qualityAssurance'] as const)
        for (const words of ['', 'whistleblow', `whistleblow ${item}`, 'find nothing of the kind'])
          expect(told(await judge(fortnight, who, words)), `${who}: ${words}`).toContain(
            'The record of what was confided is closed: ',
          );
      expect(told(await judge(fortnight, 'lead', `edit ${item}`))).toContain('is closed: ');

      for (const who of ['inspector', 'partner', 'analyst', 'observer'] as const)
        for (const words of ['', 'find nothing of the kind'])
          expect(told(await judge(fortnight, who, words)), `${who}: ${words}`).not.toContain('closed');
      expect(await record(fortnight, 'lead', 'help + the work goes on')).toBe('E-001');
      expect(await record(fortnight, 'inspector', 'help - so it does')).toBe('E-002');
      const graded = await fillIn(fortnight, 'lead', 'grade help', {
        Grade: 'good',
        'Why this grade?': 'Seen in both.',
      });
      expect(page(graded)).toContain('Saved');
      await fortnight.as('lead').closeView();

      // Whoever confides something now hears that it is not kept, and not why.
      const sent = await fillIn(fortnight, 'inspector', 'evidence', {
        ...something,
        'What did you find?': secret,
        Source: 'whistleblower',
      });
      const words = underFields(sent);
      expect(words).toContain('This could not be stored, so nothing was saved.');
      expect(words).not.toMatch(/closed|restricted record|entry \d/);
      await fortnight.as('inspector').closeView();
      expect(fortnight.faults.splice(0)).toHaveLength(1);

      const listed = await asked(['inspections'], { DATA_DIR: fortnight.folder });
      expect([listed.code, listed.printed.join('\n')]).toEqual([0, expect.not.stringContaining('restricted')]);
      expect((await asked(['verify'], { DATA_DIR: fortnight.folder })).code).toBe(1);
      expect(fortnight.inspections().closed()).toBe(0);
    },
  );
});

describe('a head that left in an export', () => {
  it('[NM2] finds a record cut short after it, though the app has noted nothing since', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help + seen by everybody');
    const out = join(fortnight.folder, 'out');
    expect((await asked(['export', northmoor, '--to', out], { DATA_DIR: fortnight.folder })).code).toBe(0);
    await fortnight.restart(() => shorten(fileOf(fortnight), 1));
    expect(told(await judge(fortnight, 'lead', 'find seen'))).toContain('and once had');
    fortnight.faults.splice(0);
  });
});

describe('a record that is changed while the app runs', () => {
  it('[NM11] is found when it is looked through, and closed', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help + seen by everybody');
    const file = fileOf(fortnight);
    const before = readFileSync(file, 'utf8');
    await fortnight.inspections().lookThrough();
    expect(fortnight.inspections().closed()).toBe(0);
    writeFileSync(file, before.replace('seen by everybody', 'seen by everyboby'));
    await fortnight.inspections().lookThrough();
    expect(fortnight.inspections().closed()).toBe(1);
    expect(told(await judge(fortnight, 'lead', 'evidence help - one more'))).toContain('is closed: the text of entry');
    fortnight.faults.splice(0);
  });
});

describe('a record that was restored shorter on purpose', () => {
  it('[NM7] opens again once it is accepted as it stands, and goes on from there', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help + seen by everybody');
    await record(fortnight, 'inspector', 'help + seen by nobody else');
    await judge(fortnight, 'lead', 'today');
    await fortnight.restart();
    shorten(fileOf(fortnight), 1);
    await fortnight.restart();
    expect(told(await judge(fortnight, 'lead', 'evidence help + again'))).toContain('and once had');
    fortnight.faults.splice(0);
    const settings = { DATA_DIR: fortnight.folder };
    expect(await asked(['accept', northmoor], settings)).toMatchObject({
      code: 1,
      complained: [expect.stringContaining('is in use by')],
    });
    await fortnight.restart(async () => {
      const taken = await asked(['export', northmoor, '--to', join(fortnight.folder, 'out')], settings);
      expect([taken.code, taken.complained[0]]).toEqual([1, expect.stringContaining('and once had')]);
      const { code, printed } = await asked(['accept', northmoor], settings);
      expect([code, printed[0]]).toEqual([
        0,
        expect.stringMatching(/is accepted as it stands: \d+:[0-9a-f]{6}, where \d+:[0-9a-f]{6} was known/),
      ]);
      expect((await asked(['verify'], settings)).code).toBe(0);
      expect(readFileSync(join(fortnight.folder, 'operations.log'), 'utf8')).toContain('"did":"accept"');
    });
    expect(await record(fortnight, 'inspector', 'help + again')).toBe('E-002');
  });

  it('[NM7] [NM3] is told to be gone for good only where it is, and then its channel is free and its id is not', async () => {
    const fortnight = await openNorthmoor();
    await confide(fortnight);
    const settings = { DATA_DIR: fortnight.folder };
    await fortnight.restart(async () => {
      expect((await asked(['accept', northmoor, '--gone'], settings)).complained).toEqual([
        `${northmoor} is there, so it is not gone.`,
      ]);
      rmSync(fileOf(fortnight));
      expect((await asked(['accept', northmoor], settings)).complained[0]).toContain(
        'accept northmoor-2013-11-19 --gone',
      );
      expect((await asked(['accept', 'southmoor-2013-11-19'], settings)).code).toBe(1);
      expect(await asked(['accept', northmoor, '--gone'], settings)).toMatchObject({
        code: 0,
        printed: [`${northmoor} is accepted as gone. Its id is given to no other.`],
      });
      expect((await asked(['verify'], settings)).code).toBe(0);
      expect((await asked(['inspections'], settings)).code).toBe(0);
    });
    await startNorthmoor(fortnight);
    expect(await stored(fortnight, `${northmoor}-2`)).not.toEqual([]);
    expect(told(await fortnight.as('lead').command(teamChannel, 'whistleblow'))).not.toContain('W-');
  });
});

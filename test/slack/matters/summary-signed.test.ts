import { describe, expect, it } from 'vitest';
import { allGood, grade, judge, openReadyToSign, signOff, storedOf, wordsOf } from '../../support/acts.ts';
import { northmoor } from '../../support/fortnight.ts';
import { frameworks } from '../../support/frameworks.ts';
import { teamChannel } from '../../support/workspace.ts';

describe('the summary of a signed record', () => {
  it('[U22] [M5] [M7] is made from what was signed, with both signatures and the checksum of the record', async () => {
    const fortnight = await openReadyToSign();
    await grade(fortnight, 'lscb', 'requires-improvement');
    await signOff(fortnight);
    const entries = await fortnight.entries(northmoor);
    const [shown] = (await judge(fortnight, 'lead', 'summary')).shown;
    if (!shown) throw new Error('There is no preview');
    await fortnight.as('lead').press(shown, 'Post to the team channel');
    const posted = fortnight.slack
      .channel(teamChannel)
      .messages()
      .findLast(({ threadTs }) => threadTs === undefined);
    const words = wordsOf(posted?.blocks ?? []);
    expect(words).toContain('SIGNED OFF');
    expect(words).toContain('Signed off by Ana Reyes (lead) and Gus Vale (quality assurance manager).');
    expect(words).toContain(`Record ${entries.at(-1)?.hash.slice(0, 12)} · ${entries.length}`);
    const sif = frameworks.all.find(({ id }) => id === 'sif-2013');
    const given = new Map((await storedOf(fortnight, 'AreaGraded')).map(({ area, grade: id }) => [area, id]));
    expect(given.size).toBe(Object.keys(allGood).length);
    for (const [area, id] of given) {
      const title = sif?.areas.find((each) => each.id === area)?.title;
      const label = sif?.scale.find((each) => each.id === id)?.label;
      expect(words).toMatch(new RegExp(`${title}( \\(graded separately\\))?(: |\\n)${label}`));
    }
    expect((await storedOf(fortnight, 'PostingMade'))[0]?.text).toContain(
      `Record ${entries.at(-1)?.hash.slice(0, 12)}`,
    );
  });
});

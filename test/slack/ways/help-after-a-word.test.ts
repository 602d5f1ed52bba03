import { describe, expect, it } from 'vitest';
import { subcommands } from '../../../commands/index.ts';
import { judge, told } from '../../support/acts.ts';
import { openNorthmoor } from '../../support/fortnight.ts';

/** In these `help` is the word of help and protection, or what is looked for. */
const meantOtherwise = ['evidence', 'find', 'grade', 'round', 'line', 'progress', 'challenge'];

describe('help typed after a word', () => {
  it('[M22] says all about it, and records, opens and asks for nothing', async () => {
    const fortnight = await openNorthmoor();
    const before = (await fortnight.entries('northmoor-2013-11-19')).length;
    for (const { word } of subcommands) {
      const about = told(await judge(fortnight, 'lead', `help ${word}`));
      expect(about).toContain(`/judge ${word}`);
      expect(told(await judge(fortnight, 'lead', `${word} --help`)), word).toBe(about);
      if (meantOtherwise.includes(word)) continue;
      expect(told(await judge(fortnight, 'lead', `${word} Help`)), word).toBe(about);
    }
    expect(fortnight.as('lead').view()).toBeUndefined();
    expect(await fortnight.entries('northmoor-2013-11-19')).toHaveLength(before);
  });

  it('[M22] is the area where a word takes one', async () => {
    const fortnight = await openNorthmoor();
    const { view } = await judge(fortnight, 'lead', 'evidence help');
    expect(view?.title?.text).toBe('Record evidence');
  });
});

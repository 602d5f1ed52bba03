import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { became, waysIn } from './ways.ts';

const rules = readFileSync('docs/rules.md', 'utf8');

describe.each(waysIn())('ways of writing a line of evidence, in $file', ({ file, ways }) => {
  it.each(ways)('[RG10] "%s" is kept as it is meant, or asked about', (...way) => {
    expect(became(way)).not.toBe('otherwise');
  });

  it('[RG10] come to the rate that docs/rules.md says', () => {
    const asMeant = ways.filter((way) => became(way) === 'as meant').length;
    const asked = ways.filter((way) => became(way) === 'asked').length;
    expect(rules).toContain(`\`${file}\`: ${asMeant} of ${ways.length} kept as meant, ${asked} asked about`);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../src/domain/framework.ts';
import { readFramework, readFrameworks } from '../src/frameworks.ts';
import { at, ownFolder, refusal, sound, spoiltIn } from './frameworks-spoilt.ts';

const folder = ownFolder();
const spoilt = (spoil: (framework: Framework) => unknown): string => spoiltIn(folder(), spoil);

describe('a framework file that cannot be used', () => {
  it('[F13] stops the start with its name, the place in it, what is wrong and what would be right', () => {
    const message = spoilt(({ areas }) => Object.assign(at(areas, 0), { kind: 'main' }));
    expect(message).toBe(
      [
        `The framework file ${join(folder(), 'sif-2013.json')} cannot be used:`,
        '  areas[0].kind: is "main". Right would be: one of "key", "sub", "separate", "input".',
      ].join('\n'),
    );
  });

  it('[F13] has all its problems told at once', () => {
    const message = spoilt((framework) => {
      Object.assign(framework.inForce, { from: '19 November 2013' });
      Object.assign(at(framework.rules, 0), { force: 'always' });
      Object.assign(at(framework.areas, 1), { weight: 2 });
    });
    expect(message).toContain('inForce.from: is "19 November 2013". Right would be: a date such as "2013-11-19".');
    expect(message).toContain('rules[0].force: is "always". Right would be: a rule whose force is');
    expect(message).toContain('areas[1]: has the unknown field "weight". Right would be: only the fields id, title');
  });

  it('[F14] is told by line where it is not JSON', () => {
    writeFileSync(join(folder(), 'sif-2013.json'), sound.replace('"output": "grades",', '"output": "grades"'));
    const { message } = refusal(() => readFrameworks(folder()));
    expect(message).toMatch(/the file: is not JSON \(line \d+\): .+\. Right would be: one JSON object\./);
  });

  it('[F14] is told where it holds something else, or lacks what it needs', () => {
    writeFileSync(join(folder(), 'sif-2013.json'), '[]');
    expect(refusal(() => readFrameworks(folder())).message).toContain(
      'the file: is []. Right would be: an object with the fields id,',
    );
    expect(spoilt((framework) => Object.assign(framework, { source: undefined }))).toContain(
      'source: is missing. Right would be: a text in double quotes.',
    );
  });

  it('[F14] is told where it cannot be read, or where the folder has none', () => {
    expect(refusal(() => readFrameworks(folder())).message).toContain('the folder: has no framework file');
    expect(refusal(() => readFrameworks(join(folder(), 'none'))).message).toContain('the folder: cannot be read');
    expect(refusal(() => readFramework(join(folder(), 'none.json'))).message).toContain('the file: cannot be read');
  });

  it('[F15] has another id than its file is named', () => {
    writeFileSync(join(folder(), 'sif-2014.json'), sound);
    expect(refusal(() => readFrameworks(folder())).message).toContain(
      'id: is "sif-2013" in a file named sif-2014.json',
    );
  });
});

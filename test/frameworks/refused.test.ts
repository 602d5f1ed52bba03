import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/domain/framework.ts';
import { readFramework, readFrameworks } from '../../src/frameworks.ts';
import { at, ownFolder, refusal, sound, spoiltIn } from './spoilt.ts';

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
    expect(message).toMatch(
      /line \d+ \("scale": \[\): is not JSON: it has no comma before it\. Right would be: a comma after the entry before it\./,
    );
  });

  it.each([
    ['a comma too many', '"output": "grades",,', 'has one comma too many'],
    ['a comment', '"output": "grades", // in words', 'has a comment'],
    ['an editor’s quotation marks', '“output”: “grades”,', 'has other quotation marks'],
    ['a word without any', '"output": grades,', 'is neither a text nor a value'],
    ['a text without its end', '"output": "grades,', 'is not closed on its line'],
    ['a name without a colon', '"output" "grades",', 'has no colon after the name'],
    ['a bracket too many', '"output": "grades"},', 'comes after the end'],
    ['a wrong escape', '"output": "gr\\ades",', 'has a fault in a text or a number'],
  ])('[F14] says in words where it has %s', (_, instead, words) => {
    writeFileSync(
      join(folder(), 'sif-2013.json'),
      sound.replace('"output": "grades",', () => instead),
    );
    expect(refusal(() => readFrameworks(folder())).message).toMatch(
      new RegExp(`line \\d+ \\(.+\\): is not JSON: it .*${words}.*\\. Right would be: .+\\.`),
    );
  });

  it('[F14] has a field twice in one place: the first would be lost unseen', () => {
    const again = sound.replace('"output": "grades",', '"output": "grades",\n  "output": "findings",');
    writeFileSync(join(folder(), 'sif-2013.json'), again);
    expect(refusal(() => readFrameworks(folder())).message).toMatch(
      /line \d+ .*: has the field "output" a second time, and only the last would count\. Right would be: each field once\./,
    );
  });

  it('[F14] is empty, cut off, too long, or no text as editors save it', () => {
    const said = (content: string | Buffer): string => {
      writeFileSync(join(folder(), 'sif-2013.json'), content);
      return refusal(() => readFrameworks(folder())).message;
    };
    expect(said('')).toContain('the file: is empty.');
    expect(said(sound.trimEnd().slice(0, -1))).toContain('brackets are still open');
    expect(said(JSON.stringify({ ...JSON.parse(sound), source: 'x'.repeat(1_000_001) }))).toContain('is 2 MB long');
    expect(said(Buffer.from(sound, 'latin1'))).toContain('is not saved as UTF-8');
    expect(said(Buffer.from(`\uFEFF${sound}`, 'utf16le'))).toContain('is not saved as UTF-8');
  });

  it('[F14] may begin with the mark that some editors write', () => {
    writeFileSync(join(folder(), 'sif-2013.json'), `\uFEFF${sound}`);
    expect(readFrameworks(folder()).all.map(({ id }) => id)).toEqual(['sif-2013']);
  });

  it('[F13] is told of twenty-five problems, and how many more there are', () => {
    const message = spoilt(({ areas }) =>
      areas.push(
        { ...at(areas, 0), id: 'again', words: ['again'] },
        { ...at(areas, 1), id: 'once-more', words: ['once-more'] },
      ),
    );
    expect(message.split('\n')).toHaveLength(27);
    expect(message).toMatch(
      /\n {2}and \d+ more, most of which follow from these\. Mend the first ones and look again\.$/,
    );
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
    expect(refusal(() => readFrameworks(join(folder(), 'none'))).message).toContain('the folder: is not there');
    expect(refusal(() => readFramework(join(folder(), 'none.json'))).message).toContain('the file: is not there');
    mkdirSync(join(folder(), 'a-2013.json'));
    expect(refusal(() => readFrameworks(folder())).message).toContain('the file: is a folder');
  });

  it('[FL4] takes in results where the team judges, or as grades that it has not', () => {
    const takes = (kind: string) => [{ from: ['slac-2009'], of: 'safeguarding', as: { good: kind } }];
    const message = spoilt(({ areas }) => {
      Object.assign(at(areas, 0), { takes: takes('good') });
      Object.assign(at(areas, 1), { kind: 'input', takes: takes('splendid') });
    });
    expect(message).toContain('areas[0].takes: stands at an area of kind "key". Right would be: the kind "input"');
    expect(message).toContain('areas[1].takes[0].as[0]: is "splendid", which is no grade. Right would be: grades of');
  });

  it('[F15] has another id than its file is named', () => {
    writeFileSync(join(folder(), 'sif-2014.json'), sound);
    expect(refusal(() => readFrameworks(folder())).message).toContain(
      'id: is "sif-2013" in a file named sif-2014.json',
    );
  });

  it('[F23] is none of the files that a Mac or an editor leaves beside frameworks', () => {
    writeFileSync(join(folder(), 'sif-2013.json'), sound);
    for (const name of ['._sif-2013.json', '.DS_Store', '._.json', '.#sif-2013.json'])
      writeFileSync(join(folder(), name), Buffer.from([0, 5, 22, 7]));
    expect(readFrameworks(folder()).all.map(({ id }) => id)).toEqual(['sif-2013']);
  });
});

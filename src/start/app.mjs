/** `npm start`: runs Fortnight compiled, with what Node made of it the last time. */
import { hash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import { built } from './built.mjs';

const folder = built();
const file = join(folder, 'main.cjs');
const cache = `${file}.${process.version}-${process.arch}`;

/**
 * A file's bytes, in memory that is the system's again once they are used. What malloc gives is not: of glibc's every thread keeps as much
 * as was ever given back in one piece ("dynamic mmap threshold", mallopt(3)), some ten megabytes here.
 */
const bytesOf = (path) => {
  const descriptor = openSync(path);
  try {
    const { size } = fstatSync(descriptor);
    const bytes = Buffer.from(new ArrayBuffer(size, { maxByteLength: size }));
    for (let read = 0, more = 1; read < size && more > 0; read += more)
      more = readSync(descriptor, bytes, { offset: read });
    return bytes;
  } finally {
    closeSync(descriptor);
  }
};

/** What was kept, where it is whole: V8 itself looks at little more than its length. */
const kept = () => {
  try {
    const bytes = bytesOf(cache);
    const data = bytes.subarray(32);
    return bytes.subarray(0, 32).equals(hash('sha256', data, 'buffer')) ? data : undefined;
  } catch {
    return undefined;
  }
};

const cachedData = kept();
const script = new Script(bytesOf(file).toString('latin1'), { filename: file, cachedData });
const module = { exports: {} };
script.runInThisContext()(module.exports, createRequire(file), module, file, folder);

/** Once it has run for a while: then what is kept holds the functions that a start needs. Where it can't be written the next start is slower. */
const keep = () => {
  try {
    const data = script.createCachedData();
    writeFileSync(`${cache}.${process.pid}`, Buffer.concat([hash('sha256', data, 'buffer'), data]));
    renameSync(`${cache}.${process.pid}`, cache);
  } catch {}
};
if (cachedData === undefined || script.cachedDataRejected) setTimeout(keep, 5000).unref();

const practice = await module.exports.practice;
// Another program: nothing of it is loaded where Fortnight connects to Slack.
if (practice) (await import(pathToFileURL(join(folder, 'practice.mjs')).href)).practise(practice);

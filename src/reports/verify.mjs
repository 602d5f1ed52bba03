// Checks the records that lie beside this file. It needs Node 20.12 or later and nothing else.
//
//   node verify.mjs                          checks every .jsonl file in this file's folder
//   node verify.mjs --head 214:9b1c40        and that the record once stood there (a version, and the beginning of its hash)
//   node verify.mjs some-record.jsonl        checks that file, wherever it is
//
// A record is one line an entry: {"header":H,"hash":"..","salt":"..","body":B}. Of an entry whose words
// were erased, or are kept out of every copy, salt and body are null.
// H names the commitment, which is SHA-256(salt + B as written); the hash is SHA-256(hash of the entry before + H as written),
// both in hexadecimal digits. Before the first entry stand 64 zeros. So no entry can be changed, left out, moved or put in
// without a hash that no longer fits. Entries missing at the end only show beside a head known from elsewhere.
//
// Exit code 0: everything holds; 1: something does not; 2: asked in a wrong way.

import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const layout =
  /^\{"header":(\{.*?"\}),"hash":"([0-9a-f]{64})","salt":(?:null,"body":null|"([0-9a-f]{32})","body":(\{.*\}))\}$/s;

const sha256 = (text) => createHash('sha256').update(text).digest('hex');

/** What JSON text says, or null where it is none. */
const said = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Why an entry does not hold after the one before it; null where it does. */
const whyNot = (line, before, name) => {
  const version = before.version + 1;
  const [, headerText, hash, salt, body] = layout.exec(line) ?? [];
  const header = headerText === undefined ? null : said(headerText);
  if (header === null) return `entry ${version} is not as Fortnight writes an entry`;
  if (header.inspection !== name) return `entry ${version} belongs to another record, ${header.inspection}`;
  if (body !== undefined && sha256(salt + body) !== header.commitment)
    return `the text of entry ${version} is not what was recorded`;
  if (body !== undefined && said(body) === null) return `entry ${version} is not as Fortnight writes an entry`;
  if (header.version !== version) return `entry ${version} is not there: entry ${header.version} stands in its place`;
  if (sha256(before.hash + headerText) !== hash)
    return `entry ${version} was changed, or what it follows was: its hash does not fit`;
  if (header.recordedAt < before.recordedAt) return `entry ${version} is dated before entry ${before.version}`;
  return null;
};

/** What a known head says against a record; null where it fits. */
const againstHead = (known, hashThen, last) => {
  if (hashThen === undefined)
    return `entry ${last + 1} is gone: the record ends at entry ${last}, and once had ${known.version}`;
  if (hashThen.startsWith(known.hash)) return null;
  const begins = hashThen.slice(0, known.hash.length);
  return `entry ${known.version} is another than it was: its hash begins ${begins}, not ${known.hash}`;
};

/** The same lines as Fortnight ends them. No carriage return stands within an entry as it is written. */
const withItsLineEnds = (bytes) => {
  let end = bytes.length;
  while (bytes[end - 1] === 0x0a || bytes[end - 1] === 0x0d) end -= 1;
  const kept = bytes.subarray(0, end).filter((byte, at) => byte !== 0x0d || bytes[at + 1] !== 0x0a);
  return Buffer.concat([kept, Buffer.from('\n')]);
};

/** Checks one file; gives one line about it, and whether it holds. */
const check = (file, known) => {
  const name = basename(file).replace(/\.jsonl$/, '');
  const bytes = readFileSync(file);
  const result = checked(bytes, name, known);
  if (result.holds || !checked(withItsLineEnds(bytes), name, known).holds) return result;
  return broken(name, `line ends were changed, and nothing else: ${result.why}`);
};

const broken = (name, why) => ({ holds: false, why, line: `${name}: does not hold: ${why}` });

const checked = (bytes, name, known) => {
  let before = { version: 0, hash: '0'.repeat(64), recordedAt: '' };
  let erased = 0;
  let hashThen;
  for (let from = 0; from < bytes.length; ) {
    const to = bytes.indexOf(0x0a, from);
    const version = before.version + 1;
    if (to === -1) return broken(name, `entry ${version} has lost the end of its line`);
    if (!isUtf8(bytes.subarray(from, to))) return broken(name, `entry ${version} holds bytes that are no text`);
    const line = bytes.toString('utf8', from, to);
    const why = whyNot(line, before, name);
    if (why !== null) return broken(name, why);
    const [, headerText, hash, salt] = layout.exec(line);
    if (salt === undefined) erased += 1;
    if (version === known?.version) hashThen = hash;
    before = { version, hash, recordedAt: JSON.parse(headerText).recordedAt };
    from = to + 1;
  }
  if (before.version === 0) return broken(name, 'it has no entry');
  const why = known === null ? null : againstHead(known, hashThen, before.version);
  if (why !== null) return broken(name, why);
  const entries = before.version === 1 ? '1 entry holds' : `${before.version} entries hold`;
  const gone = erased > 0 ? `, ${erased} without words` : '';
  return { holds: true, line: `${name}: ${entries}, head ${before.version}:${before.hash}${gone}` };
};

const complain = (words) => {
  console.error(words);
  console.error('Usage: node verify.mjs [--head version:hash] [file.jsonl ...]');
  process.exitCode = 2;
};

const headIn = (text) => {
  const [, version, hash] = /^(\d+):([0-9a-f]{6,64})…?$/i.exec(text ?? '') ?? [];
  return version === undefined ? null : { version: Number(version), hash: hash.toLowerCase() };
};

const run = (given) => {
  const at = given.indexOf('--head');
  const head = at === -1 ? null : headIn(given[at + 1]);
  if (at !== -1 && head === null)
    return complain('A head is a version, a colon and at least the first six digits of a hash, such as 214:9b1c40.');
  const named = at === -1 ? given : [...given.slice(0, at), ...given.slice(at + 2)];
  const unknown = named.find((each) => !each.endsWith('.jsonl'));
  if (unknown !== undefined) return complain(`"${unknown}" is not the name of a record: those end in .jsonl.`);
  const folder = dirname(fileURLToPath(import.meta.url));
  const beside = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl') && !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name));
  const files = named.length > 0 ? named : beside;
  if (files.length === 0) return complain(`There is no .jsonl file in ${folder}.`);
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) return complain(`There is no file ${missing}.`);
  // The head that summaries name is that of the inspection's own record, whose name has no dot in it.
  const headOf = (file) => (files.length === 1 || !basename(file, '.jsonl').includes('.') ? head : null);
  if (head !== null && files.filter((file) => headOf(file) !== null).length > 1)
    return complain('Say whose head that is: name one file.');
  const results = files.map((file) => check(file, headOf(file)));
  for (const { line } of results) console.log(line);
  process.exitCode = results.every(({ holds }) => holds) ? 0 : 1;
};

run(process.argv.slice(2));

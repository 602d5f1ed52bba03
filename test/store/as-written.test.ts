import { writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openInspections } from '../../src/inspections.ts';
import { realFiles } from '../../src/store/files.ts';
import { beginning, type Mark, sha256 } from '../../src/store/layout.ts';
import type { Draft, Store } from '../../src/store/port.ts';
import { recordsIn } from '../../src/store/records-in-folder.ts';
import { verifyHistory } from '../../src/store/verify.ts';
import { lineAfter } from '../../src/store/writing.ts';
import { northmoor, started } from '../inspections/opened.ts';
import { draft, inspection } from './drafts.ts';
import { aFolder, fileOf, opened } from './opened.ts';

const salt = 'ab'.repeat(16);

/** A line whose hashes hold, of that header and body as they are written here. */
const lineOf = (after: Mark, header: (given: { version: number; commitment: string }) => string, body: string) => {
  const text = header({ version: after.version + 1, commitment: sha256(salt + body) });
  const hash = sha256(after.hash + text);
  const line = `{"header":${text},"hash":"${hash}","salt":"${salt}","body":${body}}`;
  return { line, mark: { version: after.version + 1, hash, recordedAt: after.recordedAt } };
};

const plain = ({ version, commitment }: { version: number; commitment: string }): string =>
  JSON.stringify({
    format: 1,
    inspection,
    version,
    request: `request ${version}`,
    recordedAt: '2013-11-19T09:05:00.000Z',
    person: { team: 'T0NORTH', user: 'U1' },
    commitment,
  });

const first = lineAfter(inspection, beginning, draft(0), salt);
const firstLine = first.text;

const holding = async (...lines: string[]) => {
  const folder = await aFolder();
  await writeFile(fileOf(folder), lines.map((line) => `${line}\n`).join(''));
  return { folder, ...(await opened(folder)) };
};

describe('a line of a record', () => {
  it('[S27] is read to the letter whatever stands in its header, by verify and by the app', async () => {
    const anyText = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 700 });
    const drafts = fc.record({ request: anyText, team: anyText, user: anyText, text: anyText });
    const each = async (all: { request: string; team: string; user: string; text: string }[]) => {
      const folder = await aFolder();
      const { store } = await opened(folder);
      const sent = all.map(({ request, team, user, text }, n): Draft => {
        const person = { team, user };
        return { ...draft(n, text), request, person };
      });
      const entries = await Promise.all(sent.map((one, n) => store.append(inspection, n, one)));
      await store.close();
      const again = (await opened(folder)).store;
      const read = await again.read(inspection, 0);
      expect(read).toEqual(entries);
      expect(read.map(({ header }) => [header.request, header.person])).toEqual(
        sent.map(({ request, person }) => [request, person]),
      );
      const verdict = await verifyHistory({
        inspection,
        lines: recordsIn(realFiles, folder).lines(inspection),
        known: [],
      });
      expect(verdict).toMatchObject({ holds: true, head: { version: all.length, hash: entries.at(-1)?.hash } });
      await again.close();
    };
    await fc.assert(fc.asyncProperty(fc.array(drafts, { minLength: 1, maxLength: 3 }), each), { numRuns: 60 });
  });

  it.each([
    [
      'in another order',
      (given: Parameters<typeof plain>[0]) => {
        const { format, commitment, ...rest } = JSON.parse(plain(given));
        return JSON.stringify({ ...rest, format, commitment });
      },
    ],
    ['with blanks', (given: Parameters<typeof plain>[0]) => plain(given).replaceAll('":', '": ')],
    ['with a field more', (given: Parameters<typeof plain>[0]) => plain(given).replace('{', '{"more":1,')],
  ])('[S27] holds by its hashes as before, though its header is written %s', async (_, header) => {
    const { line } = lineOf(first.mark, header, '{"events":[1]}');
    const { store, folder } = await holding(firstLine, line);
    expect(await store.read(inspection, 1)).toMatchObject([
      { header: { version: 2, request: 'request 2' }, events: [1] },
    ]);
    expect(
      await verifyHistory({ inspection, lines: recordsIn(realFiles, folder).lines(inspection), known: [] }),
    ).toMatchObject({ holds: true });
  });

  it.each(['{"events":[1]', '{"events":1}}', '{"events":[1],"sent":7}', '{events:[]}', '{"events":[}]}'])(
    '[S27] that holds but says nothing that this app writes (%s) closes the record by name',
    async (body) => {
      const { line } = lineOf(first.mark, plain, body);
      const { store, folder } = await holding(firstLine, line);
      const reason = 'entry 2 is not as this app writes an entry';
      await expect(store.read(inspection, 0)).rejects.toThrow(reason);
      const checked = { inspection, lines: recordsIn(realFiles, folder).lines(inspection), known: [] };
      expect(await verifyHistory({ ...checked, whyClosed: () => undefined })).toMatchObject({
        version: 2,
        why: reason,
      });
      const alone = lineOf({ ...beginning, recordedAt: '2013-11-19T09:05:00.000Z' }, plain, body);
      const other = await holding(alone.line);
      const damaged: string[] = [];
      await openInspections(other.store, (...all) => damaged.push(all.join(': ')));
      expect(damaged).toEqual([expect.stringMatching(`^${inspection}: `)]);
    },
  );
});

describe('starting', () => {
  it('[S28] looks into no first entry of which it knows the channel, and into any other', async () => {
    const { folder, store: begun } = await started();
    await begun.close();
    const channel = { team: 'TFORT', id: 'CTEAM' };
    for (const known of [true, false]) {
      if (!known) await writeFile(`${folder}/heads.log`, '');
      const { store } = await opened(folder);
      const asked: string[] = [];
      const list: Store['list'] = (tell) =>
        store.list((listing) => {
          const { first: entry, inspection: name } = listing;
          const get = () => asked.push(name) && entry?.events;
          return tell({ ...listing, first: Object.defineProperty({ ...entry }, 'events', { get }) } as typeof listing);
        });
      const inspections = await openInspections({ ...store, list }, () => {});
      expect(asked).toEqual(known ? [] : [northmoor]);
      expect((await inspections.inChannel(channel))?.id).toBe(northmoor);
      await store.close();
    }
  });
});

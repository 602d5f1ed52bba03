import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { jsonLines } from '../../src/store/json-lines.ts';
import { Conflict, type Entry, NotKept } from '../../src/store/port.ts';
import { recordsIn } from '../../src/store/records-in-folder.ts';
import { verifyHistory } from '../../src/store/verify.ts';
import { chainHolds } from '../store/chain-holds.ts';
import { draft, inspection } from '../store/drafts.ts';
import { Cut } from '../store/modelled-disk.ts';
import { type Found, type Keeper, textOf } from './keeper.ts';

const eventsShape = z.tuple([z.object({ text: z.string() })]);

const foundIn = ({ hash, events }: Entry): Found => ({
  receipt: hash,
  text: events === null ? null : eventsShape.parse(events)[0].text,
});

const mayTryAgain = (error: unknown): boolean =>
  error instanceof Conflict || (error instanceof NotKept && !(error.cause instanceof Cut));

/** As a lead checks it: the app's own check, with the short hash from the last receipt. */
const complaint: Keeper['complaint'] = async ({ state, files }, receipts) => {
  const known = { version: receipts.size, hash: receipts.get(receipts.size - 1)?.slice(0, 6) ?? '' };
  const verdict = await verifyHistory({
    inspection,
    lines: recordsIn(files, state.folder).lines(inspection),
    known: [known],
  });
  return verdict.holds ? null : verdict.why;
};

type Noting = { noting: boolean };

const open =
  ({ noting }: Noting): Keeper['open'] =>
  async ({ state, files }) => {
    const store = await jsonLines({ folder: state.folder, files, random: randomBytes, report: () => {} });
    /** As before each head that leaves the app. */
    const note = async (n: number, hash: string): Promise<void> => {
      const first = (await store.read(inspection, 0))[0]?.hash ?? hash;
      await store.noteHeads([{ inspection, channel: null, first, head: { version: n + 1, hash }, of: null }]);
    };
    const keep = async (n: number): Promise<string> => {
      for (;;) {
        try {
          const { hash } = await store.append(inspection, n, draft(n, textOf(n)));
          if (noting) await note(n, hash);
          return hash;
        } catch (error) {
          if (!mayTryAgain(error)) throw error;
        }
      }
    };
    return {
      keep,
      erase: (n) => store.erase(inspection, n + 1),
      found: async () => {
        const entries = await store.read(inspection, 0);
        if (!chainHolds(entries)) throw new Error('the chain was given back broken');
        return new Map(entries.map((entry, n) => [n, foundIn(entry)]));
      },
      close: () => store.close(),
    };
  };

/** Fortnight's own store, by its real code. What could not be kept is tried again. */
export const ours: Keeper = { name: 'Fortnight', apart: 1, complaint, open: open({ noting: false }) };

/** The same, where after each item the head of the record leaves the app. */
export const oursNoting: Keeper = { ...ours, open: open({ noting: true }) };

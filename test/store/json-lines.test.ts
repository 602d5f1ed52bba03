import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import type { Store } from '../../src/store/port.ts';
import { storeContract } from './contract.ts';

storeContract('JSON Lines', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'fortnight-'));
  const open = () => jsonLines({ folder, files: realFiles, random: randomBytes, report: () => {} });
  const store = await open();
  const stores: Store[] = [store];
  return {
    store,
    reopen: async () => {
      const again = await open();
      stores.push(again);
      return again;
    },
    remove: async () => {
      for (const store of stores) await store.close();
      await rm(folder, { recursive: true });
    },
  };
});

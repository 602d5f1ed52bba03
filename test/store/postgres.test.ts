import { randomBytes } from 'node:crypto';
import { postgres } from '../../src/store/postgres.ts';
import { aDatabase } from '../support/postgres.ts';
import { storeContract } from './contract.ts';

storeContract('PostgreSQL', async () => {
  const address = await aDatabase();
  const open = () => postgres({ address, random: randomBytes, report: () => {} });
  const stores = [await open()];
  const [store] = stores;
  if (!store) throw new Error('No store');
  return {
    store,
    reopen: async () => {
      const again = await open();
      stores.push(again);
      return again;
    },
    remove: async () => {
      for (const store of stores) await store.close();
    },
  };
});

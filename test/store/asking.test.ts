import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askOwner, NotAnswered } from '../../src/store/asking.ts';
import { aFolder, opened } from './opened.ts';

describe('asking the process that owns a data folder', () => {
  it('[S23] is answered by its app, whatever values there are, and by nobody once that has ended', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    store.answering(async (request) => ({ heard: request }));
    const request = { note: 'two\nlines', to: ['ana', null, 3] };
    expect(await askOwner({ folder }, request)).toEqual({ heard: request });
    await store.close();
    expect(await askOwner({ folder }, request)).toBeNull();
  });

  it('[S23] is answered by nobody where nobody ever was, and where there is no folder', async () => {
    const folder = await aFolder();
    expect(await askOwner({ folder }, 1)).toBeNull();
    expect(await askOwner({ folder: join(folder, 'none') }, 1)).toBeNull();
  });

  it('[S23] tells why it was not done', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    await expect(askOwner({ folder }, 1)).rejects.toThrow(
      new NotAnswered('it takes no requests; ask again once it is done'),
    );
    store.answering(async () => {
      throw new Error('There is no inspection northmoor.');
    });
    await expect(askOwner({ folder }, 1)).rejects.toThrow(new NotAnswered('There is no inspection northmoor.'));
  });

  it('[S23] is not done where the request is longer than any is', async () => {
    const folder = await aFolder();
    const { store } = await opened(folder);
    let asked = 0;
    store.answering(async () => {
      asked += 1;
      return asked;
    });
    await expect(askOwner({ folder }, 'x'.repeat(270_000))).rejects.toThrow(/did not answer/);
    expect(await askOwner({ folder }, 'x'.repeat(260_000))).toBe(1);
  });

  it('[S23] works however long the path of the folder is, and for its own account only', async () => {
    const folder = join(await aFolder(), 'a-long-name-'.repeat(10), 'a-long-name-'.repeat(10));
    await mkdir(folder, { recursive: true });
    const { store } = await opened(folder);
    store.answering(async (request) => request);
    expect(await askOwner({ folder }, 'here')).toBe('here');
    expect(((await stat(join(folder, 'owner.sock'))).mode & 0o777).toString(8)).toBe('600');
  });
});

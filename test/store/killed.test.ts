import { describe, expect, it } from 'vitest';
import { chainHolds } from './chain-holds.ts';
import { startRecording } from './child.ts';
import { inspection } from './drafts.ts';
import { aFolder, opened } from './opened.ts';

describe('an app that is killed while it records', () => {
  it('[S16] has lost nothing that it acknowledged, a dozen times in a row', async () => {
    const folder = await aFolder();
    const acknowledged = new Map<number, string>();
    for (let round = 1; round <= 12; round += 1) {
      const child = await startRecording(folder, inspection, Number.MAX_SAFE_INTEGER);
      for (let heard = 0; heard < round * 11; heard += 1) {
        const { value } = await child.lines.next();
        const [version, hash] = String(value).split(' ');
        acknowledged.set(Number(version), hash ?? '');
      }
      await child.kill();
      for (let said = await child.lines.next(); !said.done; said = await child.lines.next()) {
        const [version, hash] = said.value.split(' ');
        if (hash?.length === 64) acknowledged.set(Number(version), hash);
      }
      const { store } = await opened(folder);
      const found = await store.read(inspection, 0);
      for (const [version, hash] of acknowledged) expect(found[version - 1]?.hash).toBe(hash);
      expect(found.length).toBeLessThanOrEqual(Math.max(...acknowledged.keys()) + 3);
      expect(chainHolds(found)).toBe(true);
      await store.close();
    }
  });
});

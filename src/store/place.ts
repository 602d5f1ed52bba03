import { existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** By which the kernel names what shows its own state as files (statfs(2)): /proc and /sys keep nothing, and making a folder there may not end. */
const ofTheKernel = new Set([0x9fa0, 0x62656572]);

/** Whether nothing can be kept there. The folder need not exist. */
export const keepsNothing = (folder: string): boolean => {
  let there = resolve(folder);
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  return ofTheKernel.has(statfsSync(there).type);
};

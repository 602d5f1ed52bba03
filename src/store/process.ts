import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process: `boot` and `started` tell it from a later one that was given the same id. Null where the system doesn't say. */
export type Process = { pid: number; host: string; boot: string | null; started: string | null };

/** What the kernel says in a small file, or null where it has no such file. */
const kernelSays = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
};

/** Field 22 of /proc/<pid>/stat (proc(5)), after the name, which may hold spaces and brackets. Null for one that has ended. */
const startInKernelTicks = (pid: number): string | null => {
  const stat = kernelSays(`/proc/${pid}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  const ended = fields[0] === 'Z' || fields[0] === 'X';
  return ended ? null : (fields[19] ?? null);
};

const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Not allowed to ask means that there is one.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
};

/** When that process began; `unknown` where the system doesn't say; null if no such process runs. */
export const startOf = (pid: number): string | null => {
  if (!runs(pid)) return null;
  const told = kernelSays(`/proc/${pid}/stat`) !== null;
  return told ? startInKernelTicks(pid) : 'unknown';
};

export const thisProcess = (): Process => ({
  pid: process.pid,
  host: hostname(),
  boot: kernelSays('/proc/sys/kernel/random/boot_id'),
  started: startInKernelTicks(process.pid),
});

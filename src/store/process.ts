import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Which process, for people to read, and in which boot of which kernel it runs: null where the system doesn't say. */
export type Process = { pid: number; host: string; boot: string | null };

const bootOf = (): string | null => {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return null;
  }
};

export const thisProcess = (): Process => ({ pid: process.pid, host: hostname(), boot: bootOf() });

/** Containers share a kernel whatever their names are; where no boot is told, the host's name stands for it. */
export const onOneKernel = (one: Process, other: Process): boolean =>
  one.boot === other.boot && (one.boot !== null || one.host === other.host);

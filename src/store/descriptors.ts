import { constants } from 'node:fs';
import type { Files } from './files.ts';

/** Files kept open for appending. More than `most` are open only while more than that are written to at once. */
export type Descriptors = {
  /** Lends a file's descriptor for the time of one use, opening the file if need be, and making it where `make` says so. */
  use<Value>(path: string, make: boolean, act: (descriptor: number) => Promise<Value>): Promise<Value>;
  /** Closes that file, so that its next use opens it afresh. Not while it is in use. */
  letGo(path: string): Promise<void>;
  letGoOfAll(): Promise<void>;
};

export const descriptorsFor = (files: Files, most: number): Descriptors => {
  // In the order of their last use, the oldest first.
  const open = new Map<string, number>();
  const inUse = new Set<string>();
  const flags = constants.O_RDWR | constants.O_APPEND | files.waitForDisk;

  const letGo = async (path: string): Promise<void> => {
    const descriptor = open.get(path);
    open.delete(path);
    // Every byte was synced before it was acknowledged, so nothing is lost where closing fails.
    if (descriptor !== undefined) await files.close(descriptor).catch(() => undefined);
  };

  const letGoOfIdle = async (room: number): Promise<void> => {
    for (const path of [...open.keys()]) {
      if (open.size + room <= most) return;
      if (!inUse.has(path)) await letGo(path);
    }
  };

  const opened = async (path: string, make: boolean): Promise<number> => {
    await letGoOfIdle(1);
    return files.open(path, make ? flags | constants.O_CREAT : flags, 0o600);
  };

  return {
    use: async (path, make, act) => {
      inUse.add(path);
      try {
        const descriptor = open.get(path) ?? (await opened(path, make));
        open.delete(path);
        open.set(path, descriptor);
        return await act(descriptor);
      } finally {
        inUse.delete(path);
        if (open.size > most) await letGoOfIdle(0);
      }
    },
    letGo,
    letGoOfAll: async () => {
      for (const path of [...open.keys()]) await letGo(path);
    },
  };
};

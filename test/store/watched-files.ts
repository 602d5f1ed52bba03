import { basename } from 'node:path';
import { type Files, realFiles } from '../../src/store/files.ts';

/** One thing asked of the file system: which operation, on which file, with how many bytes, what length or which flags. */
export type Step = { operation: keyof Files; file: string; amount: number };

/** What becomes of a step: it goes ahead, fails with that error code, or (a write) takes only so many bytes. */
export type Fate = 'goes ahead' | { fails: string } | { takes: number };

export type Watched = {
  files: Files;
  /** Each step as it is begun ("write a.jsonl") and as it is over ("write a.jsonl done", "write a.jsonl failed"). */
  log: string[];
  steps: Step[];
  /** Decides, when it is begun, what becomes of a step, and may take its time over it. */
  fate: (step: Step) => Fate | Promise<Fate>;
};

/** The real file system, watched, where a step may fail as on a disk that is full or broken. */
export const watchedFiles = (waitForDisk = realFiles.waitForDisk): Watched => {
  const names = new Map<number, string>();
  const nameOf = (descriptor: number): string => names.get(descriptor) ?? '';

  const step = async <Value>(
    operation: keyof Files,
    path: string,
    amount: number,
    act: (most: number) => Promise<Value>,
  ): Promise<Value> => {
    const file = basename(path).startsWith('fortnight-') ? 'the folder' : basename(path);
    watched.steps.push({ operation, file, amount });
    watched.log.push(`${operation} ${file}`);
    const fate = await watched.fate({ operation, file, amount });
    if (fate !== 'goes ahead' && 'fails' in fate) {
      watched.log.push(`${operation} ${file} failed`);
      throw Object.assign(new Error(fate.fails), { code: fate.fails });
    }
    const value = await act(fate === 'goes ahead' ? amount : fate.takes);
    watched.log.push(`${operation} ${file} done`);
    return value;
  };

  const files: Files = {
    ...realFiles,
    waitForDisk,
    open: (path, flags, mode) =>
      step('open', path, flags, async () => {
        const descriptor = await realFiles.open(path, flags, mode);
        names.set(descriptor, path);
        return descriptor;
      }),
    write: (descriptor, bytes) =>
      step('write', nameOf(descriptor), bytes.length, (most) => realFiles.write(descriptor, bytes.subarray(0, most))),
    truncate: (descriptor, length) =>
      step('truncate', nameOf(descriptor), length, () => realFiles.truncate(descriptor, length)),
    dataSync: (descriptor) => step('dataSync', nameOf(descriptor), 0, () => realFiles.dataSync(descriptor)),
    sync: (descriptor) => step('sync', nameOf(descriptor), 0, () => realFiles.sync(descriptor)),
    close: (descriptor) => step('close', nameOf(descriptor), 0, () => realFiles.close(descriptor)),
    rename: (from, to) => step('rename', to, 0, () => realFiles.rename(from, to)),
    remove: (path) => step('remove', path, 0, () => realFiles.remove(path)),
    makeFolder: (path, mode) => step('makeFolder', path, mode, () => realFiles.makeFolder(path, mode)),
  };
  const watched: Watched = { files, log: [], steps: [], fate: () => 'goes ahead' };
  return watched;
};

/** Lets that step happen only when `release` is called; `reached` resolves when it is begun. */
export const held = (watched: Watched, operation: keyof Files, file: string) => {
  let release = (): void => {};
  let arrived = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  watched.fate = async (step): Promise<Fate> => {
    if (step.operation !== operation || step.file !== file) return 'goes ahead';
    arrived();
    await released;
    return 'goes ahead';
  };
  return { reached, release: () => release() };
};

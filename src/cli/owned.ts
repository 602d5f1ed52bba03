import { randomBytes } from 'node:crypto';
import { realFiles } from '../store/files.ts';
import { jsonLines } from '../store/json-lines.ts';
import { FolderTaken } from '../store/owner.ts';
import type { Environment, ExitCode } from './word.ts';

/** Runs `act` while this process owns the data folder, which no app may use meanwhile; says who does where one does. */
export const owning = async (
  folder: string,
  environment: Environment,
  act: () => Promise<ExitCode>,
): Promise<ExitCode> => {
  try {
    const store = await jsonLines({ folder, files: realFiles, random: randomBytes, report: () => undefined });
    try {
      return await act();
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof FolderTaken)) throw error;
    environment.complain(error.message);
    return 1;
  }
};

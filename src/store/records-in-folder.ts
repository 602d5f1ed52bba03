import type { Files } from './files.ts';
import { historiesIn, lengthIn, pathOf } from './folder.ts';
import { appendHeads, missing, noteBeside, readHeads } from './heads.ts';
import { listHistories } from './listing.ts';
import { addNews } from './log-file.ts';
import { linesIn } from './opening.ts';
import { operationsFile, operationsIn } from './operations.ts';
import { putHistories, removeHistory } from './placing.ts';
import type { Records } from './records.ts';

/** The records of a folder. Who puts or removes some there owns it. */
export const recordsIn = (files: Files, folder: string): Records => ({
  called: folder,
  place: { folder },
  log: operationsFile(folder),
  missing,
  lengths: async () =>
    new Map((await historiesIn(files, folder)).map((name) => [name, lengthIn(files, folder)(name) ?? 0])),
  lines: (history) => linesIn(files, pathOf(folder, history)),
  list: (tell) => listHistories(files, folder, tell),
  heads: () => readHeads(files, folder),
  addHeads: (heads) => appendHeads(files, folder, heads),
  noteBeside: (head) => noteBeside(files, folder, head),
  operations: () => operationsIn(files, folder),
  note: (operations) => addNews(files, operationsFile(folder), operations),
  put: (brought) => putHistories({ files, folder }, brought),
  remove: async (histories) => {
    // First, so that nothing is missed that was to go; a removal cut short is done by asking again.
    await appendHeads(
      files,
      folder,
      histories.map((inspection) => ({ inspection, gone: true })),
    );
    for (const each of histories) await removeHistory({ files, folder }, each);
  },
});

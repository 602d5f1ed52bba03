import {
  type Inspections,
  type KeptInspection,
  openInspections,
  type Refused,
  type RequestedBy,
} from '../../src/inspections.ts';
import { type Files, realFiles } from '../../src/store/files.ts';
import type { Store } from '../../src/store/port.ts';
import { aFolder, opened } from '../store/opened.ts';
import { framework } from '../support/frameworks.ts';
import { minute, person } from '../support/given.ts';
import type { Who } from '../support/people.ts';
import { startNorthmoor } from '../support/sent.ts';

export const northmoor = 'northmoor-2013-11-19';

let requests = 0;
/** Who asks at that minute after nine, with a request of its own. */
export const by = (who: Who, at = 1): RequestedBy => {
  requests += 1;
  return { person: person(who), at: minute(at), request: `request ${requests}` };
};

export type Running = {
  folder: string;
  store: Store;
  inspections: Inspections;
  /** What was closed, by name. */
  damaged: string[];
  /** The same record, opened anew from its files. */
  reopened: (files?: Files) => Promise<Running>;
};

const running = async (folder: string, files: Files): Promise<Running> => {
  const { store } = await opened(folder, files);
  const damaged: string[] = [];
  const inspections = await openInspections(store, (inspection) => damaged.push(inspection));
  return {
    folder,
    store,
    inspections,
    damaged,
    reopened: async (next = realFiles) => {
      await store.close();
      return running(folder, next);
    },
  };
};

/** No inspection yet, in a real folder of its own. */
export const empty = async (files = realFiles): Promise<Running> => running(await aFolder(), files);

/** Northmoor, started by its lead under the single inspection framework. */
export const started = async (files = realFiles): Promise<Running> => {
  const record = await empty(files);
  kept(await record.inspections.start(startNorthmoor(framework('sif-2013')), by('lead', 0)));
  return record;
};

/** What must have been kept. @throws with the refusals, when it was refused */
export const kept = <Kept extends Pick<KeptInspection, 'entry'>>(outcome: Kept | Refused): Kept => {
  if ('refusals' in outcome) throw new Error(`Refused: ${JSON.stringify(outcome.refusals)}`);
  return outcome;
};

/** The words of what must have been refused. */
export const refused = (outcome: Pick<KeptInspection, 'entry'> | Refused): string => {
  if (!('refusals' in outcome)) throw new Error(`Kept as entry ${outcome.entry.header.version}`);
  return outcome.refusals.map(({ field, words }) => `${field}: ${words}`).join('\n');
};

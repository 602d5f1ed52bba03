import { givingWay } from '../inspections/giving-way.ts';
import { outgoing, restrictedHistory, whyClosed } from '../inspections.ts';
import { papersOf } from '../reports/papers.ts';
import { type Copy, copyHistory } from '../store/copy.ts';
import { realFiles } from '../store/files.ts';
import { differs } from '../store/heads.ts';
import { note } from '../store/operations.ts';
import { Damaged } from '../store/port.ts';
import type { Records } from '../store/records.ts';
import { type AskedPaper, namesOfPaper } from '../words/export.ts';
import { counted } from '../words/message.ts';
import { argumentsOf, oneInspection } from './arguments.ts';
import { bankHolidays, noInspection, readingOf, whereWritable } from './data-folder.ts';
import { writeExport } from './export-folder.ts';
import { lookingAt } from './kept.ts';
import { type Environment, type ExitCode, NotDone, type Word, WrongUsage } from './word.ts';

/** `only`: one paper of it, or how to tell from the record which. */
type Asked = {
  inspection: string;
  to: string;
  restricted: boolean;
  only?: AskedPaper | ((record: Copy) => AskedPaper);
};

const askedFrom = (args: readonly string[]): Asked => {
  const { positionals, values } = argumentsOf(args, {
    format: { type: 'string' },
    to: { type: 'string' },
    restricted: { type: 'boolean' },
  });
  const inspection = oneInspection(positionals);
  if ((values.format ?? 'json') !== 'json')
    throw new WrongUsage(`There is no format "${values.format}". There is json.`);
  if (!values.to) throw new WrongUsage('Say where, with --to and a folder that is empty or not there yet.');
  return { inspection, to: values.to, restricted: values.restricted === true };
};

/** Writes a record, or one paper of it, into a folder. */
export const exported = async (there: Records, asked: Asked, environment: Environment): Promise<ExitCode> => {
  const { inspection: id, to } = asked;
  const { known } = await there.heads();
  const which = (history: string) => history === id || (asked.restricted && history === restrictedHistory(id));
  const records = await readingOf(environment, 'Exporting', { records: there, times: 2, which });
  const copy = async (inspection: string): Promise<Copy | null> => {
    const found = await copyHistory(inspection, records.lines(inspection));
    const noted = known.get(inspection)?.head;
    const then = found?.entries[(noted?.version ?? 0) - 1]?.hash ?? null;
    const why = noted && (found ? differs(noted, then, found.head.version) : records.missing);
    if (why) throw new Damaged(inspection, why);
    return found;
  };
  const ordinary = await copy(id);
  if (ordinary === null) throw noInspection(id);
  const restricted = asked.restricted ? await copy(restrictedHistory(id)) : null;
  const closed = [ordinary, restricted].flatMap(
    (each) => each?.entries.flatMap((entry) => whyClosed(entry) ?? []) ?? [],
  );
  if (closed[0]) throw new NotDone(`${id} holds, but it is closed: ${closed[0]}.`);
  const { bytes } = await givingWay(outgoing(ordinary));
  const whole = { to: 'a folder', id, ordinary: bytes, restricted: restricted?.bytes ?? null } as const;
  const paper = typeof asked.only === 'function' ? asked.only(ordinary) : asked.only;
  const only = paper ? { only: paper } : {};
  await writeExport(realFiles, to, await papersOf({ ...whole, ...only, holidays: bankHolidays() }));
  const { version, hash } = ordinary.head;
  environment.print(
    `${paper ? namesOfPaper(id, paper).join(' and ') : id} is in ${to}: ${counted(version, 'entry', 'entries')}, head ${version}:${hash}`,
  );
  if (restricted)
    environment.print('The restricted record is with it. Give it to those who may read it, and nobody else.');
  else if (asked.restricted) environment.print('There is no restricted record.');
  if (!paper) environment.print(`Check it with: node ${to}/verify.mjs`);
  await whereWritable(environment, records, 'The export', async () => {
    const noted = {
      did: 'export',
      inspection: id,
      head: `${version}:${hash}`,
      to,
      restricted: asked.restricted,
    } as const;
    await note(records, noted);
    await records.noteBeside({ inspection: id, head: ordinary.head });
  });
  return 0;
};

/** Takes an inspection out: beside a running app or without one. */
export const exportWord: Word = {
  name: 'export',
  usage: '<inspection> --to <folder> [--format json] [--restricted]',
  about:
    'Writes the record, a copy to be read (Word, Excel, Markdown), the framework, what was posted and a verifier that needs only Node into an empty folder. Restricted evidence only where asked for.',
  run: async (args, environment) => {
    const asked = askedFrom(args);
    return lookingAt(environment, (records) => exported(records, asked, environment));
  },
};

import type { Inspection } from '../domain/inspection.ts';
import type { RequestedBy } from '../inspections.ts';
import { namesForAPerson, papersOf } from '../reports/papers.ts';
import {
  type AskedPaper,
  fileComes,
  fileNotSent,
  namesOfPaper,
  nothingWasSent,
  paperNote,
  type SentFile,
  takenOutNote,
  tookOut,
} from '../words/export.ts';
import { says } from '../words/message.ts';
import { slackError } from './errors.ts';
import type { Shell } from './shell.ts';
import type { Surface } from './surface.ts';
import { uploading } from './upload.ts';

type TakenOut = { restricted: boolean; only?: AskedPaper };

/** Sends the record to whoever asks for it, in a direct message. That it was handed out is kept first. */
export const takingOut = (shell: Shell) => {
  const { inspections, sender, fault, holidays } = shell;
  const upload = uploading(shell);

  const send = async (inspection: Inspection, { restricted, only }: TakenOut, user: string): Promise<void> => {
    const { id } = inspection;
    const [ordinary, other] = await Promise.all([
      inspections.copyOf(id),
      restricted ? inspections.copyOfRestricted(id) : null,
    ]);
    if (ordinary === null) throw new Error(`${id} has no record`);
    const whole = { to: 'a person', id, ordinary: ordinary.bytes, restricted: other?.bytes ?? null, holidays } as const;
    const files = await papersOf(only ? { ...whole, only } : whole);
    if (only) {
      await upload(user, paperNote(inspection, ordinary.head, only), files);
      return;
    }
    const wordless = ordinary.entries.filter(({ events }) => events === null).length;
    await upload(user, takenOutNote(inspection, ordinary.head, other?.head ?? null, wordless), files);
  };

  /** Somebody waits for files that do not come: they are told, and where even that fails the log has it. */
  const tellOfFault = async (words: string, user: string): Promise<void> => {
    try {
      await sender.tell(user, says(words));
    } catch (another) {
      fault(another);
    }
  };

  const takeOut = async (out: TakenOut, surface: Surface, id: string, context: RequestedBy): Promise<void> => {
    // The narrower right first: where it is refused, nothing is kept of either.
    const other = out.restricted
      ? await inspections.recordRestricted(
          id,
          { type: 'RecordRestrictedExport', files: namesForAPerson(id).restricted },
          context,
        )
      : null;
    if (other && 'refusals' in other) return surface.refuse(other.refusals);
    const files = out.only ? namesOfPaper(id, out.only) : namesForAPerson(id).ordinary;
    const kept = await inspections.record(id, { type: 'RecordExport', files }, context);
    if ('refusals' in kept) return surface.refuse(kept.refusals);
    // The files come in a direct message, whether or not this answer is shown.
    await surface.say(tookOut(kept.entry.hash)).catch(fault);
    if (kept.again) return;
    const { inspection } = kept;
    const { user } = context.person;
    await send(inspection, out, user).catch((error: unknown) =>
      tellOfFault(nothingWasSent(inspection, slackError(error), fault(error)), user),
    );
  };

  /** Sends a file of which nothing is kept. */
  const sendFile = async (file: SentFile, surface: Surface, user: string): Promise<void> => {
    await surface.say(fileComes(file));
    await upload(user, file.note, [file]).catch((error: unknown) =>
      tellOfFault(fileNotSent(file, slackError(error), fault(error)), user),
    );
  };

  return { takeOut, sendFile };
};

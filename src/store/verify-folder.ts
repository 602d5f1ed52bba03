import { anothers, expected, inspectionOf, whyAbsent } from './absence.ts';
import type { Files } from './files.ts';
import { historiesIn } from './folder.ts';
import { readHeads } from './heads.ts';
import type { Entry, Head } from './port.ts';
import { noRecord, type Verdict, verifyHistory } from './verify.ts';

type Asked = {
  files: Files;
  folder: string;
  /** One inspection, with what is known of its head from elsewhere; null for all there are. */
  only: { inspection: string; known: Head | null } | null;
  whyClosed?: ((entry: Entry) => string | undefined) | undefined;
};

/**
 * Checks the records of a folder, or those of one inspection: also that none is missing, shorter than it was known to be, or beside
 * another record than its own. Owns and changes nothing. Tells each verdict as soon as it is there; `noted` where a head is known.
 */
export const verifyFolder = async (
  { files, folder, only, whyClosed }: Asked,
  tell: (verdict: Verdict, noted: boolean) => void,
): Promise<void> => {
  const place = { files, folder, heads: await readHeads(files, folder) };
  const there = expected(await historiesIn(files, folder), place.heads);
  const chosen = only ? [only.inspection, ...there.filter((name) => name === `${only.inspection}.restricted`)] : there;
  const firsts = new Map<string, string>();
  for (const inspection of chosen) {
    const noted = place.heads.known.get(inspection);
    const known = [only?.inspection === inspection ? only.known : null, noted?.head ?? null].filter(
      (head) => head !== null,
    );
    const verdict = await verifyHistory({ files, folder, inspection, known, whyClosed });
    const first = verdict.holds ? verdict.first : null;
    if (first) firsts.set(inspection, first.hash);
    const belongs = first?.header.of ?? noted?.of;
    const own = inspectionOf(inspection) === inspection ? undefined : firsts.get(inspectionOf(inspection));
    const isAnothers = belongs && own && belongs !== own ? anothers : null;
    const why = isAnothers ?? (isNothing(verdict) ? whyAbsent(place, inspection) : null);
    tell(why === null ? verdict : { inspection, holds: false, version: 1, why }, noted !== undefined);
  }
};

/** Whether no entry was found, and nothing else was wrong. */
const isNothing = (verdict: Verdict): boolean => (verdict.holds ? verdict.first === null : verdict.why === noRecord);

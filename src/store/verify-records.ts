import { anothers, expected, inspectionOf, whyAbsent } from './absence.ts';
import type { Entry, Head } from './port.ts';
import type { Records } from './records.ts';
import { noRecord, type Verdict, verifyHistory } from './verify.ts';

type Asked = {
  records: Pick<Records, 'heads' | 'lengths' | 'lines' | 'missing'>;
  /** One inspection, with what is known of its head from elsewhere; null for all there are. */
  only: { inspection: string; known: Head | null } | null;
  whyClosed?: ((entry: Entry) => string | undefined) | undefined;
};

/**
 * Checks all records, or those of one inspection: also that none is missing, shorter than it was known to be, or beside
 * another record than its own. Changes nothing. Tells each verdict as soon as it is there; `noted` where a head is known.
 */
export const verifyRecords = async (
  { records, only, whyClosed }: Asked,
  tell: (verdict: Verdict, noted: boolean) => void,
): Promise<void> => {
  const heads = await records.heads();
  const lengths = await records.lengths();
  const place = { heads, missing: records.missing, lengthOf: (name: string) => lengths.get(name) ?? null };
  const there = expected([...lengths.keys()], heads);
  const chosen = only ? [only.inspection, ...there.filter((name) => name === `${only.inspection}.restricted`)] : there;
  const firsts = new Map<string, string>();
  for (const inspection of chosen) {
    const noted = heads.known.get(inspection);
    const known = [only?.inspection === inspection ? only.known : null, noted?.head ?? null].filter(
      (head) => head !== null,
    );
    const verdict = await verifyHistory({ inspection, lines: records.lines(inspection), known, whyClosed });
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

import { z } from 'zod';
import type { Area, Heading } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import type { Refusal } from '../refusal.ts';
import { typed, typedOrNothing } from '../text/typed.ts';
import { chosenIds } from './evidence-content.ts';
import { wrongToRestOn } from './resting.ts';

/** What a finding says: as it is sent, and as it is kept. */

const chosen = z
  .string()
  .nullish()
  .transform((id) => id || null);

export const findingFields = {
  heading: z.string('Choose the heading it stands under.'),
  area: chosen,
  text: typed('Say what was found, and what it means for {children}.'),
  /** The agency it is about; null for the authority where there are no others, and for all of them together. */
  agency: chosen,
  evidence: chosenIds,
  remedy: typedOrNothing,
  /** That nothing was found under a heading for the whole inspection; `text` then says what was looked at. */
  none: z.boolean().default(false),
};

export const findingContent = z.strictObject({
  heading: z.string(),
  area: z.string().nullable(),
  text: z.string(),
  agency: z.string().nullable(),
  evidence: z.array(z.string()),
  remedy: z.string().nullable(),
  none: z.boolean().default(false),
});
export type FindingContent = z.infer<typeof findingContent>;

/** The areas in which this framework finds: results given from elsewhere are none. */
export const areasOfFindings = ({ framework }: Inspection): Area[] =>
  framework.areas.filter(({ kind }) => kind !== 'input');

/** @throws RangeError when the framework has no such heading */
export const headingOf = ({ framework }: Inspection, id: string): Heading => {
  const found = framework.findings.find((heading) => heading.id === id);
  if (!found) throw new RangeError(`${framework.id} has no heading "${id}"`);
  return found;
};

const wrongEvidence = (inspection: Inspection, { evidence, area, none }: FindingContent): string | null => {
  const within = inspection.framework.areas.find(({ id }) => id === area);
  if (evidence.length === 0 && !none)
    return 'A finding rests on evidence. Choose at least one item, or record one first.';
  return wrongToRestOn(inspection, evidence, within);
};

/**
 * What the team says already that contradicts a finding: that none was found under its heading, or what was; null where
 * nothing does.
 */
export const contradicting = (inspection: Inspection, content: FindingContent, item: string | null): string | null => {
  const said = [...inspection.findings.values()].find(
    (each) =>
      each.item !== item &&
      each.adopted !== null &&
      each.withdrawn === null &&
      each.content.heading === content.heading &&
      each.content.none !== content.none,
  );
  if (!said) return null;
  const { label } = headingOf(inspection, content.heading);
  const says = content.none ? `stands under ${label}` : `says that none was found under ${label}`;
  return `${said.item} ${says}. Withdraw it first.`;
};

/** What is wrong with a finding under this framework, each at its field. */
export const wrongFinding = (inspection: Inspection, content: FindingContent): Refusal[] => {
  const { framework } = inspection;
  const heading = framework.findings.find(({ id }) => id === content.heading);
  if (!heading) {
    const labels = framework.findings.map(({ label }) => label).join(', ');
    return [{ field: 'heading', words: `${framework.short} has the headings ${labels}. Choose one of these.` }];
  }
  const refusals: Refusal[] = [];
  if (heading.per === 'area' && !areasOfFindings(inspection).some(({ id }) => id === content.area))
    refusals.push({ field: 'area', words: `${heading.label} stand under an area. Choose one from the list.` });
  if (content.agency !== null && !framework.agencies.some(({ id }) => id === content.agency))
    refusals.push({ field: 'agency', words: `Choose one of the agencies that ${framework.short} inspects.` });
  if (heading.remedy && content.remedy === null && !content.none)
    refusals.push({ field: 'remedy', words: 'Say what would put it right. Nothing is found here without a remedy.' });
  const evidence = wrongEvidence(inspection, content);
  if (evidence !== null) refusals.push({ field: 'evidence', words: evidence });
  return refusals;
};

/** As it is kept: no area under a heading for the whole inspection, no remedy where none is asked for or nothing was found. */
export const tidyFinding = (inspection: Inspection, content: FindingContent): FindingContent => {
  const heading = inspection.framework.findings.find(({ id }) => id === content.heading);
  const none = content.none && heading?.per === 'inspection';
  return {
    ...content,
    area: heading?.per === 'area' ? content.area : null,
    remedy: heading?.remedy && !none ? content.remedy : null,
    agency: none ? null : content.agency,
    none,
  };
};

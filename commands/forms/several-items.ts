import { areaOf } from '../../src/domain/framework.ts';
import { decide, inspectionCommand } from '../../src/domain/inspection.ts';
import type { EvidenceContent } from '../../src/domain/matters/evidence.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { restrictedItem } from '../../src/domain/restricted/item.ts';
import { decideRestricted, emptyRestricted, restrictedCommand } from '../../src/domain/restricted.ts';
import type { AskOfInspection, ToKeep } from '../contract.ts';
import { type About, one, type Values } from '../form.ts';
import { fieldsOf, fromOf, isRestricted } from './evidence-values.ts';
import { linesOf, severalLines } from './several-lines.ts';

/** One item out of several lines: how it stood in the box, and what is sent for it. */
export type LineItem = { typed: string; keep: ToKeep };

/** At most as many at once: what a person can look through before saving, well within the time Slack gives. */
export const mostAtOnce = 20;

/** Whether a text may become several items. What is left of several is treated so even where it is one line. */
export const hasSeveral = (values: Values, about: About): boolean =>
  linesOf(one(values, 'text') ?? '').length > (about.rest ? 0 : 1);

/** One command a line. What a line does not say of itself is as the form's fields say. */
export const itemsIn = (ask: AskOfInspection, values: Values, about: About): LineItem[] => {
  const { framework } = ask.inspection;
  const fields = fieldsOf(values);
  const from = fromOf(about);
  return severalLines(framework, one(values, 'text') ?? '', about.dashes === 'sign').map((line, index) => {
    const areas = line.area ? [line.area] : fields.areas;
    const known = framework.areas
      .filter(({ id }) => areas.includes(id))
      .flatMap(({ id }) => areaOf(framework, id).criteria.map((criterion) => criterion.id));
    const content = {
      ...fields,
      areas,
      text: line.text,
      sign: line.sign ?? fields.sign,
      case: line.case ?? fields.case,
      // The criteria chosen are those of the form's areas; a line of another area has none of them.
      criteria: line.area ? fields.criteria.filter((id) => known.includes(id)) : fields.criteria,
      from,
    };
    return { typed: line.typed, keep: toKeep(ask, values, content, index > 0 || about.further === 'yes') };
  });
};

/** What is sent for one new item; `further` for one that follows another out of the same message. */
export const toKeep = (
  ask: AskOfInspection,
  values: Values,
  content: ReturnType<typeof fieldsOf> & { from: ReturnType<typeof fromOf> },
  further: boolean,
): ToKeep =>
  isRestricted(values)
    ? { in: 'restricted', command: { type: 'RecordRestrictedEvidence', item: restrictedItem(ask.chance), ...content } }
    : { in: 'inspection', command: { type: 'RecordEvidence', ...content, further } };

export type Foreseen = { contents: EvidenceContent[] } | { refusals: Refusal[] };

/** What each would be kept as, decided on how things stand now; nothing is kept by this. */
export const foreseen = (ask: AskOfInspection, items: readonly LineItem[]): Foreseen => {
  const decided = items.map(({ keep }) => foreseenOne(ask, keep));
  const refusals = decided.flatMap((outcome, index) =>
    'refusals' in outcome ? outcome.refusals.map((refusal) => atLine(refusal, index + 1)) : [],
  );
  const once = refusals.filter(
    (refusal, index) =>
      refusals.findIndex((each) => each.field === refusal.field && each.words === refusal.words) === index,
  );
  if (once.length > 0) return { refusals: once };
  return { contents: decided.flatMap((outcome) => ('content' in outcome ? [outcome.content] : [])) };
};

const foreseenOne = (ask: AskOfInspection, keep: ToKeep): { content: EvidenceContent } | { refusals: Refusal[] } => {
  const by = { person: ask.by, at: ask.at };
  const door = keep.in === 'restricted' ? restrictedCommand : inspectionCommand;
  const read = door.safeParse(keep.command);
  if (!read.success) {
    return {
      refusals: read.error.issues.map(({ path: [field], message }) => ({ field: String(field), words: message })),
    };
  }
  const outcome =
    read.data.type === 'RecordRestrictedEvidence'
      ? decideRestricted(read.data, ask.restricted ?? emptyRestricted(), ask.inspection, by)
      : read.data.type === 'RecordEvidence'
        ? decide(read.data, ask.inspection, by)
        : { events: [] };
  if ('refusals' in outcome) return outcome;
  const [event] = outcome.events;
  if (event?.type !== 'EvidenceRecorded' && event?.type !== 'RestrictedEvidenceRecorded')
    throw new Error(`Recording evidence came to ${event?.type ?? 'nothing'}`);
  return { content: event.content };
};

/** A text is refused by its line; everything else is refused once for all. */
const atLine = ({ field, words }: Refusal, line: number): Refusal =>
  field === 'text' ? { field, words: `Line ${line}: ${words}` } : { field, words };

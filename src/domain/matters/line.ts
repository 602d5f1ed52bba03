import { z } from 'zod';
import { alter, changedBy, noSuchItem, nothingChanged } from '../changing.ts';
import { seen } from '../corrections.ts';
import { unknownAreas } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import { type By, type Person, samePerson } from '../people.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { may } from '../roles.ts';
import { notOnTeam, personOnTeam, roleOf } from '../standing.ts';
import { chosenIds } from './evidence-content.ts';
import {
  type Bearing,
  bearingOn,
  bearings,
  type LineContent,
  type LineStanding,
  type Links,
  lineContent,
  lineFields,
  link,
  settleFields,
  standings,
} from './line-content.ts';

/** Lines of enquiry: hypotheses that evidence confirms or contradicts, claims of the authority's self-evaluation among them. */

const openLine = z.strictObject({ type: z.literal('OpenLine'), ...lineFields });
const changeLine = z.strictObject({ type: z.literal('ChangeLine'), item: z.string(), seen, ...lineFields });
const settleLine = z.strictObject({ type: z.literal('SettleLine'), item: z.string(), ...settleFields });
/** Says of evidence that is there already which way it speaks on a line; `neither` takes it off the line. */
const linkEvidence = z.strictObject({
  type: z.literal('LinkEvidence'),
  item: z.string(),
  evidence: chosenIds.refine((ids) => ids.length > 0, 'Choose at least one item of evidence.'),
  bears: z.enum([...bearings, 'neither'], 'Choose which way it speaks.'),
});
const commands = [openLine, changeLine, settleLine, linkEvidence] as const;

const lineOpened = z.strictObject({ type: z.literal('LineOpened'), item: z.string(), ...lineContent.shape });
const lineChanged = z.strictObject({ type: z.literal('LineChanged'), item: z.string(), ...lineContent.shape });
const lineSettled = z.strictObject({
  type: z.literal('LineSettled'),
  item: z.string(),
  standing: z.enum(standings),
  reason: z.string().nullable(),
});
const evidenceLinked = z.strictObject({
  type: z.literal('EvidenceLinked'),
  item: z.string(),
  evidence: z.array(z.string()),
  bears: z.enum([...bearings, 'neither']),
});
const events = [lineOpened, lineChanged, lineSettled, evidenceLinked] as const;
type LineEvent = Of<typeof events>;

/** One line as it now stands. Earlier wordings and settlings stay in the history. */
export type EnquiryLine = {
  item: string;
  content: LineContent;
  by: Person;
  openedAt: string;
  standing: LineStanding;
  settled: { reason: string | null; by: Person; at: string } | null;
  links: Links;
};

const wrongLine = (
  content: Omit<LineContent, 'owner'>,
  owner: Person | undefined,
  inspection: Inspection,
): Refusal[] => {
  const refusals: Refusal[] = [];
  const unknown = unknownAreas(inspection.framework, content.areas);
  if (unknown !== null) refusals.push({ field: 'areas', words: unknown });
  if (!owner) refusals.push({ field: 'owner', words: notOnTeam });
  else if (!may(roleOf(inspection, owner), 'open lines of enquiry'))
    refusals.push({
      field: 'owner',
      words: 'This person records no evidence here, so cannot follow a line. Choose another.',
    });
  return refusals;
};

/** Why this person may not change or settle a line: its owner may, whoever opened it, and the leads. */
export const whyNotChangeLine = changedBy<EnquiryLine>({
  act: 'open lines of enquiry',
  others: 'settle anyone’s line of enquiry',
  sealed: true,
  isOwn: ({ content, by }, person) => samePerson(content.owner, person) || samePerson(by, person),
  over: () => null,
});

/** What stands in the way of calling it so: setting aside needs a reason, and so does a finding that no evidence bears out. */
export const withoutGrounds = (line: EnquiryLine, standing: LineStanding, inspection: Inspection): string | null => {
  if (standing === 'set-aside') return 'Say why it is set aside. The reason stays in the record.';
  const needed: Bearing | null = standing === 'confirmed' ? 'for' : standing === 'contradicted' ? 'against' : null;
  if (needed === null || bearingOn(line, needed, inspection).length > 0) return null;
  return `No evidence ${needed} it is linked. Link some first, or say here what it rests on.`;
};

const decideSettling = (
  { item, standing, reason }: z.infer<typeof settleLine>,
  line: EnquiryLine,
  inspection: Inspection,
): Decision<LineEvent> => {
  if (standing === line.standing && reason === (line.settled?.reason ?? null))
    return refuse('standing', `${item} stands so already. Choose another, or close the form.`);
  const lacks = reason === null ? withoutGrounds(line, standing, inspection) : null;
  return lacks === null ? { events: [{ type: 'LineSettled', item, standing, reason }] } : refuse('reason', lacks);
};

const decideLink = (command: z.infer<typeof linkEvidence>, inspection: Inspection): Decision<LineEvent> => {
  const { item, evidence, bears } = command;
  const missing = evidence.filter((each) => !inspection.evidence.has(each));
  if (missing.length > 0) return refuse('evidence', `There is no ${missing.join(', ')} here. Choose from the list.`);
  const withdrawn = evidence.filter((each) => inspection.evidence.get(each)?.withdrawn);
  if (withdrawn.length > 0 && bears !== 'neither')
    return refuse('evidence', `${withdrawn.join(', ')} was withdrawn, so it speaks for nothing. Take it out.`);
  return { events: [{ type: 'EvidenceLinked', item, evidence, bears }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<LineEvent> => {
  const line = command.type === 'OpenLine' ? null : inspection.lines.get(command.item);
  if (command.type !== 'OpenLine' && !line) return refuse(null, noSuchItem(inspection, command.item));
  if (command.type === 'LinkEvidence') return decideLink(command, inspection);
  const whyNot = line && whyNotChangeLine(inspection, line, by.person);
  if (whyNot) return refuse(null, whyNot);
  if (command.type === 'SettleLine') return line ? decideSettling(command, line, inspection) : { refusals: [] };
  const { hypothesis, origin, areas } = command;
  const owner = personOnTeam(inspection, command.owner);
  const refusals = wrongLine({ hypothesis, origin, areas }, owner, inspection);
  if (!owner || refusals.length > 0) return { refusals };
  const content = { hypothesis, origin, areas, owner };
  if (!line) return { events: [{ type: 'LineOpened', item: nextItem(inspection.items, 'L'), ...content }] };
  if (JSON.stringify(content) === JSON.stringify(line.content)) return refuse('hypothesis', nothingChanged(line.item));
  return { events: [{ type: 'LineChanged', item: line.item, ...content }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    lines: Map<string, EnquiryLine>;
  }
}

export const lineMatter = matter({
  commands,
  events,
  act: 'open lines of enquiry',
  sealed: true,
  begins: () => ({ lines: new Map() }),
  decide,
  evolve: {
    LineOpened: ({ lines }, { type: _, item, ...content }, { person: by, at }) =>
      void lines.set(item, { item, content, by, openedAt: at, standing: 'open', settled: null, links: new Map() }),
    LineChanged: ({ lines }, { type: _, item, ...content }) => alter(lines, item, { content }),
    LineSettled: ({ lines }, { item, standing, reason }, { person: by, at }) =>
      alter(lines, item, { standing, settled: { reason, by, at } }),
    EvidenceLinked: ({ lines }, { item, evidence, bears }) => {
      const line = lines.get(item);
      if (line) for (const each of evidence) link(line, each, bears === 'neither' ? null : bears);
    },
  },
  moves: 'changed',
  corrects: ['LineChanged'],
});

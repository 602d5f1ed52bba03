import { z } from 'zod';
import {
  alter,
  changedBy,
  noSuchItem,
  nothingChanged,
  type WhyNotChanged,
  type Withdrawn,
  withdrawnWords,
} from '../changing.ts';
import { seen } from '../corrections.ts';
import type { Entered, Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { type Moves, matter, type Of } from '../matter.ts';
import { onlyFor } from '../only-for.ts';
import type { By, Person } from '../people.ts';
import { type Decision, type Refusal, refuse } from '../refusal.ts';
import { may } from '../roles.ts';
import { nameOfPerson, roleOf } from '../standing.ts';
import { typed } from '../text/typed.ts';
import {
  contradicting,
  type FindingContent,
  findingContent,
  findingFields,
  tidyFinding,
  wrongFinding,
} from './finding-content.ts';
import { goneUnder } from './resting.ts';

/*
 * Where a framework speaks in words, a finding is what a grade is elsewhere: inspectors propose, lead and deputy decide. One by
 * lead or deputy is the team's at once; one proposed becomes the team's when either adopts it, as it is or put better.
 */

const recordFinding = z.strictObject({ type: z.literal('RecordFinding'), ...findingFields });
const editFinding = z.strictObject({ type: z.literal('EditFinding'), item: z.string(), seen, ...findingFields });
const adoptFinding = z.strictObject({ type: z.literal('AdoptFinding'), item: z.string() });
const withdrawFinding = z.strictObject({
  type: z.literal('WithdrawFinding'),
  item: z.string(),
  reason: typed('Say why it is withdrawn. The finding stays in the record, marked as withdrawn.'),
});
const commands = [recordFinding, editFinding, adoptFinding, withdrawFinding] as const;

/** `adopted`: whether it is the team's from then on, or proposed. */
const kept = { item: z.string(), content: findingContent, adopted: z.boolean() };
const findingRecorded = z.strictObject({ type: z.literal('FindingRecorded'), ...kept });
const findingEdited = z.strictObject({ type: z.literal('FindingEdited'), ...kept });
const findingAdopted = z.strictObject({ type: z.literal('FindingAdopted'), item: z.string() });
const findingWithdrawn = z.strictObject({
  type: z.literal('FindingWithdrawn'),
  item: z.string(),
  reason: z.string(),
});
const events = [findingRecorded, findingEdited, findingAdopted, findingWithdrawn] as const;
type FindingEvent = Of<typeof events>;

/** One finding as it now stands. Earlier wordings stay in the history. */
export type Finding = {
  item: string;
  content: FindingContent;
  by: Person;
  at: string;
  edited: boolean;
  /** By whom it became the team's; null while it is proposed. */
  adopted: { by: Person; at: string } | null;
  withdrawn: Withdrawn | null;
};

const changedByWhomever = changedBy<Finding>({
  act: 'propose a finding',
  others: 'adopt a finding',
  sealed: true,
  over: withdrawnWords,
});

/** Why this person may not change a finding; null where they may. Inspectors change their own until it is the team’s. */
export const whyNotChangeFinding: WhyNotChanged<Finding> = (inspection, finding, person) => {
  const role = roleOf(inspection, person);
  const theTeams = finding.adopted && !finding.withdrawn && may(role, 'propose a finding');
  return theTeams && !may(role, 'adopt a finding')
    ? `${finding.item} is the team’s finding by now. ${onlyFor(inspection, 'adopt a finding')}`
    : changedByWhomever(inspection, finding, person);
};

/** Beside what is wrong with a finding by itself: what the team says already. */
const wrongWith = (inspection: Inspection, content: FindingContent, item: string | null): Refusal[] => {
  const wrong = wrongFinding(inspection, content);
  const other = wrong.some(({ field }) => field === 'heading') ? null : contradicting(inspection, content, item);
  return other === null ? wrong : [...wrong, { field: 'heading', words: other }];
};

const decideAdoption = (finding: Finding, inspection: Inspection): Decision<FindingEvent> => {
  const { item, adopted, content } = finding;
  if (adopted)
    return refuse(null, `${nameOfPerson(inspection, adopted.by)} adopted ${item}: it is the team’s finding already.`);
  const other = contradicting(inspection, content, item);
  if (other !== null) return refuse(null, other);
  const gone = goneUnder(inspection, content.evidence);
  if (gone.length > 0) return refuse(null, `${item} rests on ${gone.join(' and ')}. Save it again without.`);
  return { events: [{ type: 'FindingAdopted', item }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<FindingEvent> => {
  const { framework } = inspection;
  const role = roleOf(inspection, by.person);
  const decides = may(role, 'adopt a finding');
  if (framework.output !== 'findings')
    return refuse(null, `${framework.short} gives grades. Give an area its grade instead.`);
  if (!may(role, 'propose a finding')) return refuse(null, onlyFor(inspection, 'propose a finding'));
  if (command.type === 'RecordFinding') {
    const { type: _, ...said } = command;
    const content = tidyFinding(inspection, said);
    const refusals = wrongWith(inspection, content, null);
    if (refusals.length > 0) return { refusals };
    const item = nextItem(inspection.items, 'F');
    return { events: [{ type: 'FindingRecorded', item, content, adopted: decides }] };
  }
  const finding = inspection.findings.get(command.item);
  if (!finding) return refuse(null, noSuchItem(inspection, command.item));
  const whyNot = whyNotChangeFinding(inspection, finding, by.person);
  if (whyNot !== null) return refuse(null, whyNot);
  switch (command.type) {
    case 'EditFinding': {
      const { type: _, item, seen: __, ...said } = command;
      const content = tidyFinding(inspection, said);
      const refusals = wrongWith(inspection, content, item);
      if (refusals.length > 0) return { refusals };
      const same = JSON.stringify(content) === JSON.stringify(finding.content);
      if (same)
        return decides && !finding.adopted ? decideAdoption(finding, inspection) : refuse('text', nothingChanged(item));
      return { events: [{ type: 'FindingEdited', item, content, adopted: decides }] };
    }
    case 'AdoptFinding':
      return decides ? decideAdoption(finding, inspection) : refuse(null, onlyFor(inspection, 'adopt a finding'));
    case 'WithdrawFinding':
      return { events: [{ type: 'FindingWithdrawn', item: command.item, reason: command.reason }] };
  }
};

/** Whether the team's findings are others after this: what is only proposed changes nothing that stands. */
const moves = ({ findings }: Inspection, event: FindingEvent): Moves => {
  const adopted =
    'adopted' in event ? event.adopted : event.type === 'FindingAdopted' || findings.get(event.item)?.adopted;
  return adopted ? 'signature' : 'nothing';
};

const keep = (
  { findings }: Inspection,
  { type, item, content, adopted }: Extract<FindingEvent, { content: FindingContent }>,
  { person: by, at }: Entered,
): void => {
  // Where the first wording was erased, the finding is known from here on.
  const first = findings.get(item) ?? { by, at, adopted: null, withdrawn: null };
  const since = first.adopted ?? (adopted ? { by, at } : null);
  findings.set(item, { ...first, item, content, edited: type === 'FindingEdited', adopted: since });
};

declare module '../inspection.ts' {
  interface Inspection {
    findings: Map<string, Finding>;
  }
}

export const findingMatter = matter({
  commands,
  events,
  sealed: true,
  begins: () => ({ findings: new Map() }),
  decide,
  evolve: {
    FindingRecorded: keep,
    FindingEdited: keep,
    FindingAdopted: ({ findings }, { item }, { person: by, at }) => alter(findings, item, { adopted: { by, at } }),
    FindingWithdrawn: ({ findings }, { item, reason }, { person: by, at }) =>
      alter(findings, item, { withdrawn: { reason, by, at } }),
  },
  moves,
  corrects: ['FindingEdited'],
});

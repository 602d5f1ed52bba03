import { cohortLabel } from '../domain/cohorts.ts';
import { inWordsOf } from '../domain/field.ts';
import { gradeInWords } from '../domain/framework.ts';
import type { Inspection, InspectionEvent } from '../domain/inspection.ts';
import { caseKindLabels } from '../domain/matters/case.ts';
import { standingLabels } from '../domain/matters/line-content.ts';
import { wordingLines } from './corrected.ts';
import { whyWordless } from './entries.ts';
import { evidenceFacts } from './evidence.ts';
import { inFewWords } from './few-words.ts';
import { seat } from './people.ts';
import { whoDid } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { momentCell } from './sheet.ts';
import type { Cell, Table } from './tree.ts';

/** What an event says of something that may be said anew: of what, and in which lines. */
type Said = readonly [of: string, lines: readonly string[]];
type SaidBy = {
  [Type in InspectionEvent['type']]?: (event: Extract<InspectionEvent, { type: Type }>, inspection: Inspection) => Said;
};
type EventOf<Type extends InspectionEvent['type']> = Extract<InspectionEvent, { type: Type }>;

const evidence = (
  { item, content }: EventOf<'EvidenceRecorded' | 'EvidenceEdited' | 'EvidenceCompleted'>,
  inspection: Inspection,
): Said => [item, [content.text, ...evidenceFacts(inspection, content)]];
const whole = (event: Parameters<typeof wordingLines>[1], inspection: Inspection): Said => [
  event.item,
  wordingLines(inspection, event),
];
const grade = (of: string, given: string, { framework }: Inspection): Said => [of, [gradeInWords(framework, given)]];
const team = ({ members }: { members: EventOf<'TeamSet'>['members'] }, inspection: Inspection): Said => [
  'team',
  members.map(seat(inspection)),
];
const finding = ({ item, content: { text, remedy } }: EventOf<'FindingRecorded' | 'FindingEdited'>): Said => [
  item,
  [text, remedy ?? ''],
];
const recommendation = ({ item, text, urgency }: EventOf<'Recommended' | 'RecommendationChanged'>): Said => [
  item,
  [text, urgency],
];
const line = ({ item, hypothesis }: EventOf<'LineOpened' | 'LineChanged'>): Said => [item, [hypothesis]];
const registered = (
  { item, kind, cohort, site }: EventOf<'CaseRegistered' | 'CaseChanged'>,
  inspection: Inspection,
): Said => [item, [inWordsOf(inspection, caseKindLabels[kind]), cohortLabel(inspection.framework, cohort), site ?? '']];

const says: SaidBy = {
  EvidenceRecorded: evidence,
  EvidenceEdited: evidence,
  EvidenceCompleted: evidence,
  ChallengeRaised: whole,
  ConcernRecorded: whole,
  MeetingRecorded: whole,
  PreviousEntered: whole,
  RequestMade: whole,
  VisitRecorded: whole,
  AnswersRecorded: whole,
  PracticeShared: whole,
  ItemCorrected: ({ to }, inspection) => whole(to, inspection),
  SectionWritten: whole,
  FindingRecorded: finding,
  FindingEdited: finding,
  Recommended: recommendation,
  RecommendationChanged: recommendation,
  LineOpened: line,
  LineChanged: line,
  LineSettled: ({ item, standing }) => [`${item} stands`, [standingLabels[standing]]],
  CaseRegistered: registered,
  CaseChanged: registered,
  AreaGraded: (event, inspection) => grade(event.area, event.grade, inspection),
  ResultGiven: (event, inspection) => grade(event.area, event.grade, inspection),
  OverallSet: (event, inspection) => grade(event.overall, event.grade, inspection),
  DateKept: ({ step, day }) => [step, [day ?? 'no day']],
  InspectionStarted: team,
  TeamSet: team,
};

/** The reason that somebody gave. */
const whyOf = (event: InspectionEvent): string => {
  const given =
    'reason' in event ? event.reason : 'remark' in event ? event.remark : 'narrative' in event ? event.narrative : null;
  return typeof given === 'string' ? given : '';
};

/** Every act in the record: who, when, what, from what, to what, and why. Of what was said anew only what differs is told. */
export const changesIn = ({ inspection, entries }: OrdinaryRecord): Table => {
  const last = new Map<string, readonly string[]>();
  const fromTo = (event: InspectionEvent): [string, string] => {
    const said = (says[event.type] as SaidBy['EvidenceRecorded'])?.(event as never, inspection);
    if (!said) return ['', ''];
    const [of, lines] = said;
    const before = last.get(of) ?? [];
    last.set(of, lines);
    const differing = (these: readonly string[], others: readonly string[]): string =>
      these.filter((each) => each !== '' && !others.includes(each)).join('\n');
    return [differing(before, lines), differing(lines, before)];
  };
  const rows = entries.flatMap(({ version, at, person, events }): Cell[][] => {
    const whoAndWhen = [String(version), momentCell(inspection, at), whoDid(inspection, person)];
    if (events === null) return [[...whoAndWhen, whyWordless(inspection.erasedItems, version)]];
    return events.map((event) => [...whoAndWhen, inFewWords(inspection, event), ...fromTo(event), whyOf(event)]);
  });
  return {
    columns: [
      { head: 'Entry', holds: 'number', wide: 0.7 },
      { head: 'When', holds: 'moment', wide: 1.5 },
      { head: 'Who', wide: 1.5 },
      { head: 'What', wide: 3 },
      { head: 'From', wide: 4 },
      { head: 'To', wide: 4 },
      { head: 'Why', wide: 4 },
    ],
    rows,
  };
};

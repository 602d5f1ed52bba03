import { cohortLabel } from '../domain/cohorts.ts';
import { inWordsOf } from '../domain/field.ts';
import { areaOf, areaWord, gradeInWords, nameOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { ItemOf, Letter } from '../domain/kinds.ts';
import { linesByItem } from '../domain/lines.ts';
import { caseKindLabels } from '../domain/matters/case.ts';
import type { Judgement, Proposal } from '../domain/matters/judgement.ts';
import { meetingLabels } from '../domain/matters/meeting.ts';
import { requestKindLabels } from '../domain/matters/request.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { gradeWords } from './areas.ts';
import { caseLine } from './case.ts';
import { challengedInWords, challengeLine, challengeParts, challengerInWords } from './challenge.ts';
import { commentAnswer, commentLine, commentParts } from './comment.ts';
import { concernLine, concernParts } from './concern.ts';
import { evidenceLineWithin, evidenceParts } from './evidence.ts';
import { findingLine, placeInWords } from './finding.ts';
import { shortened } from './fitting.ts';
import { givenInWords } from './given.ts';
import { lineLine } from './line.ts';
import { meetingLine, meetingParts } from './meeting.ts';
import { type Button, type Line, lineIf, type Part, paragraph } from './message.ts';
import { plannedLine, plannedParts, plannedWords } from './plan.ts';
import { practiceLine, practiceParts } from './practice.ts';
import { recommendationLine as earlierRecommendation, previousFacts, previousLine, previousTitle } from './previous.ts';
import { answersLine, answersParts, answersRead } from './questionnaire.ts';
import { recommendationLine, recommendationParts, urgencyInWords } from './recommendation.ts';
import { sectionLine, sectionParts } from './report.ts';
import { requestLine, requestParts } from './request.ts';
import { roundLine, roundParts } from './round.ts';
import { visitLine, visitParts } from './visit.ts';

/** What is done with an item instead of what was asked, and a button that does it. */
type Instead = { words: string; button: Button };

/** How one kind of item is put. */
export type InWords<Item> = {
  /** The word of /judge that shows one and what may be done with it; find, where there is no other. */
  shownBy?: string;
  /** One in a list; `most` is how much of somebody's words it shows. */
  line: (inspection: Inspection, item: Item, at: string, most: number) => Line;
  /** One whole, nothing of it cut. */
  whole: (inspection: Inspection, item: Item, at: string) => readonly Part[];
  /** What it says, for somebody who has another wording of it before them. */
  reads: (item: Item) => string;
  /** What of it is searched, beside its number and who recorded it. What is the same for all is looked up once. */
  searched: (inspection: Inspection) => (item: Item) => readonly (string | null | undefined)[];
  /** Said to somebody who would put it right, where that is not done. */
  insteadOfChanging?: (inspection: Inspection, item: Item) => Instead;
  /** The same to somebody who would withdraw it. */
  insteadOfWithdrawing?: (inspection: Inspection, item: Item) => Instead;
};

const areaWords = ({ framework }: Inspection, areas: readonly string[]): string[] =>
  areas.map((id) => areaOf(framework, id)).map(({ short, words }) => `${short} ${words.join(' ')}`);

/** A grade is never altered: another one takes its place, for correcting and for taking back alike. */
const givenAgain = ({ framework }: Inspection, { item, area }: { item: string; area: string }): Instead => ({
  words: `${item} stays as it was given. Give ${areaOf(framework, area).short} its grade again, and that one counts; this one stays in the record.`,
  button: { label: 'Give it again', does: `grade ${areaWord(areaOf(framework, area))}`, main: true },
});

type Graded = Pick<Judgement | Proposal, 'item' | 'area' | 'grade' | 'narrative' | 'evidence' | 'by'>;

const graded = (what: string): InWords<Graded> => {
  const title = (inspection: Inspection, { area, grade }: Graded): string =>
    `${what} · ${areaOf(inspection.framework, area).short}: ${gradeWords(inspection, grade)}`;
  return {
    line: (inspection, each, _, most) => [
      { strong: each.item },
      ` · ${title(inspection, each)} · ${nameOfPerson(inspection, each.by)} — ${shortened(each.narrative, most)}`,
    ],
    whole: (inspection, each) => [
      paragraph({ strong: each.item }, ` · ${title(inspection, each)} · ${nameOfPerson(inspection, each.by)}`),
      { quote: each.narrative },
      { lines: lineIf(each.evidence.length > 0, `It rests on ${each.evidence.join(', ')}.`) },
    ],
    reads: ({ narrative }) => narrative,
    searched: (inspection) => (each) => [
      each.narrative,
      title(inspection, each),
      ...areaWords(inspection, [each.area]),
      ...each.evidence,
    ],
    insteadOfChanging: givenAgain,
    insteadOfWithdrawing: givenAgain,
  };
};

/** The only list of how kinds of item are put, each by the letter of its numbers. */
export const kindsInWords: { [Of in Letter]: InWords<ItemOf<Of>> } = {
  A: {
    shownBy: 'recommend',
    line: (inspection, each, _, most) => recommendationLine(inspection, each, most),
    whole: recommendationParts,
    reads: ({ text }) => text,
    searched: (inspection) => (each) => [each.text, urgencyInWords(inspection, each), each.finding, ...each.evidence],
  },
  B: {
    shownBy: 'practice',
    line: practiceLine,
    whole: practiceParts,
    reads: ({ need, did, changed, take }) => [need, did, changed, take].filter(Boolean).join(' · '),
    searched: () => (each) => [each.take, each.need, each.did, each.changed, each.shares],
  },
  C: {
    shownBy: 'case',
    line: (inspection, each) => caseLine(inspection, each),
    whole: (inspection, each) => [{ lines: [caseLine(inspection, each)] }],
    reads: ({ site }) => site ?? '',
    searched: (inspection) => (each) => [
      inWordsOf(inspection, caseKindLabels[each.kind]),
      cohortLabel(inspection.framework, each.cohort),
      each.site,
      each.reader && inspection.names.get(each.reader.user),
      each.removed?.reason,
    ],
  },
  D: {
    shownBy: 'comments',
    line: commentLine,
    whole: commentParts,
    reads: ({ text }) => text,
    searched: (inspection) => (each) => {
      const answer = commentAnswer(inspection, each);
      return [each.paragraph, each.text, each.offered, each.proposed, answer?.reason, answer?.changed];
    },
    insteadOfChanging: (_, { item }) => asSent(item),
  },
  E: {
    line: evidenceLineWithin,
    whole: evidenceParts,
    reads: ({ content }) => content.text,
    searched: (inspection) => {
      const lines = linesByItem(inspection);
      const areas = new Map(inspection.framework.areas.map(({ id }) => [id, areaWords(inspection, [id]).join(' ')]));
      return ({ item, content }) => [
        content.text,
        content.case,
        content.site,
        content.agency,
        content.sign,
        content.source,
        content.from?.author,
        content.criteria.join(' '),
        lines.get(item),
        ...content.areas.map((area) => areas.get(area)),
      ];
    },
  },
  F: {
    line: (inspection, each, _, most) => findingLine(inspection, each, most),
    whole: (inspection, each) => [
      paragraph(
        { strong: each.item },
        ` · ${placeInWords(inspection, each)} · ${each.adopted ? '' : 'proposed by '}${nameOfPerson(inspection, each.by)}`,
      ),
      { quote: each.content.text },
      { lines: lineIf(each.content.remedy !== null, `Remedy: ${each.content.remedy}`) },
      { lines: lineIf(each.withdrawn !== null, `Withdrawn: ${each.withdrawn?.reason}`) },
    ],
    reads: ({ content }) => content.text,
    searched: (inspection) => (each) => [
      each.content.text,
      each.content.remedy,
      placeInWords(inspection, each),
      each.content.heading,
      each.content.area,
    ],
  },
  G: {
    line: (inspection, each, _, most) => [
      { strong: each.item },
      ` · given from elsewhere · ${areaOf(inspection.framework, each.area).short}: ${givenInWords(inspection, each, most)}`,
    ],
    whole: (inspection, each) => [
      paragraph({ strong: areaOf(inspection.framework, each.area).short }, `: ${givenInWords(inspection, each, 3000)}`),
    ],
    reads: ({ source }) => source,
    searched: (inspection) => (each) => [
      each.source,
      gradeInWords(inspection.framework, each.grade),
      ...areaWords(inspection, [each.area]),
    ],
    insteadOfChanging: givenAgain,
    insteadOfWithdrawing: givenAgain,
  },
  H: {
    shownBy: 'challenge',
    line: challengeLine,
    whole: challengeParts,
    reads: ({ text }) => text,
    searched: (inspection) => (each) => [
      each.text,
      challengerInWords(inspection, each),
      challengedInWords(inspection, each),
      nameOf(inspection.framework, each.against),
      each.answered?.answer,
      each.answered?.changed,
    ],
    insteadOfWithdrawing: (_, { item }) => ({
      words: `${item} is a challenge. It is answered, never withdrawn: where nobody holds to it any more, the answer says so.`,
      button: { label: `Answer ${item}`, does: `challenge answer ${item}`, main: true },
    }),
  },
  J: graded('judgement'),
  K: {
    shownBy: 'concern',
    line: concernLine,
    whole: concernParts,
    reads: ({ text }) => text,
    searched: () => (each) => [
      each.text,
      each.case,
      ...each.referrals.flatMap(({ to, acknowledged }) => [to, acknowledged?.by]),
      each.closed?.done,
    ],
    insteadOfWithdrawing: (inspection, { item }) => ({
      words: `${item} ${inWordsOf(inspection, 'is {a child} at risk. It is closed with what was done for the {child}, never withdrawn; what is wrong in it is corrected.')}`,
      button: { label: `Close ${item}`, does: `concern close ${item}`, main: true },
    }),
  },
  L: {
    shownBy: 'line',
    line: (inspection, each, _, most) => lineLine(inspection, each, most),
    whole: (inspection, each) => [{ lines: [lineLine(inspection, each, 3000)] }],
    reads: ({ content }) => content.hypothesis,
    searched: (inspection) => (each) => [
      each.content.hypothesis,
      inspection.names.get(each.content.owner.user),
      each.settled?.reason,
      ...areaWords(inspection, each.content.areas),
    ],
    insteadOfWithdrawing: (_, { item }) => ({
      words: `${item} is a line of enquiry. It is set aside with a reason, and stays in the record.`,
      button: { label: 'Set it aside', does: `line ${item} settle`, main: true },
    }),
  },
  M: {
    shownBy: 'meeting',
    line: meetingLine,
    whole: meetingParts,
    reads: ({ messages }) => messages.map(({ text }) => text).join(' · '),
    searched: (inspection) => (each) => [
      inWordsOf(inspection, meetingLabels[each.kind]),
      each.present,
      ...each.messages.flatMap(({ text, areas }) => [text, ...areaWords(inspection, areas)]),
    ],
  },
  N: {
    shownBy: 'plan',
    line: (_, each, __, most) => plannedLine(each, most),
    whole: (inspection, each) => plannedParts(inspection, each),
    reads: ({ says }) => says.milestones ?? '',
    searched: (inspection) => (each) => [each.recommendation, ...plannedWords(inspection, each), each.judged?.reason],
    insteadOfChanging: (_, { item }) => asSent(item),
  },
  P: graded('proposal'),
  Q: {
    shownBy: 'request',
    line: requestLine,
    whole: requestParts,
    reads: ({ what }) => what,
    searched: (inspection) => (each) => [
      each.what,
      each.askedOf,
      inWordsOf(inspection, requestKindLabels[each.kind]),
      each.received?.note,
      each.withdrawn?.reason,
    ],
  },
  R: {
    shownBy: 'round',
    line: (inspection, each) => roundLine(inspection, each),
    whole: (inspection, each) => roundParts(inspection, each, 3000),
    reads: () => '',
    searched: (inspection) => (each) => [
      ...areaWords(inspection, [each.area]),
      ...(each.closed?.answers ?? []).flatMap(({ grade, reason }) => [
        reason,
        grade && gradeInWords(inspection.framework, grade),
      ]),
    ],
    insteadOfChanging: (_, { item }) => inRound(item),
    insteadOfWithdrawing: (_, { item }) => inRound(item),
  },
  S: {
    shownBy: 'visit',
    line: visitLine,
    whole: visitParts,
    reads: ({ site, met, lookedAt }) => [site, met, lookedAt].filter(Boolean).join(' · '),
    searched:
      ({ names }) =>
      (each) => [each.site, each.met, each.lookedAt, ...each.who.map(({ user }) => names.get(user))],
  },
  U: {
    shownBy: 'questionnaire',
    line: answersLine,
    whole: answersParts,
    reads: answersRead,
    searched: () => (each) => [answersRead(each)],
  },
  T: {
    shownBy: 'report',
    line: (inspection, each) => sectionLine(inspection, each),
    whole: sectionParts,
    reads: ({ parts }) => parts.join('\n'),
    searched: () => (each) => [...each.parts, each.section, each.returned?.remark],
    insteadOfWithdrawing: (_, { item }) => ({
      words: `${item} is a section of the report. It is rewritten, never withdrawn.`,
      button: { label: `Rewrite ${item}`, does: `edit ${item}`, main: true },
    }),
  },
  V: {
    shownBy: 'previous',
    line: (inspection, each, _, most) => previousLine(inspection, each, most),
    whole: (inspection, each) => [
      { lines: [[{ strong: `${each.item}: ${previousTitle(each.content)}` }], previousFacts(each, 3000)] },
      { list: each.content.recommendations.map((_, place) => earlierRecommendation(inspection, each, place, 3000)) },
      { lines: lineIf(each.withdrawn !== null, `Withdrawn: ${each.withdrawn?.reason}`) },
    ],
    reads: ({ content }) => previousTitle(content),
    searched: () => (each) => [
      previousTitle(each.content),
      ...previousFacts(each, 3000).map((span) => (typeof span === 'string' ? span : '')),
      ...each.content.recommendations,
      ...[...each.tested.values()].map(({ words }) => words),
    ],
  },
};

const asSent = (item: string): Instead => ({
  words: `${item} stays as it was sent. If it was taken in wrongly, withdraw it and take it in again.`,
  button: { label: 'Withdraw', does: `withdraw ${item}`, main: true },
});

const inRound = (item: string): Instead => ({
  words: `${item} is a blind round. Until it closes, each changes their own answer; then it stays as it was.`,
  button: { label: `Look at ${item}`, does: `round ${item}`, main: true },
});

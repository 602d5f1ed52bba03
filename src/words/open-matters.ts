import { inWordsOf } from '../domain/field.ts';
import { adoptedFindings, proposedFindings } from '../domain/findings.ts';
import { areaOf, areaWord, gradeInWords, listed, nameOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { openLines, ownerless } from '../domain/lines.ts';
import { openChallenges } from '../domain/matters/challenge.ts';
import { openComments } from '../domain/matters/comment.ts';
import { type Concern, openConcerns } from '../domain/matters/concern.ts';
import { openProposals } from '../domain/matters/judgement.ts';
import { untrailed } from '../domain/matters/meeting.ts';
import { openPause } from '../domain/matters/pause.ts';
import { unjudged } from '../domain/matters/plan.ts';
import { openRequests } from '../domain/matters/request.ts';
import { goneUnder } from '../domain/matters/resting.ts';
import { answered, roundsUnsettled } from '../domain/matters/round-answers.ts';
import { dayIn } from '../domain/moments.ts';
import { publishedOn } from '../domain/published.ts';
import { headingOf, paperOf, sectionItem } from '../domain/report/paper.ts';
import { judgementOf, nameOfPerson } from '../domain/standing.ts';
import { areasBriefly } from './areas.ts';
import { concernButtons } from './concern.ts';
import { shortened } from './fitting.ts';
import { bearingInWords } from './line.ts';
import type { OpenMatter } from './matter-rows.ts';
import { counted } from './message.ts';
import { doubtInWords } from './posting.ts';
import { spreadInWords } from './round.ts';
import { dueBriefly, sinceSeenFrom } from './times.ts';

const answering = 'answer comments and judge the {authority}’s plan';

/** What one kind of matter has open, at a moment. Of hundreds three are shown, so words are made where they are read. */
type Opens = (inspection: Inspection, at: string) => OpenMatter[];

const concernStands = (inspection: Inspection, { referrals, recordedAt }: Concern, at: string): string => {
  const last = referrals.at(-1);
  if (!last) return `not referred back ${sinceSeenFrom(inspection, recordedAt, at)}`;
  return last.acknowledged
    ? `acknowledged ${sinceSeenFrom(inspection, last.acknowledged.at, at)}, to be closed`
    : `not acknowledged ${sinceSeenFrom(inspection, last.at, at)}`;
};

const concerns: Opens = (inspection, at) =>
  openConcerns(inspection).map((concern) => ({
    item: concern.item,
    get words() {
      return `🔴 ${inWordsOf(inspection, '{Child} at risk')} ${concern.item}: ${concernStands(inspection, concern, at)}`;
    },
    // Not referred back yet there is one thing to do, by one press.
    acts: concernButtons(concern).slice(0, concern.referrals.length === 0 ? 1 : undefined),
    due: 'at once',
  }));

const pauses: Opens = (inspection) =>
  openPause(inspection) && !inspection.sealed
    ? [{ item: null, words: 'Paused', acts: [{ label: 'Resume', does: 'resume' }], due: null }]
    : [];

const challenges: Opens = (inspection, at) =>
  openChallenges(inspection).map(({ item, against, due }) => ({
    item,
    get words() {
      return `Challenge ${item} to ${nameOf(inspection.framework, against)} ${dueBriefly(due, dayIn(inspection, at))}`;
    },
    acts: [{ label: 'Answer', does: `challenge answer ${item}` }],
    due,
  }));

const comments: Opens = (inspection, at) => {
  const [first, ...more] = openComments(inspection);
  if (!first) return [];
  const words = `${counted(more.length + 1, 'comment')} on accuracy to be answered, the first ${dueBriefly(first.due, dayIn(inspection, at))}`;
  return [{ item: first.item, words, acts: [{ label: 'Answer', does: 'comments', act: answering }], due: first.due }];
};

const plans: Opens = (inspection) => {
  const [first, ...more] = unjudged(inspection);
  if (!first) return [];
  const words = `${counted(more.length + 1, 'planned action')} to be judged`;
  return [{ item: first.item, words, acts: [{ label: 'Judge', does: 'plan', act: answering }], due: null }];
};

const returned: Opens = (inspection) =>
  paperOf(inspection).sections.flatMap((section) => {
    const item = sectionItem(inspection, section.id);
    if (!item?.returned) return [];
    const acts = [{ label: 'Rewrite', does: `report ${section.id}`, act: 'write the report' as const }];
    return [{ item: item.item, words: `Returned: “${headingOf(inspection, section)}”`, acts, due: null }];
  });

const requests: Opens = (inspection, at) =>
  openRequests(inspection).map(({ item, due }) => ({
    item,
    get words() {
      return `Request ${item} ${dueBriefly(due, dayIn(inspection, at))}`;
    },
    acts: [
      { label: 'Received', does: `request received ${item}` },
      { label: 'Read', does: item },
    ],
    due,
  }));

const rounds: Opens = (inspection) =>
  (inspection.sealed ? [] : roundsUnsettled(inspection)).map((round) => {
    const { item, area, closed } = round;
    const { answered: here, of } = answered(inspection, round);
    const how = closed ? `${spreadInWords(inspection, round)}, to discuss` : `${here} of ${of} answered`;
    return {
      item,
      words: `Round ${item} on ${areaOf(inspection.framework, area).short}: ${how}`,
      acts: closed
        ? [{ label: 'Read', does: item }]
        : [
            { label: 'Answer', does: `round ${item}` },
            { label: 'Close', does: `round close ${item}` },
          ],
      due: null,
    };
  });

const [giving, adopting, settling] = ['give a grade', 'adopt a finding', 'settle anyone’s line of enquiry'] as const;

/** What was proposed and not decided, and what rests on what is gone since. */
const toDecide: Opens = (inspection) => {
  const { framework, sealed } = inspection;
  const grade = (area: string) => `grade ${areaWord(areaOf(framework, area))}`;
  const proposals = framework.areas.flatMap(({ id, short }) =>
    openProposals(inspection, id).map(({ item, grade: proposed, by }) => ({
      item,
      words: `${nameOfPerson(inspection, by)} proposes ${gradeInWords(framework, proposed)} for ${short} (${item})`,
      acts: [
        { label: 'Decide', does: grade(id), act: giving },
        { label: 'Read', does: item },
      ],
    })),
  );
  const shaken = framework.areas.flatMap(({ id, short }) => {
    const judgement = judgementOf(inspection, id);
    const gone = judgement ? goneUnder(inspection, judgement.evidence) : [];
    if (!judgement || gone.length === 0) return [];
    const words = `${judgement.item} on ${short} rests on ${listed(gone, 'and')}`;
    return [{ item: judgement.item, words, acts: [{ label: 'Judge again', does: grade(id), act: giving }] }];
  });
  const findings = proposedFindings(inspection).map(({ item, by }) => ({
    item,
    words: `${nameOfPerson(inspection, by)} proposes the finding ${item}`,
    acts: [
      { label: 'Decide', does: `grade ${item}`, act: adopting },
      { label: 'Read', does: item },
    ],
  }));
  const resting = adoptedFindings(inspection).flatMap(({ item, content }) => {
    const gone = goneUnder(inspection, content.evidence);
    const words = `Finding ${item} rests on ${listed(gone, 'and')}`;
    return gone.length > 0 ? [{ item, words, acts: [{ label: 'Correct', does: `edit ${item}`, act: adopting }] }] : [];
  });
  return sealed ? [] : [...proposals, ...shaken, ...findings, ...resting].map((each) => ({ ...each, due: null }));
};

const trailing: Opens = (inspection) => {
  const areas = untrailed(inspection).map(({ area }) => areaOf(inspection.framework, area));
  if (areas.length === 0 || inspection.sealed) return [];
  const words = `${inWordsOf(inspection, 'Not trailed to the {authority}')}: ${areasBriefly(inspection, areas)}`;
  return [
    { item: null, words, acts: [{ label: 'Record the meeting', does: 'meeting', act: 'record a meeting' }], due: null },
  ];
};

const lines: Opens = (inspection) => {
  if (inspection.sealed) return [];
  const alone = ownerless(inspection);
  return openLines(inspection).map((line) => ({
    item: line.item,
    get words() {
      const followed = alone.includes(line) ? ', followed by nobody' : '';
      return `${line.item} “${shortened(line.content.hypothesis, 60)}”: ${bearingInWords(inspection, line)}${followed}`;
    },
    acts: [
      { label: 'Settle', does: `line ${line.item} settle`, act: settling },
      { label: 'Read', does: line.item },
      ...(alone.includes(line) ? [{ label: 'Change', does: `line ${line.item} change`, act: settling }] : []),
    ],
    due: null,
  }));
};

/** The questionnaire goes out with the report. */
const questionnaires: Opens = (inspection, at) => {
  const today = dayIn(inspection, at);
  const due = inspection.framework.questionnaire && publishedOn(inspection, today);
  if (!due || !inspection.sealed || inspection.questionnairesSent !== null) return [];
  const acts = [{ label: 'It was sent', does: 'questionnaire sent', act: 'record the questionnaire' as const }];
  return [{ item: null, words: `Questionnaire to be sent, ${dueBriefly(due, today)}`, acts, due }];
};

/** What nobody can know of a posting: it goes on once somebody has looked. */
export const doubtMatters = (inspection: Inspection): OpenMatter[] => {
  const doubt = doubtInWords(inspection);
  return doubt ? [{ item: null, ...doubt, due: null }] : [];
};

/** Each kind of matter, in the order in which it should be looked at where nothing is due. */
const all: readonly Opens[] = [
  concerns,
  doubtMatters,
  pauses,
  challenges,
  comments,
  plans,
  returned,
  requests,
  rounds,
  toDecide,
  trailing,
  lines,
  questionnaires,
];

const placeOf = ({ due }: OpenMatter): string => (due === 'at once' ? '0' : (due ?? '9'));

/** Everything that is open: somebody at risk first, then what is due soonest, then what has no day. */
export const openMatters = (inspection: Inspection, at: string): OpenMatter[] =>
  all
    .flatMap((opens) => opens(inspection, at))
    .map((matter) => ({ matter, place: placeOf(matter) }))
    .sort((one, other) => (one.place < other.place ? -1 : Number(one.place > other.place)))
    .map(({ matter }) => matter);

import type { Inspection } from '../domain/inspection.ts';
import type { Challenge, ChallengeEvent } from '../domain/matters/challenge.ts';
import { challengedInWords, outcomeLabels } from '../words/challenge.ts';
import { longDay, momentOf } from '../words/times.ts';
import { earlierWordings } from './corrected.ts';
import { blocks, indented, inline, list, quoted } from './markdown.ts';
import type { OrdinaryRecord } from './record.ts';
import { whoDid } from './who.ts';

const by = (inspection: Inspection, { from, raisedBy, by: person }: Challenge): string =>
  from === 'team' ? `${whoDid(inspection, person)}, of the team` : `the authority, ${inline(raisedBy ?? '')}`;

const answerIn = (inspection: Inspection, { answered }: Challenge): string[] =>
  answered
    ? blocks(
        [
          `${outcomeLabels[answered.outcome]}. Answered ${momentOf(answered.at, inspection.timeZone)}, by ${whoDid(inspection, answered.by)}:`,
        ],
        quoted(answered.answer),
        answered.changed ? [`What changed: ${inline(answered.changed)}`] : [],
      )
    : ['Not answered yet.'];

const inFull = (inspection: Inspection, challenge: Challenge, earlier: string[]): string[] =>
  blocks(
    [`### ${challenge.item}: against ${challengedInWords(inspection, challenge)}`],
    list([
      `By: ${by(inspection, challenge)}`,
      `Received: ${longDay(challenge.receivedOn)}; answer due ${longDay(challenge.due)}`,
      `Recorded: ${momentOf(challenge.recordedAt, inspection.timeZone)}, by ${whoDid(inspection, challenge.by)}`,
    ]),
    quoted(challenge.text),
    answerIn(inspection, challenge),
    earlier,
  );

/** Every challenge with its answer and what changed. Nothing where there was none. */
export const challengesInFull = (record: OrdinaryRecord): string[] => {
  const { inspection } = record;
  const earlier = earlierWordings(record);
  const all = [...inspection.challenges.values()];
  return all.length === 0
    ? []
    : blocks(['## Challenges'], ...all.map((each) => inFull(inspection, each, earlier(each.item))));
};

/** What was said against one judgement, kept beside it: by whom, why, and what came of it. */
export const challengesOf = (inspection: Inspection, judgement: string): string[] =>
  [...inspection.challenges.values()]
    .filter((challenge) => challenge.judgement === judgement)
    .flatMap((challenge) => {
      const came = challenge.answered ? outcomeLabels[challenge.answered.outcome].toLowerCase() : 'not answered yet';
      const kind = challenge.from === 'team' ? 'Dissent' : 'Challenge';
      return [
        `- ${kind} ${challenge.item}, by ${by(inspection, challenge)}; ${came}:`,
        ...indented(['', ...quoted(challenge.text)]),
      ];
    });

/** What happened in a few words. */
export const challengeInFewWords = (event: ChallengeEvent): string =>
  event.type === 'ChallengeRaised'
    ? `${event.item}: a challenge raised`
    : `${event.item} answered: ${outcomeLabels[event.outcome].toLowerCase()}`;

import { longDay } from '../domain/day-words.ts';
import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Challenge } from '../domain/matters/challenge.ts';
import { outcomeLabels } from '../domain/matters/challenge.ts';
import { challengedInWords } from '../words/challenge.ts';
import { blocks, inline, list, listItem, quoted } from './markdown.ts';
import { whenAndWho, whoDid } from './phrases.ts';
import type { OrdinaryRecord } from './record.ts';
import { itemsInFull } from './section.ts';

const by = (inspection: Inspection, { from, raisedBy, by: person }: Challenge): string =>
  from === 'team'
    ? `${whoDid(inspection, person)}, of the team`
    : `${inWordsOf(inspection, 'the {authority}')}, ${inline(raisedBy ?? '')}`;

const answerIn = (inspection: Inspection, { answered }: Challenge): string[] =>
  answered
    ? blocks(
        [`${outcomeLabels[answered.outcome]}. Answered ${whenAndWho(inspection, answered.at, answered.by)}:`],
        quoted(answered.answer),
        answered.changed ? [`What changed: ${inline(answered.changed)}`] : [],
      )
    : ['Not answered yet.'];

const inFull = (challenge: Challenge, { inspection }: OrdinaryRecord): string[] =>
  blocks(
    [`### ${challenge.item}: against ${challengedInWords(inspection, challenge)}`],
    list([
      `By: ${by(inspection, challenge)}`,
      `Received: ${longDay(challenge.receivedOn)}; answer due ${longDay(challenge.due)}`,
      `Recorded: ${whenAndWho(inspection, challenge.recordedAt, challenge.by)}`,
    ]),
    quoted(challenge.text),
    answerIn(inspection, challenge),
  );

/** Every challenge with its answer and what changed. */
export const challengesInFull = itemsInFull('## Challenges', ({ challenges }) => challenges.values(), inFull);

/** What was said against one judgement, kept beside it: by whom, why, and what came of it. */
export const challengesOf = (inspection: Inspection, judgement: string): string[] =>
  [...inspection.challenges.values()]
    .filter((challenge) => challenge.judgement === judgement)
    .flatMap((challenge) => {
      const came = challenge.answered ? outcomeLabels[challenge.answered.outcome].toLowerCase() : 'not answered yet';
      const kind = challenge.from === 'team' ? 'Dissent' : 'Challenge';
      const title = `${kind} ${challenge.item}, by ${by(inspection, challenge)}; ${came}:`;
      return listItem(title, ['', ...quoted(challenge.text)]);
    });

import { inWordsOf } from '../../domain/field.ts';
import { adoptedFindings, proposedFindings, speaksInFindings } from '../../domain/findings.ts';
import { areaOf, gradeInWords, listed } from '../../domain/framework.ts';
import { untrailed } from '../../domain/matters/meeting.ts';
import { goneUnder } from '../../domain/matters/resting.ts';
import { roundsUnsettled } from '../../domain/matters/round-answers.ts';
import { nameOfPerson } from '../../domain/standing.ts';
import { thinlyJudged } from '../based-on.ts';
import { lineIf } from '../message.ts';
import { becauseInWords, overallLine } from '../overall.ts';
import { roundLine } from '../round.ts';
import { thinInWords } from '../settings.ts';
import { type DailyPart, labelled } from './part.ts';

/** What is judged and found, what waits for a decision, and how it all stands. */

/** So many of each are named. */
const most = { toSettle: 30, rounds: 3 };

/** Grades that rest on thin evidence so far, and how little is thin. */
export const thinGradesPart: DailyPart = ({ summary }) => {
  const named = thinlyJudged(summary);
  return named ? [labelled('Graded on thin evidence', `${named} (${thinInWords(summary.inspection)})`)] : [];
};

/** What waits for the leads' decision. */
export const settlePart: DailyPart = ({ summary: { inspection, areas } }) => {
  const proposed = areas.flatMap(({ area, proposals }) =>
    proposals.map(
      ({ item, grade, by }) =>
        `${area.short} ${gradeInWords(inspection.framework, grade)} (${item}, ${nameOfPerson(inspection, by)})`,
    ),
  );
  const shaken = areas.flatMap(({ area, judgement, basis }) =>
    judgement && basis && basis.withdrawn.length > 0
      ? [`${judgement.item} on ${area.short} rests on what was withdrawn (${basis.withdrawn.join(', ')})`]
      : [],
  );
  const findings = proposedFindings(inspection).map((each) => `${each.item} (${nameOfPerson(inspection, each.by)})`);
  const named = [...proposed, ...findings];
  const told = named.slice(0, most.toSettle);
  const more = named.length > told.length ? ` and ${named.length - told.length} more` : '';
  const resting = adoptedFindings(inspection).flatMap(({ item, content }) =>
    goneUnder(inspection, content.evidence).map((gone) => `${item} rests on ${gone}`),
  );
  const facts = [
    ...(told.length > 0 ? [`${told.join(', ')}${more}, proposed and not decided`] : []),
    ...shaken,
    ...resting.slice(0, most.toSettle),
  ];
  return facts.length > 0 ? [labelled('To settle', facts.join('. '))] : [];
};

/** How many findings stand, heading by heading: where nothing is graded, this is how far the team has come. */
export const findingsPart: DailyPart = ({ summary: { inspection } }) => {
  if (!speaksInFindings(inspection)) return [];
  const findings = adoptedFindings(inspection);
  const counts = inspection.framework.findings.flatMap(({ id, label }) => {
    const there = findings.filter(({ content }) => content.heading === id && !content.none).length;
    return there > 0 ? [`${label} ${there}`] : [];
  });
  return [labelled('Findings', counts.length > 0 ? counts.join(', ') : 'none yet')];
};

/** Grades that the next keep-in-touch meeting should trail. */
export const trailedPart: DailyPart = ({ summary: { inspection } }) => {
  const areas = untrailed(inspection).map(({ area }) => areaOf(inspection.framework, area).short);
  return areas.length > 0
    ? [labelled(inWordsOf(inspection, 'Not trailed to the {authority}'), listed(areas, 'and'))]
    : [];
};

/** Rounds that are open, and those whose grades lie far apart and were not settled since. */
export const roundsPart: DailyPart = ({ summary: { inspection } }) => {
  const all = roundsUnsettled(inspection);
  const more = all.length - most.rounds;
  return [
    ...all.slice(0, most.rounds).map((round) => roundLine(inspection, round)),
    ...lineIf(more > 0, `And ${more} more rounds: /judge round`),
  ];
};

/** How overall effectiveness stands, with the rule that decides most. */
export const overallPart: DailyPart = ({ summary: { inspection, overalls } }) =>
  overalls.flatMap((overall) => {
    const because = overall.set ? '' : becauseInWords(inspection.framework, overall.outcome);
    return [overallLine(inspection, overall), ...lineIf(because, `Because: ${because}.`)];
  });

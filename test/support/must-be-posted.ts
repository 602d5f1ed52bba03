import { adoptedFindings, partiesOf } from '../../src/domain/findings.ts';
import { gradeLabel, notJudged } from '../../src/domain/framework.ts';
import { decidingRules, inSentence, outcomeOf } from '../../src/domain/grading.ts';
import type { Inspection } from '../../src/domain/inspection.ts';
import { dissentFrom } from '../../src/domain/matters/challenge.ts';
import { previousOnes } from '../../src/domain/matters/previous.ts';
import { standingRecommendations } from '../../src/domain/matters/recommendation.ts';
import { explanationOf } from '../../src/domain/matters/sides.ts';
import { gradesSoFar, judgementOf, nameOfPerson } from '../../src/domain/standing.ts';
import { basisOver } from '../../src/domain/summary.ts';

/** What of a record a posted summary must carry, told from the record alone and not as the app makes words of it. */

type Words = (string | null | undefined)[];

const dissents = (inspection: Inspection, judged: string, grade: string): Words =>
  dissentFrom(inspection, judged, grade).flatMap(({ by, text }) => [nameOfPerson(inspection, by), text]);

const overallWords = (inspection: Inspection): Words =>
  inspection.framework.overalls.flatMap(({ id, title }) => {
    const set = inspection.overalls.get(id);
    if (!set) return [];
    const { framework } = inspection;
    const rules = decidingRules(framework, outcomeOf(framework, id, gradesSoFar(inspection)));
    return [
      `${title}: ${gradeLabel(framework, set.grade)}`,
      set.reason,
      ...rules.flatMap(({ rule }) => [rule.id, rule.force, inSentence(rule.because)]),
      ...new Set(rules.map(({ rule }) => rule.source)),
      ...Object.values(set.answers),
      ...dissents(inspection, id, set.grade),
    ];
  });

/** The areas that the team judges, in the framework's order of reading. */
export const judgedIn = ({ framework }: Inspection) => framework.areas.filter(({ kind }) => kind !== 'input');

const judgementWords = (inspection: Inspection): Words =>
  judgedIn(inspection).flatMap(({ id }) => {
    const judgement = judgementOf(inspection, id);
    if (!judgement) return [];
    const { item, grade, narrative, evidence } = judgement;
    const { strength, concern } = basisOver(inspection, grade === notJudged ? [] : evidence);
    return [
      gradeLabel(inspection.framework, grade),
      item,
      narrative,
      strength?.content.text,
      concern?.content.text,
      ...dissents(inspection, id, grade),
    ];
  });

const findingWords = (inspection: Inspection): Words =>
  partiesOf(inspection, adoptedFindings(inspection))
    .flatMap(({ blocks }) => blocks.flatMap(({ under }) => under.flatMap(({ findings }) => findings)))
    .flatMap(({ item, content }) => [item, content.text, content.remedy]);

const givenWords = ({ framework, given }: Inspection): Words =>
  framework.areas.flatMap(({ id }) => given.get(id)?.at(-1)?.source ?? []);

const recommendedWords = (inspection: Inspection): Words =>
  standingRecommendations(inspection).flatMap(({ item, text }) => [item, text]);

const beforeWords = (inspection: Inspection): Words =>
  previousOnes(inspection).flatMap(({ item, content, tested }) => [
    item,
    ...content.recommendations.flatMap((text, place) => [text, tested.get(place + 1)?.words]),
  ]);

const groundWords = (inspection: Inspection): Words => {
  const { context, framework } = inspection;
  return [
    ...(context?.sites ?? []),
    context?.partners,
    context?.note,
    explanationOf(inspection)?.reason,
    framework.title,
  ];
};

/** Word for word, in the order in which they are to stand in its thread. */
export const mustBePosted = (inspection: Inspection): string[] =>
  [overallWords, judgementWords, findingWords, givenWords, recommendedWords, beforeWords, groundWords]
    .flatMap((words) => words(inspection))
    .filter((words) => typeof words === 'string' && words !== '') as string[];

/** Words without the marks of quotations and lists and without spaces, so that only what is said is compared. */
export const bare = (text: string): string => text.replaceAll(/^(> |\s*- )/gm, '').replaceAll(/\s+/g, '');

const timesIn = (text: string, words: string): number => text.split(words).length - 1;

/** What is missing of these, does not follow the one before, or, of what people wrote, stands there more often than it should. */
export const wrongIn = (posted: string, words: readonly string[]): string[] => {
  const text = bare(posted);
  const all = words.map(bare);
  let from = 0;
  return all.flatMap((each, place) => {
    const at = text.indexOf(each, from);
    const said = `${place}: ${words[place]}`;
    if (at < 0) return [`${text.includes(each) ? 'out of order' : 'missing'} ${said}`];
    from = at + each.length;
    const wanted = all.reduce((sum, other) => sum + timesIn(other, each), 0);
    return each.length > 40 && timesIn(text, each) !== wanted ? [`${timesIn(text, each)} times ${said}`] : [];
  });
};
